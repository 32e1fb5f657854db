"""What in a report takes up a date that it told before, read from its beginning to its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.dates.alone import ALONE, part_alone
from waqai.annotate.dates.beside import beside, is_among
from waqai.annotate.dates.cursor import Cursor
from waqai.annotate.dates.echo import echo
from waqai.annotate.dates.jubilees import FROM
from waqai.annotate.dates.nights import OVERNIGHT, overnight
from waqai.annotate.dates.onward import onward
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.said import that_before
from waqai.annotate.dates.spec import Named, Range, Spec
from waqai.annotate.dates.then import then
from waqai.annotate.dates.today import LEAD
from waqai.annotate.dates.told import ANY, DAYS, Echo, Told, first_day, of_days
from waqai.model.values import DateValue

READ: Final = "date.read"
CLOCK: Final = "date.clock"
RUNNING: Final = "date.running"
_ANCHORS: Final = frozenset(
    (
        "period",
        "night",
        "after",
        "ago",
        "here",
        "hours",
        "jubilee",
        "morrow",
        "prayer",
        "partly",
        "then",
        "sincethen",
        "thatspan",
    )
)
_HANGING: Final = (ALONE, CLOCK, RUNNING, OVERNIGHT)
# Tokens behind a part of a day within which its day can follow.
_NEAR: Final = 8
# The hour from which it is evening, and the parts of a day in which that before is told of.
_EVENING: Final = 17
_MORNING: Final = 6
_EARLY: Final = ("dawn", "morning")
# What opens the words of who tells.
_THAT: Final = ("ان", "بان", "انه", "انها")
# What goes on for days in a row is told of at most so many days later.
_LATE: Final = 2
# More sentences than any report has.
_ALL: Final = 10_000
# Days from publication within which a day is that of news.
_FRESH: Final = 7


def told_on(cur: Cursor, made: Sequence[Node]) -> list[Node]:
    """The date nodes with those that hang on one of them; parts of a day are of the day told."""
    told = Told(cur.chart.doc, made)
    held = {k: node for node in made for k in range(node.i, node.j)}
    nodes = {id(node): node for node in made}
    for i in _places(cur, made):
        there = held.get(i)
        if there is not None:
            if there.rule == ALONE:
                _of_day_told(cur, there, told)
            elif there.rule == OVERNIGHT:
                _up_to_morning(cur, there, told)
            elif there.i == i and there.rule == CLOCK:
                _on_day_told(cur, there, told)
            elif there.i == i and there.rule == RUNNING:
                _up_to_day_told(cur, there, told)
            continue
        found = echo(cur, i, told) or onward(cur, i, told) or then(cur, i, told)
        found = found or _part(cur, i, told)
        if found is None or not _is_free(found, held):
            continue
        if found.rule == OVERNIGHT and found.i in held and not _is_of_saying(cur, i, told):
            continue
        old = held.get(found.i)
        if old is not None:
            nodes.pop(id(old), None)
        node = _node(found)
        nodes[id(node)] = node
        held.update((k, node) for k in range(node.i, node.j))
        if node.rule != FROM:
            # It dates what is named behind it, from which nothing else is counted.
            told.add(node)
    return sorted(nodes.values(), key=lambda node: node.i)


def _places(cur: Cursor, made: Sequence[Node]) -> list[int]:
    """Tokens at which a word may take up a date, and parts of a day that stand alone."""
    keys = cur.keys
    words = [
        i
        for i, held in cur.words.items()
        if not _ANCHORS.isdisjoint(held)
        or ("unit" in held and keys[i][0] == "ب")
        or ("part" in held and keys[i].endswith("عشيه"))
    ]
    led = [i for i, number in cur.numbers.items() if number.skip == 1]
    return sorted({*words, *led, *(node.i for node in made if node.rule in _HANGING)})


def _is_free(found: Echo, held: dict[int, Node]) -> bool:
    """Whether the tokens are in no date, or in one that begins where the reading does."""
    return all(held[k].i == found.i for k in range(found.i, found.j) if k in held)


def _node(found: Echo) -> Node:
    said = Node(READ, found.i, found.j, found.spec, found.rule, (), found.skip)
    return Node("date", found.i, found.j, found.value, found.rule, (said,), found.skip)


def _part(cur: Cursor, i: int, told: Told) -> Echo | None:
    """A part of a day behind the lead: of the day told last, in its sentence or the one before,
    else of that of the lead where no other day was told since.
    """
    alone = part_alone(cur, i)
    night = overnight(cur, i)
    if alone is None and not night:
        return None
    day = told.before(i, DAYS, int(not _turns(cur, i))) or _news(cur, told.lead(i))
    if night and (alone is None or day is None or _is_of_saying(cur, i, told)):
        made = _last_night(cur, i, told, day)
        j = i + 1 if alone is None else alone.j
        return Echo(i if alone is None else alone.i, j, *made, OVERNIGHT) if made else None
    if day is None or alone is None:
        return None
    if _is_whole_night(cur, alone.i, alone.j, day):
        return Echo(alone.i, alone.j, *_overnight(day), ALONE, alone.skip)
    spec, value = of_days(first_day(day), first_day(day), "part_of_day", day.basis)
    return Echo(alone.i, alone.j, spec, value, ALONE, alone.skip)


def _is_of_saying(cur: Cursor, i: int, told: Told) -> bool:
    """Whether the day told before token i is that on which it is said (قال السبت إن طائرات أغارت
    خلال الليل): the night is then the one up to it.
    """
    doc = cur.chart.doc
    before = range(doc.sentences[doc.sentence_index(i)].first, i)
    that = next((k for k in reversed(before) if cur.key(k) in _THAT), None)
    if that is None or told.before(that, DAYS, 0) is None:
        return False
    return told.before(that, DAYS, 0) == told.before(i, DAYS, 0)


def _turns(cur: Cursor, i: int) -> bool:
    """Whether the sentence of token i turns to other news (ميدانيا، ..., من جهة أخرى ...)."""
    doc = cur.chart.doc
    first = doc.sentences[doc.sentence_index(i)].first
    key = cur.key(first).removeprefix("و")
    return key in beside("afield") or f"{key} {cur.key(first + 1)}" in beside("afield")


def _last_night(
    cur: Cursor, i: int, told: Told, day: DateValue | None
) -> tuple[Spec, DateValue] | None:
    """The night up to the day of the story, else to that of publication where the date told last
    is one of these days.
    """
    if day is not None:
        return _overnight(day)
    published = cur.chart.doc.published
    if published is None:
        return None
    for last in (told.before(i, ANY, 1), told.before(i, DAYS, _ALL)):
        if last is not None and not 0 <= (published - first_day(last)).days <= _FRESH:
            return None
    here = published.isoformat()
    return _overnight(DateValue(here, here, "day", "relative"))


def _overnight(day: DateValue) -> tuple[Spec, DateValue]:
    """The night up to a day."""
    there = first_day(day)
    return of_days(there - timedelta(days=1), there, "span", day.basis)


def _up_to_morning(cur: Cursor, node: Node, told: Told) -> None:
    """ليلا is the night up to the day told in its sentence, or last in the one before."""
    day = told.before(node.i, DAYS, 0) or told.behind(node.j, DAYS, _NEAR)
    day = day or (None if _turns(cur, node.i) else told.before(node.i, DAYS, 1))
    if day is not None:
        spec, node.value = _overnight(day)
        node.parts = (Node(READ, node.i, node.j, spec, node.rule, (), node.skip),)


def _news(cur: Cursor, lead: DateValue | None) -> DateValue | None:
    """The day of the lead where it is one of these days, not that of what is remembered."""
    published = cur.chart.doc.published
    if lead is None or published is None:
        return None
    return lead if abs((published - first_day(lead)).days) <= _FRESH else None


def _of_day_told(cur: Cursor, node: Node, told: Told) -> None:
    """A part of a day alone is one of the day told in its sentence, or last in the one before."""
    day = told.before(node.i, DAYS, 0) or told.behind(node.j, DAYS, _NEAR)
    day = day or (None if _turns(cur, node.i) else told.before(node.i, DAYS, 1))
    if day is not None and _is_whole_night(cur, node.i, node.j, day):
        spec, node.value = _overnight(day)
        node.parts = (Node(READ, node.i, node.j, spec, node.rule, (), node.skip),)
    elif day is not None and day.start is not None:
        start = day.start[:10]
        node.value = msgspec.structs.replace(node.value, start=start, end=start, basis=day.basis)


def _is_whole_night(cur: Cursor, i: int, j: int, day: DateValue) -> bool:
    """Whether tokens [i, j) are all of a night (طوال الليل, خلال ساعات الليل), told of on the day
    of publication: it is then the one up to it.
    """
    part = cur.roles(j - 1).get("part")
    night = part is not None and part.value.name == "night"
    through = is_among(beside("through"), cur.key(i - 1))
    return night and through and first_day(day) == cur.chart.doc.published


def _on_day_told(cur: Cursor, node: Node, told: Told) -> None:
    """An hour alone is one of the day told beside it or last, in the lead of publication."""
    spec = node.parts[0].value
    if node.value.start is not None or not isinstance(spec, Named):
        return
    day = told.before(node.i, DAYS, 0) or told.behind(node.j, DAYS, _NEAR)
    day = day or told.before(node.i, DAYS, 1) or _news(cur, told.lead(node.i))
    doc = cur.chart.doc
    if day is None and doc.sentence_index(node.i) > LEAD:
        return
    there = first_day(day) if day is not None else doc.published
    if there is None:
        return
    if told.before(node.i, DAYS, 0) is not None and _is_told_early(cur, node, spec):
        there -= timedelta(days=1)
    elif spec.part is None and (spec.hour or 0) < _MORNING and _is_after_night(cur, node):
        there += timedelta(days=1)
    made = msgspec.structs.replace(spec, year=there.year, month=there.month, day=there.day)
    value = resolve(made, None)
    if value is None:
        return
    node.value = msgspec.structs.replace(value, basis=day.basis if day is not None else "relative")
    node.parts = (Node(READ, node.i, node.j, made, node.rule, (), node.skip),)


def _is_told_early(cur: Cursor, node: Node, spec: Named) -> bool:
    """Whether an evening hour is told of in the morning (قال صباح اليوم إن الهجوم بدأ في السابعة
    مساء): it is then of the evening before.
    """
    value = resolve(msgspec.structs.replace(spec, year=2000, month=1, day=1), None)
    if value is None or value.start is None or int(value.start[11:13] or 0) < _EVENING:
        return False
    doc = cur.chart.doc
    before = range(doc.sentences[doc.sentence_index(node.i)].first, node.i)
    told = that_before(cur, before.start, node.i)
    that = told if told is not None else node.i
    parts = (cur.roles(k).get("part") for k in range(before.start, that) if that < node.i)
    return any(part is not None and part.value.name in _EARLY for part in parts)


def _is_after_night(cur: Cursor, node: Node) -> bool:
    """Whether a night by name stands before an hour (الليلة الماضية، حوالي الساعة الثانية)."""
    doc = cur.chart.doc
    before = range(doc.sentences[doc.sentence_index(node.i)].first, node.i)
    nights = [cur.roles(k)["night"] for k in before if "night" in cur.roles(k)]
    return bool(nights) and nights[-1].value.value < 0


def _up_to_day_told(cur: Cursor, node: Node, told: Told) -> None:
    """What goes on for so many days in a row goes on up to the day told in its sentence."""
    spec = node.parts[0].value
    day = told.before(node.i, DAYS, 0)
    published = cur.chart.doc.published
    if not isinstance(spec, Range) or day is None or published is None:
        return
    apart = published - first_day(day)
    if not 0 < apart.days <= _LATE:
        return
    length = (spec.last.offset or 0) - (spec.first.offset or 0)
    first = first_day(day) - timedelta(days=length)
    spec, value = of_days(first, first_day(day), "span", day.basis)
    node.value = value
    node.parts = (Node(READ, node.i, node.j, spec, node.rule, (), node.skip),)

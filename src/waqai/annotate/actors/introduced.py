"""Names of people that what stands beside them tells: يدعى فلان، فلان (22 عاما)، الياباني فلان.

A name that no table holds is known by what introduces it, by the age behind it, or as one more of
the people named before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from waqai.annotate.actors.names import common, is_known, is_particle, may_be, name_end, names
from waqai.annotate.actors.rows import Head, Nisba
from waqai.annotate.actors.scope import Scope
from waqai.annotate.actors.stance import describes_noun
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

_MARKS: Final = frozenset(('"', "،", ",", ":", "(", "[", "/"))
_PAUSES: Final = frozenset(("،", ","))
_GROUPS: Final = frozenset(("group", "organ", "gear"))
_NAMED: Final = frozenset(("actor.person", "actor.name", "actor.row"))
_OLDEST: Final = 110
# Words of a name at most, and at least where nothing but an age tells that it is one.
_MOST: Final = 5
_LEAST: Final = 2
_LONG: Final = 5
# Names that one list goes on with at most.
_LISTED: Final = 12
# Letters that begin or end verbs more often than names.
_VERBS: Final = frozenset("يتن")
_HAMZA: Final = frozenset("أإآ")
# Before the names of two.
_TWO: Final = frozenset(("هما",))
_FATHERS: Final = frozenset(("ابو", "ام"))


def called(scope: Scope, leaf: Node) -> None:
    """Offer the name behind يدعى and the like, where those are said of a person."""
    chart = scope.chart
    keys = chart.doc.keys
    if any(chart.until(leaf.i, "place.head")) or any(chart.until(leaf.i, "place")):
        return
    if any(cast(Head, n.value).cls in _GROUPS for n in chart.until(leaf.i, "actor.head")):
        return
    at = leaf.j
    kin = leaf.value in words("kin")
    while not kin and at < len(keys) and keys[at] in _MARKS and at - leaf.j < _LEAST:
        at += 1
    end = name_end(chart.doc, at, True) or (None if kin else _strange_end(chart, at))
    if end is None or any(chart.at(at, "place")) or (kin and not _opens(chart, at)):
        return
    so_called = leaf.value in words("so_called")
    if so_called and keys[leaf.i - 1 : leaf.i] == ["ما"]:
        return
    surely = leaf.j - leaf.i == 1 and not so_called
    if is_known(keys[at]) or (end - at >= _LEAST and surely):
        _offer(scope, at, end, 0)


def _strange_end(chart: Chart, i: int) -> int | None:
    """Token after a name of two or more words whose first looks as if letters were attached."""
    keys = chart.doc.keys
    key = keys[i] if i < len(keys) else ""
    if len(key) < _LONG or not key.isalpha() or key in common() or not _opens(chart, i):
        return None
    if key[0] == "و" or key.endswith("وا"):
        return None
    return name_end(chart.doc, i + 1, True)


def identified(scope: Scope, leaf: Node) -> None:
    """Offer the name that tells who one is: (المنفذ) هو فلان الفلاني، وهما: فلان الفلاني."""
    chart = scope.chart
    keys = chart.doc.keys
    at = leaf.j
    while at < len(keys) and keys[at] in _MARKS and at - leaf.j < _LEAST:
        at += 1
    prep = leaf.reading is not None and leaf.reading.prep
    if prep or at + 1 >= len(keys) or keys[at] in common() or not _opens(chart, at):
        return
    # A noun with its genitive: هو صهر القيادي.
    if keys[at + 1].startswith("ال") and not is_known(keys[at]):
        return
    end = name_end(chart.doc, at, True)
    told = any(True for tag in ("place", "actor.nisba") for _ in chart.at(at, tag))
    if end is None or end - at < _LEAST or told:
        return
    surely = any(key in names(cls) for key in keys[at:end] for cls in ("given", "family"))
    two = leaf.value in _TWO and end < len(keys) and keys[end].startswith("و")
    if surely or two or _followed(keys, end):
        _offer(scope, at, end, 0)


def _followed(keys: list[str], i: int) -> bool:
    """Whether what only people have follows: an age, a birth, what one did."""
    return any(key in words("of_person") for key in keys[i : i + _LEAST])


def aged(scope: Scope, leaf: Node) -> None:
    """Offer the name before an age: (عثر على) فلان الفلاني (22 عاما)."""
    keys = scope.chart.doc.keys
    at = leaf.i - 1
    if at < _LEAST or not keys[at].isdigit() or int(keys[at]) > _OLDEST:
        return
    told = _before_age(keys, at)
    at, wordy = told, told < at
    end = at
    while end > 0 and at - end < _LEAST and keys[end - 1] in _MARKS:
        end -= 1
    i, skip = _begin(scope.chart, end)
    sure = not wordy or end < at or any(is_known(key) for key in keys[i:end])
    if end - i >= _LEAST and sure:
        _offer(scope, i, end, skip)


def _before_age(keys: list[str], at: int) -> int:
    """The first token that tells an age: البالغ من العمر 40 (عاما)."""
    if keys[at - 2 : at] == ["من", "العمر"]:
        at -= 2
    return at - (keys[at - 1] in words("aged"))


def _begin(chart: Chart, end: int) -> tuple[int, int]:
    """First token of the name that ends before token `end`, and the letters before it."""
    keys = chart.doc.keys
    i, skip = end, 0
    while i > 0 and end - i < _MOST and not skip:
        key = keys[i - 1]
        if not (_part(key) or (i == end and key[0] == "و" and key not in common())):
            within = i - 2 >= 0 and i > end - _MOST and keys[i - 2] in names("given")
            if within and key.isalpha() and key[0] != "و":
                i -= 1
                continue
            if key[0] != "و" or key in common() or not _part(key[1:]):
                break
            skip = 1
        i -= 1
    while i < end and (not _opens(chart, i, skip) or _lies(chart, i) or _is_on(chart, i)):
        i, skip = i + 1, 0
    return i, skip


def _part(key: str) -> bool:
    """Whether a word may belong to a name."""
    return is_known(key) or is_particle(key) or may_be(key)


def _lies(chart: Chart, i: int) -> bool:
    """Whether token i is a place and no known name, or ends one."""
    place = any(chart.at(i, "place")) or any(chart.until(i + 1, "place"))
    return place and not is_known(chart.doc.keys[i])


def _opens(chart: Chart, i: int, skip: int = 0) -> bool:
    """Whether a name may begin with token i, less `skip` letters; أليساندرو has no article."""
    key = chart.doc.keys[i][skip:]
    article = key.startswith("ال") and chart.doc.text[chart.doc.starts[i] + skip] not in _HAMZA
    if is_known(key):
        return not article or key in names("given")
    if key in _FATHERS:
        return True
    if is_particle(key) or article:
        return False
    return key[0] not in _VERBS and not key.endswith("ت")


def _is_on(chart: Chart, i: int) -> bool:
    """Whether token i is على, not the name علي."""
    return chart.doc.keys[i] == "علي" and chart.doc.text[chart.doc.ends[i] - 1] == "ى"


def _offer(scope: Scope, i: int, end: int, skip: int) -> None:
    """Offer the tokens [i, end), less `skip` letters, as a person's name."""
    node = _person(scope.chart, i, end, skip)
    scope.offer(node, None)


def _person(chart: Chart, i: int, end: int, skip: int) -> Node:
    """The mention of a person named by the tokens [i, end), less `skip` letters."""
    start, stop = chart.doc.span(i, end, skip)
    value = ActorValue(chart.doc.text[start:stop], None, "person", None)
    return Node("actor", i, end, value, "actor.name", (), skip, 0)


def national(scope: Scope, leaf: Node) -> bool:
    """Offer a person named behind whose national they are: الياباني فلان الفلاني."""
    nisba = cast(Nisba, leaf.value)
    reading = leaf.reading
    whose = nisba.country or nisba.actor
    if whose is None or nisba.form not in "mf" or reading is None or not reading.article:
        return False
    chart = scope.chart
    keys = chart.doc.keys
    before = keys[leaf.i - 1] if leaf.i else ""
    if describes_noun(chart, leaf) or scope.adjective_before(leaf) or _owned(chart, leaf.i):
        return False
    told = reading.conj or not before.isalpha() or before in common()
    told = told or any(True for _ in chart.until(leaf.i, "actor.called"))
    if not told or before in words("named_after"):
        return False
    if any(chart.until(leaf.i, "place")) or any(chart.at(leaf.j, "place")):
        return False
    end = name_end(chart.doc, leaf.j, True)
    if end is None or end - leaf.j < _LEAST or not _opens(chart, leaf.j):
        return False
    start, stop = chart.doc.span(leaf.j, end)
    value = ActorValue(chart.doc.text[start:stop], None, "person", nisba.country)
    scope.offer(scope.node(leaf, end, value, "actor.person", (leaf,)), None)
    return True


def _owned(chart: Chart, i: int) -> bool:
    """Whether the word before bears a pronoun, so that an adjective may describe it: نظيره."""
    end = chart.doc.ends[i - 1] if i else 0
    before = chart.doc.text[max(0, end - 3) : end]
    return before.endswith(("ه", "ها", "هم", "هما"))


def listed(chart: Chart, nodes: Sequence[Node]) -> Iterator[Node]:
    """More people of a list that one named person begins: فلان الفلاني وفلان الفلاني."""
    taken = {k for node in nodes for k in range(node.i, node.j)}
    for node in nodes:
        if node.value.kind != "person" or node.rule not in _NAMED or node.j - node.i < _LEAST:
            continue
        i = node.j
        for _ in range(_LISTED):
            more = _one_more(chart, i, taken)
            if more is None:
                break
            yield more
            i = more.j


def _one_more(chart: Chart, i: int, taken: set[int]) -> Node | None:
    """The person named at token i behind و, a comma before it or none."""
    keys = chart.doc.keys
    i += i < len(keys) and keys[i] in _PAUSES
    if i + 1 >= len(keys) or i in taken or not keys[i].startswith("و"):
        return None
    first = keys[i][1:]
    if (
        not (is_known(first) or may_be(first))
        or not _opens(chart, i, 1)
        or any(chart.at(i, "place"))
    ):
        return None
    end = name_end(chart.doc, i, False)
    if end is None or end - i < _LEAST or not taken.isdisjoint(range(i, end)):
        return None
    known = any(is_known(key) for key in (first, *keys[i + 1 : end]))
    return _person(chart, i, end, 1) if known or _foreign(first, keys[i + 1]) else None


def _foreign(first: str, second: str) -> bool:
    """Whether two unknown words can hardly be a verb or noun of Arabic with its own: راميل فيلا."""
    attached = second.startswith(("ال", "ب", "ل", "ف", "ك")) or second.endswith(("ه", "ات"))
    noun = first.endswith(("ه", "ات", "ين", "ون"))
    return len(first) >= _LONG and not (noun or attached)

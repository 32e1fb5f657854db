"""Comparing two tellings: levels found, a score from the table of weights, and a sentence why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from waqai.lexicon.table import read_table
from waqai.link.nearness import Level, nearness
from waqai.link.telling import Telling
from waqai.link.words import alike, shared
from waqai.model.codes import EventType

# Two events are tied from this score.
TIED: Final = 4.0
# Part of the shingles above which one text is a copy of the other.
COPY: Final = 0.5
# What words of two stories must tell together (words.shared) for each further level.
STEPS: Final = (2, 4, 6, 9, 12, 16, 20, 26, 34)
# Days that a window may cover and still speak of one occasion.
_OCCASION: Final = 3
# Levels of place beside which a shared name says nothing new.
_TELLING: Final = ("place.same", "place.close", "place.named")


class Comparison(NamedTuple):
    """How alike two tellings are: `score` is the sum of the points of the levels."""

    score: float
    levels: tuple[Level, ...]

    @property
    def why(self) -> str:
        """One sentence: what speaks for it and against, each with its points."""
        told = []
        for level in self.levels:
            points, sentence = weights()[level.name]
            if points:
                told.append(f"{sentence.format(*level.values)} ({points:+g})")
        return "; ".join(told)


def compare(a: Telling, b: Telling) -> Comparison | None:
    """The comparison of two tellings, None where they cannot be one incident."""
    time = _time(a, b)
    if time is None:
        return None
    kind = _type(a, b)
    if kind is None:
        return None
    place = nearness(a, b)
    if place is None:
        return None
    rest = tuple(_rest(a, b))
    levels = (kind, *_kinds(a, b), time, place, *_names(a, b, place), *rest)
    table, score = weights(), 0.0
    for level in levels:
        score += table[level.name][0]
    return Comparison(round(score, 1), levels)


@cache
def weights() -> dict[str, tuple[float, str]]:
    """Points and sentence of each level."""
    rows = read_table("waqai.link", "weights.tsv", ("level", "points", "sentence"))
    return {row.cells[0]: (float(row.cells[1]), row.cells[2]) for row in rows}


@cache
def _classes() -> dict[str, tuple[frozenset[str], bool]]:
    rows = read_table("waqai.link", "classes.tsv", ("type", "kinds", "violent"))
    return {row.cells[0]: (frozenset(row.variants(1)), row.cells[2] == "yes") for row in rows}


def _type(a: Telling, b: Telling) -> Level | None:
    if a.type == b.type:
        return Level("type.same", (a.type,))
    if are_akin(a.type, b.type):
        return Level("type.akin", (a.type, b.type))
    hurt = (is_violent(a.type) or _hurts(a)) and (is_violent(b.type) or _hurts(b))
    return Level("type.unlike", (a.type, b.type)) if hurt else None


def _kinds(a: Telling, b: Telling) -> Iterator[Level]:
    """Of what happens seldom there is but one in a place on a day; of protests there are many."""
    for kind in (a.type,) if a.type == b.type else (a.type, b.type):
        yield Level(f"kind.{kind}", (kind,))


def are_akin(one: EventType, other: EventType) -> bool:
    """Whether two types can be told of one event."""
    return not _classes()[one][0].isdisjoint(_classes()[other][0])


def is_violent(kind: EventType) -> bool:
    """Whether people are hurt by what is called so."""
    return _classes()[kind][1]


def _hurts(told: Telling) -> bool:
    """Whether it tells of killed or wounded, whatever it calls what happened."""
    return any(slot in ("killed", "wounded") and n for slot, n in told.figures)


def _time(a: Telling, b: Telling) -> Level | None:
    """How the windows lie; an event of an unknown day is tied by its text alone."""
    one, other = a.when, b.when
    if one is None or other is None:
        return Level("time.within", ("an unknown day", "any"))
    gap = max(one.first, other.first) - min(one.last, other.last)
    values = (one, other)
    if gap > 1:
        return None
    if one.sure and other.sure:
        return Level("time.same" if gap <= 0 else "time.next", values)
    if max(one.days, other.days) > _OCCASION:
        return Level("time.within", values) if gap <= 0 else None
    return Level("time.likely" if gap <= 0 else "time.doubtful", values)


def _names(a: Telling, b: Telling, place: Level) -> Iterator[Level]:
    """Towns that both passages name, where the places that were read do not tell as much."""
    if a.names and b.names and place.name not in _TELLING:
        both = len(set(a.names) & set(b.names))
        if both:
            yield Level("names.one" if both == 1 else "names.more", (both,))


def _rest(a: Telling, b: Telling) -> Iterator[Level]:
    """What else speaks for or against."""
    yield from _sides(a, b)
    if a.figures and b.figures:
        figures = _figures(a, b)
        if figures:
            yield figures
        yield from _harms(a, b)
    if a.targets and b.targets:
        targets = sorted(set(a.targets) & set(b.targets))
        if targets:
            yield Level("target.same", (targets[0],))
    rare = len(set(a.rare) & set(b.rare)) if a.rare and b.rare else 0
    if rare:
        # Their number alone: such words may be names that are withheld.
        yield Level(f"words.{('one', 'two', 'many')[min(rare, 3) - 1]}", (rare,))
    if a.story and b.story and a.report != b.report:
        yield _story(a, b)
    passing = (a.salience != "main") + (b.salience != "main")
    if passing:
        yield Level("passing.one" if passing == 1 else "passing.both", ())
    if a.status != b.status:
        yield Level("status.other", (a.status, b.status))
    if a.report == b.report:
        theirs = dict(b.figures)
        own = any(theirs.get(slot, n) != n for slot, n in a.figures)
        yield Level("report.apart" if own else "report.same", ())
    elif a.type == b.type and a.salience == b.salience and alike(a.sketch, b.sketch) >= COPY:
        yield Level("text.copy", ())


def _story(a: Telling, b: Telling) -> Level:
    """How much the words are alike that tell of both: title and lead of what is main."""
    told = shared(a.story, b.story)
    return Level(f"story.{max((step for step in STEPS if step <= told), default=0)}", ())


def _sides(a: Telling, b: Telling) -> Iterator[Level]:
    if a.to and b.to and set(a.by) & set(b.to) and set(a.to) & set(b.by):
        yield Level("sides.swapped", ())
        return
    for name, ours, theirs in (("by", a.by, b.by), ("to", a.to, b.to)):
        if not ours or not theirs:
            continue
        both = ours if ours == theirs else sorted(set(ours) & set(theirs))
        if both:
            yield Level(f"{name}.same", (both[0],))
        else:
            yield Level(f"{name}.other", (ours[0], theirs[0]))


def _harms(a: Telling, b: Telling) -> Iterator[Level]:
    """Deaths in the one of which the other, which counts the wounded, says nothing."""
    ours, theirs = dict(a.figures), dict(b.figures)
    for one, other in ((ours, theirs), (theirs, ours)):
        killed, wounded = one.get("killed"), other.get("wounded", 0)
        if killed and wounded > 1 and not other.get("killed"):
            yield Level("harm.other", (killed, wounded))


def _figures(a: Telling, b: Telling) -> Level | None:
    """The most telling agreement of the figures, else the worst disagreement."""
    common = [(slot, n, m) for slot, n in a.figures for other, m in b.figures if slot == other]
    same = [(n, slot) for slot, n, m in common if n == m and n > 0]
    if same:
        n, slot = max(same)
        return Level("figure.same" if n >= 3 else "figure.small", (f"{n} {slot}",))
    for slot, n, m in common:
        if max(n, m) > 3 * min(n, m) and abs(n - m) > 4:
            return Level("figure.unlike", (f"{n} {slot}", m))
    return None

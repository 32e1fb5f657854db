"""Tellings: made of the events of a report, with its words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from waqai.annotate.places.values import is_seat
from waqai.lexicon.table import read_table
from waqai.link.telling import Point, Telling
from waqai.link.times import window
from waqai.link.turns import turns
from waqai.link.words import is_known, place_name, sketch, story_words, town_names
from waqai.model.codes import COUNT_SLOTS
from waqai.model.event import Claim, Event, Record, Side
from waqai.model.report import Report
from waqai.model.values import PlaceValue
from waqai.text.fold import fold_key

# Kilometres of radius of a town that gives its province its name, and of a spot that is told by the
# place around it: the wider one may be meant.
_LOOSE: Final = 20.0
# Code points after the title in which a report says what it is about; whose words are its story.
_LEAD: Final = 250
_STORY: Final = 300


class _Words(NamedTuple):
    """What a report's words give to each of its events."""

    sketch: tuple[int, ...]
    lead: tuple[int, ...]


def tellings(report: Report, record: Record) -> list[Telling]:
    """The tellings of a report, in the order of its events."""
    if not record.events:
        return []
    text = report.text
    words = _Words(sketch(text), story_words(text[: report.title_length + _STORY]))
    return [_telling(report, text, words, n, event) for n, event in enumerate(record.events)]


def _telling(report: Report, text: str, words: _Words, order: int, event: Event) -> Telling:
    return Telling(
        key=event.id,
        report=report.id,
        order=order,
        type=event.type,
        status=event.status,
        salience=event.salience,
        when=window(
            event.when, report.published, event.salience == "main", event.status == "planned"
        ),
        points=tuple(_point(where.value) for where in event.where),
        by=_actors(event.by),
        to=_actors(event.to),
        targets=tuple(sorted({thing.value.kind for thing in event.targets} - {"other"})),
        figures=tuple(_figures(event.claims)),
        names=town_names(_told(report, event, text)),
        sketch=words.sketch,
        told=story_words(event.evidence.of(text)),
        story=words.lead if event.salience == "main" else (),
        outlet=report.outlet,
        known=is_known(event.trigger.of(text)),
        turns=turns(text, event),
    )


def _point(value: PlaceValue) -> Point:
    radius = radii().get(value.kind, 0.0)
    if _is_loose(value):
        radius = max(radius, _LOOSE)
    name = place_name(value.name)
    if value.kind == "region":
        return Point(name, value.country, None, None, radius)
    return Point(name, value.country, value.lat, value.lon, radius)


def _is_loose(value: PlaceValue) -> bool:
    """Whether the coordinates are those of something wider than what is named."""
    return is_seat(value) or (value.acled_precision or 1) > 1


def _actors(sides: Iterable[Side]) -> tuple[str, ...]:
    """Who is named; those of whom nothing is known could be anyone."""
    named = (side for side in sides if side.kind not in ("unknown", "civilians", "protesters"))
    return tuple(sorted({side.id or fold_key(side.name) for side in named}))


def _told(report: Report, event: Event, text: str) -> str:
    """Where an event is told: its evidence, and the title and lead of the report about it."""
    evidence = event.evidence.of(text)
    if event.salience != "main":
        return evidence
    lead = text[: report.title_length + _LEAD]
    return f"{lead} {evidence}"


def _figures(claims: tuple[Claim, ...]) -> list[tuple[str, int]]:
    """The greatest figure told in each slot."""
    most: dict[str, int] = {}
    for claim in claims:
        figure = claim.high if claim.high is not None else claim.low
        if figure is not None:
            most[claim.slot] = max(figure, most.get(claim.slot, figure))
    return [(slot, most[slot]) for slot in COUNT_SLOTS if slot in most]


@cache
def radii() -> dict[str, float]:
    """Kilometres that a place of each kind may reach."""
    rows = read_table("waqai.link", "radius.tsv", ("kind", "km"))
    return {row.cells[0]: float(row.cells[1]) for row in rows}

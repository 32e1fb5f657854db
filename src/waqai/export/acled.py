"""ACLED's table: its columns in its order, its codes, and a report of what did not fit.

ACLED keeps one row an event, one total of deaths, two actors and no wounded. What is dropped and
what is forced is counted by its reason; nothing is filled in silently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from waqai.export.cells import Cell
from waqai.export.crosswalk import Class, actors, classified, disorder, interaction
from waqai.export.phrases import Country, countries
from waqai.export.sentences import english
from waqai.export.told import Told
from waqai.model.event import Event, When, Where
from waqai.text.fold import fold_key

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
# The least that a vague word means, as ACLED counts it (2024 FAQ).
_VAGUE = (("مءات", 100), ("عشرات", 10))


class Losses:
    """How often something had to be dropped or forced, by reason."""

    def __init__(self) -> None:
        self.rows = 0
        self.dropped: Counter[str] = Counter()
        self.forced: Counter[str] = Counter()

    def text(self) -> str:
        """The report: lines in the order of the reasons' names."""
        lines = [f"ACLED export: {self.rows} rows"]
        for heading, counted in (("dropped", self.dropped), ("forced", self.forced)):
            lines += [f"  {heading:<8}{n:>6}  {why}" for why, n in sorted(counted.items())]
        return "\n".join(lines)


def acled(items: Iterable[Told], losses: Losses) -> Iterator[dict[str, Cell]]:
    """Rows by column name, in the order of the reports; `losses` is filled on the way."""
    for item in items:
        for event in item.record.events:
            row = _row(item, event, losses)
            if row is not None:
                losses.rows += 1
                yield row


def _row(item: Told, event: Event, losses: Losses) -> dict[str, Cell] | None:
    """The row of an event, None (and why) where it has no place in ACLED."""
    found = classified(event)
    why = _unfit(event, found)
    if why or found is None or event.when is None:
        losses.dropped[f"event: {why}"] += 1
        return None
    place = event.where[0]
    country = countries()[place.value.country or ""]
    day, precision = _day(event.when, losses)
    return {
        "event_id_cnty": f"{country.iso3}{int(event.id[:12], 16)}",
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": precision,
        "disorder_type": disorder(found),
        "event_type": found.event_type,
        "sub_event_type": found.sub_event_type,
        **_sides(event, country, losses),
        **_where(place, country, event, losses),
        "source": item.report.outlet,
        "notes": english(event),
        "fatalities": _fatalities(event, losses),
        "timestamp": int(datetime.fromisoformat(item.made).timestamp()),
    }


def _unfit(event: Event, found: Class | None) -> str:
    """Why an event cannot be a row, "" where it can."""
    if event.status in ("planned", "denied"):
        return f"status {event.status}"
    if found is None:
        return f"type {event.type} has no ACLED class"
    if event.salience == "background":
        return "background to the report"
    if event.when is None or event.when.value.start is None:
        return "no date"
    if not event.where or event.where[0].value.country not in countries():
        return "no country"
    return "" if event.where[0].value.lat is not None else "place unresolved"


def _day(when: When, losses: Losses) -> tuple[date, int]:
    """The day and ACLED's precision: 1 the day, 2 within a week, 3 within a month (its middle)."""
    first = date.fromisoformat((when.value.start or "")[:10])
    last = date.fromisoformat((when.value.end or "")[:10])
    length = (last - first).days
    if length == 0:
        if when.assumed:
            losses.forced["time_precision 2: the day is assumed"] += 1
        return first, 2 if when.assumed else 1
    losses.forced["event_date: the middle of a longer time"] += 1
    if length > 31:
        losses.forced["time_precision 3: the time is longer than a month"] += 1
    return first + (last - first) // 2, 2 if length < 7 else 3


def _sides(event: Event, country: Country, losses: Losses) -> dict[str, Cell]:
    one, two = actors(event, country)
    for role, sides in (("by", event.by), ("to", event.to)):
        if len(sides) > 2:
            losses.dropped[f"actor: more than two on one side ({role})"] += len(sides) - 2
    if one is not None and one.forced:
        losses.forced["actor1: not named by the report"] += 1
    return {
        "actor1": one.name if one else None,
        "assoc_actor_1": one.associate if one else None,
        "inter1": one.inter if one else None,
        "actor2": two.name if two else None,
        "assoc_actor_2": two.associate if two else None,
        "inter2": two.inter if two else None,
        "interaction": interaction(one, two),
        "civilian_targeting": "Civilian targeting" if two and two.inter == 7 else None,
    }


def _where(place: Where, country: Country, event: Event, losses: Losses) -> dict[str, Cell]:
    value = place.value
    if len(event.where) > 1:
        losses.dropped["place: a row holds one"] += len(event.where) - 1
    if value.acled_precision is None:
        losses.forced["geo_precision 3: not known"] += 1
    return {
        "iso": int(country.numeric),
        "region": country.region,
        "country": country.english,
        "admin1": value.admin1,
        "location": value.name,
        "latitude": value.lat,
        "longitude": value.lon,
        "geo_precision": value.acled_precision or 3,
    }


def _fatalities(event: Event, losses: Losses) -> Cell:
    """The lowest total told; 0 where none are told, open where no figure is."""
    for claim in event.claims:
        if claim.slot != "killed":
            losses.dropped[f"claim: {claim.slot}, ACLED counts deaths only"] += 1
    killed = [claim for claim in event.claims if claim.slot == "killed"]
    if not killed:
        return 0
    if len(killed) > 1:
        losses.dropped["claim: killed, ACLED keeps one total"] += len(killed) - 1
    whole = [c for c in killed if c.whom.age is None and c.whom.sex is None] or killed
    by_class: dict[str, int] = {}
    for claim in whole:
        if claim.low is not None:
            known = by_class.get(claim.whom.cls, claim.low)
            by_class[claim.whom.cls] = min(known, claim.low)
    if by_class:
        return sum(by_class.values())
    text = fold_key(" ".join(claim.text for claim in whole)).split()
    for word, least in _VAGUE:
        if any(key.endswith(word) for key in text):
            losses.forced[f"fatalities: {least} for a vague word"] += 1
            return least
    losses.forced["fatalities: left open, told without a figure"] += 1
    return None

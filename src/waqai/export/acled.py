"""ACLED's table: its columns in its order, its codes, and a report of what did not fit.

ACLED keeps one row an incident, one total of deaths, two actors and no wounded. What is dropped and
what is forced is counted by its reason; nothing is filled in silently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from waqai.export.actors import Actor, actors, interaction, targeting
from waqai.export.cells import Cell
from waqai.export.crosswalk import Class, classified, disorder
from waqai.export.incidents import view_of
from waqai.export.location import acled_precision, latin_name
from waqai.export.notes import notes
from waqai.export.occurrences import Occurrence
from waqai.export.parties import acting, hurt, struck
from waqai.export.phrases import Country, countries
from waqai.model.incident import DateOption, Incident
from waqai.model.values import PlaceValue
from waqai.text.fold import fold_key

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
# The least that a vague word means, as ACLED counts it (2024 FAQ).
_VAGUE: Final = (("مءات", 100), ("عشرات", 10))
# Deaths without a figure: ACLED's convention for fighting, and for other events.
_FIGHTING: Final = frozenset(("Battles", "Explosions/Remote violence"))
_UNTOLD_IN_FIGHTING, _UNTOLD = 10, 3
# Days after which what a report tells in passing is history.
_NEWS: Final = 31


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


def acled(items: Iterable[Occurrence], losses: Losses) -> Iterator[dict[str, Cell]]:
    """Rows by column name, in the order of the items; `losses` is filled on the way."""
    for item in items:
        row = _row(item, losses)
        if row is not None:
            losses.rows += 1
            yield row


def _row(item: Occurrence, losses: Losses) -> dict[str, Cell] | None:
    """The row of an incident, None (and why) where it has no place in ACLED."""
    incident = item.incident
    one, two = acting(incident), struck(incident)
    found, place = classified(incident, one, two), _place(incident)
    why = _unfit(incident, found) or _unplaced(place)
    if why or found is None or place is None:
        losses.dropped[f"event: {why}"] += 1
        return None
    country = countries()[place.country or ""]
    first, second = actors(found, incident, one, two, country)
    if first is None:
        losses.dropped["event: nobody is named who acts"] += 1
        return None
    when = incident.dates[0]
    day, precision = _day(when, losses)
    return {
        # By its earliest event, so that it stays when reports are linked or come later.
        "event_id_cnty": f"{country.iso3}{int(incident.members[0].event[:12], 16)}",
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": precision,
        "disorder_type": disorder(found),
        "event_type": found.event_type,
        "sub_event_type": found.sub_event_type,
        **_sides(found, first, second, losses),
        **_where(place, country, incident, losses),
        "source": "; ".join(dict.fromkeys(s.outlet for s in incident.sources if s.outlet)) or None,
        "notes": notes(incident, place, when),
        "fatalities": _fatalities(incident, found, losses),
        "tags": _tags(incident, found),
        "timestamp": int(datetime.fromisoformat(item.made).timestamp()),
    }


def _unfit(incident: Incident, found: Class | None) -> str:
    """Why an incident cannot be a row, "" where its kind, status and time allow it."""
    if incident.status in ("planned", "denied"):
        return f"status {incident.status}"
    if found is None:
        return f"type {incident.type} has no ACLED class"
    if not incident.dates:
        return "no date"
    return "told in passing, no news" if _is_history(incident) else ""


def _is_history(incident: Incident) -> bool:
    """Whether it is told in passing alone, of a day that is unknown or more than a month past."""
    if incident.salience == "main":
        return False
    when = incident.dates[0]
    told = [source.published[:10] for source in incident.sources if source.published]
    if not told or when.assumed or when.grain in ("month", "year", "decade"):
        return True
    return (date.fromisoformat(min(told)) - date.fromisoformat(when.end[:10])).days > _NEWS


def _place(incident: Incident) -> PlaceValue | None:
    """The first place that can be coded, else the first in a country, else the first."""
    values = [option.value for option in incident.places]
    known = [value for value in values if value.country in countries()]
    located = [value for value in known if acled_precision(value) is not None]
    return next(iter((*located, *known, *values)), None)


def _unplaced(place: PlaceValue | None) -> str:
    if place is None or place.country not in countries():
        return "no country"
    if place.lat is None:
        return "place unresolved"
    return "a country alone" if acled_precision(place) is None else ""


def _day(when: DateOption, losses: Losses) -> tuple[date, int]:
    """The day and ACLED's precision: 1 the day, 2 within a week, 3 within a month (its middle)."""
    first, last = (date.fromisoformat(day[:10]) for day in (when.start, when.end))
    length = (last - first).days
    if length == 0:
        if when.assumed:
            losses.forced["time_precision 2: the day is assumed"] += 1
        return first, 2 if when.assumed else 1
    losses.forced["event_date: the middle of a longer time"] += 1
    if length > 31:
        losses.forced["time_precision 3: the time is longer than a month"] += 1
    return first + (last - first) // 2, 2 if length < 7 else 3


def _sides(found: Class, one: Actor, two: Actor | None, losses: Losses) -> dict[str, Cell]:
    for role, actor in (("actor1", one), ("actor2", two)):
        if actor is not None and actor.forced:
            losses.forced[f"{role}: not named by the report"] += 1
    return {
        "actor1": one.name,
        "assoc_actor_1": one.associate,
        "inter1": one.inter,
        "actor2": two.name if two else None,
        "assoc_actor_2": two.associate if two else None,
        "inter2": two.inter if two else None,
        "interaction": interaction(one, two),
        "civilian_targeting": targeting(found, two),
    }


def _where(
    value: PlaceValue, country: Country, incident: Incident, losses: Losses
) -> dict[str, Cell]:
    if len(incident.places) > 1:
        losses.dropped["place: a row holds one"] += len(incident.places) - 1
    return {
        "iso": int(country.numeric),
        "region": country.region,
        "country": country.english,
        "admin1": value.admin1,
        "location": latin_name(value),
        "latitude": value.lat,
        "longitude": value.lon,
        "geo_precision": acled_precision(value),
    }


def _fatalities(incident: Incident, found: Class, losses: Losses) -> Cell:
    """The best total; 0 where no deaths are told, ACLED's convention where no figure is."""
    for account in incident.accounts:
        if account.slot != "killed":
            losses.dropped[f"claim: {account.slot}, ACLED counts deaths only"] += 1
    killed = [account for account in incident.accounts if account.slot == "killed"]
    if len(killed) > 1:
        losses.dropped["claim: killed, ACLED keeps one total"] += len(killed) - 1
    view = view_of(incident, "killed")
    if view is not None and view.best is not None:
        return view.best
    dead = hurt(incident, "killed")
    if not dead:
        return 0
    text = fold_key(" ".join(account.words for account in dead)).split()
    for word, least in _VAGUE:
        if any(key.endswith(word) for key in text):
            losses.forced[f"fatalities: {least} for a vague word"] += 1
            return least
    least = _UNTOLD_IN_FIGHTING if found.event_type in _FIGHTING else _UNTOLD
    losses.forced[f"fatalities: {least}, told without a figure"] += 1
    return least


def _tags(incident: Incident, found: Class) -> str | None:
    """The size of a crowd."""
    if found.event_type not in ("Protests", "Riots"):
        return None
    view = view_of(incident, "protesters")
    size = "no report" if view is None or not view.best else str(view.best)
    if view is not None and view.best and view.low != view.high:
        size = f"between {view.low} and {view.high}"
    return f"crowd size={size}"

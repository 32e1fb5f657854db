"""An incident as one English sentence for ACLED's `notes`: names in Latin letters, best figures."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from waqai.export.incidents import view_of
from waqai.export.location import is_latin, latin_name
from waqai.export.parties import names
from waqai.export.phrases import date_english, people_english, table
from waqai.export.sentences import place_english, sentence
from waqai.model.codes import COUNT_SLOTS
from waqai.model.event import When
from waqai.model.incident import DateOption, Incident, Party, People, View
from waqai.model.values import DateValue, PlaceValue

_PARTS: tuple[People, ...] = ("civilians", "security", "militants", "protesters")


def notes(incident: Incident, place: PlaceValue, date: DateOption) -> str:
    """The sentence, with the place and the date that the row has."""
    others = [o.value for o in incident.places if o.value is not place and is_latin(o.value.name)]
    named = _named(place)
    return sentence(
        incident.type,
        incident.status,
        _names(incident.by),
        _names(incident.to),
        place_english((named, *(value for value in others if value.name != named.name))),
        date_english(_when(date)),
        _figures(incident),
    )


def _named(place: PlaceValue) -> PlaceValue:
    return msgspec.structs.replace(place, name=latin_name(place))


def _names(parties: tuple[Party, ...]) -> list[str]:
    """Those with a name; where nobody has one, what they are, once each."""
    own = [name for name in names(parties) if is_latin(name)]
    return own or list(dict.fromkeys(p.name for p in parties if is_latin(p.name)))


def _when(date: DateOption) -> When:
    value = DateValue(date.start, date.end, date.grain, "stated")
    return When(value, None, None, (), "assumed" if date.assumed else None)


def _figures(incident: Incident) -> Iterator[str]:
    """The best figure of each slot, how far others near it go, and its parts."""
    for slot in COUNT_SLOTS:
        view = view_of(incident, slot)
        if view is not None:
            yield _figure(incident, view)


def _figure(incident: Incident, view: View) -> str:
    done, _, _ = table("slots", 4)[view.slot]
    if view.best is None:
        return people_english(_class(incident, view), "an unstated number of", False) + f" {done}"
    count = str(view.best) if view.best else "no"
    people = people_english(_class(incident, view), count, view.best == 1)
    more = [f"{view.low} to {view.high}"] if view.low != view.high else []
    more += _parts(incident, view)
    return f"{people} {done}" + (f" ({', '.join(more)})" if more else "")


def _parts(incident: Incident, whole: View) -> list[str]:
    """The classes that a total is told to hold, where they are less than it and fit into it."""
    if _class(incident, whole) != "unknown":
        return []
    told = dict(_told_parts(incident, whole))
    fit = sum(told.values()) <= (whole.best or 0)
    return [people_english(cls, str(n), n == 1) for cls, n in told.items()] if fit else []


def _told_parts(incident: Incident, whole: View) -> Iterator[tuple[str, int]]:
    """Classes that words tell, with their best figures."""
    for people in _PARTS:
        view = view_of(incident, whole.slot, people)
        if view is None or not view.best or view.best >= (whole.best or 0):
            continue
        cls = _class(incident, view)
        told = [incident.accounts[n] for n in view.accounts]
        if cls != "unknown" and not any(account.assumed for account in told):
            yield cls, view.best


def _class(incident: Incident, view: View) -> str:
    """The class of all that are counted, `unknown` where they are of several or of none told."""
    own = {incident.accounts[n].whom.cls for n in view.accounts}
    found = own or {a.whom.cls for a in incident.accounts if a.slot == view.slot}
    return found.pop() if len(found) == 1 else "unknown"

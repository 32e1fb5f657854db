"""Judgements: appended, never changed, and what those in force say of the events that there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, insert, select

from waqai.errors import UsageError
from waqai.link.rulings import Rulings, in_force, rulings
from waqai.model.canonical import digest, dump
from waqai.model.codes import COUNT_SLOTS
from waqai.model.incident import Incident
from waqai.model.judgement import Anchor, Judgement, Verdict
from waqai.store import schema
from waqai.store.incidents import incident_of
from waqai.store.unlinking import chunks, reopen

_DECODER = msgspec.json.Decoder(Judgement)
_j = schema.judgement.c
_KNOWN = select(schema.telling.c.key).where(
    schema.telling.c.key.in_(bindparam("keys", expanding=True))
)


def judgements(connection: Connection) -> list[Judgement]:
    """All judgements in the order in which they were made."""
    found = connection.execute(select(_j.json).order_by(_j.id)).scalars()
    return [_DECODER.decode(raw) for raw in found]


def current_rulings(connection: Connection) -> Rulings:
    """The rulings of the judgements in force on the events of the current versions."""
    made = judgements(connection)
    return rulings(made, _events_of(connection, made))


def _events_of(connection: Connection, made: Iterable[Judgement]) -> dict[str, list[Anchor]]:
    """The events, by report, among which those that were judged are to be found again.

    Where one is no longer there by its id these are all of its report, with their words.
    """
    judged = {anchor.event: anchor for j in made for anchor in (*j.events, *j.others)}
    known: set[str] = set()
    for chunk in chunks(judged):
        known.update(connection.execute(_KNOWN, {"keys": chunk}).scalars())
    found: dict[str, list[Anchor]] = {}
    for key in sorted(known):
        found.setdefault(judged[key].report, []).append(judged[key])
    lost = {anchor.report for key, anchor in judged.items() if key not in known}
    return {**found, **{report: anchors(connection, report) for report in sorted(lost)}}


def anchors(connection: Connection, report: str, keys: Iterable[str] | None = None) -> list[Anchor]:
    """The events of a report that linking knows, some of them with `keys`, as anchors."""
    t, e, r, v = schema.telling.c, schema.event.c, schema.record.c, schema.version.c
    query = (
        select(t.key, e.evidence_start, e.evidence_end, v.title, v.body)
        .join(schema.event, e.id == t.id)
        .join(schema.record, r.id == e.record_id)
        .join(schema.version, v.id == r.version_id)
        .where(t.report == report)
        .order_by(t.key)
    )
    wanted = None if keys is None else set(keys)
    found = []
    for key, start, end, title, body in connection.execute(query):
        if wanted is None or key in wanted:
            text = f"{title}\n{body}" if title else body
            found.append(Anchor(report, key, start, end, text[start:end]))
    return found


def anchors_of(connection: Connection, keys: Sequence[str]) -> tuple[Anchor, ...]:
    """Events, or all the events of incidents, named by their ids; in the order of the ids.

    Raises UsageError for an id that is neither.
    """
    found: dict[str, Anchor] = {}
    for key in keys:
        for event in _events(connection, key):
            report = schema.telling.c.report
            held = select(report).where(schema.telling.c.key == event)
            of = anchors(connection, connection.execute(held).scalar_one(), (event,))
            found.update((anchor.event, anchor) for anchor in of)
    return tuple(found.values())


def _events(connection: Connection, key: str) -> list[str]:
    """The keys of the events that an id means."""
    t = schema.telling.c
    single = connection.execute(select(t.key).where(t.key == key)).scalar()
    if single is not None:
        return [single]
    incident = incident_of(connection, key)
    if incident is None:
        raise UsageError(f"no incident or event {key!r}", do="`waqai show` lists them; link first")
    return sorted(member.event for member in incident.members)


def judge(connection: Connection, judgement: Judgement) -> None:
    """Append a judgement and have what it is about linked again."""
    before = current_rulings(connection).all
    values = {name: getattr(judgement, name) for name in ("verdict", "who", "why", "at")}
    row = {"key": judgement.id, **values, "json": dump(judgement)}
    connection.execute(insert(schema.judgement), row)
    touched = (*before, *current_rulings(connection).all)
    about = {judgement.id, judgement.undoes}
    keys = {k for r in touched if r.judgement.id in about for k in (*r.keys, *r.others)}
    keys |= {anchor.event for anchor in (*judgement.events, *judgement.others)}
    t = schema.telling.c
    rows = connection.execute(select(t.id).where(t.key.in_(sorted(keys)))).scalars()
    reopen(connection, list(rows))


def fixed(
    connection: Connection, verdict: Verdict, key: str, slot: str | None, given: Mapping[str, Any]
) -> dict[str, Any]:
    """The value that an acceptance or a rejection fixes: the one given, else the best that the
    incident shows; a rejection without a figure is of them all.

    Raises UsageError where nothing is there, or nobody tells the figure that is rejected.
    """
    found = incident_of(connection, key)
    if slot in COUNT_SLOTS and verdict == "reject":
        _check_told(found, key, slot, given["low"])
        return {}
    if slot is None or given["low"] is not None:
        return {}
    if slot in COUNT_SLOTS and found:
        best = _best(found, slot, given["value"] or "all")
        if best is not None:
            return {"low": best, "high": best}
    elif slot == "date" and found and found.dates:
        return {"value": given["value"] or f"{found.dates[0].start}/{found.dates[0].end}"}
    elif slot == "place" and found and found.places and found.places[0].value.lat is not None:
        value = found.places[0].value
        return {"value": given["value"] or f"{value.lat},{value.lon},{value.name}"}
    raise UsageError(f"no {slot} to {verdict}", key, "correct it instead")


def _check_told(found: Incident | None, key: str, slot: str, figure: int | None) -> None:
    """Refuse to reject a figure that nobody tells (None: any at all). Raises UsageError."""
    if found is None:
        return
    told = {a.low if a.high is None else a.high for a in found.accounts if a.slot == slot}
    if not told or (figure is not None and figure not in told):
        figures = ", ".join(map(str, sorted(one for one in told if one is not None)))
        what = f"nobody tells that figure of {slot}" if told else f"nothing is told of {slot}"
        raise UsageError(what, key, f"told are {figures}" if figures else "")


def _best(incident: Incident, slot: str, people: str) -> int | None:
    """The best figure that an incident shows of a slot and people."""
    wanted = ("best", slot, people)
    found = (v.best for v in incident.views if (v.policy, v.slot, v.people) == wanted)
    return next(found, None)


def judgement_of(
    connection: Connection,
    verdict: Verdict,
    events: tuple[Anchor, ...] = (),
    others: tuple[Anchor, ...] = (),
    *,
    slot: str | None = None,
    low: int | None = None,
    high: int | None = None,
    value: str | None = None,
    undoes: str | None = None,
    who: str,
    why: str,
    at: str,
) -> Judgement:
    """A judgement with an id made from its content and its place in the order.

    Raises UsageError where it would undo one that is not there or not in force.
    """
    made = judgements(connection)
    if verdict == "undo":
        target = next((j for j in made if j.id == undoes), None)
        if target is None:
            raise UsageError(f"no judgement {undoes!r}", do="`waqai judge list` shows them")
        is_undo = target.verdict == "undo"
        if not is_undo and target not in in_force(made):
            raise UsageError(f"judgement {undoes!r} is undone already", do="undo what undid it")
        events, others = target.events, target.others
    key = digest("judgement", len(made), verdict, events, others, slot, low, high, value, undoes)
    return Judgement(key, verdict, events, others, slot, low, high, value, undoes, who, why, at)

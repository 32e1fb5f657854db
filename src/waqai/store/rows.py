"""A record as rows of the event tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from waqai.model.canonical import dump
from waqai.model.event import Claim, Event, Record, Responsibility, Side, Speaker, Thing, Where
from waqai.model.span import Span
from waqai.model.values import TargetValue, WeaponValue
from waqai.store import schema

Row = dict[str, Any]
# Parents before children.
_TABLES = (
    schema.record, schema.event, schema.place, schema.side, schema.thing, schema.claim,
)  # fmt: skip


class Rows:
    """Rows of records to be, inserted together: the ids are given out here, not by the database.

    Sound only inside a transaction that writes: nobody else can take an id meanwhile.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[Row]] = {table: [] for table in _TABLES}
        self._record = _highest(connection, schema.record)
        self._event = _highest(connection, schema.event)

    def add(self, version: int, waqai: str, made: str, record: Record) -> None:
        """Add a record and the rows of every event of it."""
        self._record += 1
        own = {"id": self._record, "version_id": version, "waqai": waqai, "made": made}
        self._rows[schema.record].append({**own, "json": dump(record)})
        for position, told in enumerate(record.events):
            self._event += 1
            row = {"id": self._event, "record_id": self._record, "position": position}
            self._rows[schema.event].append({**row, **_event(told)})
            for table, found in _below(told):
                self._rows[table].extend({"event_id": self._event, **row} for row in found)

    def flush(self) -> None:
        """Insert what was added."""
        for table, rows in self._rows.items():
            if rows:
                self._connection.execute(insert(table), rows)
                rows.clear()


def _highest(connection: Connection, table: Table) -> int:
    """The highest id of a table, 0 where it is empty."""
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)


def _below(told: Event) -> list[tuple[Table, list[Row]]]:
    """The rows that hang on an event, by table."""
    sides = [_side(s, "by", n) for n, s in enumerate(told.by)]
    sides += [_side(s, "to", n) for n, s in enumerate(told.to)]
    things = [_thing(t, "target", n) for n, t in enumerate(told.targets)]
    things += [_thing(t, "weapon", n) for n, t in enumerate(told.weapons)]
    claims = [_claim(c, n) for n, c in enumerate(told.claims)]
    claims += [_stance(r, n) for n, r in enumerate(told.responsibility, len(claims))]
    places = [_place(p, n) for n, p in enumerate(told.where)]
    return [
        (schema.place, places),
        (schema.side, sides),
        (schema.thing, things),
        (schema.claim, claims),
    ]


def _words(span: Span | None, text: str | None) -> Row:
    return {
        "start": span.start if span else None,
        "end": span.end if span else None,
        "words": text,
    }


def _event(told: Event) -> Row:
    when = told.when
    value = when.value if when else None
    return {
        "key": told.id,
        "type": told.type,
        "status": told.status,
        "salience": told.salience,
        "first_day": value.start if value else None,
        "last_day": value.end if value else None,
        "grain": value.grain if value else None,
        "basis": value.basis if value else None,
        "assumed": when.assumed if when else None,
        "partial": value.partial if value else None,
        **_words(when.span if when else None, when.text if when else None),
        "trigger_start": told.trigger.start,
        "trigger_end": told.trigger.end,
        "evidence_start": told.evidence.start,
        "evidence_end": told.evidence.end,
        "confidence": told.confidence,
    }


def _place(where: Where, position: int) -> Row:
    value = where.value
    return {
        "position": position,
        "name": value.name,
        "country": value.country,
        "admin1": value.admin1,
        "lat": value.lat,
        "lon": value.lon,
        "kind": value.kind,
        "acled_precision": value.acled_precision,
        "ucdp_precision": value.ucdp_precision,
        **_words(where.span, where.text),
    }


def _side(side: Side, role: str, position: int) -> Row:
    return {
        "role": role,
        "position": position,
        "name": side.name,
        "actor": side.id,
        "kind": side.kind,
        "country": side.country,
        **_words(side.span, side.text),
    }


def _thing(thing: Thing[TargetValue] | Thing[WeaponValue], role: str, position: int) -> Row:
    value = thing.value
    return {
        "role": role,
        "position": position,
        "name": value.name,
        "kind": value.kind,
        **_words(thing.span, thing.text),
    }


def _speaker(speaker: Speaker | None) -> Row:
    return {
        "speaker": speaker.name if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "speaker_words": speaker.text if speaker else None,
        "speaker_start": speaker.span.start if speaker else None,
        "speaker_end": speaker.span.end if speaker else None,
    }


def _claim(claim: Claim, position: int) -> Row:
    return {
        "position": position,
        "slot": claim.slot,
        "low": claim.low,
        "high": claim.high,
        "hedge": claim.hedge,
        "whom_class": claim.whom.cls,
        "whom_side": claim.whom.side,
        "age": claim.whom.age,
        "sex": claim.whom.sex,
        "who": claim.who,
        "stance": None,
        "actor_name": None,
        "actor": None,
        **_words(claim.span, claim.text),
        **_speaker(claim.speaker),
        "confidence": claim.confidence,
    }


def _stance(told: Responsibility, position: int) -> Row:
    empty = ("low", "high", "hedge", "whom_class", "whom_side", "age", "sex", "who", "confidence")
    return {
        "position": position,
        "slot": "responsibility",
        **dict.fromkeys(empty),
        "stance": told.stance,
        "actor_name": told.actor,
        "actor": told.actor_id,
        **_words(told.span, told.text),
        **_speaker(told.speaker),
    }

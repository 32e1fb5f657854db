"""The tables, as of the newest migration. Names are in the singular; see docs/store.md.

A report has versions, each with the bytes it came from. A version has one record, made by some
version of Waqai, and that record's events, with their places, sides, things and claims as rows to
query. Offsets count code points of the version's text. Nothing of a version is ever changed.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _of(table: str) -> Column[int]:
    """The row of `table` that a row belongs to and goes with."""
    return Column(f"{table}_id", ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _text(name: str, required: bool = False) -> Column[str]:
    return Column(name, Text, nullable=not required)


def _number(name: str, required: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not required)


def _words() -> tuple[Column[int], Column[int], Column[str]]:
    """The span and the words that state a value."""
    return _number("start"), _number("end"), _text("words")


report = Table(
    "report",
    metadata,
    _id(),
    _text("key", required=True),
    Column("given", Boolean, nullable=False),
    UniqueConstraint("key"),
)

version = Table(
    "version",
    metadata,
    _id(),
    _of("report"),
    _number("number", required=True),
    Column("current", Boolean, nullable=False),
    _text("title"),
    _text("body", required=True),
    _text("published"),
    _text("outlet"),
    _text("url"),
    _text("author"),
    _text("language"),
    Column("extra", JSON, nullable=False),
    _text("content", required=True),
    Column("raw", LargeBinary, nullable=False),
    _text("sha256", required=True),
    _text("media", required=True),
    _text("encoding", required=True),
    _text("source", required=True),
    _number("line"),
    _text("received", required=True),
    UniqueConstraint("report_id", "number"),
    Index("ix_version_url", "url"),
    Index("ix_version_source", "source"),
)

record = Table(
    "record",
    metadata,
    _id(),
    _of("version"),
    _text("waqai", required=True),
    _text("made", required=True),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("version_id"),
    Index("ix_record_waqai", "waqai"),
)

event = Table(
    "event",
    metadata,
    _id(),
    _of("record"),
    _number("position", required=True),
    _text("key", required=True),
    _text("type", required=True),
    _text("status", required=True),
    _text("salience", required=True),
    _text("first_day"),
    _text("last_day"),
    _text("grain"),
    _text("basis"),
    _text("assumed"),
    _text("partial"),
    *_words(),
    _number("trigger_start", required=True),
    _number("trigger_end", required=True),
    _number("evidence_start", required=True),
    _number("evidence_end", required=True),
    Column("confidence", Float, nullable=False),
    CheckConstraint("last_day IS NULL OR first_day <= last_day", name="days"),
    Index("ix_event_record_id", "record_id"),
    Index("ix_event_key", "key"),
    Index("ix_event_first_day", "first_day"),
    Index("ix_event_type", "type"),
)

place = Table(
    "place",
    metadata,
    _id(),
    _of("event"),
    _number("position", required=True),
    _text("name", required=True),
    _text("country"),
    _text("admin1"),
    Column("lat", Float),
    Column("lon", Float),
    _text("kind", required=True),
    _number("acled_precision"),
    _number("ucdp_precision"),
    *_words(),
    Index("ix_place_event_id", "event_id"),
    Index("ix_place_country", "country", "admin1"),
    Index("ix_place_lat", "lat", "lon"),
)

side = Table(
    "side",
    metadata,
    _id(),
    _of("event"),
    _text("role", required=True),
    _number("position", required=True),
    _text("name", required=True),
    _text("actor"),
    _text("kind", required=True),
    _text("country"),
    *_words(),
    CheckConstraint("role IN ('by', 'to')", name="role"),
    Index("ix_side_event_id", "event_id"),
    Index("ix_side_actor", "actor"),
)

thing = Table(
    "thing",
    metadata,
    _id(),
    _of("event"),
    _text("role", required=True),
    _number("position", required=True),
    _text("name", required=True),
    _text("kind", required=True),
    *_words(),
    CheckConstraint("role IN ('target', 'weapon')", name="role"),
    Index("ix_thing_event_id", "event_id"),
    Index("ix_thing_kind", "kind"),
)

claim = Table(
    "claim",
    metadata,
    _id(),
    _of("event"),
    _number("position", required=True),
    _text("slot", required=True),
    _number("low"),
    _number("high"),
    _text("hedge"),
    _text("whom_class"),
    _text("whom_side"),
    _text("age"),
    _text("sex"),
    _text("who"),
    _text("stance"),
    _text("actor_name"),
    _text("actor"),
    *_words(),
    _text("speaker"),
    _text("speaker_kind"),
    _text("speaker_words"),
    _number("speaker_start"),
    _number("speaker_end"),
    Column("confidence", Float),
    CheckConstraint("(slot = 'responsibility') = (stance IS NOT NULL)", name="stance"),
    Index("ix_claim_event_id", "event_id"),
    Index("ix_claim_slot", "slot", "low"),
)

# What linking compares of an event of a current version: a pure function of it, kept for speed.
telling = Table(
    "telling",
    metadata,
    Column("id", ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    _text("key", required=True),
    _text("report", required=True),
    _number("first"),
    _number("last"),
    Column("open", Boolean, nullable=False),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("key"),
    Index("ix_telling_first", "first", "last"),
    Index("ix_telling_open", "open"),
    Index("ix_telling_report", "report"),
)

# Two tellings that are tied; `a` has the lesser key.
tie = Table(
    "tie",
    metadata,
    _id(),
    Column("a", ForeignKey("telling.id", ondelete="CASCADE"), nullable=False),
    Column("b", ForeignKey("telling.id", ondelete="CASCADE"), nullable=False),
    Column("score", Float, nullable=False),
    UniqueConstraint("a", "b"),
    Index("ix_tie_b", "b"),
)

incident = Table(
    "incident",
    metadata,
    _id(),
    _text("key", required=True),
    _text("type", required=True),
    _text("status", required=True),
    _text("salience", required=True),
    _text("first_day"),
    _text("last_day"),
    _text("country"),
    _text("admin1"),
    _text("place"),
    Column("lat", Float),
    Column("lon", Float),
    _number("killed_low"),
    _number("killed_best"),
    _number("killed_high"),
    _number("wounded_low"),
    _number("wounded_best"),
    _number("wounded_high"),
    _number("reports", required=True),
    _number("sources", required=True),
    Column("disputed", Boolean, nullable=False),
    Column("judged", Boolean, nullable=False),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("key"),
    Index("ix_incident_first_day", "first_day"),
    Index("ix_incident_country", "country", "admin1"),
    Index("ix_incident_lat", "lat", "lon"),
    Index("ix_incident_type", "type"),
    Index("ix_incident_killed_best", "killed_best"),
)

member = Table(
    "member",
    metadata,
    _id(),
    _of("incident"),
    _of("event"),
    UniqueConstraint("event_id"),
    Index("ix_member_incident_id", "incident_id"),
)

# An incident as lists and maps show it. An id is never given out twice: what was read of the
# lines before is brought up to date by it.
line = Table(
    "line",
    metadata,
    _id(),
    _of("incident"),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("incident_id"),
    sqlite_autoincrement=True,
)

# Every id that an incident ever had, and the event that it was made from: found again by it.
former = Table(
    "former",
    metadata,
    Column("key", Text, primary_key=True),
    _text("event", required=True),
)

# What analysts decided, in order. Rows are never changed or deleted: triggers see to it.
judgement = Table(
    "judgement",
    metadata,
    _id(),
    _text("key", required=True),
    _text("verdict", required=True),
    _text("who", required=True),
    _text("why", required=True),
    _text("at", required=True),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("key"),
)

# Who may use the desk where it is not one person's own. `password` is an Argon2 hash.
account = Table(
    "account",
    metadata,
    _id(),
    _text("name", required=True),
    _text("role", required=True),
    _text("password", required=True),
    _text("made", required=True),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("name"),
    CheckConstraint("role IN ('reader', 'analyst', 'admin')", name="role"),
)

# Who is logged in: the SHA-256 of the cookie, never the cookie; `until` in seconds of the epoch.
session = Table(
    "session",
    metadata,
    _id(),
    _of("account"),
    _text("token", required=True),
    _number("until", required=True),
    UniqueConstraint("token"),
    Index("ix_session_account_id", "account_id"),
)

# Every change made by the desk, in order. Rows are never changed or deleted: triggers see to it.
audit = Table(
    "audit",
    metadata,
    _id(),
    _text("at", required=True),
    _text("who"),
    _text("role"),
    _text("action", required=True),
    _text("about"),
    Column("detail", JSON, nullable=False),
    _text("request"),
    UniqueConstraint("who", "request"),
)

"""Incidents, what linking knows of events, and judgements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FIGURES = tuple(
    f"{slot}_{end}" for slot in ("killed", "wounded") for end in ("low", "best", "high")
)
_TEXTS = ("first_day", "last_day", "country", "admin1", "place")


def upgrade() -> None:
    """Make the tables. Nothing that is there is touched; `waqai link` fills them."""
    _tellings()
    _incidents()
    _judgements()


def _tellings() -> None:
    op.create_table(
        "telling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        _of("telling", "id", "event"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
        sa.UniqueConstraint("key", name=op.f("uq_telling_key")),
    )
    op.create_index("ix_telling_first", "telling", ["first", "last"], unique=False)
    op.create_index("ix_telling_open", "telling", ["open"], unique=False)
    op.create_index("ix_telling_report", "telling", ["report"], unique=False)
    op.create_table(
        "tie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        _of("tie", "a", "telling"),
        _of("tie", "b", "telling"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
        sa.UniqueConstraint("a", "b", name=op.f("uq_tie_a")),
    )
    op.create_index("ix_tie_b", "tie", ["b"], unique=False)


def _incidents() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(n, sa.Text(), nullable=False) for n in ("key", "type", "status", "salience")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in _TEXTS),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in _FIGURES),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("key", name=op.f("uq_incident_key")),
    )
    indexed = (["first_day"], ["country", "admin1"], ["lat", "lon"], ["type"], ["killed_best"])
    for columns in indexed:
        op.create_index(f"ix_incident_{columns[0]}", "incident", columns, unique=False)
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        _of("member", "incident_id", "incident"),
        _of("member", "event_id", "event"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("event_id", name=op.f("uq_member_event_id")),
    )
    op.create_index("ix_member_incident_id", "member", ["incident_id"], unique=False)


def _judgements() -> None:
    texts = ("key", "verdict", "who", "why", "at")
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("key", name=op.f("uq_judgement_key")),
    )
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER judgement_{deed.lower()} BEFORE {deed} ON judgement "
            "BEGIN SELECT RAISE(ABORT, 'judgements are only ever appended'); END"
        )


def _of(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    """The row of `parent` that a row goes with."""
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=name, ondelete="CASCADE")

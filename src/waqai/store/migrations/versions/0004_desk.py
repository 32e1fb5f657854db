"""Lines of incidents, ids that incidents had; accounts, sessions and the audit log of the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables. Nothing that is there is touched; opening the database fills the lines."""
    _lines()
    _people()
    _audit()


def _lines() -> None:
    op.create_table(
        "line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        _of("line", "incident"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
        sa.UniqueConstraint("incident_id", name=op.f("uq_line_incident_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "former",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_former")),
    )


def _people() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(n, sa.Text(), nullable=False) for n in ("name", "role", "password", "made")),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
        sa.CheckConstraint("role IN ('reader', 'analyst', 'admin')", name=op.f("ck_account_role")),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=False),
        _of("session", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token", name=op.f("uq_session_token")),
    )
    op.create_index("ix_session_account_id", "session", ["account_id"], unique=False)


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("request", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("who", "request", name=op.f("uq_audit_who")),
    )
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_{deed.lower()} BEFORE {deed} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit log is only ever appended'); END"
        )


def _of(table: str, parent: str) -> sa.ForeignKeyConstraint:
    """The row of `parent` that a row goes with."""
    name = op.f(f"fk_{table}_{parent}_id")
    return sa.ForeignKeyConstraint(
        [f"{parent}_id"], [f"{parent}.id"], name=name, ondelete="CASCADE"
    )

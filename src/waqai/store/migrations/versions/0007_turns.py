"""Tellings hold where clauses begin among places and hurt: `waqai link` makes them anew."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take out what was compared; incidents stay as they are until they are linked again."""
    for table in ("tie", "telling"):
        op.execute(f"DELETE FROM {table}")

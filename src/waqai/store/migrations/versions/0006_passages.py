"""Tellings hold their passage's words and their outlet: the next `waqai link` makes them anew."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Take out what was compared; incidents stay as they are until they are linked again."""
    for table in ("tie", "telling"):
        op.execute(f"DELETE FROM {table}")

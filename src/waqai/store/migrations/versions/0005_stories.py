"""Tellings hold the words of their story: the next `waqai link` makes them, and links, anew."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Take out what was compared; incidents stay as they are until they are linked again."""
    for table in ("tie", "telling"):
        op.execute(f"DELETE FROM {table}")

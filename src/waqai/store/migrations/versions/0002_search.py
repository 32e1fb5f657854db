"""Full-text search over the current versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from waqai.store.search import CREATE, put_in

revision = "0002"
down_revision = "0001"

version = sa.table(
    "version", sa.column("id"), sa.column("title"), sa.column("body"), sa.column("current")
)


def upgrade() -> None:
    """Make the index and fill it from what is there."""
    connection = op.get_bind()
    connection.exec_driver_sql(CREATE)
    current = sa.select(version.c.id, version.c.title, version.c.body).where(version.c.current)
    for number, title, body in connection.execute(current).all():
        put_in(connection, number, f"{title or ''}\n{body}")

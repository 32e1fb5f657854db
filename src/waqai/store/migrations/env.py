"""Alembic runs this for every migration: on the connection, and in the transaction, it is given."""

from __future__ import annotations

from alembic import context

from waqai.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()

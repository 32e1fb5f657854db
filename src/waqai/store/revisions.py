"""Migrations: which revision this Waqai wants, and how a database gets there."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from waqai.errors import StoreError

# The newest script under migrations/versions; a test holds the two together, so that opening a
# database that is up to date need not load Alembic.
HEAD = "0007"


def upgrade(connection: Connection, path: str, revision: str = HEAD) -> None:
    """Run the migrations up to `revision` in the transaction of `connection`.

    What is computed of the other rows, and a migration left empty, is made again. Raises StoreError
    for a database of a revision that this Waqai does not know.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        do = "use that version, or give another path by --db"
        raise StoreError("made by a newer version of Waqai", path, do) from error
    if revision == HEAD:
        from waqai.store.lines import fill

        fill(connection)

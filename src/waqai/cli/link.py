"""`waqai link`: events of the database that are one and the same become incidents."""

from __future__ import annotations

from typing import Annotated

import typer

from waqai.cli.database import DEFAULT, Db, Json
from waqai.cli.progress import bar
from waqai.cli.streams import put


def link(
    db: Db = DEFAULT,
    everything: Annotated[bool, typer.Option("--all", help="Link all events anew.")] = False,
    json: Json = False,
) -> None:
    """Link what is new; running it again changes nothing."""
    import msgspec

    from waqai.store.database import open_database
    from waqai.store.incidents import count
    from waqai.store.linking import link as linked

    with open_database(db, write=True, new=False) as database, bar("linking") as progress:
        for done in linked(database, everything):
            progress.step(done)
        with database.read() as connection:
            found = count(connection)
    if json:
        put(msgspec.json.encode({"incidents": found}))
    else:
        typer.echo(f"{found} incidents")

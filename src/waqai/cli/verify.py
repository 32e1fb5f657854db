"""`waqai verify`: the whole database against the bytes it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from waqai.cli.database import DEFAULT, Db, Json
from waqai.cli.progress import bar
from waqai.cli.streams import BAD_INPUT, put

if TYPE_CHECKING:
    from waqai.store.verify import Fault


def verify(db: Db = DEFAULT, json: Json = False) -> None:
    """Check every version against its raw bytes and its record; say what is wrong."""
    import msgspec

    from waqai.store.database import open_database
    from waqai.store.verify import verify as faults_of

    sound = faults = 0
    with open_database(db) as database, database.read() as connection, bar("verifying") as progress:
        for found in faults_of(connection):
            progress.step()
            if found is None:
                sound += 1
                continue
            faults += 1
            shown = msgspec.json.encode({"where": found.where, "fault": found.what})
            put(shown) if json else typer.echo(_told(found))
    if json:
        put(msgspec.json.encode({"sound": sound, "faults": faults}))
    else:
        typer.echo(f"{sound} versions sound, {faults} faults")
    if faults:
        raise typer.Exit(BAD_INPUT)


def _told(fault: Fault) -> str:
    return f"{fault.where}: {fault.what}" if fault.where else fault.what

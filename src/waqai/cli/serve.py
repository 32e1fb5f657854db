"""`waqai serve`: the desk, in the browser of this machine or to people with accounts."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from waqai.cli.database import DEFAULT, Db, Names


def serve(
    db: Db = DEFAULT,
    host: Annotated[
        str, typer.Option("--host", help="Any but this machine's own takes accounts.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="0: any that is free.")
    ] = 8000,
    who: Annotated[
        str | None,
        typer.Option("--who", envvar="WAQAI_WHO", help="Who decides, where there are no accounts."),
    ] = None,
    names: Names = False,
) -> None:
    """Open the desk on a database: see, question and correct its incidents in a browser."""
    from waqai.serve.running import run
    from waqai.serve.settings import Settings

    settings = Settings(host=host, port=port, who=who or getpass.getuser(), names=names)
    run(db, settings, lambda address: typer.echo(f"Waqai's desk: {address}  (Ctrl-C ends it)"))

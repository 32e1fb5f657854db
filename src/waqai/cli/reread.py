"""`waqai reread`: records that another version of Waqai made are made again."""

from __future__ import annotations

from typing import Annotated

import typer

from waqai.cli.database import DEFAULT, Db
from waqai.cli.extraction import Extraction, Jobs
from waqai.cli.progress import bar


def reread(
    db: Db = DEFAULT,
    everything: Annotated[
        bool, typer.Option("--all", help="Remake all records, whichever Waqai made them.")
    ] = False,
    jobs: Jobs = 0,
) -> None:
    """Make the records of the database again from the texts that it keeps."""
    from waqai.store.database import open_database
    from waqai.store.ingest import reread as remake

    done = 0
    with open_database(db, write=True, new=False) as database, bar("rereading") as progress:
        for count in remake(database, Extraction(jobs), everything):
            done += count
            progress.step(count)
    typer.echo(f"{done} records remade")

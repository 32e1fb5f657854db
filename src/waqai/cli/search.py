"""`waqai search`: reports by their words, folded and without clitics."""

from __future__ import annotations

from typing import Annotated

import typer

from waqai.cli.database import DEFAULT, Db, Json, Names
from waqai.cli.streams import put


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, "a phrase".')],
    db: Db = DEFAULT,
    limit: Annotated[int, typer.Option(min=1, help="Most reports shown.")] = 20,
    names: Names = False,
    json: Json = False,
) -> None:
    """Find the reports that have all the words, in any spelling and with any clitics."""
    import msgspec

    from waqai.export.known import NOBODY, known
    from waqai.export.privacy import masker
    from waqai.store.database import open_database
    from waqai.store.search import search as find

    query = " ".join(f'"{word}"' if " " in word else word for word in words)
    with open_database(db) as database, database.read() as connection:
        found = find(connection, query, limit + 1)
    hits = found[:limit]
    for hit in hits:
        told = NOBODY if names else known((hit.title or "", hit.body), ())
        title = masker(names, told)(hit.title or hit.body[:120])
        if json:
            row = {"report": hit.report, "published": hit.published, "outlet": hit.outlet}
            put(msgspec.json.encode({**row, "title": title}))
        else:
            day = (hit.published or "unknown")[:10]
            typer.echo(f"{hit.report}  {day:<10}  {hit.outlet or '-'}  {' '.join(title.split())}")
    if len(found) > limit:
        typer.echo(f"waqai: the first {limit} alone are shown; --limit shows more", err=True)
    if not hits and not json:
        typer.echo("no report has all these words")

"""`waqai read`: reports of any kind into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.database import DEFAULT, Db, Json
from waqai.cli.extraction import Extraction, Jobs
from waqai.cli.inputs import Published, checked_date
from waqai.cli.progress import bar
from waqai.cli.streams import BAD_INPUT, complain, put
from waqai.errors import InputError

if TYPE_CHECKING:
    from waqai.read import Received
    from waqai.store.ingest import Step

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER...",
        help="Text, HTML, MHTML, JSONL, CSV, zip; folders of these; - for standard input.",
    ),
]
_TOLD = (
    ("new", "read"),
    ("version", "new versions"),
    ("unchanged", "unchanged"),
    ("flawed", "read with a field left out"),
    ("refused", "refused"),
)


def read(
    paths: Paths,
    db: Db = DEFAULT,
    published: Published = None,
    json: Json = False,
    jobs: Jobs = 0,
) -> None:
    """Read reports into the database; reading them again changes nothing."""
    from waqai.store.database import open_database
    from waqai.store.ingest import Step, ingest

    default = checked_date(published)
    counts: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    items, refused = _begun(_received(paths, default), db)
    for error in refused:
        _note(Step("refused", error.where, None, error), counts, languages)
    if not refused:
        with open_database(db, write=True) as database, bar("reading") as progress:
            for step in ingest(database, items, Extraction(jobs)):
                _note(step, counts, languages)
                progress.step()
    if json:
        _print_json(counts, languages)
    else:
        _print(counts, languages)
    if counts["refused"] or counts["flawed"]:
        raise typer.Exit(BAD_INPUT)


def _received(paths: Sequence[str], published: str | None) -> Iterator[Received | InputError]:
    from waqai.read import receive

    for path in paths:
        yield from receive(path, published)


def _begun(
    items: Iterator[Received | InputError], db: str
) -> tuple[Iterator[Received | InputError], list[InputError]]:
    """What there is to read, or why there is nothing, where that would make a new database."""
    from waqai.read import Received

    first: list[Received | InputError] = []
    if not Path(db).exists():
        for item in items:
            first.append(item)
            if isinstance(item, Received):
                break
        else:
            return iter(()), [item for item in first if isinstance(item, InputError)]
    return chain(first, items), []


def _note(step: Step, counts: Counter[str], languages: Counter[str]) -> None:
    """Count a step and tell what was bad."""
    counts[step.outcome] += 1
    if step.language not in (None, "ar") and step.outcome in ("new", "version"):
        languages[str(step.language)] += 1
    if step.error is not None:
        complain(step.error)


def _print(counts: Counter[str], languages: Counter[str]) -> None:
    """The summary, for people."""
    for key, told in _TOLD:
        if counts[key] or key == "new":
            typer.echo(f"{counts[key]:>8} {told}")
    for name, count in sorted(languages.items()):
        typer.echo(f"{count:>8} not Arabic ({name}): kept, no events")


def _print_json(counts: Counter[str], languages: Counter[str]) -> None:
    import msgspec

    summary = {key: counts[key] for key, _ in _TOLD}
    other = dict(sorted(languages.items()))
    put(msgspec.json.encode({**summary, "not_arabic": other}))

"""The reports that a command was given: files in order, bad ones told and counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.streams import BAD_INPUT, complain
from waqai.errors import InputError

if TYPE_CHECKING:
    from waqai.model.report import Report

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Text, HTML, MHTML, JSONL, CSV, zip; folders of these; - for standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Publication date (2025-05-17) of reports that do not say theirs."
    ),
]


class Inputs:
    """Iterates over the reports of `paths`; `bad` counts what could not be used."""

    def __init__(self, paths: Sequence[str], published: str | None = None) -> None:
        self._paths = paths
        self._published = checked_date(published)
        self.bad = 0

    def __iter__(self) -> Iterator[Report]:
        from waqai.read import reports

        for path in self._paths:
            for item in reports(path, self._published):
                if isinstance(item, InputError):
                    self.refuse(item)
                else:
                    yield item

    def refuse(self, error: InputError) -> None:
        """Tell and count a bad input; the others go on."""
        self.bad += 1
        complain(error)

    def exit(self) -> None:
        """Leave the command with the status that the inputs earned."""
        if self.bad:
            raise typer.Exit(BAD_INPUT)


def checked_date(published: str | None) -> str | None:
    """The option `--published`, refused as wrong use where it is no date that exists."""
    from waqai.text.document import parse_published

    try:
        parse_published(published)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None
    return published

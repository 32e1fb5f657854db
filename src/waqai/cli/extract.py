"""`waqai extract`: the events of reports, one JSON object a report, in input order."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from waqai.cli.extraction import Extraction, Jobs
from waqai.cli.inputs import Files, Inputs, Published
from waqai.cli.streams import put
from waqai.errors import InputError


class Format(StrEnum):
    """`gold` is what a coder would enter; `json` the full record with spans and rules."""

    gold = "gold"
    json = "json"


def extract(
    files: Files,
    format: Annotated[Format, typer.Option(help="Which record to print.")] = Format.json,
    published: Published = None,
    jobs: Jobs = 0,
) -> None:
    """Print the events of each report as one line of JSON."""
    import msgspec

    from waqai.export.gold import gold
    from waqai.model.canonical import dump

    inputs = Inputs(files, published)
    is_gold = format is Format.gold
    for report, record in Extraction(jobs).pairs(inputs):
        if isinstance(record, InputError):
            inputs.refuse(record)
        else:
            put(msgspec.json.encode(gold(report, record)) if is_gold else dump(record))
    inputs.exit()

"""`waqai annotate`: the mentions of reports, one JSON object a report, in input order."""

from __future__ import annotations

from typing import Annotated

import typer

from waqai.cli.inputs import Inputs
from waqai.cli.streams import put
from waqai.errors import InputError


def annotate(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Text, HTML, JSONL, CSV, zip, folder; - for standard input."
        ),
    ],
) -> None:
    """Print what is read in each report: numbers, dates, places, actors, speakers and the like."""
    from waqai.annotate.pipeline import Annotator, mentions
    from waqai.export.mentions import annotated
    from waqai.model.canonical import dump
    from waqai.text.document import Document

    inputs = Inputs([file])
    annotator = Annotator()
    for report in inputs:
        try:
            chart = annotator.chart(Document.of(report))
        except InputError as error:
            inputs.refuse(error)
            continue
        put(dump(annotated(report, mentions(chart))))
    inputs.exit()

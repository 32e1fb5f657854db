"""`waqai explain`: for each value of each event, the rules and the words that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.extractor import extractor
from waqai.cli.inputs import Files, Inputs, Published
from waqai.cli.streams import put
from waqai.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from waqai.export.explanation import ExplainedEvent, Explanation, Step


# `responsibility` is the longest slot.
_SLOT = len("responsibility") + 2


def explain(
    files: Files,
    published: Published = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one line a report.")] = False,
) -> None:
    """Show which words and which rules made each value of each event."""
    from rich.console import Console

    from waqai.export.explanation import explain as explanation_of
    from waqai.model.canonical import dump

    inputs = Inputs(files, published)
    record_of = extractor().record
    console = Console(highlight=False)
    for report in inputs:
        try:
            explanation = explanation_of(report, record_of(report))
        except InputError as error:
            inputs.refuse(error)
            continue
        if json:
            put(dump(explanation))
        elif console.is_terminal:
            _draw(console, explanation)
        else:
            _list(explanation)
    inputs.exit()


def _heading(explanation: Explanation) -> str:
    """The line above a report's events."""
    events = len(explanation.events)
    date = explanation.published or "date unknown"
    return f"{explanation.report} · {date} · {events} event{'' if events == 1 else 's'}"


def _title(number: int, event: ExplainedEvent) -> str:
    """The line above an event's values."""
    told = f"{event.type} · {event.status} · {event.salience}"
    return f"{number}. {told} · confidence {event.confidence:.2f}"


def _list(explanation: Explanation) -> None:
    """Plain lines: the value, then what made it, the words last."""
    typer.echo(_heading(explanation))
    for number, event in enumerate(explanation.events, 1):
        typer.echo(f"\n{_title(number, event)}")
        for step in event.values:
            typer.echo(f"  {step.slot:<{_SLOT}}{step.value}")
            typer.echo(f"      rules     {_rules(step)}")
            if step.text is not None:
                typer.echo(f"      words     {step.start}-{step.end} {_one_line(step.text)}")
            if step.speaker:
                typer.echo(f"      said by   {_one_line(step.speaker)}")
    typer.echo("")


def _draw(console: Console, explanation: Explanation) -> None:
    """A table an event, for a person at a terminal."""
    from rich.markup import escape
    from rich.table import Table

    console.print(f"[bold]{escape(_heading(explanation))}[/]")
    for number, event in enumerate(explanation.events, 1):
        table = Table(title=_title(number, event), title_justify="left", expand=True)
        table.add_column("slot", style="cyan", no_wrap=True)
        table.add_column("value", ratio=3)
        table.add_column("rules", ratio=3, style="dim")
        table.add_column("said by", ratio=2)
        table.add_column("words", ratio=4)
        for step in event.values:
            cells = (step.slot, step.value, _rules(step), step.speaker or "", step.text or "")
            table.add_row(*(escape(_one_line(cell)) for cell in cells))
        console.print(table)


def _rules(step: Step) -> str:
    """The rules, outermost first."""
    return " < ".join(step.rules) or "-"


def _one_line(text: str) -> str:
    """Words that run over a line end, on one line."""
    return " ".join(text.split())

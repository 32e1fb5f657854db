"""`waqai judge`: what an analyst decides of incidents, events and values; only ever appended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.database import DEFAULT, Db, Json
from waqai.cli.streams import put
from waqai.errors import UsageError

if TYPE_CHECKING:
    from waqai.model.judgement import Verdict

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Who = Annotated[str, typer.Option("--who", envvar="WAQAI_WHO", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", help="Why.")]
Slot = Annotated[
    str | None,
    typer.Option("--slot", help="killed, wounded, …, date or place; the whole event without."),
]
Low = Annotated[int | None, typer.Option("--low", min=0, help="The figure, or its least.")]
High = Annotated[int | None, typer.Option("--high", min=0, help="Its most; as --low without.")]
Value = Annotated[
    str | None,
    typer.Option(
        "--value",
        help="2025-05-17 or FIRST/LAST for a date; LAT,LON,NAME for a place; whom a figure counts.",
    ),
]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Incidents or events.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="An incident or an event.")]


@app.command()
def merge(ids: Ids, who: Who, why: Why, db: Db = DEFAULT) -> None:
    """Say that they are one incident."""
    _judge(db, "merge", ids, (), who=who, why=why)


@app.command()
def split(
    incident: Id,
    events: Annotated[list[str], typer.Argument(metavar="EVENT...", help="What is not of it.")],
    who: Who,
    why: Why,
    db: Db = DEFAULT,
) -> None:
    """Say that these events are not what the others of the incident are."""
    _judge(db, "split", events, (incident,), who=who, why=why)


@app.command()
def accept(
    id: Id,
    who: Who,
    why: Why,
    slot: Slot = None,
    low: Low = None,
    high: High = None,
    value: Value = None,
    db: Db = DEFAULT,
) -> None:
    """Say that it is so: the event or incident, or a value (without --low: the best figure)."""
    _judge(db, "accept", (id,), (), who=who, why=why, slot=slot, low=low, high=high, value=value)


@app.command()
def correct(
    id: Id,
    slot: Annotated[str, typer.Option("--slot", help="killed, wounded, …, date or place.")],
    who: Who,
    why: Why,
    low: Low = None,
    high: High = None,
    value: Value = None,
    db: Db = DEFAULT,
) -> None:
    """Give another value."""
    _judge(db, "correct", (id,), (), who=who, why=why, slot=slot, low=low, high=high, value=value)


@app.command()
def reject(
    id: Id,
    who: Who,
    why: Why,
    slot: Slot = None,
    low: Low = None,
    value: Value = None,
    db: Db = DEFAULT,
) -> None:
    """Say that it is no event, or (with --slot) that a value is not so: the figure of --low (all
    without), the date or place of --value (the best without).
    """
    _judge(db, "reject", (id,), (), who=who, why=why, slot=slot, low=low, value=value)


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement.")],
    who: Who,
    why: Why,
    db: Db = DEFAULT,
) -> None:
    """Take a judgement back; undoing an undoing brings it back."""
    _judge(db, "undo", (), (), who=who, why=why, undoes=judgement)


@app.command("list")
def list_(db: Db = DEFAULT, json: Json = False) -> None:
    """Every judgement in order, and whether it is in force."""
    from waqai.export.card import shown
    from waqai.link.rulings import in_force
    from waqai.model.canonical import dump
    from waqai.store.database import open_database
    from waqai.store.judging import judgements

    with open_database(db) as database, database.read() as connection:
        made = judgements(connection)
    holding = {judgement.id for judgement in in_force(made)}
    for item in made:
        if json:
            put(dump({"judgement": item, "in_force": item.id in holding}))
            continue
        state = "in force" if item.id in holding else "undo" if item.undoes else "undone"
        about = " ".join(filter(None, (item.slot, _bounds(item.low, item.high), item.value)))
        events = " ".join(anchor.event for anchor in item.events)
        told = (item.id, item.at, item.verdict, about, state, shown(item.who), shown(item.why))
        typer.echo("  ".join(part for part in told if part) + f"  {events}")


def _judge(
    db: str, verdict: Verdict, ids: Sequence[str], others: Sequence[str], **more: Any
) -> None:
    """Append the judgement and link what it is about, in one transaction."""
    from waqai.store.database import open_database
    from waqai.store.deciding import decide

    for name in ("who", "why"):
        if not more[name].strip():
            raise UsageError(f"no {name}", do=f"a judgement needs --{name}")
    with open_database(db, write=True, new=False) as database, database.write() as connection:
        made = decide(connection, verdict, ids, others, **more)
    typer.echo(made.id)


def _bounds(low: int | None, high: int | None) -> str:
    if low is None:
        return ""
    return str(low) if low == high else f"{low}-{high}"

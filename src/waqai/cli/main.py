"""The `waqai` command: its options, its subcommands, and what an error means to the caller.

Exit status: 0 all read; 1 some input bad (named on standard error, the rest done), or a
file or database that cannot be used; 2 wrong use.
What a command needs is imported when it runs, so that `waqai --version` answers at once.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from waqai import __version__
from waqai.cli import (
    account,
    annotate,
    explain,
    export,
    extract,
    incidents,
    judge,
    link,
    read,
    reread,
    search,
    serve,
    show,
    verify,
)
from waqai.cli.streams import BAD_INPUT, WRONG_USE, complain, use_utf8
from waqai.errors import UsageError, WaqaiError

app = typer.Typer(
    name="waqai",
    help="Arabic news reports about conflict and security in, sourced incident records out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

# An explicit tuple instead of a registry: what `waqai --help` lists, in this order.
COMMANDS = (
    extract.extract,
    annotate.annotate,
    explain.explain,
    incidents.incidents,
    read.read,
    link.link,
    show.show,
    search.search,
    export.export,
    verify.verify,
    reread.reread,
    serve.serve,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(account.app, name="account", help="Who may use the desk: add, change, list.")
app.add_typer(judge.app, name="judge", help="Decide: merge, split, accept, correct, reject, undo.")


def _version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        typer.echo(f"waqai {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Arabic news reports about conflict and security in, sourced incident records out."""


def main() -> None:
    """Run the command line and leave the process with its exit status."""
    use_utf8()
    try:
        app(prog_name="waqai")
    except UsageError as error:
        complain(error)
        sys.exit(WRONG_USE)
    except WaqaiError as error:
        complain(error)
        sys.exit(BAD_INPUT)

"""The command ``kg``: one command a file beside this one.

Nothing here or there imports more than Typer before a command runs, so that ``kg query`` answers at once.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli import (
    build,
    diff,
    eval,
    explain,
    export,
    extract,
    gazetteer,
    merge,
    query,
    retract,
    serve,
    split,
    validate,
    view,
)
from kg.errors import KgError
from kg.version import __version__

app = typer.Typer(
    name="kg",
    help="News articles in, a sourced and queryable graph of diplomacy out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    build,
    extract,
    query,
    explain,
    view,
    export,
    validate,
    retract,
    merge,
    split,
    diff,
    eval,
    gazetteer,
    serve,
):
    app.command(name=command.__name__.rsplit(".", 1)[-1])(command.run)


def _show_version(asked: bool) -> None:
    if asked:
        print(__version__)
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """News articles in, a sourced and queryable graph of diplomacy out."""


def main() -> None:
    """Run the command line; an error that the user can mend is one line on stderr and exit code 2."""
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(2)

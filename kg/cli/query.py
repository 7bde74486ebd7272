"""``kg query``: SPARQL, or a named question, over a graph."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import ConfigFile, GraphPlace, Quiet, open_graph
from kg.errors import QueryError
from kg.vocab import with_prefixes


class Format(StrEnum):
    """How answers are printed."""

    table = "table"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    turtle = "turtle"


def run(
    sparql: Annotated[str | None, typer.Argument(help="A query; usual prefixes are known.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", metavar="F.rq", help="A file with a query.")] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", help="A named question; see --list.")] = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A parameter of the named question.")
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="Show the named questions.")] = False,
    graph: GraphPlace = None,
    format: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.table,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Ask the graph: in SPARQL, or one of the named questions.

    Example: kg query --name whom-did-x-meet --set person="Ana Torres"
    """
    from kg.graph import format as formats
    from kg.graph.query import ask
    from kg.graph.query import run as run_query

    if show:
        _show_questions()
        return
    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise typer.BadParameter("give one of: a query, --file, --name; or --list")
    if values and name is None:
        raise typer.BadParameter("--set goes with --name")
    store = open_graph(graph, config)
    if name is not None:
        answer = ask(store, name, _pairs(values or []))
    else:
        answer = run_query(store, with_prefixes(_read(file) if file else sparql or ""))
    print(formats.write(answer, format.value), end="")


def _show_questions() -> None:
    from kg.graph.named import named

    for question in named():
        print(f"{question.name}: {question.title}\n  {question.description}")
        for parameter in question.parameters:
            default = "" if parameter.default is None else f" [{parameter.default}]"
            print(f"    --set {parameter.name}=... ({parameter.type}: {parameter.description}){default}")


def _pairs(values: list[str]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for key, equals, _ in pairs:
        if not key or not equals:
            raise typer.BadParameter(f"{key!r}: expected KEY=VALUE", param_hint="--set")
    return {key: value for key, _, value in pairs}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: the query cannot be read: {error}") from error

"""``kg view``: the interactive page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import ConfigFile, GraphPlace, Quiet, open_graph, settings


def run(
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="The page.")] = None,
    focus: Annotated[str | None, typer.Option(metavar="TERM", help="Open on this node: an IRI or a label.")] = None,
    depth: Annotated[int | None, typer.Option(metavar="N", min=0, help="Steps around the focus.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Show these classes first.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day shown at the start.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day shown at the start.")] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    ontology: Annotated[
        bool,
        typer.Option(
            "--ontology", help="Write the page of the ontology and its JSON-LD context instead; -o is a folder."
        ),
    ] = False,
    graph: GraphPlace = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Write the interactive page of a graph: one file, no network; by default into the graph directory.

    Example: kg view --focus Kenya --depth 2 --open
    """
    if ontology:
        _done(_ontology(out or Path()), show=show, quiet=quiet)
        return
    first, last = _day(since, "--from"), _day(until, "--to")
    from kg.run.page import page_title
    from kg.view.page import write_page
    from kg.view.rows import view_graph_from_rows, view_queries

    store = open_graph(graph, config)
    answers = {name: store.query(sparql, union=True) for name, sparql in view_queries().items()}
    view_graph = view_graph_from_rows(answers)
    page = out or _usual_page(graph or settings(config).graph)
    title = page_title(view_graph)
    write_page(view_graph, page, title=title, focus=focus, depth=depth, types=types, since=first, until=last)
    _done(page, show=show, quiet=quiet)


def _ontology(folder: Path) -> Path:
    from kg.view.ontology import write_ontology

    return write_ontology(folder)


def _done(page: Path, *, show: bool, quiet: bool) -> None:
    if not quiet:
        print(page)
    if show:
        typer.launch(str(page))


def _usual_page(place: str) -> Path:
    """Give ``graph.html`` in a graph directory, else in the working directory."""
    return Path(place, "graph.html") if Path(place).is_dir() else Path("graph.html")


def _day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text!r}: expected a day such as 2024-05-17", param_hint=option) from error

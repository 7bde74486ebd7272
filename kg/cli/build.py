"""``kg build``: articles to a graph directory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import (
    PROBLEMS,
    ConfigFile,
    Executor,
    Frames,
    GazetteerFiles,
    Jobs,
    Model,
    OutFolder,
    Published,
    Publisher,
    Quiet,
    Sources,
    Url,
    note,
    settings,
)
from kg.cli.progress import progress

if TYPE_CHECKING:
    from kg.run.handle import Graph


def run(
    sources: Sources,
    out: OutFolder = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    jobs: Jobs = None,
    executor: Executor = None,
    model: Model = None,
    frames: Frames = None,
    gazetteer: GazetteerFiles = None,
    decisions: Annotated[Path | None, typer.Option(metavar="FILE", help="Human decisions to apply.")] = None,
    no_html: Annotated[bool, typer.Option("--no-html", help="Write no page.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when a source gave nothing or the graph is invalid.")
    ] = False,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Read articles and write their graph; articles of earlier runs stay.

    Example: kg build articles/ -o output --publisher "The Gazette"
    """
    chosen = settings(
        config,
        published=published,
        publisher=publisher,
        url=url,
        jobs=jobs,
        executor=executor,
        model=model,
        frames=frames,
        gazetteer=gazetteer or None,
        decisions=decisions,
        html=False if no_html else None,
    )
    from kg.pipeline import build

    with progress("reading articles", quiet=quiet) as show:
        graph = build(sources, out=out or chosen.graph, config=chosen, on_progress=show)
    raise typer.Exit(_summarise(graph, strict=strict, quiet=quiet))


def _summarise(graph: Graph, *, strict: bool, quiet: bool) -> int:
    """Print what the run did; give the exit code."""
    report = graph.report
    for skipped in report["skipped"]:
        note(f"kg: {skipped['source']}: skipped: {skipped['reason']}")
    if report["warnings"]:
        note(f"kg: {len(report['warnings'])} warnings, see {graph.directory / 'report.json'}", quiet=quiet)
    for violation in report["violations"]:
        note(f"kg: the graph does not conform: {violation}")
    if not quiet:
        counts = report["counts"]
        read = sum(article["status"] == "extracted" for article in report["articles"].values())
        print(f"{counts['articles']} articles ({read} read now), {counts['facts']} facts, {counts['claims']} claims")
        print(graph.directory / "graph.ttl")
        if (graph.directory / "graph.html").exists():
            print(graph.directory / "graph.html")
    nothing = not report["counts"]["articles"]
    # a graph with a violation is written and usable; `kg validate` is the command that judges it
    return PROBLEMS if nothing or (strict and (report["skipped"] or report["violations"])) else 0

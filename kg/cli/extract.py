"""``kg extract``: what each article says, one JSON line an article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import (
    PROBLEMS,
    ConfigFile,
    Executor,
    Frames,
    GazetteerFiles,
    Jobs,
    Model,
    Published,
    Publisher,
    Quiet,
    Sources,
    Url,
    note,
    settings,
)
from kg.cli.progress import progress


def run(
    sources: Sources,
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help="The file; - for stdout.")] = "-",
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    jobs: Jobs = None,
    executor: Executor = None,
    model: Model = None,
    frames: Frames = None,
    gazetteer: GazetteerFiles = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a source gave no article.")] = False,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Write what each article says, one JSON line an article, without merging them.

    Example: kg extract articles/ -o mentions.jsonl
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
    )
    from kg.graph import ontology
    from kg.pipeline import extract
    from kg.run.extractions import to_line, write_lines
    from kg.types import Report

    report = Report()
    with progress("reading articles", quiet=quiet) as show:
        extractions = extract(sources, config=chosen, report=report, on_progress=show)
    plover = ontology.load().plover
    lines = (to_line(extraction, plover=plover) for extraction in extractions)
    if out == "-":
        sys.stdout.writelines(lines)
    else:
        write_lines(lines, Path(out))
    for skipped in report.skipped:
        note(f"kg: {skipped.source}: skipped: {skipped.reason}")
    raise typer.Exit(PROBLEMS if strict and report.skipped else 0)

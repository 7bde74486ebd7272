"""``kg export``: the graph in the formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import ConfigFile, GraphPlace, Quiet, open_graph

FORMATS = "turtle, trig, nquads, jsonld, rdfxml, graphml, gexf, csv, plover, neo4j, parquet"


def run(
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The file; a folder for csv, neo4j, parquet.")
    ],
    format: Annotated[str, typer.Option("--format", metavar="F", help=f"One of {FORMATS}.")] = "turtle",
    graph: GraphPlace = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Write the graph in another format.

    Example: kg export --format graphml -o graph.graphml
    """
    from kg.registry import load

    load("exporter", format)().export(open_graph(graph, config), out)
    if not quiet:
        print(out)

"""``kg validate``: does the graph keep the rules of its ontology?"""

from __future__ import annotations

import typer

from kg.cli.options import PROBLEMS, ConfigFile, GraphPlace, Quiet, note, open_graph


def run(graph: GraphPlace = None, config: ConfigFile = None, quiet: Quiet = False) -> None:
    """Check the graph against the SHACL shapes; exit 1 when it does not conform.

    Example: kg validate --graph output
    """
    from kg.graph.validate import validate

    found = validate(open_graph(graph, config).quads())
    for item in found:
        if not quiet or item.severity == "violation":
            print(item)
    violations = sum(item.severity == "violation" for item in found)
    note(f"{violations} violations, {len(found) - violations} warnings", quiet=quiet)
    raise typer.Exit(PROBLEMS if violations else 0)

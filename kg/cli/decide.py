"""What ``kg merge`` and ``kg split`` share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.options import note, open_graph, settings

_WHO = "An IRI, a label, or a telling: document id, #, id of the mention-level value."
Left = Annotated[str, typer.Argument(metavar="A", help=_WHO)]
Right = Annotated[str, typer.Argument(metavar="B", help=_WHO)]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")]


def record(
    pair: tuple[str, str],
    verdict: Literal["same", "different"],
    reason: str,
    *,
    graph: str | None,
    config_file: Path | None,
    quiet: bool,
) -> None:
    """Record one decision and build the graph anew."""
    from kg.pipeline import decide
    from kg.resolve.decisions import Decision

    chosen = settings(config_file)
    place = graph or chosen.graph
    left, right = (_named(term, place, config_file) for term in pair)
    built = decide(Decision(left, right, verdict, reason), out=place, config=chosen)
    note(f"recorded in {chosen.decisions or built.directory / 'decisions.toml'}", quiet=quiet)


def _named(term: str, place: str, config_file: Path | None) -> str:
    """Give the IRI that a label stands for; a telling stays as it is."""
    from kg.graph.terms import expand, find_node

    if "#" in term and not term.startswith("http"):
        return term
    return expand(term) or find_node(open_graph(place, config_file), term)

"""``kg retract``: take articles out of a graph."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import ConfigFile, GraphFolder, Quiet, note, settings


def run(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids or IRIs of articles.")],
    graph: GraphFolder = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Take articles out, with every fact that only they supported; say what survives on whose word.

    Example: kg retract gazette-2024-05-03
    """
    chosen = settings(config)
    from kg.pipeline import retract

    retraction = retract(articles, out=graph or chosen.graph, config=chosen)
    for fact in retraction.gone:
        print(f"- {fact.subject} · {fact.predicate} · {fact.object}")
    for fact in retraction.kept:
        outlets = sorted({testimony.outlet or testimony.document for testimony in fact.testimonies})
        print(f"= {fact.subject} · {fact.predicate} · {fact.object} ({', '.join(outlets)})")
    note(f"{len(retraction.gone)} facts gone, {len(retraction.kept)} stand on the word of others", quiet=quiet)

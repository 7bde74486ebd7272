"""How the page of a graph is headed."""

from __future__ import annotations

from kg.view.model import ViewGraph


def page_title(graph: ViewGraph) -> str:
    """Head the page by how many articles of how many outlets it rests on."""
    sources = [source for fact in graph.facts for source in fact.sources]
    articles = len({source.document for source in sources})
    outlets = len({source.outlet for source in sources if source.outlet})
    parts = [_counted(articles, "article"), *([_counted(outlets, "outlet")] if outlets else [])]
    return "Diplomacy in " + " of ".join(parts)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")

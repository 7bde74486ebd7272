"""Which nodes are drawn at the start and what the page shows first."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import QueryError
from kg.view.model import HAPPENINGS, ViewFact, ViewGraph, ViewNode

DRAWN_LIMIT = 1500
"""More drawn nodes than this are a hairball in any library; the others wait in the data until asked for."""


@dataclass(frozen=True, slots=True)
class Preset:
    """What the page shows when it opens: the options of ``kg view``. Dates are ISO, inclusive, or empty."""

    focus: str = ""
    depth: int = 1
    types: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """All facts between two nodes that share a factuality; numbers count in ``ViewGraph.nodes`` and ``.facts``."""

    source: int
    target: int
    modality: str
    facts: tuple[int, ...]


def find_node(graph: ViewGraph, term: str) -> ViewNode:
    """Find a node by its IRI, the end of its IRI, its label or another name; case does not matter.

    Raises:
        QueryError: Nothing has that name; the message lists names that come near.
    """
    wanted = term.casefold()
    for node in graph.nodes:
        if wanted in (node.iri.casefold(), *map(str.casefold, (node.label, *node.aliases))):
            return node
    for node in graph.nodes:
        if wanted == node.iri.casefold().rsplit("/", 1)[-1]:
            return node
    near = difflib.get_close_matches(term, [node.label for node in graph.nodes], n=3)
    raise QueryError(f"no node is called {term!r}; " + (f"near: {', '.join(near)}" if near else "none comes near"))


def links_of(graph: ViewGraph) -> tuple[Link, ...]:
    """Group facts between nodes into links; a coarser place beside a finer one (``implied``) is left out."""
    number = {node.iri: index for index, node in enumerate(graph.nodes)}
    groups: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for index, fact in enumerate(graph.facts):
        if _is_edge(fact, number):
            groups[number[fact.subject], number[fact.object], fact.modality].append(index)
    return tuple(Link(*key, tuple(facts)) for key, facts in sorted(groups.items()))


def _is_edge(fact: ViewFact, number: Mapping[str, int]) -> bool:
    return (
        not fact.datatype
        and fact.status != "implied"
        and fact.subject in number
        and fact.object in number
        and fact.subject != fact.object
    )


def choose(graph: ViewGraph, links: Iterable[Link], preset: Preset, *, limit: int = DRAWN_LIMIT) -> tuple[int, ...]:
    """Choose the nodes to draw, as sorted numbers: what the preset asks for first, then the most connected."""
    degree = [0] * len(graph.nodes)
    neighbours: dict[int, set[int]] = defaultdict(set)
    for link in links:
        weight = sum(graph.facts[fact].outlets for fact in link.facts) + 1
        for end, other in ((link.source, link.target), (link.target, link.source)):
            degree[end] += weight
            neighbours[end].add(other)
    near = _within_reach(graph, neighbours, preset)
    ranked = sorted(range(len(graph.nodes)), key=lambda n: (near.get(n, len(graph.nodes)), -degree[n], n))
    return tuple(sorted(ranked[:limit]))


def _within_reach(graph: ViewGraph, neighbours: Mapping[int, set[int]], preset: Preset) -> dict[int, int]:
    """Give the distance from the focus, or 0 for the happenings that types and dates ask for and 1 for their ends."""
    if preset.focus:
        start = [index for index, node in enumerate(graph.nodes) if node.iri == preset.focus]
        depth = preset.depth
    else:
        start = [index for index, node in enumerate(graph.nodes) if _is_asked(node, preset)]
        depth = 1
    distance = dict.fromkeys(start, 0)
    ring = start
    for step in range(1, depth + 1):
        ring = sorted({near for node in ring for near in neighbours.get(node, ())} - distance.keys())
        distance.update(dict.fromkeys(ring, step))
    return distance


def _is_asked(node: ViewNode, preset: Preset) -> bool:
    if not (preset.types or preset.since or preset.until) or node.kind not in HAPPENINGS:
        return False
    if preset.types and node.type not in preset.types:
        return False
    return not (preset.since and (node.latest or node.earliest) < preset.since) and not (
        preset.until and (node.earliest or node.latest or "9999") > preset.until
    )

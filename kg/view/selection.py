"""What the page shows first, and which facts are one line between two nodes."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.errors import QueryError
from kg.view.model import ViewFact, ViewGraph, ViewNode

DRAWN_LIMIT = 1000
"""Above this many nodes their groups are drawn, each opened when it is asked for."""

SMALL = 60
"""Up to this many nodes a page shows every kind at once."""

SECONDARY = ("office", "tenure", "topic", "statement", "unlinked")
"""Kinds that a large page shows when asked; ``unlinked`` are nodes that no line leads to."""


@dataclass(frozen=True, slots=True)
class Preset:
    """What the page shows when it opens: the options of ``kg view``, and the kinds that the legend has switched off.

    Dates are ISO, inclusive, or empty.
    """

    focus: str = ""
    depth: int = 1
    types: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    without: tuple[str, ...] = ()


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


def first_preset(graph: ViewGraph, asked: Preset) -> Preset:
    """Switch off, at the start of a large page, the kinds that explain others; the legend switches them on.

    Who is in which office and who said what hangs on people and events: drawn together they hide them.
    """
    if len(graph.nodes) <= SMALL or asked.focus or asked.types:
        return asked
    return replace(asked, without=SECONDARY)


def shown_at_first(graph: ViewGraph, preset: Preset) -> tuple[int, ...]:
    """Give the numbers of the nodes whose kinds the page shows when it opens."""
    return tuple(number for number, node in enumerate(graph.nodes) if node.kind not in preset.without)

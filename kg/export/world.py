"""The default graph as nodes with attributes and edges between them: what tools outside RDF take.

Nodes and edges come one by one, sorted; a graph of any size is written in the same memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from kg.ids import n3
from kg.protocols import Store
from kg.quads import sort_quads
from kg.types import Literal, Term
from kg.vocab import DIP, ID_BASE, LABEL, TYPE, local

REMEMBERED = 16_384
"""Nodes whose label is not looked up again."""
_LABEL = f"SELECT ?label WHERE {{ %s <{LABEL}> ?label }} ORDER BY ?label LIMIT 1"


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node: its IRI, label, kind (``"person"``), classes, and attributes by name, several values joined."""

    id: str
    label: str
    kind: str
    classes: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True, order=True)
class EdgeRow:
    """A property between two nodes; ``property`` is its local name."""

    source: str
    target: str
    property: str


@dataclass(frozen=True, slots=True)
class Described:
    """A node that kg minted, with the sorted objects of each of its properties."""

    id: str
    properties: Mapping[str, Sequence[Term]]

    def values(self, predicate: str) -> Sequence[Term]:
        """Give the objects of a property."""
        return self.properties.get(predicate, ())


class World:
    """The default graph of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known_label = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def described(self) -> Iterator[Described]:
        """Yield every node that kg minted, by IRI."""
        for subject, quads in groupby(sort_quads(self._store.quads("")), key=attrgetter("subject")):
            if subject.startswith(ID_BASE):
                about = groupby(quads, key=attrgetter("predicate"))
                yield Described(subject, {verb: [quad.object for quad in same] for verb, same in about})

    def nodes(self) -> Iterator[NodeRow]:
        """Yield every node with what is no edge: dates, factuality, codes, other names."""
        return map(self._node, self.described())

    def edges(self) -> Iterator[EdgeRow]:
        """Yield every property between two nodes, sorted."""
        for node in self.described():
            yield from sorted(
                EdgeRow(node.id, str(value), local(predicate))
                for predicate, values in node.properties.items()
                for value in values
                if self._is_node(value)
            )

    def columns(self) -> list[str]:
        """Give the names of all attributes, sorted."""
        return sorted({name for node in self.nodes() for name in node.attributes})

    def label(self, node: Term) -> str:
        """Give the label of a node, or the end of its IRI, or the text of a literal."""
        if isinstance(node, Literal):
            return node.value
        return self._known_label(node) or local(node)

    def _node(self, node: Described) -> NodeRow:
        attributes = {
            local(predicate): "; ".join(map(_text, values))
            for predicate, found in node.properties.items()
            if predicate not in (TYPE, LABEL) and (values := [each for each in found if not self._is_node(each)])
        }
        classes = " ".join(sorted(local(str(value)) for value in node.values(TYPE)))
        label = next((value.value for value in node.values(LABEL) if isinstance(value, Literal)), local(node.id))
        return NodeRow(node.id, label, _kind(node.id), classes, dict(sorted(attributes.items())))

    def _is_node(self, value: Term) -> bool:
        return isinstance(value, str) and value.startswith(ID_BASE) and self._known_label(value) is not None

    def _look_up(self, node: str) -> str | None:
        """Give the label, the empty string for a node without one, None for what is described nowhere here."""
        for (label,) in self._store.query(_LABEL % n3(node)).rows:
            return label.value if isinstance(label, Literal) else ""
        return "" if self._store.query(f"ASK {{ {n3(node)} ?p ?o }}").truth else None


def _text(value: Term) -> str:
    if isinstance(value, Literal):
        return value.value
    return local(value) if value.startswith((DIP, "https://w3id.org/dip/plover#", ID_BASE)) else value


def _kind(iri: str) -> str:
    return iri.removeprefix(ID_BASE).partition("/")[0]

"""The default graph as nodes with attributes and edges between them: what tools outside RDF take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.protocols import Store
from kg.quads import line
from kg.types import Literal, Quad, Term
from kg.vocab import DIP, ID_BASE, LABEL, TYPE, local


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node: its IRI, label, kind (``"person"``), classes, and attributes by name, several values joined."""

    id: str
    label: str
    kind: str
    classes: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class EdgeRow:
    """A property between two nodes; ``property`` is its local name."""

    source: str
    target: str
    property: str


def merged(store: Store) -> list[Quad]:
    """Give the triples of the default graph, in no order; the many of the other graphs are not read."""
    rows = store.query("SELECT ?s ?p ?o WHERE { ?s ?p ?o }").rows
    return [Quad(str(subject), str(predicate), value or "") for subject, predicate, value in rows]


class World:
    """The triples of the default graph by subject and property."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for quad in sorted((quad for quad in quads if not quad.graph), key=line):
            self._values[quad.subject][quad.predicate].append(quad.object)

    def values(self, node: str, predicate: str) -> list[Term]:
        """Give the objects of a property, sorted."""
        return list(self._values.get(node, {}).get(predicate, ()))

    def label(self, node: Term) -> str:
        """Give the label of a node, or the end of its IRI, or the text of a literal."""
        if isinstance(node, Literal):
            return node.value
        found = self.values(node, LABEL)
        return found[0].value if found and isinstance(found[0], Literal) else local(node)

    def subjects(self) -> list[str]:
        """Give all nodes that were minted by kg, sorted."""
        return sorted(subject for subject in self._values if subject.startswith(ID_BASE))

    def nodes(self) -> list[NodeRow]:
        """Give every node with what is no edge: dates, factuality, codes, other names."""
        return [self._node(subject) for subject in self.subjects()]

    def edges(self) -> list[EdgeRow]:
        """Give every property between two nodes."""
        return sorted(
            EdgeRow(subject, str(value), local(predicate))
            for subject in self.subjects()
            for predicate, values in self._values[subject].items()
            for value in values
            if self._is_node(value)
        )

    def _node(self, subject: str) -> NodeRow:
        described = self._values[subject]
        attributes = {
            local(predicate): "; ".join(
                value.value if isinstance(value, Literal) else _short(value)
                for value in values
                if not self._is_node(value)
            )
            for predicate, values in described.items()
            if predicate not in (TYPE, LABEL)
        }
        classes = " ".join(sorted(local(str(value)) for value in described.get(TYPE, ())))
        named = tuple(sorted((name, text) for name, text in attributes.items() if text))
        return NodeRow(subject, self.label(subject), _kind(subject), classes, named)

    def _is_node(self, value: Term) -> bool:
        return isinstance(value, str) and value.startswith(ID_BASE) and value in self._values


def _kind(iri: str) -> str:
    return iri.removeprefix(ID_BASE).partition("/")[0]


def _short(iri: str) -> str:
    return local(iri) if iri.startswith((DIP, "https://w3id.org/dip/plover#", ID_BASE)) else iri

"""Checks a graph against the SHACL shapes, in two parts.

The core shapes run in pySHACL. Each SPARQL constraint runs once over the whole graph in Oxigraph: pySHACL would run it
once a node, which takes minutes on 50,000 triples; a test keeps the two ways equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.graph.ontology import load
from kg.graph.terms import shorten
from kg.ids import n3
from kg.ontologies import read
from kg.quads import to_nquads
from kg.rdflib_terms import flat_graph, from_rdflib_term
from kg.types import Literal, Quad, Term
from kg.vocab import PREFIXES, RDFS, dip, local

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SHACL = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that does not fit one shape.

    ``severity`` is ``"violation"`` for what cannot be right and ``"warning"`` for what is incomplete; ``path`` and
    ``value`` are empty where the shape is about the node as a whole.
    """

    severity: str
    shape: str
    node: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        """Write the violation on one line."""
        about = " ".join(part for part in (shorten(self.node), shorten(self.path), self.value) if part)
        return f"{self.severity} {self.shape}: {about}: {self.message}"


def validate(quads: Iterable[Quad]) -> list[Violation]:
    """Check the union of all graphs, as ``rules.materialise`` leaves it.

    Returns:
        What does not fit, sorted; a graph conforms when nothing in it has severity ``"violation"``.
    """
    triples = list(dict.fromkeys(quad._replace(graph="") for quad in quads))
    return sorted({*_core(triples), *_constraints(triples)})


# ---------------------------------------------------------------- core shapes
def _core(triples: list[Quad]) -> Iterator[Violation]:
    import pyshacl
    import rdflib

    shapes, classes = _shapes(), flat_graph(_class_tree())
    _, report, _ = pyshacl.validate(
        flat_graph(triples), shacl_graph=shapes, ont_graph=classes, allow_warnings=True, inplace=True
    )
    owners = _owners(shapes)
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SHACL}ValidationResult")):
        yield _violation(report, result, owners)


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=read("shapes.ttl"), format="turtle")


def _class_tree() -> Iterator[Quad]:
    """Yield what ``sh:class`` and ``sh:targetClass`` need of the ontology; the whole of it would be validated too."""
    for name, parents in load().parents.items():
        yield from (Quad(dip(name), f"{RDFS}subClassOf", dip(parent)) for parent in parents)


def _owners(shapes: rdflib.Graph) -> dict[Node, str]:
    """Map each shape, and each property shape inside it, to the name of the node shape."""
    import rdflib

    owners: dict[Node, str] = {}
    for shape in shapes.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SHACL}NodeShape")):
        owners[shape] = local(str(shape))
        owners |= dict.fromkeys(shapes.objects(shape, rdflib.URIRef(f"{SHACL}property")), local(str(shape)))
    return owners


def _violation(report: rdflib.Graph, result: Node, owners: dict[Node, str]) -> Violation:
    import rdflib

    def value(name: str) -> Node | None:
        return report.value(result, rdflib.URIRef(SHACL + name))

    source, path, found = value("sourceShape"), value("resultPath"), value("value")
    return Violation(
        severity=local(str(value("resultSeverity"))).lower(),
        shape=owners.get(source, "") if source is not None else "",
        node=str(value("focusNode")),
        path=str(path) if isinstance(path, rdflib.URIRef) else "",
        value="" if found is None else _shown(from_rdflib_term(found)),
        message=min(str(each) for each in report.objects(result, rdflib.URIRef(f"{SHACL}resultMessage"))),
    )


def _shown(term: Term) -> str:
    return n3(term) if isinstance(term, Literal) else shorten(term)


# ---------------------------------------------------------------- SPARQL constraints
def _constraints(triples: list[Quad]) -> Iterator[Violation]:
    import pyoxigraph as ox

    store = ox.Store()
    store.bulk_load(to_nquads(triples), format=ox.RdfFormat.N_QUADS)
    for shape, message, select in constraints():
        rows = store.query(select, prefixes=PREFIXES)
        if not isinstance(rows, ox.QuerySolutions):
            raise TypeError(f"{shape}: expected a SELECT")
        names = [variable.value for variable in rows.variables]
        for row in rows:
            given = {name: "" if term is None else str(term.value) for name, term in zip(names, row, strict=True)}
            value = shorten(given.get("value", ""))
            yield Violation("violation", shape, given["this"], given.get("path", ""), value, message)


def constraints() -> list[tuple[str, str, str]]:
    """Give name of the shape, message and SELECT of each SPARQL constraint; every row it gives is a violation."""
    import pyoxigraph as ox

    constraint_of: dict[str, str] = {}
    texts: dict[tuple[str, str], str] = {}
    for triple in ox.parse(read("shapes-sparql.ttl"), format=ox.RdfFormat.TURTLE):
        subject, predicate = str(triple.subject.value), triple.predicate.value.removeprefix(SHACL)
        if predicate == "sparql":
            constraint_of[local(subject)] = str(triple.object.value)
        elif predicate in ("message", "select"):
            texts[subject, predicate] = str(triple.object.value)
    return [(shape, texts[node, "message"], texts[node, "select"]) for shape, node in sorted(constraint_of.items())]

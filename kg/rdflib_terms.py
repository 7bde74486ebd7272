"""The one place where terms become rdflib's and come back; rdflib itself is imported on first use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.ids import datatype_iri
from kg.types import Literal, Quad, Term
from kg.vocab import XSD

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


def to_rdflib_term(term: Term) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """Turn a term into rdflib's; a string literal stays plain, as rdflib holds ``xsd:string`` for another type."""
    import rdflib

    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype == "string":
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(datatype_iri(term.datatype)), normalize=False)
    return rdflib.BNode(term[2:]) if term.startswith("_:") else rdflib.URIRef(term)


def from_rdflib_term(term: Node) -> Term:
    """Turn a term of rdflib into ours."""
    import rdflib

    if isinstance(term, rdflib.Literal):
        datatype = str(term.datatype).removeprefix(XSD) if term.datatype else "string"
        return Literal(str(term), language=term.language) if term.language else Literal(str(term), datatype)
    return f"_:{term}" if isinstance(term, rdflib.BNode) else str(term)


def flat_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """Put the triples of all graphs into one."""
    import rdflib

    graph = rdflib.Graph()
    known: dict[Term, rdflib.URIRef | rdflib.BNode | rdflib.Literal] = {}
    for quad in quads:
        for term in quad[:3]:
            if term not in known:
                known[term] = to_rdflib_term(term)
        graph.add((known[quad.subject], known[quad.predicate], known[quad.object]))
    return graph

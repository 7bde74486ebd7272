"""The JSON routes: facts about a node, the sentences behind them, and what lies around it.

An answer that had to stop at a limit says so: it is not ``complete``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from kg.errors import QueryError
from kg.graph.explain import explain_facts
from kg.graph.terms import find_node
from kg.ids import n3
from kg.protocols import Store
from kg.serve.reply import Reply, problem, to_json
from kg.types import Literal, Term
from kg.vocab import FACTS_GRAPH, ID_BASE, local, with_prefixes

EXPLAINED = 500
"""Facts whose sentences are given at once: each takes two queries."""
_LABEL = "SELECT ?label WHERE { ?node rdfs:label ?label } ORDER BY ?label LIMIT 1"
_FACTS = f"""
SELECT DISTINCT ?fact ?s ?sName ?p ?o ?oName ?status ?confidence ?outlets WHERE {{
  GRAPH <{FACTS_GRAPH}> {{
    {{ ?fact rdf:subject ?node }} UNION {{ ?fact rdf:object ?node }}
    UNION {{ ?node rdf:subject ?any BIND(?node AS ?fact) }}
    ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
          dip:status ?status ; dip:confidence ?confidence ; dip:outletCount ?outlets }}
  OPTIONAL {{ ?s rdfs:label ?sName }} OPTIONAL {{ ?o rdfs:label ?oName }}
}} ORDER BY ?s ?p ?o LIMIT %d"""
_AROUND = f"""
SELECT DISTINCT ?direction ?p ?other ?name WHERE {{
  {{ ?node ?p ?other BIND("out" AS ?direction) }} UNION {{ ?other ?p ?node BIND("in" AS ?direction) }}
  FILTER(isIRI(?other) && STRSTARTS(STR(?other), "{ID_BASE}")) OPTIONAL {{ ?other rdfs:label ?name }}
}} ORDER BY ?direction ?p ?other LIMIT %d"""


def facts(store: Store, term: str, *, rows: int) -> Reply:
    """Give every fact about a node: what is said of it, its standing, and how many outlets say so."""
    node = _find(store, term)
    if isinstance(node, Reply):
        return node
    found = _facts(store, node, rows)
    told = [_fact(row) for row in found[:rows]]
    return to_json({"node": _described(store, node), "complete": len(found) <= rows, "facts": told})


def explanations(store: Store, term: str, *, rows: int) -> Reply:
    """Give the facts about a node with the sentences that bear them; ``words`` are code points, half-open."""
    node = _find(store, term)
    if isinstance(node, Reply):
        return node
    limit = min(rows, EXPLAINED)
    found = _facts(store, node, limit)
    explained = [asdict(fact) for fact in explain_facts(store, (_text(row[0]) for row in found[:limit]))]
    return to_json({"node": _described(store, node), "complete": len(found) <= limit, "facts": explained})


def neighbours(store: Store, term: str, *, rows: int) -> Reply:
    """Give the nodes that a node points to or that point to it in the merged facts."""
    node = _find(store, term)
    if isinstance(node, Reply):
        return node
    found = store.query(with_prefixes(_AROUND % (rows + 1)), bindings={"node": node}).rows
    around = [
        {
            "direction": _text(direction),
            "property": local(_text(verb)),
            "node": _text(other),
            "label": _text(name) or local(_text(other)),
            "kind": _text(other).removeprefix(ID_BASE).partition("/")[0],
        }
        for direction, verb, other, name in found[:rows]
    ]
    return to_json({"node": _described(store, node), "complete": len(found) <= rows, "neighbours": around})


def _facts(store: Store, node: str, limit: int) -> Sequence[tuple[Term | None, ...]]:
    """Read the facts about a node, one more than the limit if there are more."""
    return store.query(with_prefixes(_FACTS % (limit + 1)), bindings={"node": node}).rows


def _find(store: Store, term: str) -> str | Reply:
    try:
        node = find_node(store, term)
    except QueryError as error:
        return problem(404, str(error))
    known = store.query(f"ASK {{ {{ {n3(node)} ?p ?o }} UNION {{ ?s ?p {n3(node)} }} }}", union=True).truth
    return node if known else problem(404, f"the graph does not know {term!r}")


def _described(store: Store, node: str) -> dict[str, str]:
    labels = store.query(with_prefixes(_LABEL), bindings={"node": node}).rows
    return {"iri": node, "label": _text(labels[0][0]) if labels else local(node)}


def _fact(row: tuple[Term | None, ...]) -> dict[str, Any]:
    fact, subject, subject_name, verb, value, value_name, status, confidence, outlets = row
    return {
        "fact": _text(fact),
        "subject": _text(subject),
        "subjectLabel": _text(subject_name) or local(_text(subject)),
        "property": local(_text(verb)),
        "object": _text(value),
        "objectLabel": _text(value_name) or (value.value if isinstance(value, Literal) else local(_text(value))),
        "status": local(_text(status)),
        "confidence": float(_text(confidence)),
        "outlets": int(_text(outlets)),
    }


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else term

"""Why the graph says something: the facts about a term, and for each the sentences that bear it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import QueryError
from kg.graph.terms import expand
from kg.ids import n3
from kg.protocols import Store
from kg.types import Literal, Span, Term
from kg.vocab import FACTS_GRAPH, ID_BASE, local, with_prefixes

_FACTS = """
SELECT DISTINCT ?fact ?s ?p ?o ?status ?confidence ?outlets ?sName ?oName WHERE {
  %s
  GRAPH <%s> { ?fact rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
               dip:status ?status ; dip:confidence ?confidence ; dip:outletCount ?outlets }
  OPTIONAL { ?s rdfs:label ?sName } OPTIONAL { ?o rdfs:label ?oName }
}"""

_CLAIMS = """
SELECT ?outlet ?day ?article ?document ?modality ?source ?sourceText ?text ?begin ?wordsBegin ?wordsEnd WHERE {
  GRAPH ?article {
    ?claim dip:states %s ; dip:evidence ?sentence ; dip:modality ?modality ; dip:inArticle ?article .
    ?sentence nif:anchorOf ?text ; nif:beginIndex ?begin .
    OPTIONAL { ?article dcterms:identifier ?document }
    OPTIONAL { ?claim dip:wordsBegin ?wordsBegin ; dip:wordsEnd ?wordsEnd }
    OPTIONAL { ?claim dip:attributionText ?sourceText }
    OPTIONAL { ?article schema:datePublished ?day }
  }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher } ?publisher rdfs:label ?outlet }
  OPTIONAL { GRAPH ?article { ?claim dip:attributedTo ?sourceNode } ?sourceNode rdfs:label ?source }
}"""

_NAMED = "SELECT DISTINCT ?node ?name WHERE { ?node rdfs:label|skos:altLabel ?name }"


@dataclass(frozen=True, slots=True, order=True)
class Testimony:
    """One article's word: ``words`` are code points into ``sentence``, half-open, or None where not known."""

    outlet: str
    day: str
    document: str
    modality: str
    attribution: str
    sentence: str
    words: Span | None


@dataclass(frozen=True, slots=True)
class ExplainedFact:
    """A fact as people read it, its standing, and who says so."""

    iri: str
    subject: str
    predicate: str
    object: str
    status: str
    confidence: float
    outlets: int
    testimonies: tuple[Testimony, ...]


def explain(store: Store, term: str) -> list[ExplainedFact]:
    """Give all facts about a term, types last.

    Args:
        store: The graph.
        term: An IRI, whole or with a prefix (``person:anna-berg``), the label or other name of a node, or the id of
            a fact (``fact:0123456789ab`` or its 12 digits).

    Raises:
        QueryError: Nothing in the graph has that name; the message gives similar names.
    """
    facts = [fact for iri in nodes_named(store, term) for fact in _facts(store, iri)]
    if not facts:
        raise QueryError(f"the graph has no fact about {term!r}; expected an IRI, a label or the id of a fact")
    return sorted({fact.iri: fact for fact in facts}.values(), key=_order)


def explain_facts(store: Store, iris: Iterable[str]) -> list[ExplainedFact]:
    """Give those of the facts, named by their IRIs, that the graph holds, in the order given."""
    return [fact for iri in iris for fact in _facts(store, iri)]


def stated_by(store: Store, article: str) -> list[ExplainedFact]:
    """Give all facts that an article, named by its IRI, states."""
    place = f"GRAPH {n3(article)} {{ ?claim dip:states ?fact }}"
    rows = store.query(with_prefixes(_FACTS % (place, FACTS_GRAPH))).rows
    return sorted((_explained(store, row) for row in rows), key=_order)


def _order(fact: ExplainedFact) -> tuple[bool, str, str, str, str]:
    """Sort what happened before what things are: a state is a state in every sentence that names it."""
    return fact.predicate == "type", fact.subject, fact.predicate, fact.object, fact.iri


def nodes_named(store: Store, term: str) -> list[str]:
    """Find the IRIs that a term may mean; the names are those that :func:`explain` takes.

    Raises:
        QueryError: Nothing in the graph has that name.
    """
    if re.fullmatch(r"[0-9a-f]{12}", term):
        return [f"{ID_BASE}fact/{term}"]
    if iri := expand(term):
        return [iri]
    named = [(_text(node), _text(name)) for node, name in store.query(with_prefixes(_NAMED)).rows]
    found = sorted({node for node, name in named if name.casefold() == term.casefold()})
    if not found:
        near = get_close_matches(term, sorted({name for _, name in named}), n=3)
        hint = f"similar names: {', '.join(near)}" if near else "expected an IRI, a label or the id of a fact"
        raise QueryError(f"nothing in the graph is called {term!r}; {hint}")
    return found


def _facts(store: Store, iri: str) -> list[ExplainedFact]:
    node = f"<{iri}>"
    if iri.startswith(f"{ID_BASE}fact/"):
        places = f"VALUES ?fact {{ {node} }}"
    else:
        ends = " UNION ".join(f"{{ ?fact rdf:{end} {node} }}" for end in ("subject", "object"))
        places = f"GRAPH <{FACTS_GRAPH}> {{ {ends} }}"
    rows = store.query(with_prefixes(_FACTS % (places, FACTS_GRAPH))).rows
    return [_explained(store, row) for row in rows]


def _explained(store: Store, row: tuple[Term | None, ...]) -> ExplainedFact:
    fact, subject, predicate, value, status, confidence, outlets, subject_name, value_name = row
    claims = store.query(with_prefixes(_CLAIMS % n3(_text(fact)))).rows
    return ExplainedFact(
        iri=_text(fact),
        subject=_text(subject_name) or local(_text(subject)),
        predicate=local(_text(predicate)),
        object=_text(value_name) or (value.value if isinstance(value, Literal) else local(_text(value))),
        status=local(_text(status)),
        confidence=float(_text(confidence)),
        outlets=int(_text(outlets)),
        testimonies=tuple(sorted({_testimony(claim) for claim in claims}, key=repr)),
    )


def _testimony(row: tuple[Term | None, ...]) -> Testimony:
    outlet, day, article, document, modality, source, source_text, text, begin, words_begin, words_end = row
    words = None
    if words_begin is not None:
        words = Span(int(_text(words_begin)) - int(_text(begin)), int(_text(words_end)) - int(_text(begin)))
    return Testimony(
        outlet=_text(outlet),
        day=_text(day),
        document=_text(document) or local(_text(article)),
        modality=local(_text(modality)),
        attribution=_text(source) or _text(source_text),
        sentence=_text(text),
        words=words,
    )


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else term

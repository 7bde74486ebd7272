"""Namespaces and the terms that code uses; a test checks each against ``ontologies/``."""

from __future__ import annotations

from functools import cache

ID_BASE = "https://w3id.org/dip/id/"
DIP = "https://w3id.org/dip/ontology#"
PLOVER = "https://w3id.org/dip/plover#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
DCTERMS = "http://purl.org/dc/terms/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
WIKIDATA = "http://www.wikidata.org/entity/"

KINDS = (
    "person", "state", "group", "outlet", "place", "office", "tenure", "topic", "event", "agreement", "commitment",
    "statement", "money", "quantity", "period", "article", "sentence", "mention", "claim", "fact", "disagreement",
    "run", "graph",
)  # fmt: skip
"""One IRI prefix a kind of node, so that data read as QNames."""

PREFIXES: dict[str, str] = {
    "dip": DIP,
    "plover": PLOVER,
    **{kind: f"{ID_BASE}{kind}/" for kind in KINDS},
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "skos": SKOS,
    "prov": PROV,
    "schema": SCHEMA,
    "dcterms": DCTERMS,
    "nif": NIF,
    "geo": GEO,
    "wd": WIKIDATA,
}

FACTS_GRAPH = f"{ID_BASE}graph/facts"
RUN_GRAPH = f"{ID_BASE}graph/run"

TYPE = f"{RDF}type"
LABEL = f"{RDFS}label"


@cache
def dip(name: str) -> str:
    """Spell a term of the ontology in full.

    >>> dip("Meeting")
    'https://w3id.org/dip/ontology#Meeting'
    """
    return DIP + name


def local(iri: str) -> str:
    """Give the part of an IRI after its namespace.

    >>> local("https://w3id.org/dip/id/state/japan")
    'japan'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def kind_of(iri: str) -> str:
    """Give the kind that an IRI names.

    >>> kind_of("https://w3id.org/dip/id/state/japan")
    'state'
    """
    return iri.removeprefix(ID_BASE).split("/", 1)[0]


def with_prefixes(sparql: str) -> str:
    """Put the usual prefixes before a query; its own declarations win, and its lines keep their numbers.

    >>> with_prefixes("ASK { ?x a dip:Event }")[:44]
    'PREFIX dip: <https://w3id.org/dip/ontology#>'
    """
    return "".join(f"PREFIX {name}: <{base}> " for name, base in PREFIXES.items()) + sparql

"""A resolved collection as quads: the world in the default graph, the ledger and the evidence in named graphs.

==================  ==================================================================================
default graph       accepted facts, entities, offices, topics, values, outlets, labels, factuality
``graph:facts``     one ``dip:Fact`` a distinct triple, whatever its standing; ``dip:Disagreement``
``article:<slug>``  the article, its claims, the sentences that bear them, mentions (``evidence.py``)
``graph:run``       merges with their reasons, copies, the version
==================  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.evidence import article_quads, outlet_iri
from kg.ids import article_iri, fact_iri, mint, n3, short_hash
from kg.quads import decimal, line
from kg.types import (
    Disagreement,
    Document,
    Entity,
    Fact,
    Literal,
    Merge,
    Node,
    Office,
    Quad,
    Resolution,
    Term,
    Topic,
    Value,
)
from kg.version import __version__
from kg.vocab import FACTS_GRAPH, GEO, ID_BASE, LABEL, OWL, PROV, RDF, RUN_GRAPH, SCHEMA, SKOS, TYPE, dip

ENTITY_CLASSES = {
    "person": "Person",
    "state": "State",
    "organisation": "Organisation",
    "place": "Place",
    "group": "Actor",
}


def to_quads(resolution: Resolution) -> list[Quad]:
    """Write the whole collection as quads, sorted by their N-Quads lines, each once.

    The text of the articles is not published: of it, the graph holds a hash, offsets, names and the sentences that
    bear a claim.
    """
    quads = dict.fromkeys(_all(resolution))
    return sorted(quads, key=line)


def _all(resolution: Resolution) -> Iterator[Quad]:
    for entity in resolution.entities:
        yield from _entity(entity)
    for office in resolution.offices:
        yield from _office(office)
    for topic in resolution.topics:
        yield from _topic(topic)
    for value in resolution.values:
        yield from _value(value)
    classified = {fact.subject for fact in resolution.facts if fact.predicate == TYPE}
    for node in resolution.nodes:
        yield from _node(node, classified=node.iri in classified)
    for fact in resolution.facts:
        yield from _fact(fact)
    for disagreement in resolution.disagreements:
        yield from _disagreement(disagreement)
    for document in resolution.documents:
        yield from _outlet(document)
    yield from article_quads(resolution)
    yield from _run(resolution)


# ---------------------------------------------------------------- default graph
def _names(iri: str, label: str, aliases: Iterable[str]) -> Iterator[Quad]:
    yield Quad(iri, LABEL, Literal(label))
    for alias in aliases:
        if alias != label:
            yield Quad(iri, f"{SKOS}altLabel", Literal(alias))


def _entity(entity: Entity) -> Iterator[Quad]:
    yield Quad(entity.iri, TYPE, dip(ENTITY_CLASSES[entity.kind]))
    yield from _names(entity.iri, entity.label, entity.aliases)
    if entity.same_as:
        yield Quad(entity.iri, f"{OWL}sameAs", entity.same_as)
    if entity.within:
        yield Quad(entity.iri, dip("within"), entity.within)
    yield from (Quad(entity.iri, dip("region"), Literal(name)) for name in entity.regions)
    if entity.coordinates:
        for axis, degrees in zip(("lat", "long"), entity.coordinates, strict=True):
            yield Quad(entity.iri, GEO + axis, decimal(degrees))


def _office(office: Office) -> Iterator[Quad]:
    yield Quad(office.iri, TYPE, dip("Office"))
    yield Quad(office.iri, LABEL, Literal(office.label))
    if office.of:
        yield Quad(office.iri, dip("officeOf"), office.of)


def _topic(topic: Topic) -> Iterator[Quad]:
    yield Quad(topic.iri, TYPE, dip("Topic"))
    yield from _names(topic.iri, topic.label, topic.aliases)


def _value(value: Value) -> Iterator[Quad]:
    yield Quad(value.iri, TYPE, _term(value.type))
    yield Quad(value.iri, LABEL, Literal(value.label))
    for predicate, term in value.properties:
        yield Quad(value.iri, _term(predicate), term)


def _node(node: Node, *, classified: bool) -> Iterator[Quad]:
    if not classified:  # background knowledge, which no article claims
        yield from (Quad(node.iri, TYPE, dip(name)) for name in node.types)
    yield Quad(node.iri, LABEL, Literal(node.label))
    if node.factuality:
        yield Quad(node.iri, dip("factuality"), dip(node.factuality))


def _outlet(document: Document) -> Iterator[Quad]:
    if document.publisher:
        iri = outlet_iri(document.publisher)
        yield Quad(iri, TYPE, dip("NewsOutlet"))
        yield Quad(iri, LABEL, Literal(document.publisher))


# ---------------------------------------------------------------- graph:facts
def _fact(fact: Fact) -> Iterator[Quad]:
    if fact.status == "accepted":
        yield Quad(fact.subject, fact.predicate, fact.object)
    described: list[tuple[str, Term]] = [
        (TYPE, dip("Fact")),
        (f"{RDF}subject", fact.subject),
        (f"{RDF}predicate", fact.predicate),
        (f"{RDF}object", fact.object),
        (dip("status"), dip(fact.status)),
        (dip("confidence"), decimal(fact.confidence)),
        (dip("outletCount"), Literal(str(fact.outlets), "integer")),
    ]
    iri = fact_iri(fact.subject, fact.predicate, fact.object)
    yield from (Quad(iri, predicate, term, FACTS_GRAPH) for predicate, term in described)


def _disagreement(found: Disagreement) -> Iterator[Quad]:
    iri = f"{ID_BASE}disagreement/" + short_hash(n3(found.subject), n3(found.predicate))
    described: list[tuple[str, Term]] = [
        (TYPE, dip("Disagreement")),
        (dip("onSubject"), found.subject),
        (dip("onProperty"), found.predicate),
        (dip("resolution"), Literal(found.reason)),
    ]
    described += [(dip("option"), fact_iri(found.subject, found.predicate, option)) for option in found.options]
    if found.preferred is not None:
        described.append((dip("preferred"), fact_iri(found.subject, found.predicate, found.preferred)))
    yield from (Quad(iri, predicate, term, FACTS_GRAPH) for predicate, term in described)


# ---------------------------------------------------------------- graph:run
def _run(resolution: Resolution) -> Iterator[Quad]:
    run = mint("run", "kg", __version__)
    yield Quad(run, TYPE, dip("ExtractionRun"), RUN_GRAPH)
    yield Quad(run, f"{SCHEMA}softwareVersion", Literal(__version__), RUN_GRAPH)
    for merge in resolution.merges:
        yield from _merge(merge)
    for copy, original in resolution.copies:
        yield Quad(article_iri(copy), f"{PROV}wasDerivedFrom", article_iri(original), RUN_GRAPH)


def _merge(merge: Merge) -> Iterator[Quad]:
    iri = f"{ID_BASE}run/merge-" + short_hash(merge.node, *merge.left, *merge.right)
    described: list[tuple[str, Term]] = [
        (TYPE, dip("Merge")),
        (dip("mergedNode"), merge.node),
        (dip("mergedValue"), Literal("#".join(merge.left))),
        (dip("mergedValue"), Literal("#".join(merge.right))),
        (dip("mergeScore"), decimal(merge.score)),
    ]
    described += [(dip("mergeFeature"), Literal(f"{name} {weight:+.3f}")) for name, weight in merge.features]
    yield from (Quad(iri, predicate, term, RUN_GRAPH) for predicate, term in described)


def _term(name: str) -> str:
    return name if ":" in name else dip(name)

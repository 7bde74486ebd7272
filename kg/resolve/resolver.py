"""The only step over documents: what articles say, merged into one collection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.config import PREFER
from kg.gazetteer import Gazetteer
from kg.resolve.article import Article
from kg.resolve.claims import (
    Ledger,
    Said,
    agreement_claims,
    commitment_claims,
    event_claims,
    sentence_of,
    statement_claims,
    tenure_claims,
)
from kg.resolve.copies import find_copies
from kg.resolve.decisions import Decision, Decisions
from kg.resolve.disagree import factuality, settle
from kg.resolve.entities import Body, merge_entities
from kg.resolve.fuse import Sources, make_facts
from kg.resolve.offices import Offices, collect_offices
from kg.resolve.parts import part_claims
from kg.resolve.rivals import Weighing
from kg.resolve.surroundings import describe, learn_world, short_names
from kg.resolve.things import Grouped, Known, group_things
from kg.resolve.topics import collect_topics
from kg.resolve.words import stems
from kg.types import Claim, Entity, Extraction, Fact, Merge, Node, Resolution, Span
from kg.vocab import TYPE, dip

_CLASSES = {"person": "Person", "state": "State", "organisation": "Organisation", "place": "Place", "group": "Actor"}
_NAMED = 0.95
"""Confidence that a name that was found and linked is of the kind it was taken for."""


def resolve(
    extractions: Iterable[Extraction],
    *,
    gazetteer: Gazetteer | None = None,
    decisions: Sequence[Decision] = (),
    prefer: Sequence[str] = PREFER,
) -> Resolution:
    """Merge extractions; their order does not matter.

    Args:
        extractions: One a document, with linked entities.
        gazetteer: Gives labels, coordinates and containing states of linked entities.
        decisions: What people decided about merges.
        prefer: By what the kept one of several values is chosen, see ``Config.prefer``.

    Raises:
        DecisionError: Decisions contradict each other.
    """
    checked = Decisions.of(decisions)
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    bodies, entity_merges = merge_entities(ordered, checked)
    articles = _articles(ordered, bodies)
    world = learn_world(bodies, articles, gazetteer)
    entities = describe(bodies, articles, world, gazetteer)
    by_iri = {entity.iri: entity for entity in entities}
    grouped = group_things(articles, Known(world, short_names(entities, gazetteer)), checked)
    offices = collect_offices(articles, by_iri)
    topics = collect_topics(ordered)
    types = {thing.iri: thing.type for thing in grouped.things}
    pledgings = frozenset(iri for iri, type_ in types.items() if type_ == "Pledging")
    ledger = Ledger(grouped.nodes | offices.nodes, topics, {}, pledgings)
    claims = [*_entity_claims(articles, by_iri), *_claims(articles, grouped, offices, ledger)]
    claims += part_claims(grouped.things, {article.id: article for article in articles}, world)
    copies = find_copies([extraction.document for extraction in ordered])
    sources = Sources.of([extraction.document for extraction in ordered], copies)
    facts, disagreements = settle(make_facts(claims, sources), types, Weighing(world, ledger.values, sources, prefer))
    return Resolution(
        documents=tuple(extraction.document for extraction in ordered),
        sentences=tuple((extraction.document.id, extraction.sentences) for extraction in ordered),
        entities=entities,
        offices=offices.offices,
        topics=tuple(sorted({topic.iri: topic for topic in topics.values()}.values(), key=lambda topic: topic.iri)),
        values=tuple(ledger.values[iri] for iri in sorted(ledger.values)),
        nodes=(*_nodes(grouped, facts, articles), *offices.tenures),
        facts=tuple(facts),
        disagreements=tuple(disagreements),
        merges=(*entity_merges, *_merges(grouped)),
        copies=copies,
    )


def _articles(extractions: Sequence[Extraction], bodies: Sequence[Body]) -> list[Article]:
    iris: dict[str, dict[str, str]] = defaultdict(dict)
    for body in bodies:
        for (document, entity), _ in body.members:
            iris[document][entity] = body.iri
    return [_article(extraction, iris[extraction.document.id]) for extraction in extractions]


def _article(extraction: Extraction, iris: Mapping[str, str]) -> Article:
    names = {e.id: stems(" ".join((e.name, *e.aliases))) for e in extraction.entities}
    mentioned = [
        (m.span.start, m.span.end, iris.get(m.entity or "", ""))
        for m in extraction.mentions
        if m.kind == "date" or m.entity in iris
    ]
    return Article(extraction, iris, names, tuple(sorted(mentioned)))


def _entity_claims(articles: Sequence[Article], entities: Mapping[str, Entity]) -> Iterator[Claim]:
    """State the kind of each entity once a sentence that names it."""
    for article in articles:
        seen: set[tuple[str, Span]] = set()
        for mention in article.extraction.mentions:
            iri = article.iri(mention.entity)
            sentence = sentence_of(article, mention.span)
            if iri is not None and (iri, sentence) not in seen:
                seen.add((iri, sentence))
                said = Said(article, iri, sentence, mention.span, "asserted", _NAMED)
                yield said.claim(TYPE, dip(_CLASSES[entities[iri].kind]))


def _claims(articles: Sequence[Article], grouped: Grouped, offices: Offices, ledger: Ledger) -> Iterator[Claim]:
    types = {key: thing.type for thing in grouped.things for key in thing.telling.keys}
    for article in articles:
        extraction = article.extraction
        for event in extraction.events:
            if (article.id, event.id) in types:
                yield from event_claims(article, event, types[article.id, event.id], ledger)
        for agreement in extraction.agreements:
            if (article.id, agreement.id) in types:
                yield from agreement_claims(article, agreement, types[article.id, agreement.id], ledger)
        for commitment in extraction.commitments:
            if (article.id, commitment.id) in types:
                yield from commitment_claims(article, commitment, ledger)
        for statement in extraction.statements:
            if (article.id, statement.id) in types:
                yield from statement_claims(article, statement, ledger)
        for tenure in extraction.tenures:
            office = offices.office_of.get((article.id, tenure.id))
            if office is not None:
                yield from tenure_claims(article, tenure, office, ledger)


def _nodes(grouped: Grouped, facts: Sequence[Fact], articles: Sequence[Article]) -> Iterator[Node]:
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        told[fact.subject].append(fact)
    triggers = {(a.id, event.id): event.trigger for a in articles for event in a.extraction.events}
    for thing in sorted(grouped.things, key=lambda thing: thing.iri):
        keys = thing.telling.keys
        named = tuple(
            (document, triggers[document, mention]) for document, mention in keys if (document, mention) in triggers
        )
        yield Node(
            thing.iri,
            (thing.type,),
            thing.label,
            factuality(told[thing.iri]),
            keys,
            named if thing.kind == "event" else (),
        )


def _merges(grouped: Grouped) -> Iterator[Merge]:
    nodes = grouped.nodes
    for union in sorted(grouped.unions, key=lambda union: (union.left, union.right)):
        if union.left in nodes:
            yield Merge(nodes[union.left], union.left, union.right, union.comparison.features, union.comparison.score)

"""The view graph of a resolution: the way taken when a graph is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.types import Claim, Disagreement, Document, Fact, Literal, Resolution, Span, Term
from kg.view.assemble import Named, assemble, modality_of
from kg.view.model import NODE_KINDS, Source, ViewDisagreement, ViewFact, ViewGraph, kind_of
from kg.vocab import dip, local


def from_resolution(resolution: Resolution, texts: Mapping[str, str]) -> ViewGraph:
    """Build the view graph.

    Args:
        resolution: The merged collection.
        texts: Text by document id, for the sentences; a missing text leaves the sentence empty.
    """
    things = list(_named(resolution))
    labels = {thing.iri: thing.label for thing in things} | {value.iri: value.label for value in resolution.values}
    documents = {document.id: document for document in resolution.documents}
    reader = _Sources(documents, texts, labels)
    facts = [_fact(fact, reader) for fact in resolution.facts] + list(_background(resolution, labels))
    return assemble(things, facts, map(_disagreement, resolution.disagreements))


class _Sources:
    """Turns claims into sources."""

    def __init__(self, documents: Mapping[str, Document], texts: Mapping[str, str], labels: Mapping[str, str]) -> None:
        self._documents = documents
        self._texts = texts
        self._labels = labels

    def label(self, term: Term) -> str:
        """Say a term in words."""
        if isinstance(term, Literal):
            return term.value
        return self._labels.get(term, local(term))

    def of(self, claim: Claim) -> Source:
        """Give the article, the sentence and the words of one claim."""
        document = self._documents[claim.evidence.document]
        sentence, words = claim.evidence.sentence, claim.evidence.words
        text = self._texts.get(document.id, "")
        inside = _shift(words, sentence) if text and sentence.contains(words) else Span(0, 0)
        return Source(
            outlet=document.publisher or "",
            title=document.title or "",
            url=document.url or "",
            date=document.published.isoformat() if document.published else "",
            document=document.id,
            modality=claim.modality,
            attribution=self.label(claim.attribution) if claim.attribution else "",
            attribution_text=claim.attribution_text or "",
            sentence=text[sentence.start : sentence.end],
            start=inside.start,
            end=inside.end,
        )


def _shift(words: Span, sentence: Span) -> Span:
    return Span(words.start - sentence.start, words.end - sentence.start)


def _named(resolution: Resolution) -> Iterator[Named]:
    for entity in resolution.entities:
        yield Named(
            entity.iri,
            entity.label,
            coordinates=entity.coordinates,
            aliases=entity.aliases,
            same_as=entity.same_as or "",
        )
    for office in resolution.offices:
        yield Named(office.iri, office.label)
    for topic in resolution.topics:
        yield Named(topic.iri, topic.label, aliases=topic.aliases)
    for node in resolution.nodes:
        yield Named(node.iri, node.label, node.factuality or "")


def _fact(fact: Fact, reader: _Sources) -> ViewFact:
    value = fact.object
    return ViewFact(
        subject=fact.subject,
        predicate=fact.predicate,
        object=value.value if isinstance(value, Literal) else value,
        datatype=value.datatype if isinstance(value, Literal) else "",
        text=reader.label(value),
        status=fact.status,
        modality=modality_of(claim.modality for claim in fact.claims),
        outlets=fact.outlets,
        sources=tuple(sorted(reader.of(claim) for claim in fact.claims)),
    )


def _background(resolution: Resolution, labels: Mapping[str, str]) -> Iterator[ViewFact]:
    """Facts that come from the gazetteer, not from an article: where a place lies, whose office it is."""
    pairs = [(entity.iri, "within", entity.within) for entity in resolution.entities if entity.within]
    pairs += [(office.iri, "officeOf", office.of) for office in resolution.offices if office.of]
    for subject, predicate, value in pairs:
        if kind_of(value) in NODE_KINDS:
            text = labels.get(value, local(value))
            yield ViewFact(subject, dip(predicate), value, "", text, "background", "actual", 0)


def _disagreement(disagreement: Disagreement) -> ViewDisagreement:
    return ViewDisagreement(
        disagreement.subject,
        disagreement.predicate,
        tuple(sorted(_key(option) for option in disagreement.options)),
        _key(disagreement.preferred) if disagreement.preferred is not None else "",
        disagreement.reason,
    )


def _key(term: Term) -> str:
    return term.value if isinstance(term, Literal) else term

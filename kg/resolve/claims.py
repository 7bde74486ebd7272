"""What each mention-level value says, as claims: one for each triple, with the sentence and the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from kg.resolve.article import Article
from kg.resolve.families import ancestors, common_ancestor
from kg.resolve.tellings import Key
from kg.resolve.topics import topic_key
from kg.resolve.values import amount_term, day_literal, when_term
from kg.types import (
    AgreementMention,
    Amount,
    Attribution,
    Claim,
    CommitmentMention,
    EventMention,
    Evidence,
    Factuality,
    Literal,
    Modality,
    Role,
    Span,
    StatementMention,
    Temporal,
    TenureMention,
    Term,
    Topic,
    Value,
)
from kg.vocab import TYPE, dip, kind_of

_STILL_IN_OFFICE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Said:
    """One telling as its article puts it; :meth:`claim` makes claims of it."""

    article: Article
    subject: str
    sentence: Span
    words: Span
    modality: Modality
    confidence: float
    attribution: str | None = None
    attribution_text: str | None = None

    def claim(self, predicate: str, value: Term, words: Span | None = None, text: str | None = None) -> Claim:
        """State one triple; words outside the sentence (a pronoun's antecedent) give way to the trigger."""
        inside = words is not None and self.sentence.contains(words)
        evidence = Evidence(self.article.id, self.sentence, words if words is not None and inside else self.words)
        return Claim(
            subject=self.subject,
            predicate=predicate,
            object=value,
            modality=self.modality,
            evidence=evidence,
            confidence=self.confidence,
            attribution=self.attribution,
            attribution_text=self.attribution_text,
            value_text=text,
        )

    def roles(self, predicate: str, roles: tuple[Role, ...]) -> Iterator[Claim]:
        """State one triple for each role that names an entity which can play it."""
        for role in roles:
            iri = self.article.iri(role.entity)
            if iri is not None and _can_play(predicate, iri):
                yield self.claim(predicate, iri, role.span)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What claims refer to: nodes by telling, topics by key; ``values`` collects compound values by IRI.

    ``pledgings`` are the nodes of class Pledging.
    """

    nodes: Mapping[Key, str]
    topics: Mapping[str, Topic]
    values: dict[str, Value]
    pledgings: frozenset[str]

    def date(self, said: Said, temporal: Temporal | None) -> Iterator[Claim]:
        """State when it is, as a day or a period."""
        found = when_term(temporal) if temporal is not None else None
        if found is None or temporal is None:
            return
        predicate, value, node = found
        if node is not None:
            self.values[node.iri] = node
        yield said.claim(predicate, value, temporal.span, temporal.text)

    def amount(self, said: Said, amount: Amount) -> Claim:
        """State how much it is."""
        predicate, value, node = amount_term(amount)
        if node is not None:
            self.values[node.iri] = node
        return said.claim(predicate, value, amount.span, amount.text)

    def about(self, said: Said, roles: tuple[Role, ...]) -> Iterator[Claim]:
        """State the topics."""
        for role in roles:
            topic = self.topics.get(topic_key(role.text)) if role.role == "topic" else None
            if topic is not None:
                yield said.claim(dip("topic"), topic.iri, role.span)


def _can_play(predicate: str, iri: str) -> bool:
    """Places do not act, people are no parties, and only places and states are where something happens."""
    kind = kind_of(iri)
    if predicate == dip("place"):
        return kind in ("place", "state")
    return kind != "place" and not (predicate == dip("party") and kind == "person")


def sentence_of(article: Article, span: Span) -> Span:
    """Give the sentence in which a span begins, or the span itself where the article has no sentences there."""
    sentences = article.extraction.sentences
    at = bisect_right([sentence.start for sentence in sentences], span.start) - 1
    return sentences[at] if at >= 0 and span.start < sentences[at].end else span


def event_claims(article: Article, event: EventMention, type_: str, ledger: Ledger) -> Iterator[Claim]:
    """State class, participants, parties, place, amounts, topics and date of an event."""
    said = _said(article, event, event.trigger, ledger)
    yield said.claim(TYPE, dip(told_type(event.type, type_)), event.trigger)
    for role in event.roles:
        if role.role != "topic":
            yield from said.roles(dip(role.role), (role,))
    if {"Consultation", "Signing"} & set(ancestors(type_)):
        for role in event.roles:
            state = _party(article, event, role)
            if state is not None:
                yield said.claim(dip("party"), state, role.span)
    yield from (ledger.amount(said, amount) for amount in event.amounts)
    yield from ledger.about(said, event.roles)
    yield from ledger.date(said, event.date)


def _party(article: Article, event: EventMention, role: Role) -> str | None:
    """Give the state that takes part, itself or by somebody whom the article shows in office.

    An office that is held now says nothing of an event of years ago.
    """
    if role.role in ("place", "topic") or role.entity is None:
        return None
    published, latest = article.extraction.document.published, event.date.latest if event.date is not None else None
    recent = published is None or latest is None or published - latest <= _STILL_IN_OFFICE
    held = (t.of for t in article.extraction.tenures if t.holder == role.entity and not t.former and recent)
    for entity in (role.entity, *held):
        iri = article.iri(entity)
        if iri is not None and kind_of(iri) == "state":
            return iri
    return None


def told_type(told: str, chosen: str) -> str:
    """Give the class that a telling states of a node: its own where that is the node's or above it.

    A telling with a class beside the node's states what both have in common, as "views were exchanged" does of a
    meeting; where that is only "event", it keeps its own.

    >>> told_type("Meeting", "Summit"), told_type("Discussion", "Summit"), told_type("Pledging", "Request")
    ('Meeting', 'Consultation', 'Pledging')
    """
    common = common_ancestor(told, chosen)
    return told if common == "Event" and told != "Event" else common


def agreement_claims(article: Article, agreement: AgreementMention, type_: str, ledger: Ledger) -> Iterator[Claim]:
    """State class, parties, signatories, topics, date and status of an agreement, and the event that adopts it."""
    said = _said(article, agreement, agreement.evidence, ledger)
    yield said.claim(TYPE, dip(told_type(agreement.kind, type_)))
    yield from said.roles(dip("party"), agreement.parties)
    yield from said.roles(dip("signatory"), agreement.signatories)
    yield from ledger.about(said, agreement.topics)
    yield from ledger.date(said, agreement.date)
    yield said.claim(dip("agreementStatus"), dip(agreement.status))
    event = ledger.nodes.get((article.id, agreement.event)) if agreement.event else None
    if event is not None:
        adopting = Said(article, event, said.sentence, said.words, said.modality, said.confidence)
        yield adopting.claim(dip("agreement"), said.subject)


def commitment_claims(article: Article, commitment: CommitmentMention, ledger: Ledger) -> Iterator[Claim]:
    """State who promises what to whom, how much, by when, how far it has come, and the event that makes it."""
    said = _said(article, commitment, commitment.evidence, ledger)
    yield said.claim(TYPE, dip("Commitment"))
    yield from said.roles(dip("committedBy"), (commitment.by,))
    yield from said.roles(dip("committedTo"), (commitment.to,) if commitment.to else ())
    yield said.claim(dip("content"), Literal(" ".join(commitment.content.split())))
    if commitment.amount is not None:
        yield ledger.amount(said, commitment.amount)
    if commitment.deadline is not None and commitment.deadline.latest is not None:
        latest = day_literal(commitment.deadline.latest)
        yield said.claim(dip("deadline"), latest, commitment.deadline.span, commitment.deadline.text)
    yield said.claim(dip("commitmentStatus"), dip(commitment.status))
    yield from ledger.about(said, commitment.topics)
    event = ledger.nodes.get((article.id, commitment.event)) if commitment.event else None
    if event is not None:
        yield said.claim(dip("madeIn" if event in ledger.pledgings else "madeAt"), event)


def statement_claims(article: Article, statement: StatementMention, ledger: Ledger) -> Iterator[Claim]:
    """State who said what to whom, about what, when."""
    said = _said(article, statement, statement.span, ledger)
    yield said.claim(TYPE, dip("Statement"))
    yield from said.roles(dip("speaker"), (statement.speaker,) if statement.speaker else ())
    yield from said.roles(dip("addressee"), (statement.addressee,) if statement.addressee else ())
    yield said.claim(dip("quote"), Literal(statement.quote))
    yield said.claim(dip("directQuote"), Literal("true" if statement.direct else "false", "boolean"))
    yield from ledger.about(said, statement.topics)
    yield from ledger.date(said, statement.date)


def tenure_claims(article: Article, tenure: TenureMention, office: str, ledger: Ledger) -> Iterator[Claim]:
    """State who holds which office from when to when; of a former one, that it ended before the article appeared."""
    said = _said(article, tenure, tenure.evidence, ledger)
    holder = article.iri(tenure.holder)
    if holder is None:
        return
    yield said.claim(TYPE, dip("Tenure"))
    yield said.claim(dip("holder"), holder)
    yield said.claim(dip("office"), office)
    published = article.extraction.document.published
    if tenure.former and tenure.end is None and published is not None:
        yield from ledger.date(said, Temporal(None, published, "former", tenure.evidence))
    for predicate, temporal in (("startDate", tenure.start), ("endDate", tenure.end)):
        if temporal is not None and temporal.day is not None:
            yield said.claim(dip(predicate), day_literal(temporal.day), temporal.span, temporal.text)


def _said(
    article: Article,
    value: EventMention | AgreementMention | CommitmentMention | StatementMention | TenureMention,
    words: Span,
    ledger: Ledger,
) -> Said:
    attribution: Attribution | None = getattr(value, "attribution", None)
    factuality: Factuality = getattr(value, "factuality", "actual")
    source = article.iri(attribution.entity) if attribution is not None else None
    modality: Modality = "asserted" if factuality == "actual" else factuality
    if modality == "denied" and attribution is None:
        modality = "negated"  # a denial without the party that denies is the article's own word
    return Said(
        article,
        ledger.nodes[article.id, value.id],
        sentence_of(article, words),
        words,
        modality,
        value.confidence,
        source,
        attribution.text if attribution is not None else None,
    )

"""One telling of one thing by one article, in the form in which tellings are compared.

Events, agreements, commitments and statements share the form, so that one comparison serves all of them. Tellings
that were found to mean the same are pooled into one telling of the same form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce

from kg.resolve.families import ancestors
from kg.resolve.words import stems
from kg.types import (
    AgreementMention,
    Amount,
    CommitmentMention,
    EventMention,
    Extraction,
    Role,
    Span,
    StatementMention,
    Temporal,
)

Key = tuple[str, str]
"""(document id, id of the mention-level value)."""

Window = tuple[date, date]
"""First and last possible day, both inclusive."""

PATIENT_ROLES = frozenset({"recipient", "addressee", "host"})
CONTENT_ROLES = frozenset({"place", "topic"})
_MEALS = frozenset({"lunch", "luncheon", "dinner", "banquet", "breakfast", "supper", "tea"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said of a thing, with entities of the collection in place of words.

    ``agents`` act (or take part as peers), ``patients`` are acted on. ``topics`` and ``words`` are stems: of the
    subject as extracted, and of the sentence. ``manner`` sets apart what has the same class (a lunch and a summit).
    ``when`` is None where the article gives no date. ``sentences`` are (document id, start) pairs.
    """

    keys: tuple[Key, ...]
    type: str
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    topics: frozenset[str]
    words: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    when: Window | None
    published: date | None
    factuality: str
    manner: str
    position: int
    sentences: frozenset[tuple[str, int]]

    @property
    def participants(self) -> frozenset[str]:
        """Everybody in it."""
        return self.agents | self.patients

    @property
    def documents(self) -> frozenset[str]:
        """The articles that tell it."""
        return frozenset(document for document, _ in self.keys)


@dataclass(frozen=True, slots=True)
class Article:
    """One extraction, with the entity of the collection for each entity of the document."""

    extraction: Extraction
    iris: Mapping[str, str]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Stems of all names of each document entity."""

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.extraction.document.id

    def iri(self, entity: str | None) -> str | None:
        """Give the IRI of a document entity."""
        return self.iris.get(entity) if entity is not None else None

    def iris_of(self, roles: tuple[Role, ...]) -> frozenset[str]:
        """Give the IRIs of the roles that name an entity."""
        return frozenset(iri for role in roles if (iri := self.iri(role.entity)) is not None)

    def words(self, sentence: Span, roles: tuple[Role, ...]) -> frozenset[str]:
        """Give the stems of a sentence without the names of those who take part, which are compared by themselves."""
        named = [self.names.get(role.entity, frozenset()) for role in roles if role.entity is not None]
        return stems(self.text(sentence)).difference(*named)

    def text(self, span: Span) -> str:
        """Give the words of a span."""
        return self.extraction.document.text[span.start : span.end]


def window(temporal: Temporal | None) -> Window | None:
    """Give the days of a date; an open side stays as wide as the calendar."""
    if temporal is None or (temporal.earliest is None and temporal.latest is None):
        return None
    return temporal.earliest or date.min, temporal.latest or date.max


def pool(tellings: list[Telling]) -> Telling:
    """Join tellings of one thing into one; the first one gives the type where classes are not nested."""
    return reduce(join, tellings)


def join(left: Telling, right: Telling) -> Telling:
    """Join two tellings of one thing."""
    return replace(
        left,
        type=right.type if left.type in ancestors(right.type) else left.type,
        keys=tuple(sorted(left.keys + right.keys)),
        agents=left.agents | right.agents,
        patients=left.patients | right.patients,
        places=left.places | right.places,
        topics=left.topics | right.topics,
        words=left.words | right.words,
        amounts=left.amounts | right.amounts,
        when=_narrower(left.when, right.when),
        published=min((day for day in (left.published, right.published) if day), default=None),
        factuality=left.factuality if left.factuality == "actual" else right.factuality,
        manner=left.manner or right.manner,
        position=min(left.position, right.position),
        sentences=left.sentences | right.sentences,
    )


def _narrower(left: Window | None, right: Window | None) -> Window | None:
    if left is None or right is None:
        return left or right
    return min(left, right, key=lambda days: (days[1] - days[0], days))


# ---------------------------------------------------------------- from mention-level values
def event_telling(article: Article, event: EventMention) -> Telling:
    """Bring an event mention into the common form."""
    actors = tuple(role for role in event.roles if role.role not in CONTENT_ROLES)
    patients = article.iris_of(tuple(role for role in actors if role.role in PATIENT_ROLES))
    agents = article.iris_of(tuple(role for role in actors if role.role not in PATIENT_ROLES))
    trigger = article.text(event.trigger).lower()
    return Telling(
        keys=((article.id, event.id),),
        type=event.type,
        agents=agents,
        patients=patients - agents,
        places=article.iris_of(tuple(role for role in event.roles if role.role == "place")),
        topics=_topics(event.roles),
        words=article.words(event.evidence, actors),
        amounts=frozenset(),
        when=window(event.date),
        published=article.extraction.document.published,
        factuality=event.factuality,
        manner="meal" if _MEALS & set(trigger.split()) else "",
        position=event.trigger.start,
        sentences=frozenset({(article.id, event.evidence.start)}),
    )


def agreement_telling(article: Article, agreement: AgreementMention) -> Telling:
    """Bring an agreement into the common form; its name counts as its subject."""
    return Telling(
        keys=((article.id, agreement.id),),
        type=agreement.kind,
        agents=article.iris_of(agreement.parties + agreement.signatories),
        patients=frozenset(),
        places=frozenset(),
        topics=stems(agreement.name).union(_topics(agreement.topics)) - _FORM_WORDS,
        words=article.words(agreement.evidence, agreement.parties + agreement.signatories),
        amounts=frozenset(),
        when=window(agreement.date),
        published=article.extraction.document.published,
        factuality=agreement.factuality,
        manner="",
        position=agreement.evidence.start,
        sentences=frozenset({(article.id, agreement.evidence.start)}),
    )


def commitment_telling(article: Article, commitment: CommitmentMention) -> Telling:
    """Bring a commitment into the common form; its content is its subject."""
    return Telling(
        keys=((article.id, commitment.id),),
        type="Commitment",
        agents=article.iris_of((commitment.by,)),
        patients=article.iris_of((commitment.to,) if commitment.to else ()),
        places=frozenset(),
        topics=stems(commitment.content).union(_topics(commitment.topics)),
        words=article.words(commitment.evidence, (commitment.by,)),
        amounts=_amounts(commitment.amount),
        when=window(commitment.deadline),
        published=article.extraction.document.published,
        factuality=commitment.factuality,
        manner="",
        position=commitment.evidence.start,
        sentences=frozenset({(article.id, commitment.evidence.start)}),
    )


def statement_telling(article: Article, statement: StatementMention) -> Telling:
    """Bring a statement into the common form; the words said are its subject."""
    return Telling(
        keys=((article.id, statement.id),),
        type="Statement",
        agents=article.iris_of((statement.speaker,) if statement.speaker else ()),
        patients=frozenset(),
        places=frozenset(),
        topics=stems(statement.quote),
        words=stems(statement.quote),
        amounts=frozenset(),
        when=window(statement.date),
        published=article.extraction.document.published,
        factuality="actual",
        manner="direct" if statement.direct else "",
        position=statement.span.start,
        sentences=frozenset({(article.id, statement.evidence.start)}),
    )


_FORM_WORDS = stems(
    "document documents agreement deal pact framework joint statement signed fresh significant bilateral"
)
"""Words for the form of an agreement; they do not tell one from another."""


def _topics(roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset().union(*(stems(role.text) for role in roles if role.role == "topic"))


def _amounts(amount: Amount | None) -> frozenset[tuple[str, float]]:
    return frozenset() if amount is None else frozenset({(amount.unit, amount.value)})

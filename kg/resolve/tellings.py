"""One telling of one thing by one article, in the form in which tellings are compared.

Events, agreements, commitments and statements share the form, so that one comparison serves all of them. Tellings
that were found to mean the same are pooled into one telling of the same form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce

from kg.resolve.article import Article
from kg.resolve.families import ancestors, family
from kg.resolve.words import VAGUE, stems
from kg.types import (
    AgreementMention,
    Amount,
    CommitmentMention,
    EventMention,
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
EARLIER = "earlier"
"""The occurrence of "their last meeting" and "a previous visit"."""

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_OCCURRENCE = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))|last|previous|earlier|prior)"
    r"(?! (?:week|month|year|night|summer|autumn|winter|spring|\w+day)\b)(?:[ -][\w-]+){0,2} $",
    re.IGNORECASE,
)
_MEALS = frozenset({"lunch", "luncheon", "dinner", "banquet", "breakfast", "supper", "tea"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said of a thing, with entities of the collection in place of words.

    ``agents`` act (or take part as peers), ``patients`` are acted on, ``mentioned`` stand in the same sentence.
    ``topics`` and ``words`` are stems: of the topics as extracted, and of the sentence. ``subject`` is what it is
    about, from the topics and what follows the verb: stems, and IRIs for names. ``manner`` sets apart what has the
    same class (a lunch and a summit), ``occurrence`` what happens again ("fifth", or EARLIER). ``when`` is None where
    the article gives no date; it is ``dated`` where the sentence itself gives it. ``sentences`` are (document id,
    start) pairs.
    """

    keys: tuple[Key, ...]
    type: str
    agents: frozenset[str]
    patients: frozenset[str]
    mentioned: frozenset[str]
    places: frozenset[str]
    topics: frozenset[str]
    subject: frozenset[str]
    words: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    when: Window | None
    dated: bool
    published: date | None
    factuality: str
    manner: str
    occurrence: str
    position: int
    sentences: frozenset[tuple[str, int]]
    participants: frozenset[str] = field(init=False)
    """Everybody in it."""
    documents: frozenset[str] = field(init=False)
    """The articles that tell it."""

    def __post_init__(self) -> None:
        """Work out once what every comparison asks for."""
        object.__setattr__(self, "participants", self.agents | self.patients)
        object.__setattr__(self, "documents", frozenset(document for document, _ in self.keys))


def window(temporal: Temporal | None) -> Window | None:
    """Give the days of a date; an open side stays as wide as the calendar."""
    if temporal is None or (temporal.earliest is None and temporal.latest is None):
        return None
    return temporal.earliest or date.min, temporal.latest or date.max


def pool(tellings: list[Telling]) -> Telling:
    """Join tellings of one thing into one; the first one gives the type where classes are not nested."""
    return reduce(join, tellings)


def join(left: Telling, right: Telling) -> Telling:
    """Join two tellings of one thing; a day that a sentence gives counts for more than one taken from around it."""
    firm = [telling.when for telling in (left, right) if telling.dated]
    when = firm[0] if len(firm) == 1 else _narrower(left.when, right.when)
    return replace(
        left,
        type=right.type if _says_more(right.type, left.type) else left.type,
        keys=tuple(sorted(left.keys + right.keys)),
        agents=left.agents | right.agents,
        patients=left.patients | right.patients,
        mentioned=left.mentioned | right.mentioned,
        places=left.places | right.places,
        topics=left.topics | right.topics,
        subject=left.subject | right.subject,
        words=left.words | right.words,
        amounts=left.amounts | right.amounts,
        when=when,
        dated=any(telling.dated for telling in (left, right) if telling.when == when),
        published=min((day for day in (left.published, right.published) if day), default=None),
        factuality=left.factuality if left.factuality == "actual" else right.factuality,
        manner=left.manner or right.manner,
        occurrence=left.occurrence or right.occurrence,
        position=min(left.position, right.position),
        sentences=left.sentences | right.sentences,
    )


def _says_more(type_: str, other: str) -> bool:
    """Tell whether a class is the finer one; who exchanged views at a summit met there."""
    return other in ancestors(type_) or (other == "Discussion" and family(type_).name == family(other).name)


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
    occurrence = _occurrence(article.text(Span(event.evidence.start, event.trigger.start)))
    dated = event.date is not None and event.evidence.contains(event.date.span)
    topics = _topics(event.roles)
    about = frozenset(word for role in event.roles if role.role == "topic" for word in article.about(role))
    return Telling(
        keys=((article.id, event.id),),
        type=event.type,
        agents=agents,
        patients=patients - agents,
        mentioned=article.iris_in(event.evidence),
        places=article.iris_of(tuple(role for role in event.roles if role.role == "place")),
        topics=topics,
        subject=(about - VAGUE) | article.object(event.evidence, event.trigger, actors),
        words=article.words(event.evidence, actors),
        amounts=frozenset(),
        when=None if occurrence == EARLIER and not dated else window(event.date),
        dated=dated,
        published=article.extraction.document.published,
        factuality=event.factuality,
        manner="meal" if _MEALS & set(trigger.split()) else "",
        occurrence=occurrence,
        position=event.trigger.start,
        sentences=frozenset({(article.id, event.evidence.start)}),
    )


def agreement_telling(article: Article, agreement: AgreementMention) -> Telling:
    """Bring an agreement into the common form; its name counts as its subject."""
    topics = stems(agreement.name).union(_topics(agreement.topics)) - _FORM_WORDS
    parties = agreement.parties + agreement.signatories
    words = article.words(agreement.evidence, parties)
    at = agreement.evidence.start + max(0, article.text(agreement.evidence).find(agreement.name))
    about = article.object(agreement.evidence, Span(at, at + len(agreement.name)), parties)
    return Telling(
        keys=((article.id, agreement.id),),
        type=agreement.kind,
        agents=article.iris_of(agreement.parties + agreement.signatories),
        patients=frozenset(),
        mentioned=article.iris_in(agreement.evidence),
        places=frozenset(),
        topics=topics,
        subject=topics - VAGUE or about - _FORM_WORDS,
        words=words,
        amounts=frozenset(),
        when=window(agreement.date),
        dated=agreement.date is not None and agreement.evidence.contains(agreement.date.span),
        published=article.extraction.document.published,
        factuality=agreement.factuality,
        manner="",
        occurrence="",
        position=agreement.evidence.start,
        sentences=frozenset({(article.id, agreement.evidence.start)}),
    )


def commitment_telling(article: Article, commitment: CommitmentMention) -> Telling:
    """Bring a commitment into the common form; its content is its subject."""
    topics = stems(commitment.content).union(_topics(commitment.topics))
    return Telling(
        keys=((article.id, commitment.id),),
        type="Commitment",
        agents=article.iris_of((commitment.by,)),
        patients=article.iris_of((commitment.to,) if commitment.to else ()),
        mentioned=article.iris_in(commitment.evidence),
        places=frozenset(),
        topics=topics,
        subject=topics - VAGUE,
        words=article.words(commitment.evidence, (commitment.by,)),
        amounts=_amounts(commitment.amount),
        when=window(commitment.deadline),
        dated=commitment.deadline is not None,
        published=article.extraction.document.published,
        factuality=commitment.factuality,
        manner="",
        occurrence="",
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
        mentioned=frozenset(),
        places=frozenset(),
        topics=stems(statement.quote),
        subject=stems(statement.quote),
        words=stems(statement.quote),
        amounts=frozenset(),
        when=window(statement.date),
        dated=False,
        published=article.extraction.document.published,
        factuality="actual",
        manner="direct" if statement.direct else "",
        occurrence="",
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


def _occurrence(before: str) -> str:
    """Read which of several like things is meant, from the words before its noun.

    >>> _occurrence("Before the Sixth "), _occurrence("on his previous "), _occurrence("last week's ")
    ('6', 'earlier', '')
    """
    found = _OCCURRENCE.search(before)
    if found is None:
        return ""
    ordinal = (found["ordinal"] or "").lower()
    if not ordinal:
        return EARLIER
    return str(_ORDINALS.index(ordinal) + 1) if ordinal in _ORDINALS else ordinal[:-2]

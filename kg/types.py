"""Every value that flows through the pipeline, on one page.

All offsets are Unicode code points into ``Document.text``; every interval is half-open, as in a Python slice.
All values are frozen, hashable where their parts are, and pickle, so that they may cross process borders.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal as OneOf
from typing import NamedTuple

EntityKind = OneOf["person", "state", "organisation", "place", "group"]
MentionKind = OneOf["person", "state", "organisation", "place", "group", "office", "date", "money", "quantity"]
Factuality = OneOf["actual", "planned", "hypothetical", "denied", "negated"]
Modality = OneOf["asserted", "planned", "hypothetical", "denied", "negated"]
FactStatus = OneOf["accepted", "alternative", "implied", "rejected"]


# ---------------------------------------------------------------- text
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character.

        >>> Span(0, 4).overlaps(Span(4, 9))
        False
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """Give the same stretch in a text that begins so much earlier.

        >>> Span(0, 4).moved(10)
        Span(start=10, end=14)
        """
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came in; ``text`` is kept byte for byte."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    author: str | None = None


# ---------------------------------------------------------------- one document
@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something; ``entity`` is the id of a :class:`DocumentEntity`."""

    id: str
    span: Span
    text: str
    kind: MentionKind
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentEntity:
    """What several mentions of one document name: a chain, before and after linking.

    ``iri`` is None until ``link/`` has run. ``country`` is the gazetteer key of a state (``"japan"``) where the
    text gives one (nationality of a person, state of a ministry, country of a town).
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    iri: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Temporal:
    """When: both ends inclusive, either may be open; ``text`` is the article's own words."""

    earliest: date | None
    latest: date | None
    text: str
    span: Span

    @property
    def day(self) -> date | None:
        """The day, where it is exactly one."""
        return self.earliest if self.earliest == self.latest else None


def measure(unit: str) -> str:
    """Give what a unit counts: the currency, or the noun without what is said of it.

    >>> measure("USD"), measure("flowering cherry trees"), measure("instruments")
    ('USD', 'tree', 'instrument')
    """
    return unit if unit.isupper() else unit.rsplit(" ", maxsplit=1)[-1].removesuffix("s")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts.

    ``unit`` is an ISO 4217 code, ``"percent_gdp"``, ``"percent"`` or a counted noun ("cherry trees");
    ``qualifier`` is one of exactly, about, atLeast, upTo (individuals of ``dip:AmountQualifier``).
    """

    value: float
    unit: str
    qualifier: str
    text: str
    span: Span

    @property
    def measure(self) -> str:
        """What is counted, by which amounts can be compared."""
        return measure(self.unit)


@dataclass(frozen=True, slots=True)
class Role:
    """One participant, place or topic of an event: role name, words, and the entity where there is one.

    ``role`` is a property of the ontology: initiator, recipient, participant, host, visitor, signatory,
    mediator, party, speaker, addressee, place, topic.
    """

    role: str
    span: Span
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word: the source's words ("according to NHK") and its entity where known."""

    text: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of an event in one sentence; ``type`` is a class of the ontology (``"Summit"``).

    ``amounts`` are what its own words count, one of a kind: money, things, the dead, months.
    """

    id: str
    type: str
    trigger: Span
    roles: tuple[Role, ...]
    factuality: Factuality
    date: Temporal | None
    attribution: Attribution | None
    evidence: Span
    confidence: float
    frame: str
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """One telling of an agreement; ``kind`` is a class (``"Treaty"``), ``status`` a ``dip:AgreementStatus``."""

    id: str
    name: str
    kind: str
    parties: tuple[Role, ...]
    signatories: tuple[Role, ...]
    topics: tuple[Role, ...]
    status: str
    factuality: Factuality
    date: Temporal | None
    attribution: Attribution | None
    evidence: Span
    confidence: float
    event: str | None = None


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """A promise: who, to whom, what; ``status`` is a ``dip:CommitmentStatus``; ``event`` is its Pledging."""

    id: str
    by: Role
    to: Role | None
    content: str
    amount: Amount | None
    deadline: Temporal | None
    topics: tuple[Role, ...]
    status: str
    factuality: Factuality
    attribution: Attribution | None
    evidence: Span
    confidence: float
    event: str | None = None


@dataclass(frozen=True, slots=True)
class StatementMention:
    """What somebody said; ``span`` covers the words, ``quote`` is their text, split quotes joined."""

    id: str
    speaker: Role | None
    addressee: Role | None
    quote: str
    direct: bool
    span: Span
    topics: tuple[Role, ...]
    date: Temporal | None
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class TenureMention:
    """Somebody holds, held or takes an office; ``office`` is the normal title ("Prime Minister")."""

    id: str
    holder: str
    office: str
    of: str | None
    former: bool
    evidence: Span
    confidence: float
    start: Temporal | None = None
    end: Temporal | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence that gave nothing, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says. Roles and mentions name entities by ``DocumentEntity.id``."""

    document: Document
    sentences: tuple[Span, ...] = ()
    entities: tuple[DocumentEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventMention, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    tenures: tuple[TenureMention, ...] = ()
    silences: tuple[Silence, ...] = ()


# ---------------------------------------------------------------- the collection
@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal of the graph: lexical form and the local name of its XML Schema type.

    ``datatype`` is a full IRI for types of other vocabularies; ``language`` is set in graphs that others wrote.
    """

    value: str
    datatype: str = "string"
    language: str = ""


Term = str | Literal
"""An object of a claim: an IRI (``str``; ``_:x`` is a blank node) or a literal."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says it: document id, the sentence, and the words inside it that carry the claim."""

    document: str
    sentence: Span
    words: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of one article says about one triple. ``subject`` and ``predicate`` are IRIs."""

    subject: str
    predicate: str
    object: Term
    modality: Modality
    evidence: Evidence
    confidence: float
    attribution: str | None = None
    attribution_text: str | None = None
    value_text: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple with all claims about it and its standing after merging."""

    subject: str
    predicate: str
    object: Term
    claims: tuple[Claim, ...]
    status: FactStatus
    confidence: float
    outlets: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, organisation, place or group of the collection; ``iri`` is its identity."""

    iri: str
    kind: EntityKind
    label: str
    aliases: tuple[str, ...] = ()
    same_as: str | None = None
    within: str | None = None
    coordinates: tuple[float, float] | None = None
    mentions: tuple[tuple[str, Span], ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An event, agreement, commitment, statement or tenure of the collection.

    ``types`` are ontology classes, most specific first; ``factuality`` may also be ``"disputed"``;
    ``mentions`` are (document id, id of the mention-level value) pairs; ``triggers`` are where it is named.
    """

    iri: str
    types: tuple[str, ...]
    label: str
    factuality: str | None
    mentions: tuple[tuple[str, str], ...]
    triggers: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A compound value whose IRI spells it: money, a counted quantity or a period."""

    iri: str
    type: str
    label: str
    properties: tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A normalised noun phrase that events are about."""

    iri: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A post; ``of`` is the IRI of the state or organisation in which it exists."""

    iri: str
    label: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that cannot all be right. ``options`` and ``preferred`` are objects of facts on (subject, predicate)."""

    subject: str
    predicate: str
    options: tuple[Term, ...]
    preferred: Term | None
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two mention-level values became one node: features that spoke for it, and their sum."""

    node: str
    left: tuple[str, str]
    right: tuple[str, str]
    features: tuple[tuple[str, float], ...]
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """The whole collection, merged; what ``graph/`` turns into quads."""

    documents: tuple[Document, ...] = ()
    sentences: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    topics: tuple[Topic, ...] = ()
    values: tuple[Value, ...] = ()
    nodes: tuple[Node, ...] = ()
    facts: tuple[Fact, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    merges: tuple[Merge, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    """(document id, id of the document it copies) pairs."""


# ---------------------------------------------------------------- the graph
class Quad(NamedTuple):
    """One triple and the IRI of the graph that holds it; the default graph is ``""``."""

    subject: str
    predicate: str
    object: Term
    graph: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: ``rows`` under ``columns`` (SELECT), ``truth`` (ASK) or ``triples`` (CONSTRUCT, DESCRIBE).

    An unbound variable is None.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[Quad, ...] | None = None


# ---------------------------------------------------------------- reports
@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """An item whose worker ended before it gave a result, and why."""

    reason: str


@dataclass(slots=True)
class Report:
    """What a run did; becomes ``report.json``."""

    articles: dict[str, dict[str, object]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    timings: dict[str, float] = field(default_factory=dict)

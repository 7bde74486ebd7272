"""What the page shows, as small frozen values; built from a resolution or from the rows of a few SPARQL queries."""

from __future__ import annotations

from dataclasses import dataclass

NODE_KINDS = (
    "person", "state", "group", "place", "office", "tenure", "topic", "event", "agreement", "commitment", "statement",
)  # fmt: skip
"""Kinds of IRI that become nodes; money, quantities and periods are shown as values."""

HAPPENINGS = ("event", "agreement", "commitment", "statement", "tenure")
"""Kinds whose nodes have a date, a place and a factuality."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One article's word on one fact.

    ``start`` and ``end`` are code points into ``sentence`` (half-open) around the words that carry the claim;
    both are 0 where they are not known. ``date`` is ISO or empty, ``attribution`` the label of the source named.
    """

    outlet: str
    title: str
    url: str
    date: str
    document: str
    modality: str
    attribution: str = ""
    attribution_text: str = ""
    sentence: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ViewFact:
    """A triple with its standing and sources; an edge where ``object`` is a node.

    ``datatype`` is empty for an IRI, else the local name of the literal's type; ``text`` is how the object reads;
    ``modality`` is the strongest of its sources (``actual`` for asserted), ``disputed`` where one source denies it.
    """

    subject: str
    predicate: str
    object: str
    datatype: str
    text: str
    status: str
    modality: str
    outlets: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewNode:
    """A node of the network.

    ``type`` is a class of the ontology; ``earliest`` and ``latest`` are ISO dates or empty (open or unknown);
    ``places`` are IRIs, ``outlets`` names; ``coordinates`` are (latitude, longitude) in degrees.
    """

    iri: str
    kind: str
    type: str
    label: str
    factuality: str
    earliest: str = ""
    latest: str = ""
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    coordinates: tuple[float, float] | None = None
    aliases: tuple[str, ...] = ()
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class ViewDisagreement:
    """Values that cannot all be right; ``options`` and ``preferred`` are objects of facts on (subject, predicate)."""

    subject: str
    predicate: str
    options: tuple[str, ...]
    preferred: str
    reason: str


@dataclass(frozen=True, slots=True)
class ViewGraph:
    """All that the page knows, sorted: nodes by IRI, facts by subject, predicate and object."""

    nodes: tuple[ViewNode, ...]
    facts: tuple[ViewFact, ...]
    disagreements: tuple[ViewDisagreement, ...] = ()


def kind_of(iri: str) -> str:
    """Give the kind that an IRI spells.

    >>> kind_of("https://w3id.org/dip/id/state/japan")
    'state'
    """
    parts = iri.rsplit("/", 2)
    return parts[1] if len(parts) == 3 else ""

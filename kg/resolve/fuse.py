"""From claims to facts: one fact a triple, as sure as its independent outlets make it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from kg.ids import n3
from kg.types import Claim, Document, Fact, FactStatus, Modality, Term

LIVE: frozenset[Modality] = frozenset({"asserted", "planned", "hypothetical"})
"""Modalities in which a value is put forward, surely or not."""

CERTAIN_AT_MOST = 0.999


@dataclass(frozen=True, slots=True)
class Sources:
    """Whose word an article is: the outlet for each document (a copy speaks with its original), and the day."""

    outlets: Mapping[str, str]
    published: Mapping[str, date | None]

    @staticmethod
    def of(documents: Iterable[Document], copies: Iterable[tuple[str, str]]) -> Sources:
        """Read the outlets of documents; one that names no publisher is an outlet of its own."""
        documents = list(documents)
        outlets = {document.id: document.publisher or document.id for document in documents}
        outlets |= {copy: outlets[original] for copy, original in copies}
        return Sources(outlets, {document.id: document.published for document in documents})

    def voices(self, claims: Iterable[Claim]) -> frozenset[str]:
        """Give the independent outlets of claims."""
        return frozenset(self.outlets[claim.evidence.document] for claim in claims)


def confidence(claims: Sequence[Claim], sources: Sources) -> float:
    """Give 1 - prod(1 - best claim an outlet), at most 0.999; denials do not make a value surer."""
    best: dict[str, float] = defaultdict(float)
    for claim in _speaking(claims):
        outlet = sources.outlets[claim.evidence.document]
        best[outlet] = max(best[outlet], claim.confidence)
    return round(min(CERTAIN_AT_MOST, 1 - prod(1 - value for value in best.values())), 4)


def make_facts(claims: Iterable[Claim], sources: Sources) -> list[Fact]:
    """Group claims by triple; every fact is accepted until its rivals are weighed (see ``disagree``)."""
    by_triple: dict[tuple[str, str, Term], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_triple[claim.subject, claim.predicate, claim.object].append(claim)
    ordered = sorted(by_triple, key=lambda triple: (triple[0], triple[1], n3(triple[2])))
    return [_fact(by_triple[triple], sources) for triple in ordered]


def _fact(claims: Sequence[Claim], sources: Sources) -> Fact:
    ordered = tuple(sorted(dict.fromkeys(claims), key=claim_order))
    first = ordered[0]
    voices = len(sources.voices(_speaking(ordered)))
    return Fact(first.subject, first.predicate, first.object, ordered, "accepted", confidence(ordered, sources), voices)


def _speaking(claims: Sequence[Claim]) -> Sequence[Claim]:
    return [claim for claim in claims if claim.modality in LIVE] or claims


def claim_order(claim: Claim) -> tuple[str, int, int, int, str]:
    """Order claims by where they stand."""
    evidence = claim.evidence
    return evidence.document, evidence.sentence.start, evidence.words.start, evidence.words.end, claim.modality


def restate(fact: Fact, status: FactStatus) -> Fact:
    """Give the fact another status."""
    return Fact(fact.subject, fact.predicate, fact.object, fact.claims, status, fact.confidence, fact.outlets)


def lives(fact: Fact) -> bool:
    """Tell whether anybody puts the value forward."""
    return any(claim.modality in LIVE for claim in fact.claims)

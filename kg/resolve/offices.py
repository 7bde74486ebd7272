"""Offices and tenures: who holds which post in which state or body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.ids import mint
from kg.resolve.article import Article
from kg.resolve.tellings import Key
from kg.types import Entity, Node, Office
from kg.vocab import local

_FIRST_WORDS = frozenset({"United", "Republic", "Kingdom", "Federation"})
_LAST_WORDS = frozenset(
    "Bahamas Comoros Emirates House Islands Maldives Nations Netherlands Philippines Republic Union".split(" ")  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Offices:
    """Offices and tenures of the collection; ``office_of`` gives the office IRI of each tenure mention."""

    offices: tuple[Office, ...]
    tenures: tuple[Node, ...]
    office_of: Mapping[Key, str]

    @property
    def nodes(self) -> dict[Key, str]:
        """The IRI of the tenure that each mention tells."""
        return {key: node.iri for node in self.tenures for key in node.mentions}


def collect_offices(articles: Sequence[Article], entities: Mapping[str, Entity]) -> Offices:
    """Make one office a title and body, and one tenure a holder and office."""
    offices: dict[str, Office] = {}
    office_of: dict[Key, str] = {}
    held: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for article in articles:
        for tenure in article.extraction.tenures:
            holder, of = article.iri(tenure.holder), article.iri(tenure.of)
            if holder is None or not tenure.office.strip():
                continue
            office = _office(tenure.office, entities.get(of) if of else None)
            offices.setdefault(office.iri, office)
            office_of[article.id, tenure.id] = office.iri
            held[holder, office.iri].append((article.id, tenure.id))
    tenures = [_tenure(entities[holder], offices[office], keys) for (holder, office), keys in sorted(held.items())]
    return Offices(tuple(offices[iri] for iri in sorted(offices)), tuple(tenures), office_of)


def _office(title: str, of: Entity | None) -> Office:
    words = title.strip()
    words = words[0].upper() + words[1:]
    if of is None:
        return Office(mint("office", words), words)
    actor = None if of.kind == "place" else of.iri  # a mayor is one of a town, which does not act
    return Office(mint("office", words, "of", local(of.iri)), f"{words} of {_with_article(of.label)}", actor)


def _with_article(state: str) -> str:
    """Write a state as it stands after "of".

    >>> _with_article("United States"), _with_article("Japan")
    ('the United States', 'Japan')
    """
    words = state.split()
    plural = words[0] in _FIRST_WORDS or words[-1] in _LAST_WORDS
    return f"the {state}" if plural and not state.lower().startswith("the ") else state


def _tenure(holder: Entity, office: Office, keys: list[Key]) -> Node:
    iri = mint("tenure", local(holder.iri), local(office.iri))
    return Node(iri, ("Tenure",), f"{holder.label}, {office.label}", None, tuple(sorted(keys)))

"""Tells a tour of several states from the stop told in one breath with it: *her tour of Africa began in Kenya*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.entities import EntityTable
from kg.extract.found import Found
from kg.extract.reading import begin, key, token_span
from kg.extract.verbs import JOURNEYS
from kg.extract.words import word_class
from kg.gazetteer import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.types import Role

_WIDE = frozenset({"continent", "region"})
_COUNTED = word_class("nation country state leg stop")
"""What a tour has several of: *a three-nation tour*."""
_FARTHEST = 3
"""Steps in the parse from a region to the tour of it: *tour of parts of East Africa*."""


def apart_from_stops(found: Sequence[Found], table: EntityTable, next_id: Callable[[], str]) -> list[Found]:
    """Give the events of a sentence, a tour and the stop at which it began, went on or ended as two.

    No state hosts a whole tour, and the day of a stop is not that of the tour.
    """
    nouns = {key(f.clause.predicate): f for f in found if f.clause.kind == "noun"}
    parts = []
    for one in found:
        tour, regions = _tour(one, table) if one.event.type == "Visit" else (None, [])
        stop = [r for r in one.event.roles if r not in regions]
        verb = _verb(one, tour) if tour is not None else None
        if tour is None or verb is None or not any(r.role in {"place", "host"} for r in stop):
            parts.append(one)
            continue
        if nouns.get(key(tour), one) is one:  # else it has been told
            parts.append(_whole(one, tour, regions, next_id()))
        parts.append(replace(one, event=replace(one.event, trigger=token_span(verb), roles=tuple(stop))))
    return parts


def _whole(found: Found, tour: Token, regions: Iterable[Role], ident: str) -> Found:
    roles = (*(r for r in found.event.roles if r.role == "visitor"), *regions)
    event = replace(found.event, id=ident, trigger=token_span(tour), roles=roles, date=None, amounts=())
    return replace(found, event=event)


def _is_wide(role: Role, table: EntityTable) -> bool:
    entry = table.drafts[role.entity].entry if role.entity else None
    return entry is not None and isinstance(entry.value, Place) and entry.value.kind in _WIDE


def _tour(found: Found, table: EntityTable) -> tuple[Token | None, list[Role]]:
    """Give the noun of a journey through regions or a number of states, and the regions among the places."""
    regions = [r for r in found.event.roles if r.role == "place" and _is_wide(r, table)]
    starts = {r.span.start for r in regions}
    inside = (_journey_over(t) for t in found.clause.sentence.tokens if begin(t) in starts)
    named = (t for t in (found.clause.predicate, *found.clause.heads("subject", "object")) if _is_of_several(t))
    return next((tour for tour in (*inside, *named) if tour is not None), None), regions


def _journey_over(token: Token) -> Token | None:
    for _ in range(_FARTHEST):
        token = token.head
        if token.pos_ == "NOUN" and token.lemma_.lower() in JOURNEYS:
            return token
    return None


def _is_of_several(noun: Token) -> bool:
    return noun.lemma_.lower() in JOURNEYS and any(
        c.lower_ == "regional" or (c.lemma_.lower() in _COUNTED and c.nbor(-1).text == "-")
        for c in noun.children
        if noun.i > c.i > 0
    )


def _verb(found: Found, tour: Token) -> Token | None:
    """Give the verb of which the stop is told, None where the tour has none."""
    verb = found.clause.anchor if found.clause.anchor != tour else tour.head
    return verb if verb.pos_ == "VERB" else None

"""Follows a narrative: what the same people did next, told in the past without a date, was done on the same day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.words import word_class
from kg.types import EventMention, Temporal

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 3
"""Sentences without a date over which a narrative stays on its day."""
_ON_A_DAY = word_class(
    "meet call visit negotiate discuss agree sign pledge support gift request invite accuse reject protest"
)
"""Families of what is done in an hour; a war or a loan that is told next may be of any time."""
_NO_ACTORS = word_class("place topic")


@dataclass(slots=True)
class Narrative:
    """The last event of an article that is told with its day."""

    _day: Temporal | None = None
    _latest: date | None = None
    _told: int = 0
    _present: frozenset[str] = field(default_factory=frozenset)

    def day_of(self, event: EventMention, family: str, clause: Clause) -> Temporal | None:
        """Give the day of an event without a date, where it goes on with what was told of the same people."""
        if event.factuality != "actual" or family not in _ON_A_DAY or not _narrates(clause.anchor):
            return None
        near = clause.sentence.index - self._told <= _REACH
        if not near or self._present.isdisjoint(_actors(event)):
            return None
        self._told = clause.sentence.index
        return self._day

    def remember(self, event: EventMention, clause: Clause) -> None:
        """Take an event with a day of its own, told as past, as the one that the next may go on with; a look back ends
        the narrative.
        """
        day = event.date.day if event.date is not None else None
        if day is None or event.factuality != "actual":
            return
        looks_back = self._latest is not None and day < self._latest
        self._latest = day if self._latest is None else max(day, self._latest)
        self._day, self._told = None if looks_back else event.date, clause.sentence.index
        self._present = _actors(event)


def _actors(event: EventMention) -> frozenset[str]:
    return frozenset(r.entity for r in event.roles if r.entity and r.role not in _NO_ACTORS)


def _narrates(verb: Token) -> bool:
    """Tell a main verb in the simple past."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VBD":
        verb = verb.head
    reported = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.dep_ == "ROOT"
    return (verb.dep_ == "ROOT" or reported) and verb.tag_ == "VBD"

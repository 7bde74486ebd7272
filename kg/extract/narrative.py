"""Follows a narrative: what the same people did next, told in the past without a date, was done on the same day.

What they are told of later, in the past and without a date, belongs to the latest day on which the article has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.entities import EntityTable
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
    """The last event of an article that is told with its day, and the news: what happened last of all.

    A look back ends the narrative; who made the news is taken up again later, without its day.
    """

    table: EntityTable
    _day: Temporal | None = None
    _told: int = 0
    _present: frozenset[str] = field(default_factory=frozenset)
    _news: Temporal | None = None
    _newsmakers: frozenset[str] = field(default_factory=frozenset)

    def day_of(self, event: EventMention, family: str, clause: Clause) -> Temporal | None:
        """Give the day of an event without a date, where it goes on with what was told of the same people."""
        if event.factuality != "actual" or family not in _ON_A_DAY or not _narrates(clause.anchor):
            return None
        sides = self._sides(event)
        if clause.sentence.index - self._told <= _REACH and self._day is not None and self._present & sides:
            self._told = clause.sentence.index
            return self._day
        return self._news if self._newsmakers & sides else None

    def remember(self, event: EventMention, clause: Clause) -> None:
        """Take an event with a day of its own, told as past, as the one that the next may go on with."""
        day = event.date.day if event.date is not None else None
        if day is None or event.factuality != "actual":
            return
        latest = self._news.day if self._news is not None else None
        looks_back = latest is not None and day < latest
        self._present = self._sides(event)
        if not looks_back:
            self._newsmakers = self._present | (self._newsmakers if day == latest else frozenset())
            self._news = event.date
        self._day, self._told = None if looks_back else event.date, clause.sentence.index

    def _sides(self, event: EventMention) -> frozenset[str]:
        """Give who takes part, each as his state where he has one."""
        drafts = self.table.drafts
        acting = (r.entity for r in event.roles if r.entity and r.role not in _NO_ACTORS)
        return frozenset(drafts[entity].country or entity for entity in acting)


def _narrates(verb: Token) -> bool:
    """Tell a main verb in the simple past."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VBD":
        verb = verb.head
    reported = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.dep_ == "ROOT"
    return (verb.dep_ == "ROOT" or reported) and verb.tag_ == "VBD"

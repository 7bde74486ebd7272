"""Applies the frames of the lexicon to clauses: which event, who takes part, where and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.extract.attribution import attribute
from kg.extract.casualties import with_casualties
from kg.extract.clauses import Clause
from kg.extract.factuality import stance
from kg.extract.found import Found
from kg.extract.implied import implied
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.matching import FrameMatcher
from kg.extract.measures import measures_of
from kg.extract.narrative import Narrative
from kg.extract.pruning import prune
from kg.extract.reading import token_span
from kg.extract.reference import Resolver
from kg.extract.roles import RoleReader
from kg.extract.times import Calendar
from kg.extract.topics import topic_roles
from kg.extract.tours import apart_from_stops
from kg.extract.words import word_class
from kg.types import EventMention, Role

_GATHERINGS = word_class("meet attack coerce protest appoint")
"""Families of events that are worth telling when only their place is known."""

_TOGETHER = word_class("meet call visit negotiate")
"""Families of events at which people are together."""


_DEEDS = word_class("attack coerce protest")
"""Families of events that are worth telling when it is only known what they struck: *a depot was shelled*."""


@dataclass(slots=True)
class EventReader:
    """Reads the events of one article, sentence by sentence."""

    lexicon: Lexicon
    resolver: Resolver
    calendar: Calendar
    roles: RoleReader = field(init=False)
    count: int = 0
    _matcher: FrameMatcher = field(init=False)
    _narrative: Narrative = field(init=False)

    def __post_init__(self) -> None:
        """Let the parts share the lexicon and the resolver."""
        self.roles = RoleReader(self.lexicon, self.resolver)
        self._matcher = FrameMatcher(self.lexicon, self.resolver)
        self._narrative = Narrative(self.resolver.table)

    def read(self, clauses: Iterable[Clause]) -> list[Found]:
        """Give the events of the clauses of a sentence, in text order."""
        found = []
        for clause in clauses:
            frame = self._matcher.frame(clause)
            if frame is not None and not self._matcher.carries_better(clause):
                event = self._found(clause, frame)
                if event is not None:
                    found.append(event)
                    self._remember(event)  # *held talks on Sunday, and the two met again*
        whole = with_casualties(prune(found, self.lexicon))
        return apart_from_stops(whole, self.resolver.table, self.next_id)

    def _remember(self, found: Found) -> None:
        """Let *the two* and *they* mean those who are told to have met, and not only who is named side by side."""
        if self.family(found) not in _TOGETHER or found.event.factuality != "actual":
            return
        there = [r.entity for r in found.event.roles if r.entity and r.role not in {"place", "topic"}]
        for kinds in ({"person"}, {"state", "organisation"}):
            same = tuple(dict.fromkeys(e for e in there if self.resolver.table.kind(e) in kinds))
            if len(same) >= 2:
                self.resolver.met(same, found.clause.sentence, held=found.event.factuality == "actual")
                return

    def next_id(self) -> str:
        """Give a fresh id of an event mention."""
        self.count += 1
        return f"ev{self.count}"

    def family(self, found: Found) -> str:
        """Give the family of an event's type."""
        return self.lexicon.types[found.event.type].family

    def _found(self, clause: Clause, frame: Frame) -> Found | None:
        roles = self.roles.read(clause, frame)
        told = stance(clause, self.lexicon)
        roles += implied(clause, frame, roles, self.lexicon, self.resolver)
        if not self._is_worth_telling(clause, frame, roles):
            return None
        roles += self.roles.addressed(told, frame, roles, clause)
        roles += topic_roles(clause, frame, roles)
        factuality = frame.factuality or told.factuality
        when = self.calendar.of(clause, factuality)
        event = EventMention(
            id=self.next_id(),
            type=frame.type,
            trigger=token_span(clause.predicate),
            roles=tuple(roles),
            factuality=self.calendar.adjusted(factuality, when, clause),
            date=when,
            attribution=attribute(told, clause, self.resolver),
            evidence=clause.sentence.span,
            confidence=_confidence(clause, frame, roles),
            frame=frame.id,
            amounts=measures_of(clause, frame, self.lexicon.types[frame.type].family),
        )
        return Found(self._on_its_day(event, frame, clause), clause, frame, told)

    def _on_its_day(self, event: EventMention, frame: Frame, clause: Clause) -> EventMention:
        if event.date is not None:
            self._narrative.remember(event, clause)
            return event
        return replace(event, date=self._narrative.day_of(event, self.lexicon.types[frame.type].family, clause))

    def _is_worth_telling(self, clause: Clause, frame: Frame, roles: list[Role]) -> bool:
        if any(r.entity and r.role not in {"place", "topic"} for r in roles):
            return True
        family = self.lexicon.types[frame.type].family
        struck = ("object",) if clause.kind == "verb" else ("of", "on", "against")
        if family == "protest":
            struck = ("subject",)  # *thousands marched*
        if family in _DEEDS and any(h.pos_ in {"NOUN", "NUM"} for h in clause.heads(*struck)):
            return True
        return family in _GATHERINGS and any(r.role == "place" and r.entity for r in roles)


def _confidence(clause: Clause, frame: Frame, roles: list[Role]) -> float:
    """Score how sure the reading is: full frames and verbs above bare nouns, names above pronouns."""
    score = (
        0.7
        + 0.05 * min(3, sum(bool(r.entity) for r in roles))
        + (0.05 if frame.tests else 0)
        + (0.05 if clause.kind == "verb" else 0)
    )
    return round(min(score, 0.95), 2)

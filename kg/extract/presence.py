"""Tells who is present where no function of the predicate does: from what is around it, or was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments import governed
from kg.extract.clauses import noun_clause
from kg.extract.control import arguments_of
from kg.extract.reading import token_span
from kg.extract.travellers import on_the_trip
from kg.extract.verbs import JUDGING_VERBS
from kg.extract.words import word_class
from kg.types import EntityKind, Role

if TYPE_CHECKING:
    from kg.extract.clauses import Clause
    from kg.extract.lexicon import Frame
    from kg.extract.reference import Resolver

_ACTORS: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group"})
_PRESENT: frozenset[EntityKind] = frozenset({"person", "state"})
_AT_OCCASION = word_class("during at in over after following on")
_NEAR_OCCASION = _AT_OCCASION | {"before", "for"}
_DONE_TOGETHER = word_class("Understanding Discussion Signing")
_OF_TWO = word_class("between with among")
_FOR_OTHERS = word_class(
    "say tell report welcome praise condemn criticise criticize broker facilitate mediate arrange organise "
    "organize see help support back encourage hail urge recall describe"
)
"""Verbs whose subject need not be at the occasion that is their object."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Finds those who are not named with an occasion, a deal or a mediation and yet are at it."""

    resolver: Resolver

    def at(self, clause: Clause, frame: Frame, roles: list[Role]) -> list[Role]:
        """Complete the roles of an occasion told by a noun; empty where it takes more than one to tell it."""
        if not roles:
            roles = self._present(clause, _AT_OCCASION, ("subject", "object", "dative", "to", "with"))
            return [] if len(roles) < 2 and takes_two(frame) else roles
        if len(roles) == 1 and "with" in clause.arguments:
            there = self._present(clause, _NEAR_OCCASION, ("subject",))
            there = there or on_the_trip(clause, "participant", self.resolver) or self._after(clause)
            roles = roles + [r for r in there if r.entity != roles[0].entity]
        return roles

    def _present(self, clause: Clause, prepositions: frozenset[str], functions: tuple[str, ...]) -> list[Role]:
        """Take who acts at an occasion as present there: *agreed at talks in Doha*, *left before a summit with X*."""
        root, over = clause.sentence.parse.root, clause.heads("under")
        if not over or over[0].lower_ not in prepositions or over[0].head.pos_ not in {"VERB", "AUX"}:
            return []
        present: dict[str, Role] = {}
        aside = any(t.dep_ in {"advcl", "relcl"} for t in (over[0].head, *over[0].head.ancestors))
        for verb in [over[0].head, *([root] if root.pos_ == "VERB" and not aside else [])]:
            if len(present) < 2:
                arguments = arguments_of(verb)
                heads = [h for function in functions for h in arguments.get(function, [])]
                for referent in self.resolver.all_referents(heads, clause.sentence):
                    if referent.direct and self.resolver.table.kind(referent.entity) in _PRESENT:
                        present[referent.entity] = referent.in_role("participant")
        return list(present.values())

    def known(self, clause: Clause, frame: Frame) -> list[Role]:
        """Take those told of before as who acts where nobody is named: *it was agreed*, *no statement was issued*."""
        if frame.type == "Understanding" and "under" in clause.arguments and clause.kind == "noun":
            return self._at_odds(clause)
        impersonal = any(m.role == "topic" and "subject" in m.functions for m in frame.roles)
        unnamed = impersonal or "subject" not in clause.arguments
        if frame.type not in _DONE_TOGETHER or not unnamed or clause.kind != "verb":
            return []
        group = self.resolver.together(clause.predicate, clause.sentence)
        span = token_span(clause.predicate)
        return [Role("participant", span, clause.predicate.text, entity) for entity in group]

    def _at_odds(self, clause: Clause) -> list[Role]:
        """Take who parts *without a deal*: who does so, or whose talks do."""
        over = clause.heads("under")[0]
        if over.lower_ != "without" or over.head.pos_ != "VERB":
            return []
        heads = arguments_of(over.head).get("subject", [])
        there = [r for r in self.resolver.all_referents(heads, clause.sentence) if r.direct]
        if len(there) < 2:
            between = [t for h in heads for c in h.children if c.lower_ in _OF_TWO for t in governed(c)]
            there = self.resolver.all_referents(between, clause.sentence)
        if len(there) >= 2:
            return [r.in_role("participant") for r in there]
        span = token_span(clause.predicate)
        group = self.resolver.together(clause.predicate, clause.sentence)
        return [Role("participant", span, clause.predicate.text, entity) for entity in group]

    def brought_together(self, clause: Clause, frame: Frame, roles: Sequence[Role]) -> list[Role]:
        """Take the subject of the sentence as those mediated between: *under a deal brokered by Oman, they agreed*.

        Whose talks are mediated is one of them, too: *Chad's talks with Niger, brokered by Oman*.
        """
        if frame.type != "Mediation":
            return []
        known = {r.entity for r in roles}
        talks = [noun_clause(h, clause.sentence) for h in clause.heads("object") if h.pos_ == "NOUN"]
        sides = [t for talk in talks for t in talk.heads("possessor", *_OF_TWO)]
        theirs = [r for r in self.resolver.all_referents(sides, clause.sentence) if r.entity not in known]
        if theirs or {r.role for r in roles} != {"mediator"}:
            return [r.in_role("participant") for r in theirs]
        above = next((t for t in clause.anchor.ancestors if t.pos_ == "VERB"), clause.anchor)
        if above == clause.anchor or clause.anchor.dep_ in {"xcomp", "ccomp", "conj"} or above.lemma_ in JUDGING_VERBS:
            return []
        acting = self.resolver.all_referents(arguments_of(above).get("subject", []), clause.sentence)
        return [r.in_role("participant") for r in acting if r.direct and r.entity not in known]

    def _after(self, clause: Clause) -> list[Role]:
        """Take who seeks, weighs or shuns an occasion as who would be there: *ruled out a meeting with X*."""
        noun = clause.predicate
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.dep_ not in {"dobj", "pobj"} or verb.pos_ != "VERB" or verb.lemma_.lower() in _FOR_OTHERS:
            return []
        doers = self.resolver.all_referents(arguments_of(verb).get("subject", []), clause.sentence)
        return [r.in_role("participant") for r in doers if self.resolver.table.kind(r.entity) in _ACTORS]


def takes_two(frame: Frame) -> bool:
    """Tell rows for occasions that are only worth telling with who was there: *after talks*, *over dinner*."""
    return any("under" in test.functions for test in frame.tests)

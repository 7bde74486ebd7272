"""Reads what somebody says that others do wrong: *the minister said that Ethiopia had violated the treaty*.

Who says so of another blames him. What is only feared, denied or said of one's own side blames nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments import is_passive
from kg.extract.clauses import Clause
from kg.extract.events import EventReader
from kg.extract.factuality import stance
from kg.extract.found import Found
from kg.extract.lexicon import Frame, RoleMap
from kg.extract.reading import key
from kg.extract.speech_acts import is_actor, reporter_of, side_of, sources_of, speech_act
from kg.extract.verbs import TELLING_VERBS
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_WRONGS = word_class(
    "violate breach contravene flout meddle interfere undermine mislead sabotage obstruct provoke exploit bully harass "
    "disregard destabilise destabilize deceive betray intimidate trample lie distort renege collude cheat infringe "
    "encroach weaponise weaponize incite foment oppress discriminate circumvent exaggerate fabricate"
)
"""Verbs of what nobody does rightly."""
_TELLING = TELLING_VERBS | word_class("argue believe maintain contend claim allege")
_TOLD_ALREADY = word_class("Accusation Threat Request Refusal")
_ALLEGED = word_class("Refusal Attack Coercion")
"""Types that a frame may give to the wrong itself."""
_ALLEGATION = Frame(
    id="allegations:wrong",
    lemma="wrong",
    part="v",
    particle="",
    type="Accusation",
    roles=(RoleMap(("object", "in", "with"), "topic"),),
    tests=(),
    factuality=None,
    example="",
    line="",
)


@dataclass(frozen=True, slots=True)
class AllegationReader:
    """Finds such accusations next to what else was found in a sentence."""

    events: EventReader

    def read(self, clauses: Iterable[Clause], found: Sequence[Found]) -> list[Found]:
        """Give the events of a sentence with its allegations, which take the place of the wrong alleged."""
        told = {key(f.clause.predicate) for f in found if f.event.type in _TOLD_ALREADY}
        fresh = [a for c in clauses if _is_wrong(c) and (a := self._allegation(c, told)) is not None]
        wrongs = {key(a.clause.predicate) for a in fresh}
        kept = [f for f in found if f.event.type not in _ALLEGED or key(f.clause.predicate) not in wrongs]
        return sorted([*kept, *fresh], key=lambda f: f.event.trigger)

    def _allegation(self, clause: Clause, told: set[int]) -> Found | None:
        reporter = reporter_of(clause.predicate, _TELLING)
        if reporter is None or key(reporter) in told or is_passive(reporter):
            return None
        if stance(clause, self.events.lexicon).factuality != "actual":
            return None
        sources = sources_of(self.events, reporter, clause)
        blamed = [
            r
            for r in self.events.resolver.all_referents(clause.heads("subject"), clause.sentence)
            if is_actor(self.events, r)
        ]
        sides = {side_of(self.events, r) for r in blamed}
        if not sources or not blamed or not sides.isdisjoint(side_of(self.events, r) for r in sources):
            return None
        roles = [r.in_role("initiator") for r in sources]
        roles += [r.in_role("recipient") for r in blamed]
        return speech_act(self.events, clause, _ALLEGATION, roles, reporter)


def _is_wrong(clause: Clause) -> bool:
    """Tell *violates the treaty*, *is meddling*, *is behind the raid*, *is responsible for it*."""
    if clause.kind != "verb":
        return False
    if clause.lemma in _WRONGS:
        return True
    return clause.lemma == "be" and (bool(clause.heads("behind")) or _is_blamed(clause.heads("attribute")))


def _is_blamed(attributes: Iterable[Token]) -> bool:
    return any(
        t.lemma_.lower() in {"responsible", "guilty"} and any(c.lower_ in {"for", "of"} for c in t.children)
        for t in attributes
    )

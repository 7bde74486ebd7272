"""Reads promises that no pledging word carries: *the minister said Norway would pay half of it*, *we will pay*.

What an actor says that he, his state or his side *will* do is a promise; what he says they *will not* do, a refusal.
A forecast about others is neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.arguments import is_passive
from kg.extract.clauses import Clause
from kg.extract.control import arguments_of
from kg.extract.events import EventReader
from kg.extract.factuality import Stance
from kg.extract.found import Found
from kg.extract.lexicon import Frame, RoleMap
from kg.extract.reading import key
from kg.extract.reference import Referent
from kg.extract.speech_acts import reporter_of, speech_act
from kg.extract.verbs import NO_ACTS, NOMINATING
from kg.extract.words import word_class
from kg.types import EntityKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = word_class("will 'll ’ll shall")
_WOULD = word_class("would 'd")
_MODALS = _WILL | _WOULD
_FIRST_PERSON = frozenset({"we", "i"})
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_BODIES: frozenset[EntityKind] = frozenset({"state", "organisation"})
_FAMILIES_OF_ACTS = word_class("invest aid concede withdraw release ceasefire support gift pledge sanction recognise")
_PROMISE = Frame(
    id="promises:will",
    lemma="will",
    part="v",
    particle="",
    type="Pledging",
    roles=(RoleMap(("subject",), "initiator"), RoleMap(("object", "to", "with"), "topic")),
    tests=(),
    factuality=None,
    example="",
    line="",
)
_REFUSAL = replace(_PROMISE, id="promises:will-not", type="Refusal")
_AT_NEED = word_class("anything whenever anytime any")
"""Words of *anything you need, any time, we will be there*."""
_HELPING = word_class("help support assist defend protect aid")
_UNDERTAKINGS = word_class(
    "bear pay fund finance cover contribute supply provide build rebuild construct open reopen lift ease cut reduce "
    "raise increase double expand extend share train invest buy purchase donate lend waive forgive write return "
    "release grant allow permit establish set create launch implement abolish scrap suspend halt freeze dismantle "
    "destroy allocate spend strengthen improve accelerate work cooperate collaborate join"
)
"""What a state that *will* do it undertakes, in whoever's words."""


@dataclass(frozen=True, slots=True)
class PromiseReader:
    """Finds such promises next to what the frames have found."""

    events: EventReader

    def read(self, clauses: Iterable[Clause], found: Sequence[Found]) -> list[Found]:
        """Give the events of a sentence with its promises, which take the place of the act they promise."""
        agreed = {key(f.clause.predicate) for f in found if f.event.type == "Understanding"}
        promised = [p for c in clauses if _is_act(c) and (p := self._promise(c, agreed)) is not None]
        acts = {
            key(p.clause.predicate) for p in promised if p.stance.reporter is not None or self._is_own_word(p.clause)
        }
        kept = [f for f in found if not (key(f.clause.anchor) in acts and self._is_only_promised(f))]
        reporting = {key(p.stance.reporter) for p in promised if p.stance.reporter is not None}
        kept = [f for f in kept if not (key(f.clause.predicate) in reporting and f.event.type == "Pledging")]
        others = {key(f.clause.anchor) for f in kept}
        fresh = [p for p in promised if key(p.clause.predicate) not in others]
        return sorted([*kept, *fresh], key=lambda f: f.event.trigger)

    def _is_only_promised(self, found: Found) -> bool:
        return self.events.family(found) in _FAMILIES_OF_ACTS and found.clause.lemma not in NOMINATING

    def _promise(self, clause: Clause, agreed: set[int]) -> Found | None:
        """Read a promise; what was *agreed* (predicates by key) is none of its own."""
        verb = clause.predicate
        modal = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ in _MODALS), None)
        if modal is None or _is_open(verb) or (_is_conditional(verb) and clause.lemma != "be"):
            return None
        doers = self.events.resolver.all_referents(clause.heads("subject"), clause.sentence)
        if not doers:
            return None
        reporter = reporter_of(verb)
        own = self._reported(reporter, doers, clause) if reporter is not None else self._plain(modal, doers, clause)
        if not own:
            return None
        negated = any(c.dep_ == "neg" for c in verb.children)
        if reporter is not None and key(reporter) in agreed:
            return None
        frame = _REFUSAL if negated else _PROMISE
        roles = list({d.entity: d.in_role("initiator") for d in doers}.values())
        roles += self._on_behalf(reporter, doers, clause)
        roles += self.events.roles.addressed(Stance("actual", reporter), frame, roles, clause)
        roles += self.events.roles.concerned(clause, frame, roles)
        roles += self._helped(clause, roles)
        return speech_act(self.events, clause, frame, roles, reporter)

    def _on_behalf(self, reporter: Token | None, doers: Iterable[Referent], clause: Clause) -> list[Role]:
        """Take who promises what the state he speaks for will do as promising, too."""
        if reporter is None:
            return []
        resolver, bound = self.events.resolver, {d.entity for d in doers}
        sides = {self._side(d) for d in doers}
        sources = resolver.all_referents(arguments_of(reporter).get("subject", []), clause.sentence)
        speakers = [s for s in sources if s.direct and resolver.table.kind(s.entity) == "person"]
        return [s.in_role("initiator") for s in speakers if s.entity not in bound and self._side(s) in sides]

    def _helped(self, clause: Clause, roles: Sequence[Role]) -> list[Role]:
        """Take whom help is offered as who is promised it: *anything I can do to help X, we will be there*."""
        if not _stands_by(clause.predicate):
            return []
        heads = [c for t in clause.sentence.tokens if t.lemma_ in _HELPING for c in t.children if c.dep_ == "dobj"]
        taken = {r.entity for r in roles}
        return [
            r.in_role("recipient")
            for r in self.events.resolver.all_referents(heads, clause.sentence)
            if r.entity not in taken
        ]

    # ------------------------------------------------------------ on whose word
    def _plain(self, modal: str, doers: Iterable[Referent], clause: Clause) -> bool:
        """Tell *we will pay*, what an official text says of its own side, and what states undertake."""
        if modal not in _WILL or clause.predicate.dep_ not in _MAIN:
            return False
        kinds = {self.events.resolver.table.kind(d.entity) for d in doers if d.direct}
        if self._is_own_word(clause):
            return any(h.lower_ in _FIRST_PERSON for h in clause.heads("subject")) or not kinds.isdisjoint(_BODIES)
        return clause.lemma in _UNDERTAKINGS and kinds == {"state"}

    def _is_own_word(self, clause: Clause) -> bool:
        """Tell an official text, and *we* and *I*, from what others report."""
        voice = self.events.resolver.voice
        return (
            voice.issuer is not None or voice.joint or any(h.lower_ in _FIRST_PERSON for h in clause.heads("subject"))
        )

    def _reported(self, reporter: Token, doers: Iterable[Referent], clause: Clause) -> bool:
        """Tell whether those who will act are those who say so, or their state or side."""
        sources = self.events.resolver.all_referents(arguments_of(reporter).get("subject", []), clause.sentence)
        if is_passive(reporter):
            return False
        sides = {self._side(r) for r in sources} | {r.entity for r in sources}
        return any(self._side(d) in sides or d.entity in sides for d in doers)

    def _side(self, referent: Referent) -> str:
        draft = self.events.resolver.table.drafts[referent.entity]
        return draft.country or draft.id


def _is_act(clause: Clause) -> bool:
    if clause.kind != "verb" or clause.passive:
        return False
    return clause.lemma not in NO_ACTS or _stands_by(clause.predicate)


def _stands_by(verb: Token) -> bool:
    """Tell *will be there for X* and *if X needs help, we will be there* from being somewhere."""
    there = verb.lemma_ == "be" and any(c.dep_ == "advmod" and c.lower_ == "there" for c in verb.children)
    for_somebody = any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)
    at_need = _is_conditional(verb) or any(t.lower_ in _AT_NEED for t in verb.doc[verb.sent.start : verb.i])
    return there and (for_somebody or at_need)


def _is_open(verb: Token) -> bool:
    """Tell *declined to say whether it would pay*."""
    return any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children)


def _is_conditional(verb: Token) -> bool:
    """Tell *would pay if ...*, which promises nothing."""
    return any(
        m.dep_ == "mark" and m.lower_ in {"if", "unless"}
        for c in verb.children
        if c.dep_ == "advcl"
        for m in c.children
    )

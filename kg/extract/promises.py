"""Reads promises that no pledging word carries: *the minister said Norway would pay half of it*, *we will pay*.

What an actor says that he, his state or his side *will* do is a promise; what he says they *will not* do, a refusal.
A forecast about others is neither.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause, clauses, is_passive, verb_clause_arguments
from kg.extract.events import EventReader, Found
from kg.extract.factuality import Stance
from kg.extract.lexicon import Frame, RoleMap
from kg.extract.reading import Sentence, key, token_span
from kg.extract.reference import Referent
from kg.extract.topics import topic_roles
from kg.types import EventMention, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = frozenset(
    ["say", "tell", "announce", "add", "declare", "note", "state", "confirm", "assure", "insist", "stress", "emphasize", "emphasise", "repeat", "reiterate", "indicate", "inform", "write", "explain", "underline", "underscore", "disclose", "respond", "reply", "answer"]
)
_WILL = frozenset({"will", "'ll", "’ll", "shall"})
_WOULD = frozenset({"would", "'d"})
# What somebody will be, know or face is no act of theirs.
_NO_ACT = frozenset(
    ["be", "have", "become", "remain", "seem", "know", "see", "face", "feel", "think", "need", "want", "depend", "like", "stay", "suffer", "lose", "die", "happen", "find", "understand", "believe", "hear", "get", "benefit", "show", "prove", "look", "come", "mean", "speak", "say", "tell", "win", "arrive", "meet", "visit", "travel", "leave", "attend", "discuss", "talk", "go", "return", "hold"]
)
_FAMILIES_OF_ACTS = frozenset(
    {
        "invest",
        "aid",
        "cooperate",
        "concede",
        "withdraw",
        "release",
        "support",
        "gift",
        "pledge",
        "sanction",
        "agree",
        "discuss",
        "sign",
        "recognise",
    }
)

_PROMISE = Frame(
    "promises:will",
    "will",
    "v",
    "",
    "Pledging",
    (RoleMap(("subject",), "initiator"), RoleMap(("object", "to", "with"), "topic")),
    (),
    None,
    "",
    "",
)
_REFUSAL = replace(_PROMISE, id="promises:will-not", type="Refusal")


@dataclass(slots=True)
class PromiseReader:
    """Finds such promises next to what the frames have found."""

    events: EventReader

    def read(self, sentence: Sentence, found: list[Found]) -> list[Found]:
        """Give the events of a sentence with its promises, which take the place of the act they promise."""
        promised: list[Found] = []
        agreed = {key(f.clause.predicate) for f in found if f.event.type == "Understanding"}
        for clause in clauses(sentence, frozenset()):
            if clause.kind == "verb" and not clause.passive and clause.lemma not in _NO_ACT:
                promise = self._promise(clause)
                reporter = _reporter(clause.predicate)
                if promise is not None and (reporter is None or key(reporter) not in agreed):
                    promised.append(promise)
        acts = {key(p.clause.predicate) for p in promised}
        kept = [
            f
            for f in found
            if not (
                key(f.clause.light or f.clause.predicate) in acts
                and self.events.lexicon.types[f.event.type].family in _FAMILIES_OF_ACTS
            )
        ]
        others = {key(f.clause.light or f.clause.predicate) for f in kept}
        fresh = [p for p in promised if key(p.clause.predicate) not in others]
        return sorted([*kept, *fresh], key=lambda f: f.event.trigger)

    def _promise(self, clause: Clause) -> Found | None:
        verb = clause.predicate
        if any(
            c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in {"if", "unless"} for m in c.children)
            for c in verb.children
        ):
            return None
        modal = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ in _WILL | _WOULD), None)
        if modal is None:
            return None
        doers = [r for h in clause.heads("subject") for r in self.events.resolver.referents(h, clause.sentence)]
        reporter = _reporter(verb)
        if not doers or not self._own_word(verb, reporter, doers, clause, modal):
            return None
        negated = any(c.dep_ == "neg" for c in verb.children)
        return self._found(clause, _REFUSAL if negated else _PROMISE, doers, reporter)

    def _own_word(self, verb: Token, reporter: Token | None, doers: list[Referent], clause: Clause, modal: str) -> bool:
        """Tell whether those who will act are those whose word it is, or their state or side."""
        resolver = self.events.resolver
        if reporter is None:
            first_person = any(h.lower_ in {"we", "i"} for h in clause.heads("subject"))
            official = resolver.issuer is not None and any(
                resolver.table.drafts[d.entity].kind in {"state", "organisation"} and d.direct for d in doers
            )
            return modal in _WILL and (first_person or official) and verb.dep_ in {"ROOT", "ccomp", "conj"}
        sources = [
            r
            for h in verb_clause_arguments(reporter).get("subject", [])
            for r in resolver.referents(h, clause.sentence)
        ]
        if is_passive(reporter):
            return False
        sides = {self._side(r) for r in sources} | {r.entity for r in sources}
        return any(self._side(d) in sides or d.entity in sides for d in doers)

    def _side(self, referent: Referent) -> str:
        draft = self.events.resolver.table.drafts[referent.entity]
        return draft.country or draft.id

    def _found(self, clause: Clause, frame: Frame, doers: list[Referent], reporter: Token | None) -> Found:
        roles = list({d.entity: Role("initiator", d.span, d.text, d.entity) for d in doers}.values())
        roles += self.events.content_roles(clause, frame, roles)
        told = Stance("actual", reporter, None)
        roles += topic_roles(clause, frame, roles, self.events.resolver.names)
        event = EventMention(
            id=self.events.next_id(), type=frame.type, trigger=token_span(clause.predicate), roles=tuple(roles), factuality="actual", date=None,
            attribution=self.events.attribution(told, clause), evidence=clause.sentence.span, confidence=0.7, frame=frame.id,
        )  # fmt: skip
        return Found(event, clause, frame, told)


def _reporter(verb: Token) -> Token | None:
    """Find the telling verb above, through conjuncts."""
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
    head = token.head
    return head if token.dep_ == "ccomp" and head.lemma_.lower() in _TELLING else None

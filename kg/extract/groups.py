"""Tells whom phrases of several mean: *the two leaders*, *both sides*, *the trio*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.memory import Memory, Together
from kg.extract.names import Names
from kg.extract.phrases import conjuncts, is_definite
from kg.extract.reading import Sentence
from kg.extract.words import PERSON_GROUPS, STATE_GROUPS, UNOFFICIAL, word_class
from kg.types import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = word_class("pair duo trio two")
"""Words that stand for a group by themselves."""
_NUMBERS = word_class("two both pair duo trio three four")
_PLURALS = (
    PERSON_GROUPS | STATE_GROUPS | word_class("officials representatives delegations ministers secretaries militaries")
)
_POINTING = word_class("leaders sides parties countries neighbours neighbors nations delegations presidents")
"""Plurals that, with *the*, may point to a group without a number."""
_OPPOSED = word_class("sides parties")
"""Those who face each other in an article, and not two who are named in passing."""
_LEADING = word_class("leaders presidents ministers premiers trio duo pair")
_SUBJECT_BONUS = 2.5
"""How many sentences farther back a group that does something together is still preferred."""


@dataclass(slots=True)
class Groups:
    """Finds the members of groups of one article."""

    memory: Memory

    def members(self, token: Token, sentence: Sentence) -> list[str]:
        """Give whom a plural without an owner means, empty where that is not clear."""
        lower = token.lower_
        numbers = {c.lower_ for c in token.children} & _NUMBERS
        marked = lower in _COUNTED or bool(numbers)
        if not marked and not (lower in _POINTING and is_definite(token)):
            return []
        size = 3 if lower == "trio" or "three" in numbers else 2
        found = self._latest(_kinds_of(lower), size, token, sentence)
        return found or (self._led(size, sentence) if marked and lower in _LEADING else [])

    def _latest(self, kinds: set[EntityKind], size: int, token: Token, sentence: Sentence) -> list[str]:
        """Find the latest joint mention of that many of some kinds; states are also had from their leaders."""
        table, memory = self.memory.table, self.memory
        ordered = sorted(memory.groups, key=lambda g: g.sentence + _SUBJECT_BONUS * g.subject, reverse=True)
        told = [g for g in ordered if g.sentence <= sentence.index]
        named = [f for g in told if len(f := [e for e in g.entities if table.kind(e) in kinds]) == size]
        if named and token.lower_ in _OPPOSED:
            again = next((f for f in named if memory.told_again(f, token)), None)
            return again or memory.most_told(kinds, size, token) or named[0]
        if named:
            return named[0]
        for group in told if "state" in kinds else ():
            countries = self._countries(group, {"person"})
            if len(countries) == size:
                return [table.state(c).id for c in countries]
        return memory.most_told(kinds, size, token)

    def _led(self, size: int, sentence: Sentence) -> list[str]:
        """Let that many states stand for their leaders, where those have no names."""
        told = [g for g in reversed(self.memory.groups) if g.sentence <= sentence.index]
        states = [[e for e in g.entities if self.memory.table.kind(e) == "state"] for g in told]
        return next((s for s in states if len(s) == size), [])

    def _countries(self, group: Together, kinds: set[EntityKind]) -> list[str]:
        """Give the keys of the states to which the members of some kinds belong, each once."""
        drafts = [self.memory.table.drafts[e] for e in group.entities]
        states = self.memory.table.gazetteer.states
        return list(dict.fromkeys(d.country for d in drafts if d.kind in kinds and d.country and d.country in states))

    def pair(self, sentence: Sentence) -> list[str]:
        """Give the two states that the article is about: those whose leaders, or which themselves, act together."""
        for group in self.memory.groups:
            countries = self._countries(group, {"person", "state"})
            if group.subject and group.sentence <= sentence.index and len(countries) == 2:
                return [self.memory.table.state(c).id for c in countries]
        return []


def is_group(token: Token) -> bool:
    """Tell whether a noun may stand for several that were told of: *the two leaders*, no *business leaders*."""
    lower = token.lower_.rstrip(".")
    if any(c.lower_ in UNOFFICIAL for c in token.children):
        return False
    return lower in _COUNTED or (token.tag_ in {"NNS", "NNPS"} and lower in _PLURALS)


def _kinds_of(lower: str) -> set[EntityKind]:
    if lower == "sides":
        return {"state", "person", "organisation"}
    if lower in PERSON_GROUPS and lower != "allies":
        return {"person"}
    return {"state", "organisation"} if lower in STATE_GROUPS else {"person", "state"}


# ---------------------------------------------------------------- told of together
def coordinated(token: Token, names: Names) -> tuple[str, ...]:
    """Give the entities of *A and B*, *A met B*, *A held talks with B* that start at this head; all of one kind."""
    name = names.entity_at(token)
    if name is None or token != name.head or token.dep_ == "conj":
        return ()
    others = conjuncts(token)[1:]
    found = [name.entity, *_named(others, names, name.kind)]
    if len(found) == 1 and token.dep_ == "nsubj" and name.kind in {"person", "state"}:
        for child in token.head.children:
            if child.dep_ == "dobj":
                found += _named([child], names, name.kind) or _named(_met_with(child), names, name.kind)
            elif child.lower_ == "with":
                found += _named([c for c in child.children if c.dep_ == "pobj"], names, name.kind)
    return tuple(dict.fromkeys(found))


def _named(tokens: list[Token], names: Names, kind: EntityKind | None) -> list[str]:
    found = [names.entity_at(t) for t in tokens]
    return [n.entity for n in found if n is not None and n.kind == kind]


def _met_with(noun: Token) -> list[Token]:
    """Give who stands under *with* in the object: *held talks with B*."""
    return [t for t in noun.subtree if t.dep_ == "pobj" and t.head.lower_ == "with"]

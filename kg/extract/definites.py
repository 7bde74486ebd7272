"""Tells what single nouns mean that point back: *his host*, *the bloc*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.entities import Draft
from kg.extract.memory import Memory
from kg.extract.names import Name
from kg.extract.phrases import is_definite
from kg.extract.reading import Sentence
from kg.extract.words import word_class
from kg.gazetteer import Organisation, fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHERS = word_class("host visitor guest counterpart interlocutor")
"""Who stands opposite to somebody: of two who were told of together, the other."""
_BODIES: dict[str, frozenset[str]] = {
    "bloc": word_class("igo alliance"),
    "alliance": word_class("alliance"),
    "organisation": word_class("igo alliance ngo"),
    "organization": word_class("igo alliance ngo"),
    "agency": word_class("agency body igo"),
    "watchdog": word_class("agency body igo ngo"),
    "company": word_class("company"),
    "firm": word_class("company"),
    "bank": word_class("bank central-bank"),
    "court": word_class("court"),
    "council": word_class("-"),
    "commission": word_class("-"),
    "committee": word_class("-"),
    "fund": word_class("-"),
    "union": word_class("-"),
    "party": word_class("party"),
}
"""Nouns for bodies, and the kinds of known ones that they may mean; any body with the noun in its name, too."""


@dataclass(frozen=True, slots=True)
class Definites:
    """Resolves single nouns of one article."""

    memory: Memory
    _callings: dict[str, str] = field(default_factory=dict)
    """Persons by what they were called when named: *the pastor*."""

    def remember(self, name: Name) -> None:
        """Note what a person is called beside the name: *a pastor, X*; *X, a pastor*; *the pastor X*."""
        if name.kind != "person":
            return
        head = name.head
        beside = [c for c in head.children if c.dep_ == "appos" or (c.dep_ == "compound" and c.i < name.first.i)]
        beside += [head.head] if head.dep_ == "appos" else []
        for noun in beside:
            if noun.tag_ == "NN":
                self._callings[noun.lower_] = name.entity

    def called(self, token: Token) -> str | None:
        """Give whom a noun means that was said of a person when named."""
        pointing = token.tag_ == "NN" and any(c.lower_ in {"the", "that"} for c in token.children)
        return self._callings.get(token.lower_) if pointing else None

    def other(self, token: Token, owners: Sequence[str], sentence: Sentence) -> str | None:
        """Give whom *his host* means: the one who was last told of together with him."""
        if token.lower_ not in _OTHERS or len(owners) != 1:
            return None
        kind = self.memory.table.kind(owners[0])
        for group in reversed(self.memory.groups):
            alike = [e for e in group.entities if self.memory.table.kind(e) == kind]
            if group.sentence <= sentence.index and len(alike) == 2 and owners[0] in alike:
                return next(e for e in alike if e != owners[0])
        return None

    def body(self, token: Token, sentence: Sentence) -> str | None:
        """Give which body named before a noun such as *the bloc* means."""
        kinds = _BODIES.get(token.lower_)
        if kinds is None or token.tag_ != "NN" or not is_definite(token):
            return None
        fitting = {d.id for d in self.memory.table.drafts.values() if _fits(d, token.lower_, kinds)}
        return self.memory.latest_of(fitting, sentence, token)


def _fits(draft: Draft, noun: str, kinds: frozenset[str]) -> bool:
    if draft.kind != "organisation":
        return False
    known = draft.entry.value if draft.entry is not None else None
    return (isinstance(known, Organisation) and known.kind in kinds) or noun in fold(draft.name).split()

"""The listed clauses of a communiqué or resolution share the subject of the words that open the list.

*The two presidents: 1. Agreed to …; 2. Condemned …* and *The Security Council, Recalling …, Decides …* put one subject
in front of many clauses that have none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_OPENERS = (":", ",")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_VERBS = word_class("VBD VBN VBZ VBP VB VBG")
_PLURALS = word_class("NNS NNPS")
"""What the parser may take *Calls upon …* for."""
_INNER = word_class("relcl acl advcl")
_SHARING = word_class("conj xcomp dep advcl ccomp")


@dataclass(slots=True)
class Chapeau:
    """Remembers who opens the list that is being read."""

    _heads: tuple[Token, ...] = field(default=())
    _paragraph: int = -1

    def over(self, parse: TokenSpan, paragraph: int) -> tuple[Token, ...]:
        """Give the heads of the subject that a sentence shares, none for most; call in order."""
        item = _opens_item(parse)
        if not item and parse.text.rstrip().endswith(_OPENERS):
            self._heads = _opening(parse) or self._heads
        elif not item and paragraph != self._paragraph:
            self._heads = ()
        self._paragraph = paragraph
        return self._heads if item else ()


def is_listed(verb: Token, parse: TokenSpan) -> bool:
    """Tell whether a verb opens a listed clause, or is joined to the one that does."""
    first = _first_word(parse)
    while verb != first and verb.dep_ in _SHARING and verb.head != verb:
        verb = verb.head
    return verb == first


def listed(parse: TokenSpan) -> Token | None:
    """Give the verb that opens a listed clause."""
    return _first_word(parse)


def _opens_item(parse: TokenSpan) -> bool:
    """Tell whether a sentence starts with a verb without a subject: *2. Agreed to …*."""
    first = _first_word(parse)
    if first is None or not (first.tag_ in _VERBS or (first.tag_ in _PLURALS and first.dep_ == "ROOT")):
        return False
    return not any(c.dep_ in _SUBJECTS for c in first.children)


def _first_word(parse: TokenSpan) -> Token | None:
    return next((t for t in parse if t.is_alpha and len(t) > 1 and t.pos_ != "ADV"), None)


def _opening(parse: TokenSpan) -> tuple[Token, ...]:
    """Give who the words before a list speak of: their last subject, or the noun that they are."""
    subjects = [t for t in parse if t.dep_ in _SUBJECTS and t.head.dep_ not in _INNER]
    if subjects:
        return tuple(subjects[-1:])
    return (parse.root,) if parse.root.pos_ in _NOUNS else ()

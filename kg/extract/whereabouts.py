"""Finds where an event takes place when another clause of its sentence tells it.

*Flew to Lima, where he is to meet the king*; *came to Lima to sign the pact*; *met in Lima and signed the pact*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import own_arguments
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_MOTION = word_class("arrive travel fly come go return head visit tour gather assemble land")
_GATHERING = word_class("meet gather assemble convene arrive sit speak")
"""Verbs whose place is also that of what their subject did next."""
_SPEAKING = word_class("speaking addressing talking")
_TO = ("to", "in", "at", "object")
_AT = ("in", "at")
_FARTHEST = 5


def told_around(anchor: Token, predicate: Token) -> list[Token]:
    """Give the heads of the phrases that may say where what a predicate tells happens; ``anchor`` may carry it."""
    return (
        _where(anchor)
        or _of_journey(anchor)
        or _at_its_end(anchor, predicate)
        or _of_occasion(anchor)
        or _of_gathering(anchor)
        or _of_speech(anchor)
    )


def _where(token: Token) -> list[Token]:
    """Give what *where* stands for, in the clause or one that embeds it."""
    asked = False
    for _ in range(_FARTHEST):
        asked = asked or any(c.lower_ == "where" for c in token.children)  # the parser may hang it on the infinitive
        if token.dep_ == "relcl" and asked:
            above = token.head.head.head
            dated = token.head.ent_type_ == "DATE" and above.pos_ in _VERBAL  # *flew to Lima on Friday, where he …*
            return _heads(above, _TO) if dated else [token.head]
        if token.head == token or token.dep_ in {"ROOT", "relcl"}:
            return []
        token = token.head
    return []


def _of_journey(verb: Token) -> list[Token]:
    """Give where somebody went to do it."""
    above = verb.head
    purpose = verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"} and any(c.lower_ == "to" for c in verb.children)
    if not purpose or above.pos_ not in _VERBAL or above.lemma_.lower() not in _MOTION:
        return []
    return _heads(above, _TO)


def _at_its_end(verb: Token, noun: Token) -> list[Token]:
    """Give where somebody went for it: *flew to Lima for talks*."""
    purpose = noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head == verb
    return _heads(verb, _TO) if purpose and verb.lemma_.lower() in _MOTION else []


def _of_occasion(verb: Token) -> list[Token]:
    """Give where the occasion was at which it was done: *praised the king during talks in Lima*."""
    occasions = [t for c in verb.children if c.lower_ == "during" for t in c.children if t.dep_ == "pobj"]
    return [t for o in occasions for c in o.children if c.lower_ in _AT for t in c.children if t.dep_ == "pobj"]


def _of_gathering(verb: Token) -> list[Token]:
    """Give where those met who then did it."""
    above = verb.head
    joined = verb.dep_ == "conj" and above.pos_ in _VERBAL and above.tag_ == verb.tag_
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    if not joined or own_subject or above.lemma_.lower() not in _GATHERING:
        return []
    return _heads(above, _AT)


def _of_speech(verb: Token) -> list[Token]:
    """Give where somebody spoke when he did it: *Speaking in Lima, she accused Peru*."""
    speeches = [c for c in verb.children if c.dep_ == "advcl" and c.lower_ in _SPEAKING]
    return [t for speech in speeches for t in _heads(speech, _AT)]


def _heads(verb: Token, functions: tuple[str, ...]) -> list[Token]:
    arguments = own_arguments(verb)
    return [t for function in functions for t in arguments.get(function, [])]

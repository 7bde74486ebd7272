"""Reads the tense of predicates, by which relative dates are told apart: *met on Friday*, *will meet on Friday*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.dates import Tense
from kg.extract.words import word_class
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_FUTURE = word_class("will 'll would shall to may could might can should")
_PAST = word_class("was were had did has have")
_AFTERWARDS = word_class("after following since despite")
_PRESENT = word_class("is are 's be")


def tense_in(clause: Clause, factuality: Factuality) -> Tense | None:
    """Give the tense in which a clause is told; a noun under a future verb has none of its own."""
    if clause.kind == "noun" and clause.predicate.dep_ == "pobj" and clause.predicate.head.lower_ in _AFTERWARDS:
        return "past"  # *a vigil is held following Tuesday's raid*
    tense = "future" if factuality == "planned" else tense_of(clause.anchor)
    return None if clause.kind == "noun" and factuality == "actual" and tense == "future" else tense


def tense_of(token: Token) -> Tense | None:
    """Read the tense of a predicate, or of the verb above a noun or infinitive."""
    for _ in range(5):
        if token.pos_ in _VERBAL and (tense := _verb_tense(token)) is not None:
            return tense
        if token.head == token:
            return None
        token = token.head
    return None


def _verb_tense(verb: Token) -> Tense | None:
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if {"to", "have"} <= auxiliaries:
        return "past"  # *is said to have met*
    if auxiliaries & _FUTURE:
        return "future"
    if verb.tag_ == "VBD" or auxiliaries & _PAST or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}):
        return "past"
    if verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and auxiliaries & _PRESENT):
        return "present"
    return None

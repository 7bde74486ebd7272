"""Reads how a predicate itself is put: modal auxiliaries, negation, conjunctions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.words import word_class
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

LEVELS: dict[Factuality, int] = {"actual": 0, "planned": 1, "hypothetical": 2, "negated": 3, "denied": 4}
"""What is told, from what leaves most of it to what leaves least."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FUTURE = word_class("will 'll ’ll shall would wo 'd")
_POSSIBLE = word_class("may might could can should must ought ca")
_ABLE = word_class("can could ca")
_NEGATIONS = word_class("not n't n’t never neither nor")
_AUXILIARIES = frozenset({"aux", "auxpass"})
_PAST_AUXILIARIES = word_class("had was were")
_NOBODY = word_class("neither none nobody nothing")
_CONDITIONS = word_class("if unless whether should provided")
_PENDING = word_class("before until till")


def weakest(levels: Iterable[Factuality]) -> Factuality:
    """Give the level that leaves least of what is told."""
    return max(levels, key=lambda level: LEVELS[level])


def own_factuality(token: Token) -> Factuality:
    """Read negation, modal auxiliaries and conjunctions on the predicate itself."""
    level = weakest([_modal(token), "hypothetical"]) if _is_asked(token) else _modal(token)
    if token.dep_ == "conj" and token.tag_ == "VB" and _shares_auxiliaries(token):
        level = weakest([level, own_factuality(token.head)])
    mark = next((c.lower_ for c in token.children if c.dep_ == "mark"), "")
    if mark in _CONDITIONS or _is_awaited(token):
        level = "hypothetical"
    elif mark in _PENDING and level == "actual" and token.tag_ != "VBD":
        level = "planned"
    if level == "hypothetical" and not _is_inability(token):
        return level
    return "negated" if _negated(token) else level


def _is_asked(verb: Token) -> bool:
    """Tell *Did they meet?*; what *Why did they meet?* asks for presupposes that they did."""
    if verb.dep_ != "ROOT" or not any(c.lower_ == "?" for c in verb.children):
        return False
    first = next(c for c in verb.subtree if not c.is_punct)
    return first.head == verb and first.dep_ in _AUXILIARIES


def _is_awaited(verb: Token) -> bool:
    """Tell *once they have agreed* from *once they had agreed*."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "once" and c.dep_ in {"mark", "advmod"} for c in verb.children):
        return False
    past = {c.lower_ for c in verb.children if c.dep_ in _AUXILIARIES} & _PAST_AUXILIARIES
    return verb.tag_ != "VBD" and not past


def _is_inability(token: Token) -> bool:
    """Tell *could not agree*, which they did not; *may not agree* and *could not agree if* leave it open."""
    auxiliaries = {c.lower_ for c in token.children if c.dep_ == "aux"}
    conditional = any(c.dep_ in {"mark", "advcl"} for c in token.children) or "have" in auxiliaries
    return bool(auxiliaries & _ABLE) and not conditional


def _modal(token: Token) -> Factuality:
    level: Factuality = "planned" if _is_headline(token) else "actual"
    for child in token.children:
        if child.dep_ != "aux" or child.lower_ in _NEGATIONS:
            continue
        if child.lower_ in _FUTURE:
            level = weakest([level, "planned"])
        elif child.lower_ in _POSSIBLE:
            level = "hypothetical"
    return level


def _is_headline(verb: Token) -> bool:
    """Tell *Peru to open embassy*, the future of headlines."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    subject = any(c.dep_ == "nsubj" for c in verb.children)
    return (verb.dep_ == "ROOT" and subject) or (verb.dep_ == "acl" and verb.head.dep_ == "ROOT")


def _shares_auxiliaries(token: Token) -> bool:
    head = token.head
    return head.pos_ == "VERB" and head.tag_ == token.tag_ and not any(c.dep_ == "aux" for c in token.children)


def _negated(token: Token) -> bool:
    """Tell *did not meet*, *no minister met*, *met nobody*, *neither met*, *has yet to meet*."""
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or lower in _NEGATIONS:
            return not _is_of_other(child)
        if child.dep_ in _SUBJECTS | {"dobj"} and lower in _NOBODY:
            return True
        if (child.dep_ in _SUBJECTS or child.dep_ == "dobj") and any(
            c.lower_ in {"no", "neither", "none"} for c in child.children
        ):
            return True
    return token.lemma_ == "have" and has_yet(token)


def _is_of_other(negation: Token) -> bool:
    """Tell *not until 1992 did they meet* and *did not only meet*, which they did."""
    return negation.i + 1 < len(negation.doc) and negation.nbor(1).lower_ in {"until", "only", "just", "merely"}


def has_yet(have: Token) -> bool:
    """Tell *has yet to meet*."""
    return any(c.lower_ == "yet" for c in have.children)

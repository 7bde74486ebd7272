"""Tells how an event is put: told as fact, planned, possible, denied or negated, and on whose word.

Walks from the predicate up through what embeds it: *the minister denied that the two had agreed to meet*. Each
step may weaken what is told; what weakens most wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.embedding import EFFECTS, step_up
from kg.extract.lexicon import Lexicon
from kg.extract.modality import own_factuality, weakest
from kg.extract.noun_factuality import noun_factuality
from kg.extract.verbs import REPORTING_VERBS
from kg.extract.words import word_class
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 8
"""Words above a predicate that are heard."""
_SEEKING = word_class("seek want demand request ask expect wish need propose require")
_SAYING = REPORTING_VERBS | word_class("speak talk mention name specify discuss give elaborate")
_DECLINING = word_class("decline refuse")
_AHEAD = frozenset({"planned", "hypothetical"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is put: its factuality, and the reporting verb on whose subject's word it stands."""

    factuality: Factuality
    reporter: Token | None = None


def stance(clause: Clause, lexicon: Lexicon) -> Stance:
    """Read the stance of a clause."""
    anchor = clause.anchor if clause.kind == "noun" else clause.predicate
    levels = [own_factuality(anchor)]
    if clause.kind == "noun":
        levels.append(noun_factuality(clause, lexicon))
    if clause.kind == "adjective" and anchor.head.pos_ in _VERBAL:
        levels.append(own_factuality(anchor.head))
    if clause.lemma in _SEEKING and _is_unsaid(anchor):
        levels.append("negated")
    reporter = None
    child = anchor
    for _ in range(_FARTHEST):
        step = step_up(child, lexicon)
        if step is None:
            break
        parent, effect = step
        if effect == "report":
            reporter = reporter or parent
        elif effect and not (reporter is not None and effect == "negated"):  # *refused to say whether they had met*
            levels += _embedded(EFFECTS[effect], parent)
        elif child.dep_ == "xcomp" and child.tag_ == "VB" and (ahead := own_factuality(parent)) in _AHEAD:
            levels.append(ahead)  # *will start to sign*, *may help to sign*
        child = parent
    return Stance(weakest(levels), reporter)


def _is_unsaid(verb: Token) -> bool:
    """Tell what a relative clause tells of something that was left unsaid: *did not name the sum he sought*."""
    if verb.dep_ != "relcl":
        return False
    noun = verb.head
    while noun.dep_ in {"pobj", "prep"} and noun.head.pos_ in {"ADP", "NOUN"}:
        noun = noun.head
    telling = noun.head
    if noun.dep_ not in {"dobj", "prep"} or telling.lemma_.lower() not in _SAYING:
        return False
    return own_factuality(telling) == "negated" or (telling.dep_ == "xcomp" and telling.head.lemma_ in _DECLINING)


def _embedded(effect: Factuality, parent: Token) -> list[Factuality]:
    """Give what an embedding word says, and how it is put itself: *did not refuse to sign* leaves it open."""
    if effect == "negated" and parent.pos_ not in _VERBAL:
        return [effect]
    if parent.pos_ == "NOUN" and any(c.lower_ == "no" for c in parent.children):
        return ["negated"]  # *has no plans to sign*
    local = own_factuality(parent)
    return [effect, "hypothetical" if local == "negated" and effect in {"denied", "negated"} else local]

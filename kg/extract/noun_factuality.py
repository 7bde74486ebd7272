"""Reads what stands around an event noun: *planned talks*, *no talks*, *called for talks*, *ahead of talks*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.embedding import effect_on_object
from kg.extract.lexicon import Lexicon
from kg.extract.modality import own_factuality, weakest
from kg.extract.words import word_class
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_PLANNED_ADJECTIVES = word_class(
    "planned upcoming forthcoming scheduled future coming impending next expected prospective anticipated proposed "
    "eventual new-year pending"
)
_POSSIBLE_ADJECTIVES = word_class(
    "possible potential proposed any hypothetical likely further eventual imminent would-be threatened alleged"
)
# Words before *of*, and what they say of the event noun behind it.
_OF_WHAT: dict[str, Factuality] = {
    **dict.fromkeys(word_class("ahead advance plan plans"), "planned"),
    **dict.fromkeys(word_class("prospect possibility idea hope offer chance"), "hypothetical"),
    **dict.fromkeys(word_class("absence lack"), "negated"),
}
_HOLDING = word_class("hold host convene open attend organise organize chair co-chair start begin take")
_UTTERANCES = word_class(
    "request call demand appeal proposal offer accusation allegation claim charge criticism complaint refusal protest "
    "invitation plea suggestion objection threat warning condemnation"
)
"""Nouns of what was said already when it is rejected, weighed or talked about."""


def noun_factuality(clause: Clause, lexicon: Lexicon) -> Factuality:
    """Read what stands around an event noun: *planned talks*, *no talks*, *called for talks*, *ahead of talks*."""
    noun = clause.predicate
    levels: list[Factuality] = ["actual"]
    for child in noun.children:
        if child.lower_ in {"no", "without"}:
            levels.append("negated")
        elif child.lower_ in _PLANNED_ADJECTIVES:
            levels.append("planned")
        elif child.lower_ in _POSSIBLE_ADJECTIVES:
            levels.append("hypothetical")
        elif child.dep_ == "relcl" and child.lemma_.lower() in _HOLDING and own_factuality(child) == "planned":
            levels.append("planned")  # *a conference that Chad will host*
    head = noun.head
    if noun.dep_ == "pobj":
        levels.append(_under_preposition(head, lexicon))
    elif noun.dep_ == "nsubjpass" and head.lemma_ == "aim":
        pass  # *the raid was aimed at Chad*, and it was no aim
    elif noun.dep_ in {"dobj", "nsubjpass"} and clause.light is None and head.pos_ in _VERBAL:
        governed = effect_on_object(head, lexicon)
        said_before = noun.lemma_.lower() in _UTTERANCES and governed != "planned" and _has_source(noun)
        known = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
        levels += [] if said_before else [governed, _carried(head, known=known)]
    elif (
        noun.dep_ == "nsubj" and head.pos_ in _VERBAL and (local := own_factuality(head)) in {"planned", "hypothetical"}
    ):
        levels.append(local)
    return weakest(levels)


def _has_source(noun: Token) -> bool:
    """Tell *Chad's request*, *a call by Chad*: who has said it."""
    return any(
        c.dep_ == "poss" or c.lower_ in {"by", "from"} or (c.dep_ in {"amod", "compound"} and c.text[:1].isupper())
        for c in noun.children
    )


def _carried(verb: Token, *, known: bool) -> Factuality:
    """Give how the verb that carries a noun is put; *did not condemn the raid* leaves a known raid a fact."""
    local = own_factuality(verb)
    return "actual" if known and local == "negated" else local


def _under_preposition(preposition: Token, lexicon: Lexicon) -> Factuality:
    word, above = preposition.lower_, preposition.head
    if word == "without":
        return "negated"
    if word == "of":
        return _OF_WHAT.get(above.lower_, "actual")
    if word in {"before", "until", "pending"}:
        return "planned"
    if word in {"for", "to", "on", "against"} and above.pos_ in {"VERB", "ADJ", "NOUN"}:
        ahead = word == "for" and above.pos_ == "VERB" and own_factuality(above) == "planned"
        return "planned" if ahead else effect_on_object(above, lexicon)  # *will fly to Lima for talks*
    return "actual"

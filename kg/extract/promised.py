"""The words of a promise: which act, clause or thing is promised, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.reading import token_span
from kg.extract.verbs import JUDGING_VERBS
from kg.extract.words import word_class
from kg.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMITTING = word_class("commitment pledge promise determination resolve readiness willingness intention vow")
_OF_OTHERS = JUDGING_VERBS | word_class(
    "welcome note seek get receive secure win obtain extract include discuss demand expect hear mention cite"
)
"""Verbs whose object is a commitment that somebody else has made."""
_WITH_INFINITIVE = word_class("plan intention pledge commitment decision determination readiness")
_CONTENT_FUNCTIONS = ("to", "object", "of", "with")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = word_class("work cooperate collaborate act partner")
"""Verbs that only say that what follows is done together: *will work together to mend roads and to train wardens*."""
_ASIDES = frozenset({"appos", "relcl", "advcl"})
_SAYING = word_class("said says saying")
"""Verbs that end the words of a promise: *will pay, the minister said*."""


def committing_noun(clause: Clause) -> Token | None:
    """Give the commitment of one's own that a verb affirms: *they reaffirmed their commitment to the fund*."""
    if clause.kind != "verb" or clause.lemma in _OF_OTHERS:
        return None
    return next((h for h in clause.heads("object") if h.lemma_.lower() in _COMMITTING and _is_own(h)), None)


def _is_own(noun: Token) -> bool:
    return all(c.tag_ == "PRP$" for c in noun.children if c.dep_ == "poss")


def contents(clause: Clause, frame: str) -> list[tuple[Span, Token]]:
    """Give the words of each thing promised and their head: infinitives, a clause or the noun phrase pledged."""
    if frame.startswith("promises:"):
        return acts(clause.predicate)
    complements = clause.heads("complement")
    if complements:
        return acts(complements[0])
    return _under_noun(clause) or _argument(clause)


def acts(verb: Token) -> list[tuple[Span, Token]]:
    """Give the acts that a verb and those joined to it tell: *lift the ban* and *free the crew*."""
    verbs = _joined(verb)
    if len(verbs) == 1 and verb.lemma_.lower() in _JOINING:
        purposes = [c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB"]
        several = [a for purpose in purposes for a in _joined(purpose)]
        verbs = several if len(several) > 1 else verbs
    spans = [(_trimmed(_act_words(v, verbs)), v) for v in verbs]
    return [(span, v) for span, v in spans if span is not None]


def _joined(verb: Token) -> list[Token]:
    """Give a verb and those that follow it with *and* under the same subject."""
    found = [verb]
    for joined in verb.children:
        own_subject = any(c.dep_ in _SUBJECTS for c in joined.children)
        same_form = joined.tag_ in {verb.tag_, "VB"} or (verb.tag_ == "VB" and joined.lower_ == joined.lemma_)
        if joined.dep_ == "conj" and joined.pos_ == "VERB" and same_form and not own_subject:
            found += _joined(joined)
    return found


def _act_words(verb: Token, verbs: list[Token]) -> list[Token]:
    """Give the words of an act without its subject and the acts joined to it: *that Chad | would pay half*."""
    others = {t.i for other in verbs if other.i > verb.i for t in other.subtree}
    start = min([verb.i, *[c.i for c in verb.children if c.dep_ == "neg"]])
    if verb.dep_ == "ccomp" and any(c.dep_ in _SUBJECTS for c in verb.children):
        start = min([verb.i, *[c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}]])
    return [t for t in verb.subtree if t.i >= start and t.i not in others]


def _under_noun(clause: Clause) -> list[tuple[Span, Token]]:
    """Read *a pledge to send troops*, *reaffirmed their commitment to the fund*."""
    noun = clause.predicate if clause.kind == "noun" else committing_noun(clause)
    if noun is None:
        return []
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB":
            return acts(child)
        objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        if child.dep_ == "prep" and child.lower_ == "to" and objects:
            if objects[0].pos_ == "VERB":
                return acts(objects[0])
            return _sum_and_purpose(noun, objects[0]) or _phrase(objects[0])
    return []


def _sum_and_purpose(noun: Token, purpose: Token) -> list[tuple[Span, Token]]:
    """Read *a $3 billion commitment to schools*, whose words are those from the sum on."""
    counted = next((c for c in noun.children if c.dep_ == "nummod" and c.i < noun.i), None)
    if counted is None:
        return []
    span = _trimmed(list(noun.doc[counted.left_edge.i : purpose.right_edge.i + 1]))
    return [(span, purpose)] if span is not None else []


def _argument(clause: Clause) -> list[tuple[Span, Token]]:
    """Read *pledged a loan*, *committed to a truce*, *announced plans to cut tariffs*."""
    heads = [h for function in _CONTENT_FUNCTIONS for h in clause.heads(function)]
    head = next(
        (h for h in heads if h.pos_ not in {"PRON", "PROPN"} and (h.i > clause.predicate.i or clause.passive)), None
    )
    if head is None:
        return []
    if head.lemma_.lower() in _WITH_INFINITIVE:
        inner = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
        if inner is not None:
            return acts(inner)
    return acts(head) if head.pos_ == "VERB" else _phrase(head)


def _phrase(head: Token) -> list[tuple[Span, Token]]:
    span = _trimmed(list(head.subtree))
    return [(span, head)] if span is not None else []


def _without_aside(words: list[Token]) -> list[Token]:
    """Drop a clause or apposition behind a comma that ends the words: *cut the fleet, | a step that …*."""
    for i, token in enumerate(words[1:], 1):
        if token.text == "," and i + 1 < len(words):
            asides = [t for t in words if t.dep_ in _ASIDES and t.left_edge.i == words[i + 1].i]
            if any(t.right_edge.i >= words[-1].i for t in asides):
                return words[:i]
    return words


def _only_leads(word: Token) -> bool:
    """Tell *will*, *is* and *also* before a promised act, but not *not*."""
    progressive = word.dep_ == "aux" and word.lemma_ == "be" and word.head.tag_ == "VBG"
    return word.tag_ == "MD" or progressive or (word.tag_ == "RB" and word.dep_ == "advmod")


def _trimmed(words: list[Token]) -> Span | None:
    """Give the span of some words without what only leads to them or away; None where too little is left."""
    cut = next((i for i, t in enumerate(words) if t.lower_ in _SAYING and i > 1), len(words))
    words = words[:cut]
    while words and words[-1].is_punct:
        words = words[:-1]
    words = _without_aside(words)
    while words and (words[0].is_punct or words[0].lower_ in {"that", "to"} or _only_leads(words[0])):
        words = words[1:]
    while words and (words[-1].is_punct or words[-1].pos_ in {"CCONJ", "PRON", "DET", "ADP"}):
        words = words[:-1]
    return token_span(words[0], words[-1]) if len(words) >= 2 or (words and words[0].pos_ == "VERB") else None

"""What stands beside the names of those who take part, and belongs to the event: who leads or joins them, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.arguments import governed
from kg.extract.phrases import conjuncts
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALONG = word_class("led headed accompanied joined flanked")
_TOGETHER = word_class("along together alongside")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLACE_PREPOSITIONS = word_class("in at")


def company(head: Token) -> list[Token]:
    """Give who leads a delegation or goes along: *a delegation led by X*, *X, accompanied by Y*, *X, along with Y,*."""
    groups = conjuncts(head)
    inner = [t for group in groups for c in group.children if c.lower_ == "of" for t in governed(c)]
    agents = [
        agent
        for noun in (*groups, *inner)
        for participle in noun.children
        if participle.dep_ == "acl" and participle.lower_ in _ALONG
        for agent in participle.children
        if agent.dep_ == "agent"
    ]
    led = [t for agent in agents for t in governed(agent) if t.ent_type_ == "PERSON"]
    return led + [t for word in _beside(head) for t in governed(word) if t.pos_ == "PROPN"]


def _beside(head: Token) -> list[Token]:
    """Find the *with* of *X, along with Y, met Z*, which the parser hangs on the name or on the verb behind it."""
    heads = (head, head.head) if head.dep_ in _SUBJECTS else (head,)
    words = [c for above in heads for c in above.children if c.lower_ in _TOGETHER and c.i > head.i]
    before = [c for c in words if c.head == head or c.i < head.head.i]
    return [w for c in before for w in (c, *c.children) if w.dep_ == "prep" and w.lower_ in {"with", "alongside"}]


def places_after(heads: Iterable[Token]) -> list[Token]:
    """Give the places that the parser hung on a person: *met King X in Oslo*."""
    named = [t for head in heads for each in conjuncts(head) for t in (each, *each.children)]
    persons = [t for t in named if t.ent_type_ == "PERSON" and t.dep_ != "compound"]
    return [
        t
        for p in persons
        for c in p.children
        if c.dep_ == "prep" and c.lower_ in _PLACE_PREPOSITIONS
        for t in governed(c)
    ]

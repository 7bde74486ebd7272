"""Names what an event is about as short, normalised noun phrases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.control import antecedent_of
from kg.extract.lexicon import Frame
from kg.extract.reading import text_between, token_span
from kg.extract.words import word_class
from kg.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 4
_LONGEST = 9
_LONGEST_TAIL = 5
_SKIPPED = word_class(
    "it that this them he she they which what who way ways issue issues matter matters thing things today views talks "
    "step steps number"
)
_BEFORE = word_class("compound amod nmod nummod poss punct")
_TAILS = word_class("of in with on for")
_OBJECT_PREPOSITIONS = word_class("on in to about with")
_LEADING = word_class("new any such other some more 's ’s")


def topic_roles(clause: Clause, frame: Frame, roles: Iterable[Role]) -> list[Role]:
    """Give the topics of a clause: the heads its frame calls topics, and what its embedded verb acts on.

    ``roles`` are those found so far; what lies within one of them is no topic.
    """
    taken = [r.span for r in roles if r.role != "topic"]
    heads = [h for m in frame.roles if m.role == "topic" for h in clause.heads(*m.functions)]
    found: dict[str, Role] = {}
    for head in [*heads, *clause.heads("complement")]:
        for token in _expand(head):
            role = _topic(token)
            if role is not None and not any(s.contains(role.span) for s in taken):
                found.setdefault(role.text.lower(), role)
    return list(found.values())[:_MOST]


def _expand(head: Token) -> list[Token]:
    """Give the nouns in question: conjuncts of a noun, objects of an embedded verb."""
    if head.pos_ in {"VERB", "AUX"}:
        verbs = [head, *[c for c in head.children if c.dep_ in {"conj", "xcomp"} and c.pos_ == "VERB"]]
        return [t for verb in verbs for noun in _objects(verb) for t in _expand(noun)]
    found, todo = [head], [head]
    while todo:
        for child in todo.pop().children:
            if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}:
                found.append(child)
                todo.append(child)
    return sorted(found, key=lambda t: t.i)


def _objects(verb: Token) -> list[Token]:
    """Give what a verb acts on, and the first thing under a preposition."""
    direct = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "attr"}]
    direct = [antecedent_of(c) or c if c.tag_ == "WDT" else c for c in direct]
    prepositions = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _OBJECT_PREPOSITIONS]
    return [*direct, *[o for p in prepositions for o in p.children if o.dep_ == "pobj"][:1]]


def _topic(head: Token) -> Role | None:
    if head.pos_ not in {"NOUN", "PROPN"} or head.lower_ in _SKIPPED or head.ent_type_ in {"DATE", "TIME"}:
        return None
    words = sorted(_phrase(head), key=lambda t: t.i)
    while words and (words[0].pos_ in {"DET", "PUNCT", "PRON"} or words[0].lower_ in _LEADING):
        words = words[1:]
    if not words or len(words) > _LONGEST:
        return None
    return Role("topic", token_span(words[0], words[-1]), text_between(words[0], words[-1]))


def _phrase(head: Token) -> set[Token]:
    words = {head}
    for child in head.children:
        if child.i < head.i and child.dep_ in _BEFORE:
            words.update(child.subtree)
        elif child.dep_ == "prep" and child.lower_ in _TAILS and child.i < head.i + 3:
            tail = [t for t in child.subtree if t.dep_ != "relcl"]
            if len(tail) <= _LONGEST_TAIL:
                words.update(tail)
    return words

"""Names what an event is about as short, normalised noun phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.lexicon import Frame
from kg.extract.names import Names
from kg.extract.reading import token_span
from kg.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 4
_LONGEST = 9
_SKIPPED = frozenset(
    {
        "it",
        "that",
        "this",
        "them",
        "he",
        "she",
        "they",
        "which",
        "what",
        "who",
        "way",
        "ways",
        "issue",
        "issues",
        "matter",
        "matters",
        "thing",
        "things",
        "today",
        "views",
        "talks",
        "step",
        "steps",
        "number",
    }
)


def topic_roles(clause: Clause, frame: Frame, roles: list[Role], names: Names) -> list[Role]:
    """Give the topics of a clause: the heads its frame calls topics, else what its embedded verb acts on."""
    taken = {r.span for r in roles if r.role != "topic"}
    heads = [h for m in frame.roles if m.role == "topic" for h in clause.heads(*m.functions)]
    for complement in clause.heads("complement"):
        heads.append(complement)
    found: dict[str, Role] = {}
    for head in heads:
        for token in _expand(head):
            role = _topic(token)
            if role is not None and not any(s.contains(role.span) for s in taken):
                found.setdefault(role.text.lower(), role)
    return list(found.values())[:_MOST]


def _expand(head: Token) -> list[Token]:
    """Give the nouns in question: conjuncts of a noun, objects of an embedded verb."""
    if head.pos_ in {"VERB", "AUX"}:
        nouns: list[Token] = []
        for verb in [head, *[c for c in head.children if c.dep_ in {"conj", "xcomp"} and c.pos_ == "VERB"]]:
            nouns += [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "attr"}]
            nouns += [
                o
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ in {"on", "in", "to", "about", "with"}
                for o in c.children
                if o.dep_ == "pobj"
            ][:1]
        return [t for noun in nouns for t in _expand(noun)] if nouns else []
    found, todo = [head], [head]
    while todo:
        for child in todo.pop().children:
            if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}:
                found.append(child)
                todo.append(child)
    return sorted(found, key=lambda t: t.i)


def _topic(head: Token) -> Role | None:
    if head.pos_ not in {"NOUN", "PROPN"} or head.lower_ in _SKIPPED or head.ent_type_ in {"DATE", "TIME"}:
        return None
    words = [
        head,
        *[
            t
            for c in head.children
            if c.i < head.i and c.dep_ in {"compound", "amod", "nmod", "nummod", "poss", "punct"}
            for t in c.subtree
        ],
    ]
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "in", "with", "on", "for"} and child.i < head.i + 3:
            tail = [t for t in child.subtree if t.dep_ not in {"relcl"}]
            if len(tail) <= 5:
                words += tail
    words = sorted({t.i: t for t in words}.values(), key=lambda t: t.i)
    while words and (
        words[0].pos_ in {"DET", "PUNCT", "PRON"}
        or words[0].lower_ in {"new", "any", "such", "other", "some", "more"}
        or words[0].text in {"'s", "’s"}
    ):
        words = words[1:]
    if not words or len(words) > _LONGEST:
        return None
    text = " ".join(str(head.doc[words[0].i : words[-1].i + 1].text).split())
    return Role("topic", token_span(words[0], words[-1]), text)

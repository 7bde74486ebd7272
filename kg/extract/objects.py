"""Tells apart a name and the object behind it that the parser read as one phrase: *build with Chad | a new bridge*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARTICLES = frozenset({"a", "an"})
_MODIFIERS = frozenset({"nmod", "compound", "nsubj"})


def part_objects(doc: Doc) -> None:
    """Leave the name to its preposition and give the noun to the verb, in place: no article stands within a phrase."""
    for article in doc:
        if article.lower_ in _ARTICLES and article.dep_ == "det" and (name := _name_before(article)) is not None:
            _part(name, article.head)


def _name_before(article: Token) -> Token | None:
    noun = article.head
    if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.head.pos_ != "VERB":
        return None
    names = [c for c in noun.children if c.i < article.i and c.pos_ == "PROPN" and c.dep_ in _MODIFIERS]
    return names[-1] if names and not any(c.dep_ == "dobj" for c in noun.head.head.children) else None


def _part(name: Token, noun: Token) -> None:
    preposition = noun.head
    for word in [c for c in noun.children if c.i < name.i]:
        word.head = name
    name.head, name.dep_ = preposition, "pobj"
    noun.head, noun.dep_ = preposition.head, "dobj"

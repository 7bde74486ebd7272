"""The words of noun phrases, and whether they point to something that was told of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.reading import text_between, token_span
from kg.extract.words import VAGUE_QUANTIFIERS, word_class
from kg.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTERS = word_class("the this that these both each either two its his her their")
_WHOLE = word_class("the both all these")
_KNOWN = word_class("known called named dubbed")
_FARTHEST = 9
"""Words behind the head that still belong to a phrase."""


def conjuncts(head: Token) -> list[Token]:
    """Give a head and the heads joined to it by *and*, *as well as* or commas, in text order."""
    if not head.n_rights:
        return [head]
    found, todo = [head], [head]
    while todo:
        for joined in [_visitor(c) for c in _joined(todo.pop())]:
            if joined.pos_ not in {"VERB", "AUX"}:
                found.append(joined)
                todo.append(joined)
    return sorted(found, key=lambda t: t.i) if len(found) > 1 else found


def _joined(token: Token) -> list[Token]:
    """Give what is joined to a word, or to the name beside it: *the President of Chad, X, and the King of Oman, Y*."""
    found = [c for c in token.children if c.dep_ == "conj"]
    for name in [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]:
        found += [name, *_joined(name)] if is_listed_after(name) else _joined(name)
    return found


def is_listed_after(name: Token) -> bool:
    """Tell the second of *X, Y and Z*, which the parser takes for another name of X; no person is two persons."""
    persons = name.ent_type_ == name.head.ent_type_ == "PERSON"
    return persons and any(c.dep_ == "conj" for c in name.children)


def _visitor(conjunct: Token) -> Token:
    """Read *X and visiting Y* as X and Y; the parser takes *visiting* for what X does."""
    if conjunct.lower_ != "visiting":
        return conjunct
    return next((c for c in conjunct.children if c.dep_ == "dobj"), conjunct)


def known_as(child: Token) -> list[Token]:
    """Give the name in *a coalition known as the X*, where ``child`` is *known*."""
    if child.dep_ != "acl" or child.lower_ not in _KNOWN:
        return []
    return [t for t in child.subtree if t.dep_ in {"pobj", "oprd", "attr", "appos"}][:1]


def phrase_span(head: Token) -> Span:
    """Give the span of a noun phrase up to a relative clause, an aside or a conjunct."""
    words = _phrase(head)
    return token_span(words[0], words[-1])


def phrase_text(head: Token, *, counted: bool = False) -> str:
    """Give the words of a noun phrase without articles and vague quantities, nor numbers unless it is ``counted``."""
    words = _phrase(head)
    left_out = {"DET"} if counted else {"DET", "NUM"}
    while len(words) > 1 and (words[0].pos_ in left_out or words[0].lower_ in VAGUE_QUANTIFIERS):
        words = words[1:]
    while len(words) > 1 and (words[-1].pos_ in {"ADP", "DET", "CCONJ", "PUNCT"} or words[-1].text in {"'s", "’s"}):
        words = words[:-1]
    return text_between(words[0], words[-1])


def _phrase(head: Token) -> list[Token]:
    words = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ not in {"punct", "appos", "relcl"}:
            words += [t for t in child.subtree if t.dep_ != "relcl"]
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i < head.i + 3 and not _is_of_act(child):
            words += [t for t in child.subtree if t.dep_ not in {"relcl", "acl"}][:5]
    return sorted((w for w in words if w.i <= head.i + _FARTHEST), key=lambda t: t.i)


def _is_of_act(preposition: Token) -> bool:
    """Tell *of* in *accused rebels of wanting to wreck the truce*, which the parser may hang on the rebels."""
    return any(c.dep_ == "pcomp" or c.tag_ == "VBG" for c in preposition.children)


def whose(possessive: Token) -> Token | None:
    """Give whom *whose* means: *Chad, whose talks with Niger failed*; None for other possessives."""
    if possessive.tag_ != "WP$":
        return None
    return next((v.head for v in possessive.ancestors if v.dep_ == "relcl"), None)


def is_definite(head: Token) -> bool:
    """Tell whether a phrase points to something known: *the two leaders*, *its president*."""
    return any(c.lower_ in _POINTERS for c in head.children)


def is_definite_or_capital(token: Token) -> bool:
    """Tell *the minister*, *all ministers* and *Minister*; also *the* on what the word stands before."""
    return token.text[:1].isupper() or any(c.lower_ in _WHOLE for c in [*token.children, *token.head.children])

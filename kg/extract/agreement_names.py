"""The words of agreements: which nouns mean one, what it is called and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrases import conjuncts, is_definite
from kg.extract.reading import Sentence, text_between, token_span
from kg.extract.words import word_class
from kg.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = word_class(
    "agreement arrangement deal pact accord treaty memorandum mou protocol convention communique communiqué "
    "declaration charter armistice ceasefire cease-fire truce compact settlement framework agreements accords"
)
_PAPERS = word_class("document documents paper papers letter contract contracts")
"""Texts that are agreements only when they are signed."""
_AGREEMENTS = _NOUNS | _PAPERS
_PLAIN = word_class(
    "the a an this that any no such its their new final latest last previous recent further another 's ’s"
)
_NO_TOPICS = _AGREEMENTS | word_class("day week month year hour cease")
"""What a *framework agreement* and a *90-day truce* are not about."""
_NAME_BEFORE = word_class("compound amod nmod nummod poss punct")
_NAME_AFTER = word_class("on of for between over with concerning regarding")
_LONGEST_TAIL = 14
_ABOUT = word_class("on for concerning regarding about over")
_MOST_TOPICS = 4


# ---------------------------------------------------------------- which nouns
def agreement_nouns(sentence: Sentence) -> list[Token]:
    """Give the heads of the phrases that may name an agreement; an apposition is told with what it stands beside."""
    nouns = [t for t in sentence.tokens if t.pos_ in {"NOUN", "PROPN"} and lemma(t) in _AGREEMENTS]
    return [t for t in nouns if t.dep_ not in {"compound", "amod"} and not (t.dep_ == "appos" and t.head in nouns)]


def lemma(noun: Token) -> str:
    """Give the dictionary form of the word; the model takes *cease-fire* for three."""
    lower = noun.lemma_.lower()
    return "cease-fire" if lower == "fire" and any(c.lower_ == "cease" for c in noun.children) else lower


def is_paper(noun: Token) -> bool:
    """Tell a *document* or *letter*, which is an agreement only when it is signed."""
    return lemma(noun) in _PAPERS


def is_particular(noun: Token) -> bool:
    """Tell an agreement known by a name, a year or its subject: *the Accra Accord*, *the 2018 energy deal*."""
    before = [c for c in noun.children if c.i < noun.i]
    compounds = [c for c in before if c.dep_ == "compound"]
    named = noun.pos_ == "PROPN" and bool(compounds)
    subject = any(c.pos_ in {"NOUN", "PROPN"} for c in compounds) and is_definite(noun)
    return (
        named or subject or any(c.dep_ in {"nummod", "amod"} and c.text.isdigit() and len(c.text) == 4 for c in before)
    )


# ---------------------------------------------------------------- what it is called
def agreement_name(noun: Token) -> str:
    """Give the name of the agreement: its words without articles, up to a relative clause."""
    found = {noun}
    for child in noun.children:
        if child.i < noun.i and child.dep_ in _NAME_BEFORE:
            found.update(child.subtree)
        elif child.i > noun.i and child.dep_ == "prep" and child.lower_ in _NAME_AFTER and not _is_date(child):
            found.update(t for t in child.subtree if t.i < noun.i + _LONGEST_TAIL)
    words = sorted(found, key=lambda t: t.i)
    while len(words) > 1 and (words[0].lower_ in _PLAIN or words[0].is_punct):
        words = words[1:]
    while len(words) > 1 and (words[-1].is_punct or words[-1].pos_ in {"ADP", "CCONJ", "DET"}):
        words = words[:-1]
    return text_between(words[0], words[-1])


def _is_date(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in preposition.children)


# ---------------------------------------------------------------- what it is about
def topics_of(noun: Token) -> list[Role]:
    """Give what it is about: *a deal on fish*, *a pact to cut tariffs*, *a trade agreement*."""
    found = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            nouns = [t for t in child.subtree if t.dep_ in {"pobj", "conj", "dobj"} and t.pos_ in {"NOUN", "PROPN"}]
            found += [_topic(t) for t in nouns if t.ent_type_ != "DATE" and t.head.lower_ not in {"in", "at"}]
        elif child.dep_ in {"acl", "relcl"} and child.tag_ == "VB":
            found += [_topic(t) for t in child.children if t.dep_ == "dobj"]
        elif child.dep_ in {"compound", "amod"} and child.pos_ == "NOUN" and child.lemma_.lower() not in _NO_TOPICS:
            found.append(_topic(child))
    return found[:_MOST_TOPICS]


def subjects(noun: Token) -> list[Role]:
    """Give the subjects of several agreements told at once, each its own: *agreements on fish, visas and mail*."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return []
    heads = [
        head
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in _ABOUT
        for first in child.children
        if first.dep_ == "pobj"
        for head in conjuncts(first)
    ]
    return [_topic(head) for head in heads] if len(heads) > 1 else []


def _topic(head: Token) -> Role:
    before = [c for c in head.children if c.dep_ in {"compound", "amod"} and c.i < head.i]
    first = before[0] if before else head
    return Role("topic", token_span(first, head), str(head.doc[first.i : head.i + 1].text))

"""What an event's own words count: money and things, people killed or wounded, papers signed, and for how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.lexicon import Frame
from kg.extract.money import find_amounts
from kg.extract.phrases import conjuncts
from kg.extract.quantities import find_durations, find_quantities, read_count
from kg.extract.reading import begin, token_span
from kg.extract.words import word_class
from kg.types import Amount, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNCOUNTED = word_class("meet call visit negotiate discuss mediate appoint vote support accuse")
"""Families whose numbers tell who is there, or what is spoken of, not how much is done."""
_KILLING = word_class("kill slay murder massacre assassinate execute behead drown")
_WOUNDING = word_class("wound injure hurt maim")
_INSTRUMENTS = word_class(
    "accord agreement contract convention deal document instrument letter memorandum memorandums memoranda mou pact "
    "paper protocol text treaty"
)
_SINGULAR = word_class("a an one another")
_ASIDES = frozenset({"relcl", "advcl", "parataxis"})
DEAD, WOUNDED, INSTRUMENT, INSTRUMENTS = "dead", "wounded", "instrument", "instruments"
"""Units that are not the article's own words, so that *three guards* and *five men* killed are counted alike."""


def measures_of(clause: Clause, frame: Frame, family: str) -> tuple[Amount, ...]:
    """Give the amounts of an event, one of a kind; where its words give two of a kind, neither is the event's."""
    if family in _UNCOUNTED:
        return ()
    if frame.type == "Signing":
        return tuple(_signed(clause))
    if not any(token.like_num for token in clause.sentence.tokens):
        return ()
    harm = _harm(clause) if frame.type == "Attack" else None
    return tuple(_victims(clause, harm)) if harm else tuple(_single(_counted(clause, frame)))


def _single(amounts: Iterable[Amount]) -> Iterator[Amount]:
    found = list({amount.span: amount for amount in amounts}.values())
    kinds = Counter(amount.measure for amount in found)
    return (amount for amount in found if kinds[amount.measure] == 1)


def _counted(clause: Clause, frame: Frame) -> Iterator[Amount]:
    functions = [f for mapping in frame.roles if mapping.role == "topic" for f in mapping.functions]
    heads = [h for h in clause.heads("object", "complement", *functions) if h.i > clause.anchor.i or clause.passive]
    words = _words([clause.predicate] if clause.kind == "noun" else heads)
    sentence = clause.sentence
    for amount in _amounts_in(sentence.text):
        span = amount.span.moved(sentence.span.start)
        if amount.unit != "percent_gdp" and span.end - 1 in words:
            yield replace(amount, span=span)


@lru_cache(maxsize=16)
def _amounts_in(text: str) -> tuple[Amount, ...]:
    """Read a sentence once, however many events it tells."""
    return (*find_amounts(text), *find_quantities(text), *find_durations(text))


def _words(heads: Iterable[Token]) -> frozenset[int]:
    """Give the code points of the phrases under some heads, without the clauses that say more of them."""
    found: set[int] = set()
    for head in heads:
        asides = {t.i for child in head.subtree if child.dep_ in _ASIDES and child != head for t in child.subtree}
        for token in head.subtree:
            if token.i not in asides:
                found.update(range(begin(token), begin(token) + len(token)))
    return frozenset(found)


# ---------------------------------------------------------------- people
def _harm(clause: Clause) -> str | None:
    if clause.kind != "verb":
        return None
    return DEAD if clause.lemma in _KILLING else WOUNDED if clause.lemma in _WOUNDING else None


def _victims(clause: Clause, unit: str) -> Iterator[Amount]:
    """Add up those who are counted: *five guards and one driver*; nothing where some of them are not."""
    counts = [_count(person) for head in clause.heads("object") for person in conjuncts(head)]
    known = [count for count in counts if count is not None]
    if not known or len(known) < len(counts):
        return
    qualifiers = {count.qualifier for count in known}
    qualifier = next((q for q in ("about", "upTo", "atLeast") if q in qualifiers), "exactly")
    span = Span(min(count.span.start for count in known), max(count.span.end for count in known))
    offset = clause.sentence.span.start
    words = clause.sentence.text[span.start - offset : span.end - offset]
    yield Amount(sum(count.value for count in known), unit, qualifier, words, span)


def _count(counted: Token) -> Amount | None:
    """Read how many a noun, or a number that stands alone, means: *three guards*, *twelve*, *a driver*."""
    number = counted if counted.like_num else next((c for c in counted.children if c.dep_ == "nummod"), None)
    if number is None:
        single = counted.tag_ in {"NN", "NNP"} and any(c.lower_ in _SINGULAR for c in counted.children)
        return Amount(1, "", "exactly", counted.text, token_span(counted)) if single else None
    text, offset = counted.sent.text, begin(counted.sent[0])
    found = read_count(text, begin(number) - offset)
    return replace(found, span=found.span.moved(offset)) if found is not None else None


# ---------------------------------------------------------------- papers
def _signed(clause: Clause) -> Iterator[Amount]:
    """Count what is signed: *signed two joint documents*, *the signing of a treaty*."""
    heads = clause.heads("object") if clause.kind == "verb" else clause.heads("of", "object")
    papers = [paper for head in heads for paper in conjuncts(head)]
    if len(papers) == 1 and papers[0].lemma_.lower() in _INSTRUMENTS:
        count = _count(papers[0])
        if count is not None:
            yield replace(count, unit=INSTRUMENT if count.value == 1 else INSTRUMENTS)

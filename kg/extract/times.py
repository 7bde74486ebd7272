"""Puts the dates of a sentence on the clauses they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.dates import Tense, TimeExpression, find_dates, resolve
from kg.extract.reading import Sentence, begin, key
from kg.types import Factuality, Temporal

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Calendar:
    """The dates of one article, and which predicate each modifies."""

    published: date | None
    event_nouns: frozenset[str]
    fiscal_year_start: int = 4
    _sentence: int = -1
    _found: list[tuple[TimeExpression, list[int], Token]] = field(default_factory=list)
    """Expressions of the sentence, the indices of what each may modify (nearest first), and its head token."""

    def enter(self, sentence: Sentence) -> None:
        """Read the dates of a sentence."""
        offset = sentence.span.start
        self._sentence = sentence.index
        self._found = []
        for expression in find_dates(sentence.text, published=self.published, fiscal_year_start=self.fiscal_year_start):
            token = _token_at(sentence, offset + expression.span.start, offset + expression.span.end)
            if token is not None:
                owner = self._noun_before(token, sentence)
                self._found.append(
                    (
                        _shift(expression, offset),
                        _chain(token) if owner is None else _chain_of_noun(token, owner),
                        owner or token,
                    )
                )

    def _noun_before(self, time: Token, sentence: Sentence) -> Token | None:
        """Find the event noun right before a date, to which the parser may not have tied it: *a summit in Doha on Monday*."""
        start = time.left_edge.i
        while (
            start > sentence.tokens.start and time.doc[start - 1].pos_ in {"ADP", "DET", "ADJ"} and start > time.i - 4
        ):
            start -= 1
        for i in range(start - 1, max(sentence.tokens.start, start - 9) - 1, -1):
            token = time.doc[i]
            if token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON"}:
                return None
            if token.pos_ == "NOUN" and token.lemma_.lower() in self.event_nouns:
                return token
        return None

    def of(self, clause: Clause, factuality: Factuality) -> Temporal | None:
        """Give the date of a clause: on its predicate, on what carries it, or the only one of its sentence."""
        anchors = [key(clause.predicate)] + ([key(clause.light)] if clause.light is not None else [])
        tense = (
            "future"
            if factuality == "planned"
            else tense_of(clause.light if clause.light is not None else clause.predicate)
        )
        if clause.kind == "noun" and factuality == "actual" and tense == "future":
            tense = None
        best: tuple[int, TimeExpression] | None = None
        for expression, chain, _ in self._found:
            if expression.kind in {"duration", "set"}:
                continue
            for anchor in anchors:
                if anchor in chain and (best is None or chain.index(anchor) < best[0]):
                    best = (chain.index(anchor), expression)
        if best is None:
            best = self._inherited(clause) or self._inside(clause) or self._only(clause)
        return resolve(best[1], tense=tense) if best is not None else None

    def _inherited(self, clause: Clause) -> tuple[int, TimeExpression] | None:
        """Take the date of the verb above a noun or an infinitive, and of the head of a conjunction."""
        token = clause.light or clause.predicate
        for distance in range(1, 5):
            if token.head == token or token.dep_ in {"relcl", "acl", "advcl", "ccomp"}:
                return None
            token = token.head
            for expression, chain, _ in self._found:
                if key(token) in chain[:3] and expression.kind in {"point", "interval"}:
                    return distance, expression
        return None

    def _inside(self, clause: Clause) -> tuple[int, TimeExpression] | None:
        """Take the date of the occasion a verb names: *agreed at talks on Monday*."""
        for function in ("during", "at", "after", "following", "in"):
            for head in clause.heads(function):
                for expression, chain, _ in self._found:
                    if key(head) in chain and expression.kind == "point":
                        return 5, expression
        return None

    def _only(self, clause: Clause) -> tuple[int, TimeExpression] | None:
        """Take the sentence's one day for its main verb and what is joined to that."""
        token = clause.light or clause.predicate
        while token.dep_ in {"conj", "xcomp", "advcl"} and token.head.pos_ == "VERB":
            token = token.head
        points = [(e, t) for e, _, t in self._found if e.kind == "point"]
        if (
            len(points) == 1
            and len(self._found) == 1
            and token.dep_ == "ROOT"
            and points[0][0].earliest == points[0][0].latest
        ):
            if not self._owned(points[0][1], token):
                return 9, points[0][0]
        return None

    def _owned(self, time: Token, verb: Token) -> bool:
        """Tell whether a date belongs to an event noun or an inner clause rather than to the main verb."""
        if time.lemma_.lower() in self.event_nouns:
            return not _on_the_occasion(time)
        for _ in range(10):
            if time.head == time or time == verb:
                return False
            time = time.head
            if time != verb and (
                time.lemma_.lower() in self.event_nouns or time.dep_ in {"relcl", "ccomp", "advcl", "acl"}
            ):
                return True
        return False

    def adjusted(self, factuality: Factuality, when: Temporal | None, clause: Clause) -> Factuality:
        """Read a present tense with a day to come as a plan: *leaves on Wednesday*."""
        if (
            factuality == "actual"
            and when is not None
            and when.earliest is not None
            and self.published is not None
            and when.earliest > self.published
        ):
            if tense_of(clause.light or clause.predicate) != "past":
                return "planned"
        return factuality

    def deadline(self, tokens: list[int]) -> Temporal | None:
        """Give the time limit that modifies one of some tokens (article-wide indices)."""
        for expression, chain, _ in self._found:
            if expression.kind in {"deadline", "interval", "point"} and any(t in chain for t in tokens):
                return resolve(expression, tense="future")
        return None


def _shift(expression: TimeExpression, by: int) -> TimeExpression:
    from dataclasses import replace

    from kg.types import Span

    return replace(expression, span=Span(expression.span.start + by, expression.span.end + by))


def _token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Give the head of the tokens of a time expression."""
    inside = [t for t in sentence.tokens if start <= begin(t) < end]
    content = [t for t in inside if t.pos_ not in {"ADP", "DET", "PUNCT", "SCONJ"}] or inside
    return next((t for t in content if t.head not in content), content[0] if content else None)


def _chain(token: Token) -> list[int]:
    """Give the indices from a time word up to the top of its clause."""
    chain = []
    for _ in range(10):
        chain.append(key(token))
        if token.head == token or (
            token.dep_ in {"ccomp", "relcl", "advcl", "conj", "acl"} and token.pos_ in {"VERB", "AUX"}
        ):
            break
        token = token.head
    return chain


_AT = frozenset({"during", "at", "in", "after", "following", "over"})


def _on_the_occasion(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in _AT


def _chain_of_noun(time: Token, noun: Token) -> list[int]:
    """Give what a date on an event noun modifies: the noun, and the verb of what was done on that occasion."""
    chain = [key(time), key(noun)]
    if _on_the_occasion(noun) or noun.dep_ in {"dobj", "nsubjpass"}:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ in {"VERB", "AUX"}:
            chain.append(key(verb))
    return chain


def tense_of(token: Token) -> Tense | None:
    """Read the tense of a predicate, or of the verb above a noun or infinitive."""
    for _ in range(5):
        if token.pos_ in {"VERB", "AUX"}:
            auxiliaries = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
            if auxiliaries & {"will", "'ll", "would", "shall", "to", "may", "could", "might", "can", "should"}:
                return "future"
            if token.tag_ == "VBD" or auxiliaries & {"was", "were", "had", "did", "has", "have"}:
                return "past"
            if token.tag_ == "VBN" and token.dep_ in {"acl", "advcl"}:
                return "past"
            if token.tag_ in {"VBZ", "VBP"} or (token.tag_ == "VBG" and auxiliaries & {"is", "are", "'s", "be"}):
                return "present"
        if token.head == token:
            return None
        token = token.head
    return None

"""Finds on whose word something stands: the subject of *said*, or *according to X* anywhere in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.control import arguments_of
from kg.extract.factuality import Stance
from kg.extract.reading import token_span
from kg.extract.reference import Resolver
from kg.types import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token


def attribute(told: Stance, clause: Clause, resolver: Resolver) -> Attribution | None:
    """Give the source of a clause, None where the article speaks for itself."""
    if told.reporter is not None and (subjects := arguments_of(told.reporter).get("subject")):
        return _on_word_of(subjects[0], told.reporter, clause, resolver)
    for token in clause.sentence.tokens[:-2]:
        if token.lower_ == "according":
            source = next((t for t in token.subtree if t.dep_ == "pobj"), None)
            if source is not None:
                last = max(source.subtree, key=lambda t: t.i)
                return _attribution(token, last, source, clause, resolver)
    return None


def _on_word_of(subject: Token, reporter: Token, clause: Clause, resolver: Resolver) -> Attribution:
    if subject.i < reporter.i:
        return _attribution(subject.left_edge, reporter, subject, clause, resolver)
    return _attribution(reporter, subject, subject, clause, resolver)


def _attribution(first: Token, last: Token, source: Token, clause: Clause, resolver: Resolver) -> Attribution:
    referents = resolver.referents(source, clause.sentence)
    text = str(first.doc[first.i : last.i + 1].text)
    return Attribution(text, token_span(first, last), referents[0].entity if referents else None)

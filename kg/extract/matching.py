"""Finds the frame of the lexicon that fits a clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause, lemmas, noun_clause
from kg.extract.lexicon import Frame, Lexicon, Test
from kg.extract.reference import Resolver
from kg.extract.words import NO_WHERE, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = word_class("compound conj amod nmod det")
_COLOURLESS = word_class("up out back home away forward")
"""Particles that may leave a verb what it means: *opened up*, *sent back*."""
_OTHER_SENSES = frozenset(
    {
        ("give", "up"),
        ("give", "away"),
        ("take", "up"),
        ("take", "out"),
        ("take", "back"),
        ("hold", "up"),
        ("hold", "back"),
        ("break", "up"),
    }
    | {("make", "up"), ("set", "back"), ("turn", "back"), ("put", "forward"), ("back", "away"), ("call", "up")}
)
"""Verbs that a particle makes other verbs."""
_NO_ATTACKERS = word_class(
    "tariff sanction duty embargo curb restriction crisis drought inflation storm hurricane cyclone earthquake quake "
    "flood pandemic virus disease price shortage recession famine"
)
"""What strikes without being anybody's attack."""
_MERE_CARRIERS = word_class(
    "hold have make pay conduct give launch take host start open provide offer extend send issue"
)


@dataclass(frozen=True, slots=True)
class FrameMatcher:
    """Matches the clauses of one article with the lexicon."""

    lexicon: Lexicon
    resolver: Resolver

    def frame(self, clause: Clause) -> Frame | None:
        """Give the first frame whose tests all hold; frames are ordered from narrow to wide."""
        for lemma in dict.fromkeys([*lemmas(clause.predicate), clause.lemma]):
            for frame in self.lexicon.frames.get((lemma, clause.kind[0]), ()):
                if frame.type == "Attack" and _is_figurative(clause):
                    continue
                if _particle_fits(frame, clause) and all(self._holds(test, clause) for test in frame.tests):
                    return frame
        return None

    def _holds(self, test: Test, clause: Clause) -> bool:
        return self._is_met(test, clause) is not test.absent

    def _is_met(self, test: Test, clause: Clause) -> bool:
        if test.functions == ("light",):
            return clause.light is not None and (not test.words or clause.light.lemma_.lower() in test.words)
        heads = clause.heads(*test.functions)
        if test.words:
            return any(_is_told_of(h, test.words) for h in heads)
        resolver, sentence = self.resolver, clause.sentence
        if "joint" in test.kinds:
            return len({r.entity for r in resolver.all_referents(heads, sentence) if r.direct}) >= 2
        if "place" in test.kinds:
            heads = [h for h in heads if "person" in test.kinds or h.lemma_.lower() not in NO_WHERE]
        if test.kinds:
            return any(
                resolver.table.kind(r.entity) in test.kinds for h in heads for r in resolver.referents(h, sentence)
            )
        return bool(heads)

    def carries_better(self, clause: Clause) -> bool:
        """Tell a verb that only carries an event noun with a frame of its own, so that one event is not read twice."""
        if clause.kind != "verb" or clause.lemma not in _MERE_CARRIERS:
            return False
        nouns = [h for h in clause.heads("object") if h.pos_ == "NOUN" and h.lemma_.lower() in self.lexicon.event_nouns]
        return any(self.frame(noun_clause(noun, clause.sentence)) is not None for noun in nouns)


def _is_figurative(clause: Clause) -> bool:
    """Tell *the tariffs hit farmers* and *the drought killed cattle*."""
    return clause.kind == "verb" and any(h.lemma_.lower() in _NO_ATTACKERS for h in clause.heads("subject"))


def _particle_fits(frame: Frame, clause: Clause) -> bool:
    if not frame.particle and (frame.lemma, clause.particle) in _OTHER_SENSES:
        return False
    if frame.particle:
        return frame.particle == clause.particle or (
            frame.particle in clause.arguments and not _governs_more(frame.particle, clause)
        )
    return not clause.particle or clause.particle in _COLOURLESS or clause.particle in clause.arguments


def _governs_more(particle: str, clause: Clause) -> bool:
    """Tell a preposition behind the object from a particle: *took Chad to court | over the raid*."""
    objects = [t for t in clause.heads("object") if t.dep_ == "dobj"]
    return particle == "over" and any(t.i < o.i for t in objects for o in clause.heads(particle))


def _is_told_of(head: Token, words: frozenset[str]) -> bool:
    """Tell whether a head, what stands right before it or what is joined to it is one of some words."""
    if head.lower_ in words or not words.isdisjoint(lemmas(head)):
        return True
    near = [c for c in head.children if c.dep_ == "conj" or (c.i < head.i and c.dep_ in _BEFORE)]
    return any(c.lemma_.lower() in words for c in near)

"""Finds where an event takes place: in its own clause, in one around it, or in the dateline over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.company import places_after
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.localities import unnamed_place
from kg.extract.reference import Resolver
from kg.extract.whereabouts import told_around
from kg.extract.words import word_class
from kg.types import EntityKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES: frozenset[EntityKind] = frozenset({"place", "state"})
IN_PERSON = word_class("participant visitor signatory host")
"""Roles that somebody takes himself, and is there: *Chad's decision* met nobody."""
_PREPOSITIONS = ("in", "at", "near", "outside", "aboard", "across", "around")
_ON_THE_SPOT = word_class("meet negotiate discuss sign agree gift mediate vote pledge request accuse reject support")
"""Families of what is done where somebody is."""
_JOINT = word_class("meet negotiate sign agree mediate")
"""Families of what hosts do with guests."""
_ACTING = IN_PERSON | {"initiator"}
_MARGINS = word_class("sideline sidelines margin margins")
_INNER = word_class("appos pobj npadvmod conj")


@dataclass(frozen=True, slots=True)
class PlaceReader:
    """Reads the places of the events of one article."""

    lexicon: Lexicon
    resolver: Resolver

    def read(self, clause: Clause, frame: Frame, roles: Sequence[Role]) -> list[Role]:
        """Give where it happens, given the other ``roles``: what stands nearest to the predicate."""
        family = self.lexicon.types[frame.type].family
        persons = [h for m in frame.roles if m.role in IN_PERSON for h in clause.heads(*m.functions)]
        where = [*clause.heads(*_PREPOSITIONS), *places_after(persons), *_beside(clause)]
        return (
            self._named(where, roles)
            or self._unnamed([*where, *clause.heads("adverb")], clause)
            or (self._named(told_around(clause.anchor, clause.predicate), roles) if family in _ON_THE_SPOT else [])
            or self._named(_where_they_are(clause, family), roles)
            or self._reported_from(clause, family, roles)
        )

    def _named(self, heads: Iterable[Token], roles: Iterable[Role]) -> list[Role]:
        """Give the places of some phrases that take no other part."""
        taken = {r.entity for r in roles}
        found: list[Role] = []
        for head in (h for h in heads if h.dep_ != "pcomp"):  # *its role in ending the war in X*
            below = [t for t in head.subtree if t.dep_ in _INNER and t.i > head.i]
            for token in [head, *below][:6]:
                name = self.resolver.names.entity_at(token)
                if name is None or name.kind not in PLACES or name.entity in taken:
                    continue
                if token != head and token.dep_ == "pobj" and token.head.lower_ not in {*_PREPOSITIONS, "of"}:
                    continue
                if name.kind == "state" and name.head.dep_ not in _INNER:
                    continue
                taken.add(name.entity)
                found.append(Role("place", name.span, name.text, name.entity))
        return found

    def _unnamed(self, heads: Iterable[Token], clause: Clause) -> list[Role]:
        found = [unnamed_place(h, clause.sentence, self.resolver) for h in heads]
        return [place for place in found if place is not None][:1]

    def _reported_from(self, clause: Clause, family: str, roles: Iterable[Role]) -> list[Role]:
        """Take the place of the dateline, where the lead tells of what its hosts did together with others."""
        report, table = self.resolver.report, self.resolver.table
        if report is None or clause.sentence is not report.lead or family not in _JOINT or clause.anchor.dep_ != "ROOT":
            return []
        home = table.drafts[report.place.entity].country if report.place.entity else None
        acting = {table.drafts[r.entity].country for r in roles if r.entity and r.role in _ACTING}
        return [report.place] if home is not None and home in acting and len(acting) > 1 else []


def _beside(clause: Clause) -> list[Token]:
    """Give where the occasion is beside which somebody meets: *on the sidelines of a summit in Lima*."""
    margins = [h for h in clause.heads("on", "in") if h.lemma_.lower() in _MARGINS]
    return [t for h in margins for t in h.subtree if t.dep_ == "pobj" and t.head.lower_ in {"in", "at"}]


def _where_they_are(clause: Clause, family: str) -> list[Token]:
    """Give where those are who protest or are struck: *villagers in Lima marched*, *hit a school in Lima*."""
    those = clause.heads(*{"protest": ("subject",), "attack": ("object",)}.get(family, ()))
    found = []
    for head in those:
        inner = [t for t in head.subtree if t.dep_ == "prep" and t.lower_ in _PREPOSITIONS]
        aside = {t for clausal in head.subtree if clausal.dep_ in {"relcl", "advcl"} for t in clausal.subtree}
        found += [t for p in inner if p not in aside for t in p.children if t.dep_ == "pobj"]
    return found

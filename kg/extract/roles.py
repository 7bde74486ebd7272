"""Finds who takes part in an event, and where it happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.company import company, places_after
from kg.extract.control import arguments_of
from kg.extract.factuality import Stance
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.localities import unnamed_place
from kg.extract.names import Name
from kg.extract.presence import Presence, takes_two
from kg.extract.reference import Referent, Resolver
from kg.extract.travellers import travellers
from kg.extract.verbs import JOURNEYS
from kg.extract.victims import STRIKING, struck
from kg.extract.whereabouts import told_around
from kg.extract.words import COLLECTIVES, KIN, NO_WHERE, word_class
from kg.types import EntityKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "aboard", "across", "around")
_PLACES: frozenset[EntityKind] = frozenset({"place", "state"})
_ACTORS: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group"})
_ADDRESSEES: frozenset[EntityKind] = frozenset({"person", "state", "organisation"})
_OCCASIONS = word_class("meet call negotiate")
_THERE = word_class("participant visitor signatory host")
_IN_PERSON = word_class("participant visitor signatory host")
"""Roles that somebody takes himself: *Chad's decision* met nobody."""
_WITH_CONTENT = word_class(
    "Pledging Understanding Endorsement EconomicCooperation Concession Sanction Refusal Cooperation Threat"
)
_CONTENT_FUNCTIONS = ("complement", "object", "to", "for", "on", "of")
_MOST_CONCERNED = 5
_ADDRESSED = word_class("Pledging Request Refusal Threat Endorsement Accusation")
_COMPLAINTS = word_class("accuse protest")
_TELLING_SOMEBODY = word_class("tell assure inform promise warn remind convince")
_LOCATING = word_class("in at from across near like")
_GETTING = word_class("buy purchase import order lease acquire borrow rent obtain receive accept")
_TAKING_IN = word_class("involving including")
"""Participles of those who take part in what is agreed: *cooperation involving Chad and Oman*."""
_INTO = word_class("invest investment stake project confidence trust interest spend")
"""Words whose *in* is no place: *investment in Chad*."""
_ON_THE_SPOT = word_class("meet negotiate discuss sign agree gift mediate vote pledge request accuse reject support")
"""Families of what is done where somebody is."""
_JOINT = word_class("meet negotiate sign agree mediate")
_AT_HOME = word_class("participant signatory host initiator")
_MARGINS = word_class("sideline sidelines margin margins")
_INNER_PLACES = word_class("appos pobj npadvmod conj")


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Reads the roles of the events of one article."""

    lexicon: Lexicon
    resolver: Resolver

    def read(self, clause: Clause, frame: Frame) -> list[Role]:
        """Give all roles that the clause itself tells, places included."""
        roles, presence = self._framed(clause, frame), Presence(self.resolver)
        if clause.kind == "noun" and self.lexicon.types[frame.type].family in _OCCASIONS:
            roles = presence.at(clause, frame, roles)
            if not roles and takes_two(frame):
                return []
        roles = roles or presence.known(clause, frame)
        roles += presence.brought_together(clause, frame, roles)
        roles += travellers(clause, frame, roles, self.resolver)
        if frame.type == "Visit" and takes_two(frame) and not any(r.role == "visitor" for r in roles):
            return []
        roles += self.concerned(clause, frame, roles) or self._asked_or_blamed(clause, frame, roles)
        heads = [h for m in frame.roles if m.role in _THERE for h in clause.heads(*m.functions)]
        where = [*clause.heads(*_PLACE_PREPOSITIONS), *places_after(heads), *_beside(clause)]
        found = self._places(where, roles) or self._unnamed_places([*where, *clause.heads("adverb")], clause)
        if not found and self.lexicon.types[frame.type].family in _ON_THE_SPOT:
            found = self._places(told_around(clause.anchor, clause.predicate), roles)
        if not found:
            family = self.lexicon.types[frame.type].family
            found = self._places(_where_they_are(clause, family), roles) or self._where_reported(clause, family, roles)
        if frame.type == "Withdrawal":
            own = {r.entity for r in roles if r.role == "initiator"}  # *told X's troops to leave the country*
            roles = [r for r in roles if r.role != "place" or r.entity not in own]
        return roles + found

    # ------------------------------------------------------------ from the frame
    def _framed(self, clause: Clause, frame: Frame) -> list[Role]:
        found: dict[tuple[str, str], Role] = {}
        used: set[str] = set()
        striking = self.lexicon.types[frame.type].family in STRIKING
        for mapping in frame.roles:
            if mapping.role == "topic":
                continue
            for head in clause.heads(*mapping.functions):
                if head.pos_ == "VERB" and self.resolver.names.at(head) is None:
                    continue
                if "modifier" in mapping.functions and head.lower_ in COLLECTIVES and head.dep_ == "compound":
                    continue  # *delegation-level talks*
                strikes = striking and mapping.role == "recipient"
                for referent in self._meant(head, clause, strikes=strikes):
                    role = self._role(mapping.role, referent, clause, head)
                    if role == "place" or (role and referent.entity not in used):
                        used.add(referent.entity)
                        found.setdefault((role, referent.entity), _filled(role, referent))
        return list(found.values())

    def _meant(self, head: Token, clause: Clause, *, strikes: bool) -> list[Referent]:
        if strikes:
            return struck(head, clause.sentence, self.resolver)
        return self.resolver.all_referents([head, *company(head)], clause.sentence)

    def _role(self, role: str, referent: Referent, clause: Clause, head: Token) -> str:
        """Give the role that somebody of that kind can take under that head, "" for none."""
        kind = self.resolver.table.kind(referent.entity)
        noun = head.lemma_.lower()
        if (role == "place" and noun in NO_WHERE) or (noun in KIN and not referent.direct):
            return ""
        if role == "place" and kind not in _PLACES:
            role = "host" if kind == "person" else ""
        elif role != "place" and kind == "place":
            role = "place" if role in {"recipient", "host"} and referent.direct else ""
        others = role in _IN_PERSON and clause.kind == "verb" and not referent.direct
        return "" if others and noun not in JOURNEYS else role

    # ------------------------------------------------------------ from around the clause
    def concerned(self, clause: Clause, frame: Frame, roles: Sequence[Role]) -> list[Role]:
        """Take whom the content concerns as the other side: *agreed to deepen ties with Oman*."""
        if frame.type not in _WITH_CONTENT or any(r.role == "recipient" for r in roles):
            return []
        acting = [r.entity for r in roles if r.entity]
        acting += [state.id for entity in acting if (state := self.resolver.table.state_of(entity)) is not None]
        found: dict[str, Role] = {}
        for head in clause.heads(*_CONTENT_FUNCTIONS):
            if head.i < clause.predicate.i:
                continue
            for token in head.subtree:
                name = self.resolver.names.entity_at(token)
                if name is None or token != name.head or name.kind not in _ACTORS or name.entity in acting:
                    continue
                if not _is_common(token) and not _is_aside(token, head, promised=frame.type == "Pledging"):
                    found.setdefault(name.entity, _named("recipient", name))
        return list(found.values())[:_MOST_CONCERNED]

    def _asked_or_blamed(self, clause: Clause, frame: Frame, roles: Sequence[Role]) -> list[Role]:
        """Take who acts at a request as who was asked, and of whose act somebody complains as who is blamed."""
        if any(r.role == "recipient" for r in roles):
            return []
        heads: list[Token] = []
        if frame.type == "Request" and clause.kind == "noun" and (under := clause.heads("under")):
            acting = under[0].lower_ == "at" and under[0].head.pos_ == "VERB"  # *at Chad's request, Oman sent a ship*
            heads = arguments_of(under[0].head).get("subject", []) if acting else []
        elif self.lexicon.types[frame.type].family in _COMPLAINTS and clause.kind == "verb":
            heads = [t for c in clause.heads("complement") for t in arguments_of(c).get("subject", [])]
        taken = {r.entity for r in roles}
        meant = self.resolver.all_referents(heads, clause.sentence)
        return [_filled("recipient", r) for r in meant if r.entity not in taken and self._is_addressee(r.entity)]

    def addressed(self, told: Stance, frame: Frame, roles: Iterable[Role], clause: Clause) -> list[Role]:
        """Take who is promised or asked something as the other side: *told the king that Chad would pay*."""
        if told.reporter is None or told.reporter.lemma_.lower() not in _TELLING_SOMEBODY:
            return []
        if frame.type not in _ADDRESSED or any(r.role == "recipient" for r in roles):
            return []
        taken = {r.entity for r in roles}
        arguments = arguments_of(told.reporter)
        heads = [*arguments.get("object", []), *arguments.get("dative", [])]
        return [
            _filled("recipient", r)
            for r in self.resolver.all_referents(heads, clause.sentence)
            if r.direct and r.entity not in taken and self._is_addressee(r.entity)
        ]

    def _is_addressee(self, entity: str) -> bool:
        """Tell who is promised something from the newspaper that is told of it."""
        table = self.resolver.table
        return table.kind(entity) in _ADDRESSEES and not table.is_medium(entity)

    # ------------------------------------------------------------ places
    def _places(self, heads: Iterable[Token], roles: Iterable[Role]) -> list[Role]:
        """Find where: a locative phrase of the predicate with a place in it, or of the noun that carries it."""
        taken = {r.entity for r in roles}
        found: list[Role] = []
        for head in (h for h in heads if h.dep_ != "pcomp"):  # *its role in ending the war in X*
            below = [t for t in head.subtree if t.dep_ in _INNER_PLACES and t.i > head.i]
            for token in [head, *below][:6]:
                name = self.resolver.names.entity_at(token)
                if name is None or name.kind not in _PLACES or name.entity in taken:
                    continue
                if token != head and token.dep_ == "pobj" and token.head.lower_ not in {*_PLACE_PREPOSITIONS, "of"}:
                    continue
                if name.kind == "state" and name.head.dep_ not in _INNER_PLACES:
                    continue
                taken.add(name.entity)
                found.append(_named("place", name))
        return found

    def _where_reported(self, clause: Clause, family: str, roles: Iterable[Role]) -> list[Role]:
        """Take the place of the dateline, where the lead tells of what its hosts did together with others."""
        report, table = self.resolver.report, self.resolver.table
        if report is None or clause.sentence is not report.lead or family not in _JOINT or clause.anchor.dep_ != "ROOT":
            return []
        home = table.state_of(report.place.entity or "") if report.place.entity else None
        acting = [table.drafts[r.entity].country for r in roles if r.entity and r.role in _AT_HOME]
        return [report.place] if home is not None and home.country in acting and len(set(acting)) > 1 else []

    def _unnamed_places(self, heads: Iterable[Token], clause: Clause) -> list[Role]:
        found = [unnamed_place(h, clause.sentence, self.resolver) for h in heads]
        return [place for place in found if place is not None][:1]


def _beside(clause: Clause) -> list[Token]:
    """Give where the occasion is beside which somebody meets: *on the sidelines of a summit in Lima*."""
    margins = [h for h in clause.heads("on", "in") if h.lemma_.lower() in _MARGINS]
    return [t for h in margins for t in h.subtree if t.dep_ == "pobj" and t.head.lower_ in {"in", "at"}]


def _where_they_are(clause: Clause, family: str) -> list[Token]:
    """Give where those are who protest or are struck: *villagers in Lima marched*, *hit a school in Lima*."""
    those = clause.heads(*{"protest": ("subject",), "attack": ("object",)}.get(family, ()))
    preps = [p for head in those for p in head.subtree if p.lower_ in _PLACE_PREPOSITIONS and p.dep_ == "prep"]
    inside = [p for p in preps if not any(a.dep_ in {"relcl", "advcl"} for a in p.ancestors if a in those[0].subtree)]
    return [t for p in inside for t in p.children if t.dep_ == "pobj"]


def _filled(role: str, referent: Referent) -> Role:
    return Role(role, referent.span, referent.text, referent.entity)


def _named(role: str, name: Name) -> Role:
    return Role(role, name.span, name.text, name.entity)


def _is_common(token: Token) -> bool:
    """Tell what both sides have in common from the other side: *to deepen the Chad-Niger alliance*."""
    return token.lower_ == "alliance" and token.i > 1 and token.nbor(-2).text in {"-", "–"}


def _is_aside(token: Token, head: Token, *, promised: bool) -> bool:
    """Tell whether a name in the content is only where something is, or stands in an aside."""
    if token.dep_ == "pobj" and token.head.lower_ == "from" and head.lemma_.lower() in _GETTING:
        return False  # *agreed to buy grain from Oman*
    if token.dep_ == "pobj" and token.head.lower_ in _LOCATING:
        promised_there = promised and token.head.lower_ == "in"
        return not promised_there and token.head.head.lemma_.lower() not in _INTO
    while token not in (head, token.head):
        named_as_part = token.dep_ == "acl" and token.lower_ in _TAKING_IN
        if token.dep_ in {"relcl", "advcl", "appos"} or (token.dep_ == "acl" and token.tag_ != "VB" and not named_as_part):
            return True
        token = token.head
    return False

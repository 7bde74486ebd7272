"""Finds who takes part in an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.company import company
from kg.extract.control import arguments_of
from kg.extract.factuality import Stance
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.places import IN_PERSON, PLACES, PlaceReader
from kg.extract.presence import Presence, takes_two
from kg.extract.reference import Referent, Resolver
from kg.extract.travellers import travellers
from kg.extract.verbs import JOURNEYS
from kg.extract.victims import STRIKING, struck
from kg.extract.words import COLLECTIVES, KIN, NO_WHERE, word_class
from kg.types import EntityKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTORS: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group"})
_ADDRESSEES: frozenset[EntityKind] = frozenset({"person", "state", "organisation"})
_OCCASIONS = word_class("meet call negotiate")
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
        found = PlaceReader(self.lexicon, self.resolver).read(clause, frame, roles)
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
                        found.setdefault((role, referent.entity), referent.in_role(role))
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
        if role == "place" and kind not in PLACES:
            role = "host" if kind == "person" else ""
        elif role != "place" and kind == "place":
            role = "place" if role in {"recipient", "host"} and referent.direct else ""
        others = role in IN_PERSON and clause.kind == "verb" and not referent.direct
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
                    found.setdefault(name.entity, Role("recipient", name.span, name.text, name.entity))
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
        return [r.in_role("recipient") for r in meant if r.entity not in taken and self._is_addressee(r.entity)]

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
            r.in_role("recipient")
            for r in self.resolver.all_referents(heads, clause.sentence)
            if r.direct and r.entity not in taken and self._is_addressee(r.entity)
        ]

    def _is_addressee(self, entity: str) -> bool:
        """Tell who is promised something from the newspaper that is told of it."""
        table = self.resolver.table
        return table.kind(entity) in _ADDRESSEES and not table.is_medium(entity)


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
        if token.dep_ in {"relcl", "advcl", "appos"} or (
            token.dep_ == "acl" and token.tag_ != "VB" and not named_as_part
        ):
            return True
        token = token.head
    return False

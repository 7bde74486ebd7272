"""Finds who takes part in an event, and where it happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments import governed
from kg.extract.clauses import Clause
from kg.extract.company import company, places_after
from kg.extract.control import arguments_of
from kg.extract.factuality import Stance
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.names import Name
from kg.extract.reading import token_span
from kg.extract.reference import Referent, Resolver
from kg.extract.victims import STRIKING, struck
from kg.extract.words import word_class
from kg.types import EntityKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "aboard", "across", "around")
_PLACES: frozenset[EntityKind] = frozenset({"place", "state"})
_BODIES: frozenset[EntityKind] = frozenset({"state", "organisation"})
_ACTORS: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group"})
_PRESENT: frozenset[EntityKind] = frozenset({"person", "state"})
_ADDRESSEES: frozenset[EntityKind] = frozenset({"person", "state", "organisation"})
_OCCASIONS = word_class("meet call negotiate")
_AT_OCCASION = word_class("during at in over after following on")
_INCLUDING = word_class("include feature comprise involve")
_NEAR_OCCASION = _AT_OCCASION | {"before", "for"}
_DONE_TOGETHER = word_class("Understanding Discussion Signing")
_OF_TWO = word_class("between with among")
_FOR_OTHERS = word_class(
    "say tell report welcome praise condemn criticise criticize broker facilitate mediate arrange organise "
    "organize see help support back encourage hail urge recall describe"
)
"""Verbs whose subject need not be at the occasion that is their object."""
_THERE = word_class("participant visitor signatory host")
_IN_PERSON = word_class("participant visitor signatory host")
"""Roles that somebody takes himself: *Chad's decision* met nobody."""
_WITH_CONTENT = word_class(
    "Pledging Understanding Endorsement EconomicCooperation Concession Sanction Refusal Cooperation"
)
_CONTENT_FUNCTIONS = ("complement", "object", "to", "for", "on", "of")
_MOST_CONCERNED = 5
_ADDRESSED = word_class("Pledging Request Refusal Threat Endorsement Accusation")
_TELLING_SOMEBODY = word_class("tell assure inform promise warn remind convince")
_LOCATING = word_class("in at from across near like")
_GETTING = word_class("buy purchase import order lease acquire borrow rent obtain receive accept")
_INTO = word_class("invest investment stake project confidence trust interest spend")
"""Words whose *in* is no place: *investment in Chad*."""
_INNER_PLACES = word_class("appos pobj npadvmod conj")


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Reads the roles of the events of one article."""

    lexicon: Lexicon
    resolver: Resolver

    def read(self, clause: Clause, frame: Frame) -> list[Role]:
        """Give all roles that the clause itself tells, places included."""
        roles = self._framed(clause, frame)
        if clause.kind == "noun" and self.lexicon.types[frame.type].family in _OCCASIONS:
            if not roles:
                roles = self._present(clause, _AT_OCCASION, ("subject", "object", "dative", "to", "with"))
                if len(roles) < 2 and any("under" in test.functions for test in frame.tests):
                    return []
            elif len(roles) == 1 and "with" in clause.arguments:
                there = (
                    self._present(clause, _NEAR_OCCASION, ("subject",))
                    or self._on_the_trip(clause)
                    or self._after(clause)
                )
                roles += [r for r in there if r.entity != roles[0].entity]
        roles = roles or self._known(clause, frame)
        roles += self._brought_together(clause, frame, roles)
        roles += self.concerned(clause, frame, roles)
        heads = [h for m in frame.roles if m.role in _THERE for h in clause.heads(*m.functions)]
        return roles + self._places([*clause.heads(*_PLACE_PREPOSITIONS), *places_after(heads)], roles)

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
                strikes = striking and mapping.role == "recipient"
                for referent in self._meant(head, clause, strikes=strikes):
                    role = self._role(mapping.role, referent, clause)
                    if role == "place" or (role and referent.entity not in used):
                        used.add(referent.entity)
                        found.setdefault((role, referent.entity), _filled(role, referent))
        return list(found.values())

    def _meant(self, head: Token, clause: Clause, *, strikes: bool) -> list[Referent]:
        if strikes:
            return struck(head, clause.sentence, self.resolver)
        return self.resolver.all_referents([head, *company(head)], clause.sentence)

    def _role(self, role: str, referent: Referent, clause: Clause) -> str:
        """Give the role that somebody of that kind can take, "" for none."""
        kind = self.resolver.table.kind(referent.entity)
        if role == "place" and kind not in _PLACES:
            role = "host" if kind == "person" else ""
        elif role != "place" and kind == "place":
            role = "place" if role in {"recipient", "host"} else ""
        return "" if role in _IN_PERSON and clause.kind == "verb" and not referent.direct else role

    # ------------------------------------------------------------ from around the clause
    def _present(self, clause: Clause, prepositions: frozenset[str], functions: tuple[str, ...]) -> list[Role]:
        """Take who acts at an occasion as present there: *agreed at talks in Doha*, *left before a summit with X*."""
        root, over = clause.sentence.parse.root, clause.heads("under")
        if not over or over[0].lower_ not in prepositions or over[0].head.pos_ not in {"VERB", "AUX"}:
            return []
        present: dict[str, Role] = {}
        for verb in [over[0].head, *([root] if root.pos_ == "VERB" else [])]:
            if len(present) < 2:
                arguments = arguments_of(verb)
                heads = [h for function in functions for h in arguments.get(function, [])]
                for referent in self.resolver.all_referents(heads, clause.sentence):
                    if referent.direct and self.resolver.table.kind(referent.entity) in _PRESENT:
                        present[referent.entity] = _filled("participant", referent)
        return list(present.values())

    def _known(self, clause: Clause, frame: Frame) -> list[Role]:
        """Take those told of before as who acts where nobody is named: *it was agreed*, *no statement was issued*."""
        if frame.type == "Understanding" and "under" in clause.arguments and clause.kind == "noun":
            return self._at_odds(clause)
        impersonal = any(m.role == "topic" and "subject" in m.functions for m in frame.roles)
        unnamed = impersonal or "subject" not in clause.arguments
        if frame.type not in _DONE_TOGETHER or not unnamed or clause.kind != "verb":
            return []
        group = self.resolver.together(clause.predicate, clause.sentence)
        span = token_span(clause.predicate)
        return [Role("participant", span, clause.predicate.text, entity) for entity in group]

    def _at_odds(self, clause: Clause) -> list[Role]:
        """Take who parts *without a deal*: who does so, or whose talks do."""
        over = clause.heads("under")[0]
        if over.lower_ != "without" or over.head.pos_ != "VERB":
            return []
        heads = arguments_of(over.head).get("subject", [])
        there = [r for r in self.resolver.all_referents(heads, clause.sentence) if r.direct]
        if len(there) < 2:
            between = [t for h in heads for c in h.children if c.lower_ in _OF_TWO for t in governed(c)]
            there = self.resolver.all_referents(between, clause.sentence)
        if len(there) >= 2:
            return [_filled("participant", r) for r in there]
        span = token_span(clause.predicate)
        group = self.resolver.together(clause.predicate, clause.sentence)
        return [Role("participant", span, clause.predicate.text, entity) for entity in group]

    def _brought_together(self, clause: Clause, frame: Frame, roles: Sequence[Role]) -> list[Role]:
        """Take the subject of the sentence as those mediated between: *under a deal brokered by Oman, they agreed*."""
        if frame.type != "Mediation" or {r.role for r in roles} != {"mediator"}:
            return []
        mediators = {r.entity for r in roles}
        above = next((t for t in clause.anchor.ancestors if t.pos_ == "VERB"), clause.anchor)
        if above == clause.anchor or clause.anchor.dep_ in {"xcomp", "ccomp", "conj"}:
            return []
        acting = self.resolver.all_referents(arguments_of(above).get("subject", []), clause.sentence)
        return [_filled("participant", r) for r in acting if r.direct and r.entity not in mediators]

    def _after(self, clause: Clause) -> list[Role]:
        """Take who seeks, weighs or shuns an occasion as who would be there: *ruled out a meeting with X*."""
        noun = clause.predicate
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.dep_ not in {"dobj", "pobj"} or verb.pos_ != "VERB" or verb.lemma_.lower() in _FOR_OTHERS:
            return []
        doers = self.resolver.all_referents(arguments_of(verb).get("subject", []), clause.sentence)
        return [_filled("participant", r) for r in doers if self.resolver.table.kind(r.entity) in _ACTORS]

    def _on_the_trip(self, clause: Clause) -> list[Role]:
        """Take whose trip it is as present at what it includes: *her tour, which included talks with X*."""
        verb = clause.predicate.head
        while verb.dep_ == "conj" and verb.pos_ == "NOUN":
            verb = verb.head
        if verb.lemma_ not in _INCLUDING:
            verb = verb.head
        if verb.lemma_ not in _INCLUDING:
            return []
        owners = self.resolver.all_referents(arguments_of(verb).get("subject", []), clause.sentence)
        return [_filled("participant", r) for r in owners if self.resolver.table.kind(r.entity) == "person"][:1]

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
                if not _is_aside(token, head, promised=frame.type == "Pledging"):
                    found.setdefault(name.entity, _named("recipient", name))
        return list(found.values())[:_MOST_CONCERNED]

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
            if r.direct and r.entity not in taken and self.resolver.table.kind(r.entity) in _ADDRESSEES
        ]

    def implied(self, clause: Clause, frame: Frame, roles: Sequence[Role]) -> list[Role]:
        """Add what a type implies: a state that is visited is the host; one that is invaded is where it happens."""
        if frame.type == "Visit":
            return self._again("place", "host", roles) or self._host_of_town(roles)
        if frame.type == "Attack" and not any(r.role == "place" for r in roles):
            return self._again("recipient", "place", roles)
        if frame.type == "MilitaryPosture" and not any(r.role == "initiator" for r in roles):
            return self._owner_of_forces(clause)
        if self.lexicon.types[frame.type].family == "sanction":
            return self._state_of_place(clause, roles)
        return []

    def _owner_of_forces(self, clause: Clause) -> list[Role]:
        """Take whose forces they are that somebody unnamed has moved: *Chadian troops are stationed in Faya*."""
        owners = self.resolver.all_referents(clause.heads("object"), clause.sentence)
        return [_filled("initiator", r) for r in owners if self.resolver.table.kind(r.entity) in _BODIES]

    def _state_of_place(self, clause: Clause, roles: Sequence[Role]) -> list[Role]:
        """Take the state in which an embassy is closed, or from which an envoy is called home, as the other side."""
        table, given = self.resolver.table, {r.entity for r in roles}
        if any(r.role == "recipient" and table.kind(r.entity or "") != "place" for r in roles if r.entity):
            return []
        ours = {table.drafts[e].country for e in given if e and table.kind(e) == "state"}
        for head in clause.heads("in", "from", "to", "with", "at"):
            name = self.resolver.names.entity_at(head)
            state = table.state_of(name.entity) if name is not None and name.kind == "place" else None
            if name is not None and state is not None and state.country not in ours:
                return [Role("recipient", name.span, name.text, state.id)]
        return []

    def _again(self, given: str, added: str, roles: Iterable[Role]) -> list[Role]:
        return [
            Role(added, r.span, r.text, r.entity)
            for r in roles
            if r.role == given and r.entity and self.resolver.table.kind(r.entity) == "state"
        ]

    def _host_of_town(self, roles: Sequence[Role]) -> list[Role]:
        """Take the state in which the visited town lies as the host of visitors from elsewhere."""
        if any(r.role == "host" for r in roles):
            return []
        table = self.resolver.table
        home = {table.drafts[r.entity].country for r in roles if r.entity and r.role == "visitor"}
        for role in roles:
            country = table.drafts[role.entity].country if role.role == "place" and role.entity else None
            if country is not None and country not in home and country in table.gazetteer.states:
                return [Role("host", role.span, role.text, table.state(country).id)]
        return []

    # ------------------------------------------------------------ places
    def _places(self, heads: Iterable[Token], roles: Iterable[Role]) -> list[Role]:
        """Find where: a locative phrase of the predicate with a place in it, or of the noun that carries it."""
        taken = {r.entity for r in roles}
        found: list[Role] = []
        for head in heads:
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


def _filled(role: str, referent: Referent) -> Role:
    return Role(role, referent.span, referent.text, referent.entity)


def _named(role: str, name: Name) -> Role:
    return Role(role, name.span, name.text, name.entity)


def _is_aside(token: Token, head: Token, *, promised: bool) -> bool:
    """Tell whether a name in the content is only where something is, or stands in an aside."""
    if token.dep_ == "pobj" and token.head.lower_ == "from" and head.lemma_.lower() in _GETTING:
        return False  # *agreed to buy grain from Oman*
    if token.dep_ == "pobj" and token.head.lower_ in _LOCATING:
        promised_there = promised and token.head.lower_ == "in"
        return not promised_there and token.head.head.lemma_.lower() not in _INTO
    while token not in (head, token.head):
        if token.dep_ in {"relcl", "advcl", "appos"} or (token.dep_ == "acl" and token.tag_ != "VB"):
            return True
        token = token.head
    return False

"""Finds who travels where no function of the predicate tells: whose tour it is, who does something on a visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.extract.arguments import is_passive
from kg.extract.control import arguments_of
from kg.extract.verbs import JOURNEYS, LIGHT_VERBS
from kg.extract.words import word_class
from kg.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.clauses import Clause
    from kg.extract.lexicon import Frame
    from kg.extract.reference import Referent, Resolver

_INCLUDING = word_class("include feature comprise involve")
_ON_A_TRIP = word_class("on during")
_ONE = word_class("a an another")


def travellers(clause: Clause, frame: Frame, roles: Sequence[Role], resolver: Resolver) -> list[Role]:
    """Complete the roles of a visit of which the clause does not tell whose it is."""
    if frame.type != "Visit" or any(r.role == "visitor" for r in roles):
        return []
    if clause.kind == "verb":
        return _whose_trip_leads_there(clause, resolver)
    return on_the_trip(clause, "visitor", resolver) or _doing_something_there(clause, roles, resolver)


def on_the_trip(clause: Clause, role: str, resolver: Resolver) -> list[Role]:
    """Take whose trip it is as present at what it includes: *her tour, which included talks with X*."""
    verb = clause.predicate.head
    while verb.dep_ == "conj" and verb.pos_ == "NOUN":
        verb = verb.head
    if verb.lemma_ not in _INCLUDING:
        verb = verb.head
    if verb.lemma_ not in _INCLUDING:
        return []
    return [r.in_role(role) for r in _persons(arguments_of(verb).get("subject", []), clause, resolver)[:1]]


def _whose_trip_leads_there(clause: Clause, resolver: Resolver) -> list[Role]:
    """Take who is on a trip, or makes it: *he is on a tour that began in X*."""
    trips = [h for h in clause.heads("subject") if h.lemma_.lower() in JOURNEYS]
    verbs = [t.head.head for t in trips if t.dep_ == "pobj" and t.head.lower_ == "on"]
    verbs += [t.head for t in trips if t.dep_ == "dobj" and t.head.lemma_.lower() in LIGHT_VERBS]
    subjects = [t for verb in verbs for t in arguments_of(verb).get("subject", [])]
    return [r.in_role("visitor") for r in _persons(subjects, clause, resolver)]


def _doing_something_there(clause: Clause, roles: Iterable[Role], resolver: Resolver) -> list[Role]:
    """Take who does something *on a visit*, where it is not to his own state."""
    noun, drafts = clause.predicate, resolver.table.drafts
    on_one = noun.head.lower_ in _ON_A_TRIP and any(c.lower_ in _ONE for c in noun.children)
    if noun.dep_ != "pobj" or not on_one:
        return []
    above = noun.head.head
    doing = arguments_of(above).get("object" if is_passive(above) else "subject", [])
    heads = clause.heads("subject") or (doing if above.pos_ == "VERB" else [above])
    visited = {drafts[r.entity].country for r in roles if r.role == "place" and r.entity} - {None}
    persons = [r for r in _persons(heads, clause, resolver) if r.direct]
    return [r.in_role("visitor") for r in persons if drafts[r.entity].country not in visited]


def _persons(heads: list[Token], clause: Clause, resolver: Resolver) -> list[Referent]:
    found = resolver.all_referents(heads, clause.sentence)
    return [r for r in found if resolver.table.kind(r.entity) == "person"]

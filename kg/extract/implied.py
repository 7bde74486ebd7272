"""Adds the roles that the type of an event implies: the host of a visit, whose forces were moved, where envoys were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from kg.extract.clauses import Clause
from kg.extract.entities import EntityTable
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.reference import Resolver
from kg.types import EntityKind, Role

_BODIES: frozenset[EntityKind] = frozenset({"state", "organisation"})
_WHERE = ("in", "from", "to", "with", "at", "of")


def implied(clause: Clause, frame: Frame, roles: Sequence[Role], lexicon: Lexicon, resolver: Resolver) -> list[Role]:
    """Give what a type implies: a state that is visited is the host; one that is invaded is where it happens."""
    table = resolver.table
    if frame.type == "Visit":
        return _host(roles, table)
    if frame.type == "Attack" and not any(r.role == "place" for r in roles):
        return _again("recipient", "place", [r for r in roles if _names_state(r, clause, resolver)], table)
    if frame.type == "Attack" and not any(r.role == "recipient" for r in roles):
        return _state_attacked(roles, table)
    if frame.type == "MilitaryPosture" and not any(r.role == "initiator" for r in roles):
        return _owner_of_forces(clause, resolver)
    return _state_of_place(clause, roles, resolver) if lexicon.types[frame.type].family == "sanction" else []


def _again(given: str, added: str, roles: Iterable[Role], table: EntityTable) -> list[Role]:
    states = [r for r in roles if r.role == given and r.entity and table.kind(r.entity) == "state"]
    return [Role(added, r.span, r.text, r.entity) for r in states]


def _host(roles: Sequence[Role], table: EntityTable) -> list[Role]:
    """Take the state that is visited, or in which the visited town lies, as the host of visitors from elsewhere."""
    home = {table.drafts[r.entity].country for r in roles if r.entity and r.role == "visitor"}
    states = _again("place", "host", roles, table)
    if states or any(r.role == "host" for r in roles):
        return [r for r in states if r.entity and table.drafts[r.entity].country not in home]
    return _state_around("host", roles, home, table)


def _state_around(added: str, roles: Iterable[Role], ours: Set[str | None], table: EntityTable) -> list[Role]:
    """Give a role to the state of the first place that lies in one which is none of ours."""
    for role in roles:
        country = table.drafts[role.entity].country if role.role == "place" and role.entity else None
        if country is not None and country not in ours and country in table.gazetteer.states:
            return [Role(added, role.span, role.text, table.state(country).id)]
    return []


def _names_state(role: Role, clause: Clause, resolver: Resolver) -> bool:
    """Tell the state that is struck from one whose embassy or soldiers are."""
    struck = (resolver.names.entity_at(h) for h in clause.heads("object", "on", "against", "at", "of", "into"))
    return any(name is not None and name.entity == role.entity for name in struck)


def _state_attacked(roles: Sequence[Role], table: EntityTable) -> list[Role]:
    """Take the state in which another state strikes as the one it strikes: *Chad's raid near Maradi*."""
    attackers = {table.drafts[r.entity].country for r in roles if r.entity and r.role == "initiator"} - {None}
    return _state_around("recipient", roles, attackers, table) if attackers else []


def _owner_of_forces(clause: Clause, resolver: Resolver) -> list[Role]:
    """Take whose forces they are that somebody unnamed has moved: *Chadian troops are stationed in Faya*."""
    owners = resolver.all_referents(clause.heads("object"), clause.sentence)
    return [r.in_role("initiator") for r in owners if resolver.table.kind(r.entity) in _BODIES]


def _state_of_place(clause: Clause, roles: Sequence[Role], resolver: Resolver) -> list[Role]:
    """Take the state in which an embassy is closed, or from which an envoy is called home, as the other side."""
    table, given = resolver.table, [r for r in roles if r.entity]
    if any(r.role == "recipient" and table.kind(r.entity or "") != "place" for r in given):
        return []
    ours = {table.drafts[r.entity].country for r in given if r.entity and table.kind(r.entity) == "state"}
    for head in clause.heads(*_WHERE):
        name = resolver.names.entity_at(head)
        state = table.state_of(name.entity) if name is not None and name.kind == "place" else None
        if name is not None and state is not None and state.country not in ours:
            return [Role("recipient", name.span, name.text, state.id)]
    return []

"""Joins an attack and those it struck into one event: *shelled a well, killing three nomads*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.reading import key
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_HARMING = word_class("kill wound injure hurt maim die slay perish damage destroy hit leave claim set come")
_WITHIN = ("subject", "in", "by", "during", "from", "at", "under")
"""Functions in which the attack stands under what it did: *killed in an ambush*, *the blast killed ten*."""
_BOUND = word_class("advcl conj relcl acl")


def with_casualties(found: Sequence[Found]) -> list[Found]:
    """Give the events of a sentence, each attack with those whom it is said to have killed, wounded or hit."""
    kept = list(found)
    for harm in reversed([f for f in found if _is_harm(f)]):
        now = next((f for f in kept if f.clause is harm.clause), None)
        if now is None:
            continue
        attack = next((f for f in kept if f is not now and f.event.type == "Attack" and _is_of(now, f)), None)
        if attack is not None:
            upper, lower = (now, attack) if _stands_under(attack.clause.anchor, now) else (attack, now)
            kept = [_joined(upper, lower) if f is upper else f for f in kept if f is not lower]
    return kept


def _is_harm(found: Found) -> bool:
    return found.event.type == "Attack" and found.clause.kind == "verb" and found.clause.lemma in _HARMING


def _is_of(harm: Found, attack: Found) -> bool:
    """Tell whether a harm was done by an attack told of in the same sentence."""
    verb, place = harm.clause.predicate, key(attack.clause.predicate)
    if any(key(h) == place for h in harm.clause.heads(*_WITHIN)):
        return True
    if attack.clause.kind == "noun":
        inside = verb.dep_ == "relcl" and attack.clause.predicate.is_ancestor(verb)
        return inside or (verb.dep_ in _BOUND and place in {key(verb.head), *map(key, _above(verb.head))})
    if verb.dep_ in {"advcl", "conj"} and key(verb.head) == place:
        both_harmed = _is_harm(attack) and harm.clause.passive and attack.clause.passive
        return both_harmed or not any(c.dep_ in {"nsubj", "nsubjpass", "neg"} for c in verb.children)
    return attack.clause.predicate.dep_ == "advcl" and attack.clause.predicate.head == verb and _is_when(attack)


def _above(token: Token) -> list[Token]:
    return [token.head] if token.dep_ == "conj" else []


def _is_when(attack: Found) -> bool:
    return any(c.lower_ in {"when", "as", "after"} for c in attack.clause.predicate.children)


def _stands_under(token: Token, harm: Found) -> bool:
    verb = harm.clause.predicate
    return token != verb and any(t == token for t in verb.subtree)


def _joined(upper: Found, lower: Found) -> Found:
    event, added = upper.event, lower.event
    taken = {r.entity for r in event.roles if r.entity}
    roles = event.roles + tuple(r for r in added.roles if r.role == "topic" or r.entity not in taken)
    amounts = event.amounts + tuple(a for a in added.amounts if a.measure not in {b.measure for b in event.amounts})
    return replace(upper, event=replace(event, roles=roles, date=event.date or added.date, amounts=amounts))

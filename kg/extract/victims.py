"""Finds those without a name whom an act strikes, and whose people they are: *two Tajik herdsmen*, *a UN driver*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrases import conjuncts, is_definite
from kg.extract.reference import Referent, Resolver
from kg.extract.words import AGENT_GROUPS, OFFICE_HEADS, word_class
from kg.types import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.reading import Sentence

STRIKING = word_class("attack coerce release sanction accuse")
"""Families of events that befall people."""
_MORE_PEOPLE = word_class(
    "nomad herder surveyor shepherd deckhand cook passer-by bystander wife husband son daughter brother sister "
    "relative translator interpreter photographer cameraman courier scout elder chieftain imam missionary priest "
    "vicar rabbi tailor seaman trawlerman midwife orphan infant baby pupil schoolchild schoolgirl schoolboy "
    "villager citizen civilian peasant labourer laborer foreigner westerner expatriate emigrant immigrant exile "
    "hostage captive convict accomplice collaborator informant spy saboteur attacker assailant arsonist looter "
    "poacher warlord cleric preacher mufti novelist poet playwright blogger filmmaker singer rapper comedian "
    "footballer athlete swimmer skipper captain bosun stowaway hacker banker tycoon oligarch billionaire "
    "businessman entrepreneur contractor subcontractor foreman technician mechanic electrician geologist oilman "
    "driller archaeologist historian linguist sociologist biologist human adult minor youngster newborn victim "
    "casualty other servant porter waiter guide hiker climber cyclist motorist commuter shopper customer diner "
    "guest tenant landowner settler homesteader nurse paramedic surgeon volunteer serviceman servicewoman recruit "
    "cadet sergeant corporal private gunner sniper sapper airman pilot navigator paratrooper marine mercenary "
    "conscript deserter insurgent partisan guerrilla jihadi jihadist islamist"
)
_MEN = ("man", "men", "woman", "women")
_BARE = word_class("people person other")
"""Words that name nobody unless something is said of them."""
_OWNERS: frozenset[EntityKind] = frozenset({"state", "organisation"})


def struck(head: Token, sentence: Sentence, resolver: Resolver) -> list[Referent]:
    """Give whom a phrase means, persons without a name included, and the state or body whose people they are."""
    found: dict[str, Referent] = {}
    for token in conjuncts(head):
        known = resolver.referents(token, sentence)
        counted = any(c.dep_ == "nummod" for c in token.children)  # *two Chadian soldiers* are more than Chad
        known_else = any(r.direct and resolver.table.kind(r.entity) != "group" for r in known) and not counted
        if known_else or not _is_people(token):
            found |= {r.entity: r for r in known if r.entity not in found}
            continue
        owners = [r for r in resolver.owners(token, sentence) if resolver.table.kind(r.entity) in _OWNERS]
        if token.lemma_.lower() not in _BARE:
            found.setdefault((nameless := resolver.nameless(token)).entity, nameless)
        for owner in owners:
            found.setdefault(owner.entity, Referent(owner.span, owner.text, owner.entity, direct=False))
    return list(found.values())


def _is_people(token: Token) -> bool:
    """Tell *herdsmen* and *a sailor* from *the sailor*, who was named before, and from things."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ != "NOUN" or (token.tag_ == "NN" and is_definite(token) and lower != "people"):
        return False
    human = lower in AGENT_GROUPS or f"{lemma}s" in AGENT_GROUPS or lemma in OFFICE_HEADS or lemma in _MORE_PEOPLE
    return human or lower.endswith(_MEN)

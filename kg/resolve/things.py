"""The things that tellings were grouped into: their class, IRI and label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.resolve.article import Article
from kg.resolve.cluster import Links, Union
from kg.resolve.decisions import Decisions, written
from kg.resolve.events import group_tellings
from kg.resolve.families import ancestors
from kg.resolve.naming import (
    Name,
    agreement_name,
    commitment_name,
    event_name,
    mint_all,
    statement_name,
)
from kg.resolve.read_tellings import agreement_telling, commitment_telling, event_telling, statement_telling
from kg.resolve.tellings import Key, Telling, without_words
from kg.resolve.topics import topic_text
from kg.resolve.world import World
from kg.types import AgreementMention, CommitmentMention, EventMention, StatementMention

MentionValue = EventMention | AgreementMention | CommitmentMention | StatementMention


@dataclass(frozen=True, slots=True)
class Thing:
    """One event, agreement, commitment or statement; ``telling`` pools all that is said of it."""

    kind: str
    iri: str
    type: str
    label: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Known:
    """What grouping and naming look up: relations of entities, and the short name of each."""

    world: World
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """All things of the collection, and why tellings were joined."""

    things: tuple[Thing, ...]
    unions: tuple[Union, ...]

    @property
    def nodes(self) -> dict[Key, str]:
        """The IRI of each telling's thing."""
        return {key: thing.iri for thing in self.things for key in thing.telling.keys}


_KINDS: tuple[tuple[str, str, Callable[[Article, Any], Telling]], ...] = (
    ("event", "events", event_telling),
    ("agreement", "agreements", agreement_telling),
    ("commitment", "commitments", commitment_telling),
    ("statement", "statements", statement_telling),
)


def group_things(articles: Sequence[Article], known: Known, decisions: Decisions) -> Grouped:
    """Group the tellings of all articles; decisions on nodes are applied to the tellings that the nodes join."""
    found = _group(articles, known, Links())
    links = _links(decisions, found)
    return _group(articles, known, links) if links.must or links.cannot else found


def _group(articles: Sequence[Article], known: Known, links: Links) -> Grouped:
    things: list[Thing] = []
    unions: list[Union] = []
    for kind, attribute, tell in _KINDS:
        values = {(a.id, value.id): value for a in articles for value in getattr(a.extraction, attribute)}
        tellings = (tell(a, value) for a in articles for value in getattr(a.extraction, attribute))
        grouped, why = group_tellings((t for t in tellings if kind in _KNOWN_OTHERWISE or t.agents), known.world, links)
        things += _named(kind, [t for t in grouped if t.participants or _is_known_otherwise(kind, t)], values, known)
        unions += why
    return Grouped(tuple(things), tuple(unions))


_KNOWN_OTHERWISE = frozenset({"event", "agreement"})


def _is_known_otherwise(kind: str, telling: Telling) -> bool:
    """Tell what is worth a node though nobody is named: an agreement with a subject, an attack on a town."""
    return bool(telling.topics if kind == "agreement" else telling.places or telling.dated)


def _named(kind: str, tellings: Sequence[Telling], values: Mapping[Key, Any], known: Known) -> list[Thing]:
    things = []
    for telling in tellings:
        told = [values[key] for key in telling.keys]
        type_ = choose_type([_type_of(value) for value in told])
        things.append((telling, type_, _name(_shown(telling, known.world), type_, told, known.names)))
    iris = mint_all(kind, [(name, telling.keys[0]) for telling, _, name in things])
    return [
        Thing(kind, iri, type_, name.label, without_words(telling))
        for iri, (telling, type_, name) in zip(iris, things, strict=True)
    ]


def _shown(telling: Telling, world: World) -> Telling:
    """Leave out what a name need not repeat: the state beside its leader, the country beside the town."""
    spoken_for = {world.party(iri) for iri in telling.participants if world.party(iri) != iri}
    return replace(
        telling,
        agents=telling.agents - spoken_for or telling.agents,
        patients=telling.patients - spoken_for or telling.patients,
        places=frozenset(world.finest(telling.places)),
    )


def choose_type(told: Sequence[str]) -> str:
    """Choose the class of a thing: the one most tellings are compatible with, then the most specific.

    What is discussed at a meeting tells of the meeting, however often it is told.

    >>> choose_type(["Meeting", "Summit", "Discussion", "Meeting"]), choose_type(["Request", "Pledging", "Pledging"])
    ('Summit', 'Pledging')
    >>> choose_type(["Discussion", "Meeting", "Discussion"]), choose_type(["Discussion", "Discussion"])
    ('Meeting', 'Discussion')
    """
    counts = Counter(_without_talk(told))

    def support(type_: str) -> tuple[int, int, int, str]:
        chain = ancestors(type_)
        return (-sum(counts[above] for above in chain), -len(chain), -counts[type_], type_)

    return min(sorted(counts), key=support)


def _without_talk(told: Sequence[str]) -> Sequence[str]:
    """Leave out mere discussion where it has an occasion."""
    occasions = [type_ for type_ in told if type_ != "Discussion" and "Consultation" in ancestors(type_)]
    return [type_ for type_ in told if type_ != "Discussion"] if occasions else told


def _type_of(value: MentionValue) -> str:
    match value:
        case EventMention():
            return value.type
        case AgreementMention():
            return value.kind
        case CommitmentMention():
            return "Commitment"
        case StatementMention():
            return "Statement"


def _name(telling: Telling, type_: str, values: Sequence[Any], names: Mapping[str, str]) -> Name:
    match values[0]:
        case EventMention():
            topics = [topic_text(role.text) for value in values for role in value.roles if role.role == "topic"]
            return event_name(telling, type_, names, _usual(topics))
        case AgreementMention():
            return agreement_name(telling, _usual([value.name for value in values]) or "agreement", names)
        case CommitmentMention():
            return commitment_name(telling, _usual([value.content for value in values]) or "commitment", names)
        case _:
            longest = max((value.quote for value in values), key=lambda quote: (len(quote), quote))
            return statement_name(telling, longest, names)


def _usual(texts: Sequence[str]) -> str | None:
    """Give the most frequent, then shortest text."""
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], len(text), text)) if counts else None


def _links(decisions: Decisions, found: Grouped) -> Links:
    keys: dict[str, tuple[Key, ...]] = {thing.iri: thing.telling.keys for thing in found.things}
    keys |= {written(key): (key,) for thing in found.things for key in thing.telling.keys}
    must = {
        (min(a, b), max(a, b))
        for decision in decisions.same
        for a in keys.get(decision.left, ())[:1]
        for b in keys.get(decision.right, ())[:1]
    }
    cannot = {
        (min(a, b), max(a, b))
        for decision in decisions.different
        for a in keys.get(decision.left, ())
        for b in keys.get(decision.right, ())
    }
    return Links(frozenset(must), frozenset(cannot))

"""What the collection and the gazetteer say around the entities: labels, containing places, whom people act for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.gazetteer import Gazetteer, Organisation, Place, State
from kg.gazetteer import Person as KnownPerson
from kg.ids import mint
from kg.resolve.article import Article
from kg.resolve.entities import Body
from kg.resolve.names import name_words
from kg.resolve.words import stems
from kg.resolve.world import World
from kg.types import Entity, Span
from kg.vocab import WIKIDATA, local

_ARMS = frozenset({"executive", "ministry", "military"})
_FORCES = stems(
    "army fleet forces guards jets marines military navy police servicemen soldiers troops warplanes warships"
)

_Known = State | Organisation | Place | KnownPerson


def learn_world(bodies: Sequence[Body], articles: Sequence[Article], gazetteer: Gazetteer | None) -> World:
    """Learn who represents which state and which place lies in which."""
    iris = {body.iri for body in bodies}
    return World(
        _represents(bodies, articles) | _arms(bodies, articles, gazetteer),
        _within(bodies, articles, iris, gazetteer),
        _capitals(bodies, gazetteer),
        frozenset(body.iri for body in bodies if body.kind == "group" and _lower_case(body)),
    )


def _lower_case(body: Body) -> bool:
    """Tell whether no name has a capital within: "foreign ministers" and "Foreign ministers", not "Red Crescent"."""
    return not any(word[0].isupper() for name in body.names for word in name.split()[1:]) and all(
        len(name.split()) > 1 or name[0].islower() for name in body.names
    )


def describe(
    bodies: Sequence[Body], articles: Sequence[Article], world: World, gazetteer: Gazetteer | None
) -> tuple[Entity, ...]:
    """Turn bodies into entities of the collection, sorted by IRI."""
    mentions: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for article in articles:
        for mention in article.extraction.mentions:
            iri = article.iri(mention.entity)
            if iri is not None:
                mentions[iri].append((article.id, mention.span))
    entities = []
    for body in bodies:
        known = _known(body, gazetteer)
        label = known.label if known is not None else _label(body)
        coordinates = known.coordinates if isinstance(known, State | Place) else None
        wikidata = body.wikidata or (known.wikidata if known is not None else None)
        entities.append(
            Entity(
                iri=body.iri,
                kind=body.kind,
                label=label,
                aliases=_aliases(body, label),
                same_as=f"{WIKIDATA}{wikidata}" if wikidata else None,
                within=world.within.get(body.iri),
                coordinates=coordinates,
                mentions=tuple(sorted(mentions[body.iri])),
                regions=known.regions if isinstance(known, State) else (),
            )
        )
    return tuple(entities)


def _known(body: Body, gazetteer: Gazetteer | None) -> _Known | None:
    """Find the row of the gazetteer that linking chose; the key is the last part of the IRI."""
    if gazetteer is None:
        return None
    tables: dict[str, Mapping[str, _Known]] = {
        "person": gazetteer.persons,
        "state": gazetteer.states,
        "organisation": gazetteer.organisations,
        "place": gazetteer.places,
    }
    return tables.get(body.kind, {}).get(local(body.iri))


def _label(body: Body) -> str:
    names = body.names
    if body.kind != "person":
        return names[0]
    most = max(len(name_words(name)) for name in names)
    return next((name for name in names if len(name_words(name)) == most), names[0]) if most > 1 else names[0]


def _aliases(body: Body, label: str) -> tuple[str, ...]:
    found = {name.strip() for _, entity in body.members for name in (entity.name, *entity.aliases)}
    return tuple(sorted(found - {label, ""}))


def short_names(entities: Sequence[Entity], gazetteer: Gazetteer | None) -> dict[str, str]:
    """Give the surname of each person, as articles use it, and the label of everything else."""
    known = gazetteer.persons if gazetteer is not None else {}
    names: dict[str, str] = {}
    for entity in entities:
        words = entity.label.split()
        if entity.kind != "person" or len(words) == 1:
            names[entity.iri] = entity.label
            continue
        alone = [alias for alias in entity.aliases if alias in words]
        person = known.get(local(entity.iri))
        names[entity.iri] = person.surname if person is not None else alone[0] if len(alone) == 1 else words[-1]
    return names


# ---------------------------------------------------------------- whom people act for
def _represents(bodies: Sequence[Body], articles: Sequence[Article]) -> dict[str, str]:
    held: dict[str, Counter[str]] = defaultdict(Counter)
    left: set[str] = set()
    for article in articles:
        for tenure in article.extraction.tenures:
            holder, of = article.iri(tenure.holder), article.iri(tenure.of)
            if holder is not None and of is not None and holder != of:
                if tenure.former:
                    left.add(holder)
                else:
                    held[holder][of] += 1
    found = {holder: min(counts, key=lambda of: (-counts[of], of)) for holder, counts in held.items()}
    for body in bodies:
        if body.kind == "person" and body.country and body.iri not in left:
            found.setdefault(body.iri, mint("state", body.country))
    return found


def _arms(bodies: Sequence[Body], articles: Sequence[Article], gazetteer: Gazetteer | None) -> dict[str, str]:
    """Tell which bodies are arms of which state: ministries and armies that are known, and "Norwegian troops"."""
    states = {body.iri for body in bodies if body.kind == "state"}
    forces = {body.iri for body in bodies if body.kind == "group" and _FORCES & stems(" ".join(body.names))}
    found: dict[str, str] = {}
    for body in bodies:
        known = _known(body, gazetteer)
        if isinstance(known, Organisation) and known.kind in _ARMS and known.state:
            found[body.iri] = mint("state", known.state)
    for article in articles:
        for (start, _, first), (other, _, second) in pairwise(article.mentioned):
            if start == other and first in states and second in forces:
                found.setdefault(second, first)
    return found


# ---------------------------------------------------------------- where places lie
def _within(
    bodies: Sequence[Body], articles: Sequence[Article], iris: set[str], gazetteer: Gazetteer | None
) -> dict[str, str]:
    found: dict[str, str] = {}
    towns: set[str] = set()
    places = [body for body in bodies if body.kind == "place"]
    for body in places:
        known = _known(body, gazetteer)
        state = body.country or (known.state if isinstance(known, Place) else None)
        if isinstance(known, Place) and known.kind == "city":
            towns.add(body.iri)
        if state is not None and mint("state", state) in iris:
            found[body.iri] = mint("state", state)
    together = _told_together(articles)
    for venue in places:
        # a palace, or what the gazetteer does not know, lies in the town that an article names with it
        town = together.get(venue.iri)
        if venue.iri not in towns and town in towns and town in found:
            found[venue.iri] = town
    return found


def _told_together(articles: Sequence[Article]) -> dict[str, str]:
    """Pair places that an article names as the place of one event, where there are just two of them."""
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for event in article.extraction.events:
            places = sorted(article.iris_of(tuple(role for role in event.roles if role.role == "place")))
            for venue in places:
                for other in places:
                    if venue != other:
                        pairs[venue][other] += 1
    return {venue: min(counts, key=lambda town: (-counts[town], town)) for venue, counts in pairs.items()}


def _capitals(bodies: Sequence[Body], gazetteer: Gazetteer | None) -> dict[str, str]:
    if gazetteer is None:
        return {}
    capitals = {
        mint("place", state.capital): mint("state", state.label) for state in gazetteer.states.values() if state.capital
    }
    return {body.iri: capitals[body.iri] for body in bodies if body.iri in capitals}

"""Links document entities to the gazetteer; what it does not know gets an IRI of its own, the same in every article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.gazetteer import Gazetteer, Organisation, Place, State, fold
from kg.gazetteer import Person as KnownPerson
from kg.ids import mint, slug
from kg.types import DocumentEntity, EntityKind, Extraction

PREFIX: dict[EntityKind, str] = {
    "person": "person", "state": "state", "organisation": "group", "group": "group", "place": "place",
}  # fmt: skip
"""The kind of IRI for each kind of entity."""

_Known = State | Organisation | Place | KnownPerson


@dataclass(frozen=True, slots=True)
class GazetteerLinker:
    """Gives every entity of a document its IRI, and its Wikidata id where the gazetteer has one."""

    gazetteer: Gazetteer

    def link(self, extraction: Extraction) -> Extraction:
        """Return the extraction with ``DocumentEntity.iri`` and ``wikidata`` filled.

        An entity that has an IRI keeps it. Different people of one document never share an IRI: of two that would,
        the one with the fuller name has it. A name that is a state's and a region's of another state means the
        region where only the other state plays a part.
        """
        known = [self._region(entity, extraction.entities) or entity for entity in extraction.entities]
        linked = [self._linked(entity, extraction.document.published) for entity in known]
        return replace(extraction, entities=tuple(_apart(linked)))

    def _region(self, entity: DocumentEntity, around: Iterable[DocumentEntity]) -> DocumentEntity | None:
        """Take a state for the region that has its name, if the article is about the state in which that lies."""
        if entity.kind != "state" or entity.iri is not None or entity.aliases:
            return None
        found = [entry.value for entry in self.gazetteer.lookup(entity.name)]
        states = {value.key for value in found if isinstance(value, State)}
        regions = [value for value in found if isinstance(value, Place) and value.state and value.state not in states]
        countries = {other.country for other in around if other.id != entity.id}
        region = next((place for place in regions if place.state in countries), None)
        if region is None or states & countries:
            return None
        return replace(entity, kind="place", country=region.state)

    def _linked(self, entity: DocumentEntity, on: date | None) -> DocumentEntity:
        if entity.iri is not None:
            return entity
        known = self._known(entity, on)
        if known is None:
            return replace(entity, iri=nil_iri(entity))
        wikidata = entity.wikidata or known.wikidata
        return replace(entity, iri=mint(PREFIX[entity.kind], known.key), wikidata=wikidata)

    def _known(self, entity: DocumentEntity, on: date | None) -> _Known | None:
        match entity.kind:
            case "person":
                return self._person(entity, on)
            case "state":
                return self._state(entity)
            case "organisation":
                found = (self.gazetteer.organisation(name) for name in _names(entity))
                return next((body for body in found if body and _fits(body.state, entity.country)), None)
            case "place":
                return self._place(entity)
            case "group":
                return None

    def _state(self, entity: DocumentEntity) -> State | None:
        if entity.country is not None and entity.country in self.gazetteer.states:
            return self.gazetteer.states[entity.country]
        named = (self.gazetteer.state(name) or self.gazetteer.government(name) for name in _names(entity))
        return next((state for state in named if state is not None), None)

    def _place(self, entity: DocumentEntity) -> Place | None:
        for name in _names(entity):
            found = [entry.value for entry in self.gazetteer.lookup(name) if isinstance(entry.value, Place)]
            fitting = [place for place in found if _fits(place.state, entity.country)]
            if fitting:
                return fitting[0]
        return None

    def _person(self, entity: DocumentEntity, on: date | None) -> KnownPerson | None:
        """Full names link as such; a surname alone only to somebody in office on the day of the article."""
        for name in _names(entity):
            person = self.gazetteer.person(name, on=on)
            if person is None or not self._country_fits(person, entity.country):
                continue
            full = len(name.split()) > 1 or fold(name) == fold(person.label)
            if full or (len(entity.name.split()) == 1 and on is not None and self._in_office(person, on)):
                return person
        return None

    def _country_fits(self, person: KnownPerson, country: str | None) -> bool:
        served = {tenure.of for tenure in self.gazetteer.tenures_of(person.key)}
        return country is None or not served & self.gazetteer.states.keys() or country in served

    def _in_office(self, person: KnownPerson, on: date) -> bool:
        return any(tenure.covers(on) for tenure in self.gazetteer.tenures_of(person.key))


def nil_iri(entity: DocumentEntity) -> str:
    """Mint the IRI of an entity that the gazetteer does not know.

    >>> nil_iri(DocumentEntity("p1", "person", "Anna Berg"))
    'https://w3id.org/dip/id/person/anna-berg'
    """
    name = entity.name.strip()
    bare = name[4:] if name.lower().startswith("the ") else name
    return mint(PREFIX[entity.kind], bare)


def _names(entity: DocumentEntity) -> tuple[str, ...]:
    return tuple(dict.fromkeys((entity.name, *entity.aliases)))


def _fits(state: str | None, country: str | None) -> bool:
    return state is None or country is None or state == country


def _apart(entities: list[DocumentEntity]) -> Iterator[DocumentEntity]:
    """Give entities that would share an IRI by accident IRIs of their own.

    Two names of one known state or body are one thing and share it. Two people with different names, and things of
    different kinds, are not.
    """
    shared = Counter(entity.iri for entity in entities)
    holders: dict[str, DocumentEntity] = {}
    for entity in sorted(entities, key=lambda e: (-len(e.name.split()), e.id)):
        if entity.iri is not None:
            holders.setdefault(entity.iri, entity)
    for entity in entities:
        holder = holders.get(entity.iri or "")
        if entity.iri is None or holder is None or shared[entity.iri] == 1 or holder.id == entity.id:
            yield entity
        elif entity.kind != holder.kind:
            yield replace(entity, iri=f"{entity.iri}-{slug(entity.kind)}", wikidata=None)
        elif entity.kind == "person" and fold(entity.name) != fold(holder.name):
            free = nil_iri(entity)
            yield replace(entity, iri=free if free not in holders else f"{free}-{slug(entity.id)}", wikidata=None)
        else:
            yield entity

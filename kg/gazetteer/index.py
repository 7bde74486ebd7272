"""The index over all names: folded form to readings, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from kg.gazetteer.entries import Entry, NameRole, Organisation, Person, Place, State, Tenure
from kg.gazetteer.names import fold, reads_as_acronym
from kg.gazetteer.rows import Tables, names_of
from kg.gazetteer.towns import Places

Value = State | Organisation | Place | Person
Reading = tuple[NameRole, Value]

_ROLES = get_args(NameRole)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Readings by folded name; each list is sorted by role, then kind, then importance within the kind."""

    readings: Mapping[str, list[Reading]]
    places: Places

    def find(self, name: str) -> tuple[Entry, ...]:
        """Give all readings of a surface form; acronyms only where it is written like one ("US", not "us")."""
        key = fold(name)
        found = self.readings.get(key)
        if towns := self.places.towns_named(key):
            found = _sorted_once(sorted([*(found or ()), *(("name", town) for town in towns)], key=_places_last))
        if not found:
            return ()
        if len(found) > 1 and not name.lower().startswith("the "):
            found = sorted(found, key=_needs_article)
        acronym = reads_as_acronym(name)
        return tuple(_entry(role, value) for role, value in found if acronym or role != "acronym")


def build_index(tables: Tables, places: Places, latest: Mapping[str, Tenure]) -> NameIndex:
    """Index all names of the tables but towns; ``latest`` is the last tenure of each person.

    States come in table order (the living before the dead), persons by how late they held office,
    places by population.
    """
    readings: dict[str, list[Reading]] = {}
    for value in _by_importance(tables, latest):
        for name, role in names_of(value):
            if key := fold(name):
                readings.setdefault(key, []).append((role, value))
    for key, found in readings.items():
        if len(found) > 1:
            readings[key] = _sorted_once(found)
    return NameIndex(readings, places)


def _by_importance(tables: Tables, latest: Mapping[str, Tenure]) -> Iterable[Value]:
    yield from tables.states.values()
    yield from tables.organisations.values()
    yield from sorted(tables.persons.values(), key=lambda person: _recency(latest[person.key]), reverse=True)
    yield from sorted(tables.places.values(), key=lambda place: -place.population)


def _recency(tenure: Tenure) -> tuple[str, str]:
    return tenure.end or "9999", tenure.start


def _needs_article(reading: Reading) -> bool:
    """Tell a body that is not named without its article: *Australian* is hardly *The Australian*."""
    role, value = reading
    return role == "name" and isinstance(value, Organisation) and value.label.startswith("The ")


def _places_last(reading: Reading) -> tuple[bool, int]:
    """Rank places by population behind everything else."""
    value = reading[1]
    return (True, -value.population) if isinstance(value, Place) else (False, 0)


def _sorted_once(found: list[Reading]) -> list[Reading]:
    """Sort by role, keeping the order within one, and drop weaker readings of the same value."""
    kept: dict[int, Reading] = {}
    for role, value in sorted(found, key=lambda reading: _ROLES.index(reading[0])):
        kept.setdefault(id(value), (role, value))
    return list(kept.values())


def _entry(role: NameRole, value: Value) -> Entry:
    match value:
        case State():
            return Entry(value, "state", role)
        case Organisation():
            return Entry(value, "organisation", role)
        case Person():
            return Entry(value, "person", role)
        case Place():
            return Entry(value, "place", role)

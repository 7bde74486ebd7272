"""The index over all names: folded form to readings, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from kg.gazetteer.entries import Entry, NameRole, Organisation, Person, Place, State, Tenure
from kg.gazetteer.names import fold, reads_as_acronym
from kg.gazetteer.rows import Tables, names_of

Value = State | Organisation | Place | Person

_ROLES = get_args(NameRole)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Readings by folded name; each list is sorted by role, then kind, then importance within the kind."""

    readings: Mapping[str, list[tuple[NameRole, Value]]]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Give all readings of a surface form; acronyms only where it is written like one ("US", not "us")."""
        found = self.readings.get(fold(name), ())
        acronym = reads_as_acronym(name)
        return tuple(_entry(role, value) for role, value in found if acronym or role != "acronym")


def build_index(tables: Tables, latest: Mapping[str, Tenure]) -> NameIndex:
    """Index all names of the tables; ``latest`` is the last tenure of each person.

    States come in table order (the living before the dead), persons by how late they held office,
    places by population.
    """
    readings: dict[str, list[tuple[NameRole, Value]]] = {}
    for value in _by_importance(tables, latest):
        for name, role in names_of(value):
            if key := fold(name):
                readings.setdefault(key, []).append((role, value))
    for key, found in readings.items():
        if len(found) > 1:
            readings[key] = _sorted_once(found)
    return NameIndex(readings)


def _by_importance(tables: Tables, latest: Mapping[str, Tenure]) -> Iterable[Value]:
    yield from tables.states.values()
    yield from tables.organisations.values()
    yield from sorted(tables.persons.values(), key=lambda person: _recency(latest[person.key]), reverse=True)
    yield from sorted(tables.places.values(), key=lambda place: -place.population)


def _recency(tenure: Tenure) -> tuple[str, str]:
    return tenure.end or "9999", tenure.start


def _sorted_once(found: list[tuple[NameRole, Value]]) -> list[tuple[NameRole, Value]]:
    """Sort by role, keeping the order within one, and drop weaker readings of the same value."""
    kept: dict[int, tuple[NameRole, Value]] = {}
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

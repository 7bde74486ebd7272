"""The gazetteer: what a name may mean, and who held which office when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg.gazetteer.entries import Entry, Gender, NameRole, Office, Organisation, Person, Place, State, Tenure
from kg.gazetteer.index import NameIndex, build_index
from kg.gazetteer.names import fold
from kg.gazetteer.rows import read_all
from kg.gazetteer.titles import core_title
from kg.gazetteer.towns import with_towns

T = TypeVar("T", State, Organisation, Place)

_TABLES = ("states", "organisations", "places", "leaders", "offices", "given_names")
_TOWNS = "cities"
_DIRECT: frozenset[NameRole] = frozenset({"name", "acronym", "demonym"})
_GOVERNMENT: frozenset[NameRole] = frozenset({"capital", "metonym"})


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Read-only tables with one index over all names.

    >>> gazetteer = Gazetteer.load()
    >>> gazetteer.state("the Japanese").label, gazetteer.state("U.S.").key
    ('Japan', 'united-states')
    """

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    places: Mapping[str, Place]
    persons: Mapping[str, Person]
    tenures: tuple[Tenure, ...]
    offices: Mapping[str, Office]
    given_names: Mapping[str, Gender]
    _names: NameIndex
    _titles: Mapping[str, Office]
    _by_person: Mapping[str, tuple[Tenure, ...]]
    _by_body: Mapping[str, tuple[Tenure, ...]]

    @staticmethod
    def load(extra: Sequence[Path] = ()) -> Gazetteer:
        """Read the tables that come with kg, then ``extra`` ones with the same columns; once a process.

        An extra row with the key of a built-in one replaces it; extra tenures add to the built-in ones.

        Raises:
            ConfigError: A table is wrong; names file and line.
        """
        return _load(tuple(extra))

    # ------------------------------------------------------------ names
    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Give all readings of a surface form, best first.

        >>> [(entry.kind, entry.key, entry.role_of_name) for entry in Gazetteer.load().lookup("Kremlin")[:2]]
        [('place', 'kremlin', 'name'), ('state', 'russia', 'metonym')]
        """
        return self._names.find(name)

    def state(self, name: str) -> State | None:
        """Give the state of that name, acronym or demonym; its capital does not count (see :meth:`government`)."""
        return _first(State, self.lookup(name), _DIRECT)

    def government(self, name: str) -> State | None:
        """Give the state whose government the name of a town or house may stand for.

        >>> Gazetteer.load().government("Downing Street").key
        'united-kingdom'
        """
        return _first(State, self.lookup(name), _GOVERNMENT)

    def organisation(self, name: str) -> Organisation | None:
        """Give the best-known organisation of that name, acronym or house."""
        return _first(Organisation, self.lookup(name), _DIRECT | _GOVERNMENT)

    def place(self, name: str) -> Place | None:
        """Give the largest place of that name."""
        return _first(Place, self.lookup(name), _DIRECT)

    def person(self, name: str, *, on: date | None = None) -> Person | None:
        """Give the person of that full name or surname, with ``on`` one in office on that day if there is one.

        Without ``on``, or if nobody of the name was in office, the latest office-holder of the name.
        """
        found = [entry.value for entry in self.lookup(name) if isinstance(entry.value, Person)]
        if on:
            in_office = (p for p in found if any(t.covers(on) for t in self.tenures_of(p.key)))
            return next(in_office, found[0] if found else None)
        return found[0] if found else None

    def given_name(self, word: str) -> Gender | None:
        """Give the usual gender of a given name, None where the word is not known as one."""
        return self.given_names.get(fold(word))

    # ------------------------------------------------------------ offices
    def office(self, text: str) -> Office | None:
        """Give the office that a title names, whatever stands around it ("the former Japanese PM").

        >>> Gazetteer.load().office("U.S. Secretary of Defense").title
        'Defence Secretary'
        """
        words = core_title(text).split()
        for start in range(min(len(words), 4)):
            # "Saudi Arabian Foreign Minister": what precedes the title must be a state
            if start and not self.state(" ".join(words[:start])):
                continue
            if found := self._titles.get(fold(" ".join(words[start:]))):
                return found
        return None

    def normalise_office(self, text: str) -> str:
        """Give the normal title of an office, or the text without "former" and the like where it is not listed.

        >>> Gazetteer.load().normalise_office("the former PM")
        'Prime Minister'
        """
        found = self.office(text)
        return found.title if found else core_title(text)

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """Give the tenures of a person's key, oldest first."""
        return self._by_person.get(person, ())

    def in_office(self, name: str, on: date | None) -> list[Entry]:
        """Give the persons of a name who were in office on a day; all of that name where the day is not known."""
        named = [e for e in self.lookup(name) if e.kind == "person"]
        return [e for e in named if on is None or any(t.covers(on) for t in self.tenures_of(e.key))]

    def holder(self, office: str, of: str, *, on: date | None = None) -> Person | None:
        """Give who held an office of a state or organisation (by key) on a day, or holds it now.

        Where the body has no office of just that title, one with the same function counts: asked for the foreign
        minister of the United States, the Secretary of State is given. On a day of change, the newcomer.
        """
        wanted = self.office(office)
        tenures = [t for t in self._by_body.get(of, ()) if (t.covers(on) if on else not t.end)]
        exact = [t for t in tenures if t.office == (wanted.title if wanted else office)]
        alike = [t for t in tenures if wanted and self.offices[t.office].function == wanted.function]
        chosen = exact or alike
        return self.persons[chosen[-1].person] if chosen else None


@cache
def _load(extra: tuple[Path, ...]) -> Gazetteer:
    tables = read_all([*map(_built_in, _TABLES), *extra])
    places = with_towns(tables.places, _built_in(_TOWNS))
    tenures = tuple(sorted(tables.tenures, key=lambda t: (t.start, t.end or "9999", t.person)))
    by_person = _grouped(tenures, "person")
    return Gazetteer(
        states=tables.states,
        organisations=tables.organisations,
        places=places,
        persons=tables.persons,
        tenures=tenures,
        offices=tables.offices,
        given_names={fold(name): gender for name, gender in tables.given_names.items()},
        _names=build_index(tables, places, {person: held[-1] for person, held in by_person.items()}),
        _titles={fold(text): o for o in tables.offices.values() for text in (*o.variants, o.title)},
        _by_person=by_person,
        _by_body=_grouped(tenures, "of"),
    )


def _built_in(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.tsv")


def _grouped(tenures: Iterable[Tenure], column: str) -> dict[str, tuple[Tenure, ...]]:
    groups: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        groups.setdefault(getattr(tenure, column), []).append(tenure)
    return {key: tuple(group) for key, group in groups.items()}


def _first(kind: type[T], entries: Iterable[Entry], roles: frozenset[NameRole]) -> T | None:
    return next((e.value for e in entries if isinstance(e.value, kind) and e.role_of_name in roles), None)

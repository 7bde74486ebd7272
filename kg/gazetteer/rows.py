"""From rows of tables to values. The first column of a table's header says what it holds."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from kg.errors import ConfigError
from kg.gazetteer.entries import Gender, NameRole, Office, Organisation, Person, Place, State, Tenure
from kg.gazetteer.tables import Row, read_table
from kg.ids import slug

_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_GENDERS = ("m", "f", "u")
_OF_PERSON = ("aliases", "surname", "wikidata")
_REFERENCES = frozenset({"of_state", "members", "of"})
PLACE_KINDS = frozenset(
    {"city", "region", "sea", "strait", "island", "venue", "continent", "river", "base", "territory", "mountain"}
)
ORGANISATION_KINDS = frozenset(
    {
        *("igo", "alliance", "body", "media", "armed-group", "party", "company", "ministry", "ngo", "court"),
        *("central-bank", "legislature", "executive", "agency", "bank", "military"),
    }
)


@dataclass(slots=True)
class Tables:
    """All values read so far, by key; a later row with the key of an earlier one replaces it."""

    states: dict[str, State] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    tenures: list[Tenure] = field(default_factory=list)
    offices: dict[str, Office] = field(default_factory=dict)
    given_names: dict[str, Gender] = field(default_factory=dict)
    referring: list[Row] = field(default_factory=list)


def read_all(paths: Iterable[Path]) -> Tables:
    """Read tables in order.

    Raises:
        ConfigError: A file cannot be read or a line is wrong; names file and line.
    """
    tables = Tables()
    for path in paths:
        seen: dict[str, int] = {}
        for row in read_table(path):
            _add(tables, row, seen)
            if not _REFERENCES.isdisjoint(row.cells):
                tables.referring.append(row)
    _check_references(tables)
    return tables


def _check_references(tables: Tables) -> None:
    """Refuse keys that name nothing, once all tables are read."""
    state = tables.states, "the key of a state"
    body = tables.states.keys() | tables.organisations.keys(), "the key of a state or organisation"
    office = tables.offices, "an office of the table of offices"
    for row in tables.referring:
        _check_known(row, "of_state", *state)
        _check_known(row, "members", *state)
        if "person" in row.cells:
            _check_known(row, "of", *body)
            _check_known(row, "office", *office)


def _check_known(row: Row, column: str, known: Container[str], expected: str) -> None:
    if row.cells.get(column, "") in known:
        return
    for value in row.values(column):
        if value not in known:
            row.fail(f"{column} {value!r} is not {expected}")


def _add(tables: Tables, row: Row, seen: dict[str, int]) -> None:
    first = next(iter(row.cells))
    match first:
        case "state":
            state = _state(row)
            tables.states[_once(row, state.key, seen)] = state
        case "organisation":
            organisation = _organisation(row)
            tables.organisations[_once(row, organisation.key, seen)] = organisation
        case "place":
            place = place_of(row)
            tables.places[_once(row, place.key, seen)] = place
        case "person":
            _add_tenure(tables, row)
        case "office":
            office = Office(row.required("office"), row.values("variants"), row.required("function"), _flag(row))
            tables.offices[_once(row, office.title, seen)] = office
        case "given_name":
            tables.given_names[row.required("given_name")] = _gender(row)
        case _:
            known = "state, organisation, place, person, office, given_name"
            raise ConfigError(f"{row.path}: first column {first!r} is unknown; expected one of {known}")


def _once(row: Row, key: str, seen: dict[str, int]) -> str:
    if key in seen:
        row.fail(f"{key!r} is already defined in line {seen[key]}")
    seen[key] = row.line
    return key


def _state(row: Row) -> State:
    label = row.required("state")
    return State(
        key=slug(label),
        label=label,
        aliases=row.values("aliases"),
        acronyms=row.values("acronyms"),
        demonyms=row.values("demonyms"),
        capital=row.text("capital"),
        governments=row.values("governments"),
        iso2=row.text("iso2"),
        iso3=row.text("iso3"),
        wikidata=row.text("wikidata"),
        currency=row.text("currency"),
        regions=row.values("regions"),
        coordinates=row.coordinates(),
        fiscal_year_start=row.integer("fiscal_year_start"),
        until=row.day("until"),
    )


def _organisation(row: Row) -> Organisation:
    label = row.required("organisation")
    return Organisation(
        key=slug(label),
        label=label,
        aliases=row.values("aliases"),
        acronyms=row.values("acronyms"),
        metonyms=row.values("metonyms"),
        kind=_one_of(row, "kind", ORGANISATION_KINDS),
        state=row.text("of_state"),
        members=row.values("members"),
        wikidata=row.text("wikidata"),
    )


def place_of(row: Row) -> Place:
    """Read one line of a table of places.

    Raises:
        ConfigError: A cell is wrong.
    """
    label = row.required("place")
    return Place(
        key=row.text("key") or slug(label),
        label=label,
        aliases=row.values("aliases"),
        adjectives=row.values("adjectives"),
        kind=_one_of(row, "kind", PLACE_KINDS),
        state=row.text("of_state"),
        coordinates=row.coordinates(),
        population=row.integer("population") or 0,
        wikidata=row.text("wikidata"),
    )


def _add_tenure(tables: Tables, row: Row) -> None:
    """Add the tenure of one row; what the row says of the person completes what earlier rows said."""
    label = row.required("person")
    key = slug(label)
    gender = _gender(row)
    known = tables.persons.get(key)
    if known is None or known.gender == "u" or any(map(row.cells.get, _OF_PERSON)):
        tables.persons[key] = _completed(known or Person(key, label, (), label.split()[-1], "u", None), row, gender)
    start, end = _partial_date(row, "from"), _partial_date(row, "to")
    if end and end < start[: len(end)]:
        row.fail(f"the tenure ends ({end}) before it starts ({start})")
    tables.tenures.append(Tenure(key, row.required("office"), row.required("of"), start, end))


def _completed(person: Person, row: Row, gender: Gender) -> Person:
    return Person(
        key=person.key,
        label=person.label,
        aliases=tuple(dict.fromkeys((*person.aliases, *row.values("aliases")))),
        surname=row.text("surname") or person.surname,
        gender=gender if person.gender == "u" else person.gender,
        wikidata=row.text("wikidata") or person.wikidata,
    )


def _partial_date(row: Row, column: str) -> str:
    text = row.required(column) if column == "from" else (row.text(column) or "")
    if text and not _PARTIAL_DATE.fullmatch(text):
        row.fail(f"{column} {text!r} is not written as YYYY, YYYY-MM or YYYY-MM-DD")
    return text


def _gender(row: Row) -> Gender:
    gender = row.text("gender") or "u"
    if gender not in _GENDERS:
        row.fail(f"gender {gender!r} is not one of m, f, u")
    return cast(Gender, gender)


def _one_of(row: Row, column: str, allowed: frozenset[str]) -> str:
    value = row.required(column)
    return value if value in allowed else row.fail(f"{column} {value!r} is not one of {', '.join(sorted(allowed))}")


def _flag(row: Row) -> bool:
    text = row.text("speaks_for_state")
    if text not in {"yes", "no"}:
        row.fail(f"speaks_for_state {text!r} is neither yes nor no")
    return text == "yes"


def names_of(value: State | Organisation | Place | Person) -> Iterator[tuple[str, NameRole]]:
    """Yield (surface form, role of the name) pairs of a value.

    >>> from kg.gazetteer.entries import Person
    >>> list(names_of(Person("ann-lee", "Ann Lee", (), "Lee", "f", None)))
    [('Ann Lee', 'name'), ('Lee', 'surname')]
    """
    yield value.label, "name"
    yield from ((alias, "name") for alias in value.aliases)
    match value:
        case State():
            yield from ((acronym, "acronym") for acronym in value.acronyms)
            yield from ((demonym, "demonym") for demonym in value.demonyms)
            if value.capital:
                yield value.capital, "capital"
            yield from ((seat, "metonym") for seat in value.governments)
        case Organisation():
            yield from ((acronym, "acronym") for acronym in value.acronyms)
            yield from ((seat, "metonym") for seat in value.metonyms)
        case Place():
            yield from ((adjective, "demonym") for adjective in value.adjectives)
        case Person():
            yield value.surname, "surname"

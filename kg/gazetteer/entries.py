"""What the tables hold: one frozen value a row, and :class:`Entry`, one reading of a name.

Every ``key`` is the slug of the label (``"united-states"``), with the state appended where two places share a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

NameRole = Literal["name", "acronym", "demonym", "capital", "metonym", "surname"]
"""How a surface form names its entry; in this order of preference."""

Gender = Literal["m", "f", "u"]


@dataclass(frozen=True, slots=True)
class State:
    """A state, dependent territory with own foreign relations, or state of the past (``until`` is then its last day).

    ``governments`` are places and houses whose name stands for the government ("Kremlin", "Downing Street");
    the ``capital`` is not repeated there. ``fiscal_year_start`` is a month, 1 to 12.
    ``coordinates`` are (latitude, longitude) in degrees.
    """

    key: str
    label: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    governments: tuple[str, ...]
    iso2: str | None
    iso3: str | None
    wikidata: str | None
    currency: str | None
    regions: tuple[str, ...]
    coordinates: tuple[float, float] | None
    fiscal_year_start: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; ``state`` is the key of the state it belongs to, ``members`` are keys of states."""

    key: str
    label: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    metonyms: tuple[str, ...]
    kind: str
    state: str | None
    members: tuple[str, ...]
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A named piece of the earth; ``state`` is None where it belongs to several or to none undisputed."""

    key: str
    label: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    kind: str
    state: str | None
    coordinates: tuple[float, float] | None
    population: int
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held an office of :class:`Tenure`."""

    key: str
    label: str
    aliases: tuple[str, ...]
    surname: str
    gender: Gender
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office; ``of`` is the key of a state or an organisation.

    ``start`` and ``end`` are ISO days, months or years, both inclusive, as precise as the table knows;
    ``end`` is empty while the office is held.
    """

    person: str
    office: str
    of: str
    start: str
    end: str

    def covers(self, on: date) -> bool:
        """Tell whether the office may have been held on that day.

        >>> Tenure("somebody", "President", "utopia", "1999", "2003-05").covers(date(2003, 5, 31))
        True
        """
        day = on.isoformat()
        return self.start <= day[: len(self.start)] and (not self.end or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Office:
    """A title as the graph writes it, and how texts write it.

    ``function`` groups titles that answer the same question in different states ("foreign-minister" covers
    Foreign Secretary and Secretary of State). ``speaks_for_state`` marks holders whose acts count as their state's.
    """

    title: str
    variants: tuple[str, ...]
    function: str
    speaks_for_state: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a surface form."""

    value: State | Organisation | Place | Person
    kind: Literal["person", "state", "organisation", "place"]
    role_of_name: NameRole

    @property
    def key(self) -> str:
        """The key within its kind."""
        return self.value.key

    @property
    def label(self) -> str:
        """The usual English name."""
        return self.value.label

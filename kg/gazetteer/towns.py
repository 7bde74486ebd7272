"""The long table of towns, whose lines are read in full only when a text names the town."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.gazetteer.entries import Place
from kg.gazetteer.names import fold
from kg.gazetteer.rows import place_of
from kg.gazetteer.tables import read_lines, row_of, split_line

Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Places(Mapping[str, Place]):
    """Places by key: those read already, then the towns whose key none of them has."""

    read: Mapping[str, Place]
    _path: Path
    _header: Sequence[str]
    _towns: Mapping[str, Line]
    _named: Mapping[str, list[Line]]

    def __getitem__(self, key: str) -> Place:
        """Give the place of a key."""
        return self.read[key] if key in self.read else self._town(self._towns[key])

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys, towns last."""
        yield from self.read
        yield from self._towns

    def __len__(self) -> int:
        """Count the places."""
        return len(self.read) + len(self._towns)

    def towns_named(self, folded: str) -> list[Place]:
        """Give the towns of a folded name."""
        return [self._town(line) for line in self._named.get(folded, ())]

    def _town(self, line: Line) -> Place:
        return place_of(row_of(self._path, line[0], self._header, split_line(line[1])))


def with_towns(places: Mapping[str, Place], path: Path) -> Places:
    """Add a table of towns to places read before; every line of it starts with name, key and aliases.

    Raises:
        ConfigError: The table cannot be read.
    """
    towns: dict[str, Line] = {}
    named: dict[str, list[Line]] = {}
    lines = read_lines(path)
    _, header = next(lines)
    for line in lines:
        name, key, aliases, _ = line[1].split("\t", 3)
        if key in places:
            continue
        towns[key] = line
        spellings = (name, *aliases.split("|")) if aliases else (name,)
        for folded in set(map(fold, spellings)):
            named.setdefault(folded, []).append(line)
    return Places(places, path, split_line(header), towns, named)

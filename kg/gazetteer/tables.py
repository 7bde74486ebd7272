"""Reading one table: TSV or CSV with a header, ``|`` between the values of one cell, ``#`` before comments."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn

from kg.errors import ConfigError


class Row(NamedTuple):
    """One line of a table; cells that the table does not have are empty."""

    path: Path
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str | None:
        """Give a cell, None where it is empty."""
        return self.cells.get(column) or None

    def required(self, column: str) -> str:
        """Give a cell that must not be empty.

        Raises:
            ConfigError: It is.
        """
        value = self.cells.get(column)
        return value if value else self.fail(f"column {column!r} is empty")

    def values(self, column: str) -> tuple[str, ...]:
        """Split a cell at ``|``."""
        cell = self.cells.get(column)
        return tuple(cell.split("|")) if cell else ()

    def integer(self, column: str) -> int | None:
        """Read a whole number.

        Raises:
            ConfigError: The cell is no whole number.
        """
        cell = self.cells.get(column)
        if not cell:
            return None
        return int(cell) if cell.isdecimal() else self.fail(f"{column} {cell!r} is not a whole number")

    def day(self, column: str) -> date | None:
        """Read an ISO day.

        Raises:
            ConfigError: The cell is no ISO day.
        """
        cell = self.cells.get(column)
        try:
            return date.fromisoformat(cell) if cell else None
        except ValueError:
            return self.fail(f"{column} {cell!r} is not a day written as YYYY-MM-DD")

    def coordinates(self) -> tuple[float, float] | None:
        """Read the columns latitude and longitude.

        Raises:
            ConfigError: One is missing, or they are no degrees.
        """
        latitude, longitude = self.cells.get("latitude"), self.cells.get("longitude")
        if not latitude and not longitude:
            return None
        try:
            point = float(latitude or ""), float(longitude or "")
        except ValueError:
            return self.fail(f"latitude {latitude!r} and longitude {longitude!r} are not two numbers of degrees")
        if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
            return self.fail(f"latitude {latitude} and longitude {longitude} are not on the globe")
        return point

    def fail(self, reason: str) -> NoReturn:
        """Raise the error that names file and line.

        Raises:
            ConfigError: Always.
        """
        raise ConfigError(f"{self.path}, line {self.line}: {reason}")


def read_table(path: Path) -> Iterator[Row]:
    """Yield the rows of a table (``.csv`` with commas, anything else with tabs).

    Raises:
        ConfigError: The file cannot be read, has no header, or a line has more or fewer cells than the header.
    """
    commas = path.suffix == ".csv"
    lines = read_lines(path)
    header = split_line(next(lines)[1], commas=commas)
    for number, line in lines:
        yield row_of(path, number, header, split_line(line, commas=commas))


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a table without comments; the first one is the header.

    Raises:
        ConfigError: The file cannot be read or has no header.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as a gazetteer table ({error}); expected UTF-8 text") from error
    told = [(number, line) for number, line in enumerate(lines, start=1) if line.strip() and line[0] != "#"]
    if not told:
        raise ConfigError(f"{path}: empty, expected a header line")
    yield from told


def split_line(line: str, *, commas: bool = False) -> list[str]:
    """Split a line into cells.

    >>> split_line('"Rivertown, Lower",river', commas=True)
    ['Rivertown, Lower', 'river']
    """
    return next(csv.reader([line])) if commas else line.split("\t")


def row_of(path: Path, line: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    """Name the cells of one line.

    Raises:
        ConfigError: There are more or fewer of them than columns.
    """
    if len(cells) != len(header):
        raise ConfigError(f"{path}, line {line}: {len(cells)} cells, expected {len(header)} as in the header")
    return Row(path, line, dict(zip(header, cells, strict=True)))

"""Reading one table: TSV or CSV with a header, ``|`` between the values of one cell, ``#`` before comments."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from kg.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Row:
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
        if abs(point[0]) > 90 or abs(point[1]) > 180:
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
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as a gazetteer table ({error}); expected UTF-8 text") from error
    header: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = next(csv.reader([line])) if path.suffix == ".csv" else line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise ConfigError(f"{path}, line {number}: {len(cells)} cells, expected {len(header)} as in the header")
        else:
            yield Row(path, number, dict(zip(header, cells, strict=True)))
    if not header:
        raise ConfigError(f"{path}: empty, expected a header line")

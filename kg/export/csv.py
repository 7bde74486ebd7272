"""CSV: a folder with ``nodes.csv`` and ``edges.csv``, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from kg.export.world import World
from kg.files import replace_text
from kg.protocols import Store

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    """Writes the default graph as two tables."""

    def export(self, store: Store, out: Path) -> None:
        """Write ``out/nodes.csv`` (a column an attribute) and ``out/edges.csv``."""
        world = World(store)
        names = world.columns()
        nodes = (
            [node.id, node.label, node.kind, node.classes, *(node.attributes.get(name, "") for name in names)]
            for node in world.nodes()
        )
        replace_text(out / "nodes.csv", table(["id", "label", "kind", "classes", *names], nodes))
        edges = ([edge.source, edge.property, edge.target] for edge in world.edges())
        replace_text(out / "edges.csv", table(["source", "property", "target"], edges))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table as CSV; text that a spreadsheet would run as a formula gets an apostrophe."""
    return lines(header, ([_harmless(cell) for cell in row] for row in rows))


def lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table as CSV, every cell as it is."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    for row in chain([header], rows):
        writer.writerow(row)
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def _harmless(cell: str) -> str:
    if not cell.startswith(_FORMULA) or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdigit()

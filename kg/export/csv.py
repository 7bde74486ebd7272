"""CSV: a folder with ``nodes.csv`` and ``edges.csv``, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export.world import World, merged
from kg.files import replace_file
from kg.protocols import Store

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    """Writes the default graph as two tables."""

    def export(self, store: Store, out: Path) -> None:
        """Write ``out/nodes.csv`` (a column an attribute) and ``out/edges.csv``."""
        world = World(merged(store))
        nodes = world.nodes()
        names = sorted({name for node in nodes for name, _ in node.attributes})
        rows = [
            [node.id, node.label, node.kind, node.classes, *(dict(node.attributes).get(name, "") for name in names)]
            for node in nodes
        ]
        replace_file(out / "nodes.csv", table(["id", "label", "kind", "classes", *names], rows))
        edges = [[edge.source, edge.property, edge.target] for edge in world.edges()]
        replace_file(out / "edges.csv", table(["source", "property", "target"], edges))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as CSV in UTF-8; text that a spreadsheet would run as a formula gets an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode(errors="replace")


def _harmless(cell: str) -> str:
    if not cell.startswith(_FORMULA) or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdigit()

"""CSV for ``neo4j-admin database import``: a folder with ``nodes.csv`` and ``relationships.csv``.

::

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export.world import World, merged
from kg.files import replace_file
from kg.protocols import Store


class Neo4jExporter:
    """Writes the default graph as nodes with labels and typed relationships, under the names of the ontology."""

    def export(self, store: Store, out: Path) -> None:
        """Write ``out/nodes.csv`` (``iri:ID``, a column an attribute, ``:LABEL``) and ``out/relationships.csv``."""
        world = World(merged(store))
        nodes = world.nodes()
        names = sorted({name for node in nodes for name, _ in node.attributes})
        rows = (
            [
                node.id,
                node.label,
                node.kind,
                *(dict(node.attributes).get(name, "") for name in names),
                node.classes.replace(" ", ";"),
            ]
            for node in nodes
        )
        edges = ([edge.source, edge.target, edge.property] for edge in world.edges())
        replace_file(out / "nodes.csv", _table(["iri:ID", "label", "kind", *names, ":LABEL"], rows))
        replace_file(out / "relationships.csv", _table([":START_ID", ":END_ID", ":TYPE"], edges))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table for a database, which runs no formulas: every cell as it is."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue().encode(errors="replace")

"""CSV for ``neo4j-admin database import``: a folder with ``nodes.csv`` and ``relationships.csv``.

::

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true
"""

from __future__ import annotations

from pathlib import Path

from kg.export.csv import lines
from kg.export.world import World
from kg.files import replace_text
from kg.protocols import Store


class Neo4jExporter:
    """Writes the default graph as nodes with labels and typed relationships, under the names of the ontology.

    A database runs no formulas: every cell is written as it is.
    """

    def export(self, store: Store, out: Path) -> None:
        """Write ``out/nodes.csv`` (``iri:ID``, a column an attribute, ``:LABEL``) and ``out/relationships.csv``."""
        world = World(store)
        names = world.columns()
        nodes = (
            [
                *(node.id, node.label, node.kind),
                *(node.attributes.get(name, "") for name in names),
                node.classes.replace(" ", ";"),
            ]
            for node in world.nodes()
        )
        edges = ([edge.source, edge.target, edge.property] for edge in world.edges())
        replace_text(out / "nodes.csv", lines(["iri:ID", "label", "kind", *names, ":LABEL"], nodes))
        replace_text(out / "relationships.csv", lines([":START_ID", ":END_ID", ":TYPE"], edges))

"""GraphML, for yEd, Gephi, igraph and Cytoscape."""

from __future__ import annotations

from pathlib import Path

from kg.export.network import to_networkx
from kg.files import replace_file
from kg.protocols import Store


class GraphmlExporter:
    """Writes the default graph as nodes and edges."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        import networkx as nx

        lines = nx.generate_graphml(to_networkx(store))  # type: ignore[no-untyped-call]
        replace_file(out, "\n".join([*lines, ""]).encode())

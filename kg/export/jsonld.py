"""JSON-LD: all graphs, expanded."""

from __future__ import annotations

from pathlib import Path

from kg.export.oxigraph import serialise
from kg.files import replace_file
from kg.protocols import Store


class JsonldExporter:
    """Writes every graph."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        import pyoxigraph as ox

        replace_file(out, serialise(store.quads(), ox.RdfFormat.JSON_LD))

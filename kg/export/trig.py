"""TriG: all graphs, sorted."""

from __future__ import annotations

from pathlib import Path

from kg.files import replace_text
from kg.protocols import Store
from kg.turtle import pieces


class TrigExporter:
    """Writes every graph."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_text(out, pieces(store.quads()))

"""TriG: all graphs, sorted."""

from __future__ import annotations

from pathlib import Path

from kg.files import replace_file
from kg.protocols import Store
from kg.turtle import render


class TrigExporter:
    """Writes every graph."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_file(out, render(store.quads()).encode(errors="replace"))

"""Turtle: the default graph, sorted."""

from __future__ import annotations

from pathlib import Path

from kg.export.world import merged
from kg.files import replace_file
from kg.protocols import Store
from kg.turtle import render


class TurtleExporter:
    """Writes the merged facts; what supports them is in TriG."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_file(out, render(merged(store)).encode(errors="replace"))

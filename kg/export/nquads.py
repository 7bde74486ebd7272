"""N-Quads: all graphs, a quad a line, sorted."""

from __future__ import annotations

from pathlib import Path

from kg.files import replace_text
from kg.protocols import Store
from kg.quads import line
from kg.sorting import sort_lines


class NquadsExporter:
    """Writes every graph, canonically: two equal graphs give equal files."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_text(out, (f"{each}\n" for each in sort_lines(map(line, store.quads()))))

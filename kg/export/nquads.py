"""N-Quads: all graphs, a quad a line, sorted."""

from __future__ import annotations

from pathlib import Path

from kg.files import replace_file
from kg.protocols import Store
from kg.quads import line


class NquadsExporter:
    """Writes every graph, canonically: two equal graphs give equal files."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        lines = sorted(line(quad) for quad in store.quads())
        replace_file(out, "".join(f"{each}\n" for each in lines).encode(errors="replace"))

"""N-Quads: all graphs, a quad a line, sorted."""

from __future__ import annotations

from pathlib import Path

from kg.files import replace_file
from kg.protocols import Store
from kg.quads import line, to_nquads


class NquadsExporter:
    """Writes every graph, canonically: two equal graphs give equal files."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_file(out, to_nquads(sorted(store.quads(), key=line)))

"""GEXF, for Gephi."""

from __future__ import annotations

import re
from pathlib import Path

from kg.export.network import to_networkx
from kg.files import replace_file
from kg.protocols import Store

_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


class GexfExporter:
    """Writes the default graph as nodes and edges."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file; the day that networkx puts in is taken out, as equal graphs give equal files."""
        import networkx as nx

        lines = nx.generate_gexf(to_networkx(store))  # type: ignore[no-untyped-call]
        text = "\n".join([*lines, ""])
        replace_file(out, _CLOCK.sub("", text, count=1).encode())

"""Parquet: a folder with ``nodes.parquet`` and ``edges.parquet``, for data frames and column stores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.errors import ConfigError
from kg.export.world import World, merged
from kg.files import replace_file
from kg.protocols import Store


class ParquetExporter:
    """Writes the default graph as two tables of text; what a node does not have is null."""

    def export(self, store: Store, out: Path) -> None:
        """Write ``out/nodes.parquet`` (a column an attribute) and ``out/edges.parquet``.

        Raises:
            ConfigError: pyarrow is not installed.
        """
        world = World(merged(store))
        nodes, edges = world.nodes(), world.edges()
        attributes = [dict(node.attributes) for node in nodes]
        names = sorted({name for named in attributes for name in named})
        columns: dict[str, Sequence[str | None]] = {
            "id": [node.id for node in nodes],
            "label": [node.label for node in nodes],
            "kind": [node.kind for node in nodes],
            "classes": [node.classes for node in nodes],
            **{name: [named.get(name) for named in attributes] for name in names},
        }
        replace_file(out / "nodes.parquet", _table(columns))
        ends = {
            "source": [edge.source for edge in edges],
            "property": [edge.property for edge in edges],
            "target": [edge.target for edge in edges],
        }
        replace_file(out / "edges.parquet", _table(ends))


def _table(columns: Mapping[str, Sequence[str | None]]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ConfigError("parquet needs pyarrow: pip install 'kg-diplomacy[parquet]'") from error
    written = pa.BufferOutputStream()
    pq.write_table(pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()}), written)
    return bytes(written.getvalue().to_pybytes())

"""Parquet: a folder with ``nodes.parquet`` and ``edges.parquet``, for data frames and column stores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from kg.errors import ConfigError
from kg.export.world import World
from kg.protocols import Store

ROWS = 20_000
"""Rows of one group, which are held in memory."""
Row = Sequence[str | None]


class ParquetExporter:
    """Writes the default graph as two tables of text; what a node does not have is null."""

    def export(self, store: Store, out: Path) -> None:
        """Write ``out/nodes.parquet`` (a column an attribute) and ``out/edges.parquet``.

        Raises:
            ConfigError: pyarrow is not installed.
        """
        world = World(store)
        names = world.columns()
        nodes = (
            (node.id, node.label, node.kind, node.classes, *(node.attributes.get(name) for name in names))
            for node in world.nodes()
        )
        _write(out / "nodes.parquet", ["id", "label", "kind", "classes", *names], nodes)
        edges = ((edge.source, edge.property, edge.target) for edge in world.edges())
        _write(out / "edges.parquet", ["source", "property", "target"], edges)


def _write(path: Path, header: Sequence[str], rows: Iterable[Row]) -> None:
    """Write beside ``path``, a group of rows after the other, then put the table in its place."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ConfigError("parquet needs pyarrow: pip install 'kg-diplomacy[parquet]'") from error
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    schema = pa.schema([(name, pa.string()) for name in header])
    with pq.ParquetWriter(unfinished, schema) as writer:
        for group in _groups(rows):
            columns = zip(*group, strict=True)
            writer.write_table(pa.table([pa.array(cells, pa.string()) for cells in columns], schema=schema))
    unfinished.replace(path)


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    unread = iter(rows)
    while group := list(islice(unread, ROWS)):
        yield group

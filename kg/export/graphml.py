"""GraphML, for yEd, Gephi, igraph and Cytoscape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.world import EdgeRow, NodeRow, World
from kg.export.xml import attribute, content
from kg.files import replace_text
from kg.protocols import Store

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_FIXED = ("label", "kind", "classes")


class GraphmlExporter:
    """Writes the default graph as nodes and edges."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_text(out, _pieces(World(store)))


def _pieces(world: World) -> Iterator[str]:
    keys = {name: f"d{number}" for number, name in enumerate([*_FIXED, *world.columns()])}
    yield _HEAD
    for name, key in keys.items():
        yield f'  <key id="{key}" for="node" attr.name={attribute(name)} attr.type="string"/>\n'
    yield '  <key id="property" for="edge" attr.name="property" attr.type="string"/>\n'
    yield '  <graph edgedefault="directed">\n'
    yield from (_node(node, keys) for node in world.nodes())
    yield from (_edge(edge, number) for number, edge in enumerate(world.edges()))
    yield "  </graph>\n</graphml>\n"


def _node(node: NodeRow, keys: Mapping[str, str]) -> str:
    described = {"label": node.label, "kind": node.kind, "classes": node.classes, **node.attributes}
    cells = "".join(f'<data key="{keys[name]}">{content(text)}</data>' for name, text in described.items())
    return f"    <node id={attribute(node.id)}>{cells}</node>\n"


def _edge(edge: EdgeRow, number: int) -> str:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    return f'    <edge id="e{number}" {ends}><data key="property">{content(edge.property)}</data></edge>\n'

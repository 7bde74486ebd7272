"""GEXF, for Gephi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.world import EdgeRow, NodeRow, World
from kg.export.xml import attribute
from kg.files import replace_text
from kg.protocols import Store

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    '  <graph defaultedgetype="directed" mode="static">\n'
)
_FIXED = ("kind", "classes")
_PROPERTY = '<attribute id="property" title="property" type="string"/>'


class GexfExporter:
    """Writes the default graph as nodes and edges."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_text(out, _pieces(World(store)))


def _pieces(world: World) -> Iterator[str]:
    keys = {name: str(number) for number, name in enumerate([*_FIXED, *world.columns()])}
    yield _HEAD
    yield '    <attributes class="node" mode="static">\n'
    for name, key in keys.items():
        yield f'      <attribute id="{key}" title={attribute(name)} type="string"/>\n'
    yield f'    </attributes>\n    <attributes class="edge" mode="static">{_PROPERTY}</attributes>\n    <nodes>\n'
    yield from (_node(node, keys) for node in world.nodes())
    yield "    </nodes>\n    <edges>\n"
    yield from (_edge(edge, number) for number, edge in enumerate(world.edges()))
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _node(node: NodeRow, keys: Mapping[str, str]) -> str:
    described = {"kind": node.kind, "classes": node.classes, **node.attributes}
    values = "".join(f'<attvalue for="{keys[name]}" value={attribute(text)}/>' for name, text in described.items())
    return f"      <node id={attribute(node.id)} label={attribute(node.label)}><attvalues>{values}</attvalues></node>\n"


def _edge(edge: EdgeRow, number: int) -> str:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    value = f'<attvalue for="property" value={attribute(edge.property)}/>'
    return f'      <edge id="{number}" {ends} label={attribute(edge.property)}><attvalues>{value}</attvalues></edge>\n'

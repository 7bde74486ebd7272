"""The default graph as a networkx graph, which writes the formats of network programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.world import World, merged
from kg.export.xml import valid_xml
from kg.protocols import Store

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(store: Store) -> nx.MultiDiGraph:
    """Give nodes by IRI with ``label``, ``kind``, ``classes`` and their attributes; edges with ``property``."""
    import networkx as nx

    world = World(merged(store))
    graph = nx.MultiDiGraph()
    for node in world.nodes():
        named = {"label": node.label, "kind": node.kind, "classes": node.classes, **dict(node.attributes)}
        graph.add_node(node.id, **{name: valid_xml(text) for name, text in named.items()})
    for edge in world.edges():
        graph.add_edge(edge.source, edge.target, key=edge.property, property=edge.property)
    return graph

"""The network as pyvis holds it: drawn nodes and links with their looks and places. No text runs as HTML here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.view.layout import Placement
from kg.view.model import ViewGraph, ViewNode
from kg.view.payload import plain
from kg.view.selection import Link
from kg.view.style import DASHES, HOLLOW, family_of, line_width, look_of

ASSETS = Path(__file__).parent / "assets"

_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "navigationButtons": False,
        "keyboard": {"enabled": False},
        "tooltipDelay": 150,
        "hideEdgesOnDrag": False,
    },
    "nodes": {"borderWidth": 2},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "smooth": False,
        "font": {"face": "system-ui, sans-serif", "size": 12, "align": "middle", "strokeWidth": 3},
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
    },
}


def build_network(graph: ViewGraph, links: Sequence[Link], placement: Placement, drawn: Sequence[int]) -> Any:
    """Build the ``pyvis.network.Network`` of what is drawn when the page opens.

    Args:
        graph: The graph whose nodes are numbered.
        links: All links.
        placement: Where nodes and groups stand.
        drawn: Numbers of the nodes to draw with the links among them; none, and the groups are drawn.
    """
    import pyvis.network

    make: Any = pyvis.network.Network
    network = make(directed=True, height="100%", width="100%")
    if drawn:
        _add_nodes(network, graph, links, placement, drawn)
    else:
        for number, group in enumerate(placement.groups):
            x, y = group.middle
            network.add_node(f"g{number}", label="", x=x, y=y, shape="dot", size=group.radius)
    network.options = _OPTIONS
    network.set_template_dir(f"{ASSETS}", "page.html.j2")
    return network


def _add_nodes(
    network: Any, graph: ViewGraph, links: Sequence[Link], placement: Placement, drawn: Sequence[int]
) -> None:
    weight = _weights(len(graph.nodes), links)
    for number in drawn:
        node = graph.nodes[number]
        x, y = placement.positions[number]
        network.add_node(number, label=short_label(node.label), x=x, y=y, **_node_look(node, weight[number]))
    inside = set(drawn)
    for index, link in enumerate(links):
        if link.source in inside and link.target in inside:
            network.add_edge(link.source, link.target, id=index, **_link_look(graph, link))


def short_label(text: str, *, limit: int = 60) -> str:
    """Cut a label for the canvas; the panel shows it whole.

    >>> short_label("a" * 80)[-3:]
    'aa…'
    """
    text = " ".join(plain(text).split()) or "(no label)"
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _weights(count: int, links: Sequence[Link]) -> list[int]:
    degree = [0] * count
    for link in links:
        degree[link.source] += 1
        degree[link.target] += 1
    return degree


def _node_look(node: ViewNode, degree: int) -> dict[str, Any]:
    look = look_of(node.kind, family_of(node.type))
    against = node.factuality in ("denied", "negated")
    return {
        "shape": look.shape,
        "color": look.colour,
        "size": look.size + min(24, round(2 * degree**0.5)),
        "borderWidth": 3 if against else 2,
        "shapeProperties": {"borderDashes": HOLLOW.get(node.factuality, False)},
    }


def _link_look(graph: ViewGraph, link: Link) -> dict[str, Any]:
    outlets = max(graph.facts[fact].outlets for fact in link.facts)
    return {"width": line_width(outlets), "dashes": DASHES[link.modality]}

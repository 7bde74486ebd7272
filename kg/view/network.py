"""The network as pyvis holds it: drawn nodes and links with their looks and places. No text runs as HTML here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.view.layout import layout
from kg.view.model import ViewGraph, ViewNode
from kg.view.payload import plain
from kg.view.selection import Link
from kg.view.style import DASHES, HOLLOW, family_of, line_width, look_of

ASSETS = Path(__file__).parent / "assets"

_LANDMARKS = 14
_SCREEN = 1000
"""Width in pixels of the part of the screen that shows the network."""

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
    "nodes": {
        "borderWidth": 2,
        "font": {"face": "system-ui, sans-serif", "strokeWidth": 3, "vadjust": -2},
        "scaling": {"label": {"enabled": False, "drawThreshold": 5, "maxVisible": 17}},
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "smooth": False,
        "font": {"face": "system-ui, sans-serif", "size": 12, "align": "middle", "strokeWidth": 3},
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
    },
}


def build_network(graph: ViewGraph, links: Sequence[Link], drawn: Sequence[int]) -> Any:
    """Build the ``pyvis.network.Network`` of the drawn nodes (numbers in ``graph.nodes``) and the links among them."""
    import pyvis.network

    make: Any = pyvis.network.Network
    network = make(directed=True, height="100%", width="100%")
    place = {node: spot for spot, node in enumerate(drawn)}
    kept = [(index, link) for index, link in enumerate(links) if link.source in place and link.target in place]
    labels = [short_label(graph.nodes[node].label) for node in drawn]
    positions = layout(len(drawn), [(place[link.source], place[link.target]) for _, link in kept], labels)
    weight = _weights(len(drawn), [(place[link.source], place[link.target]) for _, link in kept])
    fonts = _font_sizes([graph.nodes[node] for node in drawn], weight, positions)
    for spot, node in enumerate(drawn):
        look = _node_look(graph.nodes[node], weight[spot])
        x, y = positions[spot]
        network.add_node(node, label=labels[spot], x=x, y=y, **_letters(fonts[spot]), **look)
    for index, link in kept:
        network.add_edge(link.source, link.target, id=index, **_link_look(graph, link))
    network.options = _OPTIONS
    network.set_template_dir(f"{ASSETS}", "page.html.j2")
    return network


def short_label(text: str, *, limit: int = 60) -> str:
    """Cut a label for the canvas; the panel shows it whole.

    >>> short_label("a" * 80)[-3:]
    'aa…'
    """
    text = " ".join(plain(text).split()) or "(no label)"
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _weights(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    degree = [0] * count
    for pair in pairs:
        for end in pair:
            degree[end] += 1
    return degree


def _font_sizes(nodes: Sequence[ViewNode], weight: Sequence[int], positions: Sequence[tuple[int, int]]) -> list[int]:
    """Give landmarks, the most connected actors, letters that can be read when the whole network is in sight."""
    wide = max((abs(x - positions[0][0]) for x, _ in positions), default=0)
    actors = (spot for spot, node in enumerate(nodes) if node.kind in ("person", "state", "group"))
    landmarks = set(sorted(actors, key=lambda spot: (-weight[spot], spot))[:_LANDMARKS])
    large = max(14, round(14 * wide / _SCREEN))
    return [large if spot in landmarks else 14 for spot in range(len(weight))]


def _letters(size: int) -> dict[str, Any]:
    """Give the font of a node, with room for about twenty letters a line."""
    return {"font": {"size": size}, "widthConstraint": {"maximum": 11 * size}}


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

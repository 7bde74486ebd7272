"""Where nodes stand: computed once, seeded, by connected component, so that the page opens without any physics."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np

Position = tuple[int, int]

_SEED = 7
_SPRING_LIMIT = 400
"""Above this many nodes a force layout becomes a ball of wool; communities are laid out one by one instead."""

_DENSE_LIMIT = 450
"""networkx lays out up to 499 nodes without SciPy."""

_EDGE = 130.0
"""Wanted length of an edge in pixels."""

_GAP = 90.0

_CLEAR = 1.15
"""Distance of two labels, in half-axes, at which neither covers the other: a box has corners outside its ellipse."""


def layout(count: int, links: Iterable[tuple[int, int]], labels: Sequence[str]) -> list[Position]:
    """Place nodes 0 to ``count - 1``.

    Args:
        count: How many nodes.
        links: Pairs of node numbers; repeated pairs and loops do no harm.
        labels: Text under each node, whose room is kept free.

    Returns:
        Pixel positions by node number; the same arguments give the same positions.
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in links if a != b}))
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    sizes = _label_sizes(labels)
    placed = [_component(graph.subgraph(sorted(part)), sizes) for part in parts]
    return _pack(placed, sizes, count)


def _component(graph: Any, sizes: np.ndarray) -> dict[int, np.ndarray]:
    return _untangled(_spread(graph) if len(graph) <= _SPRING_LIMIT else _by_community(graph, sizes), sizes)


def _spread(graph: Any) -> dict[int, np.ndarray]:
    """Force layout of a small graph, scaled to the wanted length of edges."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in graph.edges))
    count = len(ordered)
    if count == 1:
        return {node: np.zeros(2) for node in ordered}
    iterations = 200 if count <= 60 else 90
    points = nx.spring_layout(ordered, seed=_SEED, iterations=iterations, k=1.6 / math.sqrt(count), method="force")
    # labels are wider than high
    stretch = np.array([1.12, 0.92]) * _EDGE * math.sqrt(count) / 1.6
    return {node: points[node] * stretch for node in ordered}


def _by_community(graph: Any, sizes: np.ndarray) -> dict[int, np.ndarray]:
    """Lay out each community on its own and the communities as one node each."""
    groups = sorted(map(sorted, nx.community.louvain_communities(graph, seed=_SEED)), key=lambda g: (-len(g), g[0]))
    home = {node: number for number, group in enumerate(groups) for node in group}
    if len(groups) == 1 or max(map(len, groups)) > _DENSE_LIMIT:
        return _rings(graph)
    between = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    between.add_edges_from((home[a], home[b]) for a, b in graph.edges if home[a] != home[b])
    inner = [_untangled(_spread(graph.subgraph(group)), sizes) for group in groups]
    room = np.array([np.ptp(list(points.values()), axis=0) + _EDGE for points in inner])
    middle = _spread(between)
    # the communities start close together and push each other apart until their boxes touch
    centres = np.array([middle[number] for number in range(len(groups))]) * (room.mean() / _EDGE / 2)
    centres = _without_overlap(centres, room, rounds=300)
    return {node: centres[home[node]] + point for points in inner for node, point in points.items()}


def _untangled(points: dict[int, np.ndarray], sizes: np.ndarray) -> dict[int, np.ndarray]:
    """Free a layout of overlaps and set its middle to the origin."""
    nodes = sorted(points)
    spread = _without_overlap(np.array([points[node] for node in nodes]), sizes[nodes])
    return dict(zip(nodes, spread - (spread.max(axis=0) + spread.min(axis=0)) / 2, strict=True))


def _rings(graph: Any) -> dict[int, np.ndarray]:
    """The most connected in the middle, the others in rings around: for a graph without communities."""
    order = sorted(graph, key=lambda node: (-graph.degree[node], node))
    golden = math.pi * (3 - math.sqrt(5))
    turn = [(math.sqrt(step) * _EDGE * 0.7, step * golden) for step in range(len(order))]
    return {
        node: np.array([math.cos(angle), math.sin(angle)]) * radius
        for node, (radius, angle) in zip(order, turn, strict=True)
    }


def _label_sizes(labels: Sequence[str]) -> np.ndarray:
    """Estimate the room of a node with its label in pixels: width, height."""
    widths = [max(40.0, 7.0 * min(len(label), 22)) for label in labels]
    heights = [46.0 + 15.0 * (min(len(label), 60) // 22) for label in labels]
    return np.column_stack([widths, heights]) if labels else np.zeros((0, 2))


def _without_overlap(points: np.ndarray, sizes: np.ndarray, *, rounds: int = 60) -> np.ndarray:
    """Push labels apart, each an ellipse, until none overlap or the rounds are over.

    Ellipses part in the direction in which they lie, so that a layout keeps its shape; boxes would line up in columns.
    """
    points = points.astype(float).copy()
    half = (sizes[:, None, :] + sizes[None, :, :]) / 2
    # two nodes on one spot part by their order
    order = np.arange(len(points))
    tie = np.sign(order[:, None] - order[None, :])[:, :, None] * 0.01
    for _ in range(rounds):
        apart = (points[:, None, :] - points[None, :, :]) / half
        apart = np.where((apart == 0).all(axis=2)[:, :, None], tie, apart)
        distance = np.sqrt((apart**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        near = np.maximum(_CLEAR - distance, 0)
        if not near.any():
            break
        push = 0.5 * (near / distance)[:, :, None] * apart * half
        points += np.clip(push.sum(axis=1), -60, 60)
    return points


def _pack(parts: Sequence[Mapping[int, np.ndarray]], sizes: np.ndarray, count: int) -> list[Position]:
    """Set components beside each other in rows, the largest first."""
    boxes = [_box(part, sizes) for part in parts]
    wide = max([math.sqrt(sum(w * h for _, w, h in boxes)) * 1.15, *(w for _, w, _ in boxes)], default=0.0)
    positions: list[Position] = [(0, 0)] * count
    x = y = row = 0.0
    for part, (corner, width, height) in zip(parts, boxes, strict=True):
        if x and x + width > wide:
            x, y, row = 0.0, y + row, 0.0
        for node, point in part.items():
            positions[node] = (round(float(point[0] - corner[0] + x)), round(float(point[1] - corner[1] + y)))
        x, row = x + width, max(row, height)
    return positions


def _box(part: Mapping[int, np.ndarray], sizes: np.ndarray) -> tuple[np.ndarray, float, float]:
    nodes = list(part)
    points = np.array([part[node] for node in nodes])
    low = (points - sizes[nodes] / 2).min(axis=0)
    high = (points + sizes[nodes] / 2).max(axis=0)
    width, height = high - low + _GAP
    return low, float(width), float(height)

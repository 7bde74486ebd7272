"""Where nodes stand: computed once, seeded, by component and community, so that the page opens without any physics."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from kg.view.communities import GROUP_LIMIT, communities, components, gathered, hosts, linked, part_of
from kg.view.spacing import pack, push_apart

Position = tuple[int, int]
Points = dict[int, np.ndarray]

_SEED = 7
_EDGE = 95.0
"""Wanted length of an edge in pixels."""

_ROOM = 58.0
"""Room of a node in pixels where labels are drawn as far as there is space for them."""

_ROOMY = 60
"""Up to so many nodes each label gets its room."""

_GAP = 50.0
_ASIDE = 34.0
"""Distance of a leaf from what it hangs on."""

_PUSHED = 3000
"""More nodes than this are not looked at pair by pair."""

_TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle: leaf after leaf, none stands behind another."""


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that belong together, the middle of where they stand and how far they reach from it, in pixels."""

    members: tuple[int, ...]
    middle: Position
    radius: int


@dataclass(frozen=True, slots=True)
class Placement:
    """The place of each node by its number, and the groups; every node is in one of them."""

    positions: tuple[Position, ...]
    groups: tuple[Group, ...]


def layout(count: int, links: Iterable[tuple[int, int]], labels: Sequence[str], aside: Iterable[int] = ()) -> Placement:
    """Place nodes 0 to ``count - 1``.

    Args:
        count: How many nodes.
        links: Pairs of node numbers; repeated pairs and loops do no harm.
        labels: Text under each node, whose room is kept free in a small graph.
        aside: Nodes that are not drawn at first: they get the room that the others leave.

    Returns:
        Pixel positions and groups; the same arguments give the same, whatever the order of the links.
    """
    graph = linked(count, links)
    sizes = _label_sizes(labels) if count <= _ROOMY else np.full((count, 2), _ROOM)
    hanging = hosts(graph, aside)
    core = part_of(graph, set(graph) - hanging.keys())
    split = [communities(part_of(core, part)) for part in components(core)]
    placed = [_component(core, groups, sizes) for groups in split]
    positions = _with_hanging(_beside_each_other(placed, sizes), hanging, sizes)
    whole = [group for groups in split if len(groups) > 1 for group in groups]
    groups = whole + gathered([groups[0] for groups in split if len(groups) == 1])
    return Placement(positions, tuple(_group(group, hanging, positions) for group in groups))


def _component(graph: Any, groups: Sequence[Sequence[int]], sizes: np.ndarray) -> Points:
    """Lay out each community on its own, and the communities as one box each."""
    inner = [_spread(part_of(graph, group), sizes) for group in groups]
    if len(inner) == 1:
        return inner[0]
    home = {node: number for number, group in enumerate(groups) for node in group}
    between = linked(len(groups), ((home[a], home[b]) for a, b in graph.edges(home) if home[a] != home[b]))
    room = np.array([np.ptp(list(points.values()), axis=0) + _EDGE for points in inner])
    middle = _springs(between)
    # the communities start close together and push each other apart until their boxes touch
    centres = np.array([middle[number] for number in range(len(groups))]) * (room.mean() / _EDGE / 2)
    centres = push_apart(centres, room, rounds=300)
    return {node: centres[home[node]] + point for points in inner for node, point in points.items()}


def _spread(graph: Any, sizes: np.ndarray) -> Points:
    """Springs for what is linked twice or more; what hangs on one node alone stands around it."""
    leaves: dict[int, list[int]] = defaultdict(list)
    for node in graph:
        near = next(iter(graph[node]), node)
        if len(graph[node]) == 1 and len(graph[near]) > 2:
            leaves[near].append(node)
    loose = {leaf for found in leaves.values() for leaf in found}
    stems = part_of(graph, (node for node in graph if node not in loose))
    nodes = sorted(stems)
    springs = _springs(stems)
    room = np.array([sizes[node] * math.sqrt(1 + 1.3 * len(leaves[node])) for node in nodes])
    points = push_apart(np.array([springs[node] for node in nodes]), room)
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    placed = dict(zip(nodes, points, strict=True))
    for node, found in sorted(leaves.items()):
        placed |= _around(placed[node], found, sizes)
    return placed


def _with_hanging(placed: Points, hanging: Mapping[int, int], sizes: np.ndarray) -> tuple[Position, ...]:
    """Add what is not drawn at first, each in free room near its host; the others stay where they are."""
    of_host: dict[int, list[int]] = defaultdict(list)
    for node, host in sorted(hanging.items()):
        of_host[host].append(node)
    for host, found in sorted(of_host.items()):
        placed |= _around(placed[host], found, sizes)
    order = [node for node in sorted(placed) if node not in hanging] + sorted(hanging)
    points = np.array([placed[node] for node in order]).reshape(-1, 2)
    if hanging and len(order) <= _PUSHED:
        points = push_apart(points, sizes[order], fixed=len(order) - len(hanging))
    rounded = {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(order, points, strict=True)}
    return tuple(rounded[node] for node in sorted(rounded))


def _around(stem: np.ndarray, leaves: Sequence[int], sizes: np.ndarray) -> Points:
    """Leaves as the seeds of a sunflower, away from the middle of the graph first."""
    begin = math.atan2(stem[1], stem[0])
    spots = {}
    for step, leaf in enumerate(leaves):
        far = _ASIDE * math.sqrt(2 + 2 * step) * sizes[leaf].mean() / _ROOM
        angle = begin + step * _TURN
        spots[leaf] = stem + far * np.array([1.1 * math.cos(angle), 0.95 * math.sin(angle)])
    return spots


def _springs(graph: Any) -> Points:
    """Force layout of a graph, scaled to the wanted length of edges."""
    count = len(graph)
    if count > 2 * GROUP_LIMIT:
        return _sunflower(graph)
    if count == 1:
        return {node: np.zeros(2) for node in graph}
    iterations = 200 if count <= 60 else 50
    points = nx.spring_layout(graph, seed=_SEED, iterations=iterations, k=1.6 / math.sqrt(count), method="force")
    # labels are wider than high
    stretch = np.array([1.12, 0.92]) * _EDGE * math.sqrt(count) / 1.6
    return {node: points[node] * stretch for node in graph}


def _sunflower(graph: Any) -> Points:
    """The most connected in the middle, the others around: for more than springs can part."""
    order = sorted(graph, key=lambda node: (-graph.degree[node], node))
    turn = [(math.sqrt(step) * _EDGE * 0.7, step * _TURN) for step in range(len(order))]
    return {
        node: np.array([math.cos(angle), math.sin(angle)]) * radius
        for node, (radius, angle) in zip(order, turn, strict=True)
    }


def _label_sizes(labels: Sequence[str]) -> np.ndarray:
    """Estimate the room of a node with its label in pixels: width, height."""
    widths = [max(60.0, 7.0 * min(len(label), 22)) for label in labels]
    heights = [52.0 + 15.0 * (min(len(label), 60) // 22) for label in labels]
    return np.column_stack([widths, heights]) if labels else np.zeros((0, 2))


def _beside_each_other(parts: Sequence[Points], sizes: np.ndarray) -> Points:
    """Set components beside each other; nodes on their own, which are not drawn at first, stand below the others."""
    placed: Points = {}
    below = 0.0
    for chosen in ([part for part in parts if len(part) > 1], [part for part in parts if len(part) == 1]):
        boxes = [_box(part, sizes) for part in chosen]
        corners = pack([(width, height) for _, width, height in boxes])
        for part, (low, _, _), (left, top) in zip(chosen, boxes, corners, strict=True):
            placed |= {node: point - low + (left, top + below) for node, point in part.items()}
        below += max((top + height for (_, top), (_, _, height) in zip(corners, boxes, strict=True)), default=0.0)
    return placed


def _box(part: Mapping[int, np.ndarray], sizes: np.ndarray) -> tuple[np.ndarray, float, float]:
    nodes = list(part)
    points = np.array([part[node] for node in nodes])
    low = (points - sizes[nodes] / 2).min(axis=0)
    high = (points + sizes[nodes] / 2).max(axis=0)
    width, height = high - low + (_GAP if len(nodes) > 1 else 0)
    return low, float(width), float(height)


def _group(core: Sequence[int], hanging: Mapping[int, int], positions: Sequence[Position]) -> Group:
    inside = set(core)
    members = sorted([*core, *(node for node, host in hanging.items() if host in inside)])
    xs, ys = zip(*(positions[node] for node in core), strict=True)
    middle = (round(sum(xs) / len(xs)), round(sum(ys) / len(ys)))
    # a sign for all of them, not a hull: no wider than what they cover, nor than the room they need
    reach = min(0.4 * (max(xs) - min(xs) + max(ys) - min(ys)) / 2, _ROOM * math.sqrt(len(core)))
    return Group(tuple(members), middle, max(round(_ROOM / 2), round(reach)))

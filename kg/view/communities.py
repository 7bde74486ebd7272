"""Which nodes belong together: the groups that a large network is laid out by and opened by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

GROUP_LIMIT = 200
"""More nodes than this are a ball of wool; they are parted further."""

_SMALL = 12
"""Components below this size are gathered, since each alone would be a group of next to nothing."""

_SEED = 7


def linked(count: int, links: Iterable[tuple[int, int]]) -> Any:
    """Give the undirected graph of nodes 0 to ``count - 1``; repeated links and loops do no harm."""
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in links if a != b}))
    return graph


def part_of(graph: Any, nodes: Iterable[int]) -> Any:
    """Copy the graph among some nodes, in an order that depends on nothing but the nodes."""
    members = sorted(nodes)
    inside = set(members)
    part = nx.Graph()
    part.add_nodes_from(members)
    part.add_edges_from((a, b) for a in members for b in sorted(graph.adj[a]) if a < b and b in inside)
    return part


def components(graph: Any) -> list[list[int]]:
    """Give the connected components, the largest first."""
    return _ranked(nx.connected_components(graph))


def communities(graph: Any) -> list[list[int]]:
    """Part a connected graph until no part has more than ``GROUP_LIMIT`` nodes."""
    if len(graph) <= GROUP_LIMIT:
        return [sorted(graph)]
    found = _ranked(nx.community.louvain_communities(graph, seed=_SEED))
    if len(found) == 1:
        return _slices(graph)
    parts = [part for group in found for part in communities(part_of(graph, group))]
    return _ranked(_joined(graph, parts))


def gathered(parts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Join small parts that follow each other."""
    groups: list[list[int]] = []
    room = 0
    for part in parts:
        if len(part) < _SMALL and len(part) <= room:
            groups[-1].extend(part)
            room -= len(part)
        else:
            groups.append(list(part))
            room = GROUP_LIMIT - len(part) if len(part) < _SMALL else 0
    return groups


def hosts(graph: Any, aside: Iterable[int]) -> dict[int, int]:
    """Give the node that each node set aside hangs on, as far as a way leads to one that is not set aside.

    A node hangs on the least connected of its neighbours, where it says most; one behind another on the same.
    """
    waiting = set(aside)
    found: dict[int, int] = {}
    while waiting:
        reached = {}
        for node in sorted(waiting):
            near = [found.get(other, other) for other in graph[node] if other not in waiting]
            if near:
                reached[node] = min(near, key=lambda other: (graph.degree[other], other))
        if not reached:
            break
        found |= reached
        waiting -= reached.keys()
    return found


def _joined(graph: Any, parts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give each small part, the smallest first, to the part it has the most links with and that has room for it."""
    home = {node: number for number, part in enumerate(parts) for node in part}
    members = [list(part) for part in parts]
    for number in sorted(range(len(parts)), key=lambda number: (len(parts[number]), number)):
        part = members[number]
        if len(part) > GROUP_LIMIT // 4:
            continue
        shared = Counter(home[near] for node in part for near in graph[node] if home[near] != number)
        hosts = [host for host in shared if len(members[host]) + len(part) <= GROUP_LIMIT]
        if hosts:
            host = min(hosts, key=lambda host: (-shared[host], host))
            members[host] += part
            home.update(dict.fromkeys(part, host))
            members[number] = []
    return [part for part in members if part]


def _slices(graph: Any) -> list[list[int]]:
    """Cut what has no communities by how well its nodes are connected."""
    order = sorted(graph, key=lambda node: (-graph.degree[node], node))
    return [order[start : start + GROUP_LIMIT] for start in range(0, len(order), GROUP_LIMIT)]


def _ranked(groups: Iterable[Iterable[int]]) -> list[list[int]]:
    return sorted(map(sorted, groups), key=lambda group: (-len(group), group[0]))

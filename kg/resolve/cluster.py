"""Grouping by pairs: the best pair first, and every union checked against the whole groups that it would join."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from kg.resolve.compare import GROUP_SLACK, MERGE_AT, Comparison
from kg.resolve.tellings import Key, Telling, join


@dataclass(frozen=True, slots=True)
class Union:
    """Two tellings found to be one thing, by the pair that showed it."""

    left: Key
    right: Key
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Links:
    """What people decided about pairs of tellings; both sets hold sorted pairs."""

    must: frozenset[tuple[Key, Key]] = frozenset()
    cannot: frozenset[tuple[Key, Key]] = frozenset()

    def forbids(self, left: Iterable[Key], right: Iterable[Key]) -> bool:
        """Tell whether a decision keeps two groups apart."""
        if not self.cannot:
            return False
        ours, theirs = set(left), set(right)
        return any((a in ours and b in theirs) or (a in theirs and b in ours) for a, b in self.cannot)


Compare = Callable[[Telling, Telling], Comparison | None]

DECIDED = Comparison((("decided", 99.0),))
"""The reason of a merge that a person asked for."""


def cluster(
    tellings: Sequence[Telling],
    pairs: Iterable[tuple[int, int]],
    compare: Compare,
    *,
    links: Links = Links(),
    apart: bool = False,
) -> tuple[list[Telling], list[Union]]:
    """Join tellings, best pair first.

    Args:
        tellings: What to group, in a fixed order.
        pairs: Candidate pairs, as indexes into ``tellings``.
        compare: Gives the features of a pair, or None when it cannot be one thing.
        links: Decisions of people.
        apart: Never join two groups that share an article (each was grouped within its article before).

    Returns:
        The pooled tellings in order of their keys, and the unions that made them.
    """
    groups = _Groups(tellings)
    unions = [groups.union(*pair, DECIDED) for pair in _decided(tellings, links)]
    alike: list[tuple[float, int, int, Comparison]] = []
    for i, j in pairs:
        found = compare(tellings[i], tellings[j])
        if found is not None and (score := found.score) >= MERGE_AT:
            alike.append((-score, i, j, found))
    for _, i, j, found in sorted(alike, key=itemgetter(0, 1, 2)):
        left, right = groups.pooled(i), groups.pooled(j)
        if left is right or links.forbids(left.keys, right.keys):
            continue
        if apart and left.documents & right.documents:
            continue
        whole = compare(left, right)
        if whole is None or whole.score < MERGE_AT - GROUP_SLACK:
            continue
        unions.append(groups.union(i, j, found))
    return groups.all(), [union for union in unions if union is not None]


def _decided(tellings: Sequence[Telling], links: Links) -> list[tuple[int, int]]:
    at = {key: i for i, telling in enumerate(tellings) for key in telling.keys}
    return sorted((at[a], at[b]) for a, b in links.must if a in at and b in at)


class _Groups:
    """Disjoint sets that keep the pooled telling of each."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._parent = list(range(len(tellings)))
        self._pooled = list(tellings)

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def pooled(self, i: int) -> Telling:
        return self._pooled[self._root(i)]

    def union(self, i: int, j: int, found: Comparison) -> Union | None:
        a, b = sorted((self._root(i), self._root(j)))
        if a == b:
            return None
        self._parent[b] = a
        self._pooled[a] = join(self._pooled[a], self._pooled[b])
        return Union(self._tellings[i].keys[0], self._tellings[j].keys[0], found)

    def all(self) -> list[Telling]:
        roots = sorted({self._root(i) for i in range(len(self._tellings))})
        return sorted((self._pooled[root] for root in roots), key=lambda telling: telling.keys)

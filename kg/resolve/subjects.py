"""What tellings are about: their words, weighed by how few articles of the collection use them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from kg.resolve.tellings import Telling

_SCALE = 100
"""Weights are whole numbers, whose sum does not depend on the order of a set."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """The weight of each stem: 1 + log(articles + 1 / articles that use it), in hundredths."""

    weights: Mapping[str, int]

    @staticmethod
    def of(tellings: Iterable[Telling]) -> Rarity:
        """Count the articles in whose tellings each stem stands."""
        users: dict[str, set[str]] = defaultdict(set)
        documents: set[str] = set()
        for telling in tellings:
            document = telling.keys[0][0]
            documents.add(document)
            for stem in frozenset().union(*telling.subjects):
                users[stem].add(document)
        counts = Counter({stem: len(found) for stem, found in users.items()})
        return Rarity({stem: round(_SCALE * (1 + log((len(documents) + 1) / n))) for stem, n in counts.items()})

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Give the mean of weighed containment and Dice coefficient, 0 to 1.

        >>> Rarity({"talk": 100, "pipeline": 300}).likeness(frozenset({"talk", "pipeline"}), frozenset({"pipeline"}))
        0.9286
        """
        shared = self._sum(left & right)
        ours, theirs = self._sum(left), self._sum(right)
        if not shared:
            return 0.0
        return round((shared / min(ours, theirs) + 2 * shared / (ours + theirs)) / 2, 4)

    def closest(self, left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> float:
        """Give the likeness of the two wordings that are most alike; 0 where there is none."""
        return max((self.likeness(ours, theirs) for ours in left for theirs in right), default=0.0)

    def _sum(self, stems: frozenset[str]) -> int:
        weights = self.weights
        return sum(weights[stem] for stem in stems)

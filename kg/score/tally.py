"""Counts of what was found, invented and missed, and the usual figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

ALL = "all facts"
NOT_SUMMED = frozenset({"event"})
"""Kinds that others repeat: an event counts by its type."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one kind, each from 0 to 1, with the counts behind them."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was given that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was given."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


@dataclass(slots=True)
class Tally:
    """Counts by kind, added up over articles."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, *, right: int, predicted: int, gold: int) -> None:
        """Add counts of one kind."""
        self.right[kind] += right
        self.predicted[kind] += predicted
        self.gold[kind] += gold

    def figures(self) -> dict[str, Figures]:
        """Give the figures by kind, and those of all facts together."""
        kinds = sorted(self.gold | self.predicted)
        figures = {kind: Figures(self.right[kind], self.predicted[kind], self.gold[kind]) for kind in kinds}
        summed = [figures[kind] for kind in kinds if kind not in NOT_SUMMED]
        columns = zip(*((each.right, each.predicted, each.gold) for each in summed), strict=True)
        figures[ALL] = Figures(*(map(sum, columns) if summed else (0, 0, 0)))
        return figures


def pair(gold: Sequence[T], found: Sequence[T], weight: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """Pair items one to one, the heaviest pair first; weight 0 is no pair.

    >>> pair([1, 2], [2, 3], lambda left, right: left == right)
    [(2, 2)]
    """
    weighed = [
        (-weight(left, right), row, column) for row, left in enumerate(gold) for column, right in enumerate(found)
    ]
    pairs: list[tuple[T, T]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for negative, row, column in sorted(weighed):
        if negative < 0 and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((gold[row], found[column]))
    return pairs

"""B-cubed: how well what several articles tell was recognised as one and the same.

Bagga and Baldwin, "Algorithms for scoring coreference chains" (1998): for each item, how much of its found cluster
belongs there (precision) and how much of its true cluster is in it (recall), averaged over items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def b_cubed(gold: Mapping[Item, Hashable], found: Mapping[Item, Hashable]) -> tuple[float, float, float]:
    """Give precision, recall and F1 of a clustering.

    Args:
        gold: True cluster of each item.
        found: Cluster given to it; an item without one stands alone.

    >>> b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})[1]
    1.0
    """
    if not gold:
        return 0.0, 0.0, 0.0
    given: dict[Item, Hashable] = {item: found.get(item, ("alone", item)) for item in gold}
    true, clusters = Counter(gold.values()), Counter(given.values())
    precision = recall = 0.0
    for (belongs, at), shared in Counter((gold[item], given[item]) for item in gold).items():
        precision += shared * shared / clusters[at]
        recall += shared * shared / true[belongs]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)

import itertools
import random

import pytest

from kg.view.layout import layout


def ring(count: int) -> list[tuple[int, int]]:
    return [(node, (node + 1) % count) for node in range(count)]


def clusters(count: int, size: int) -> list[tuple[int, int]]:
    inner = [(c * size, c * size + n) for c in range(count) for n in range(1, size)]
    return inner + [(c * size, ((c + 1) % count) * size) for c in range(count)]


CASES = {
    "nothing": (0, []),
    "alone": (1, []),
    "loop and repeated": (2, [(0, 0), (0, 1), (1, 0)]),
    "ring": (12, ring(12)),
    "parts": (30, ring(10)),
    "communities": (200, clusters(8, 25)),
}


@pytest.mark.parametrize(("count", "links"), CASES.values(), ids=CASES.keys())
def test_every_node_has_its_own_place(count, links):
    places = layout(count, links, ["label"] * count)
    assert len(set(places)) == len(places) == count


def test_the_same_graph_is_placed_the_same_whatever_the_order_of_links():
    links = clusters(8, 25)
    shuffled = [(b, a) for a, b in links]
    random.Random(3).shuffle(shuffled)
    assert layout(200, shuffled, ["label"] * 200) == layout(200, links, ["label"] * 200)


def test_labels_of_a_small_graph_do_not_cover_each_other():
    places = layout(12, ring(12), ["Twelve letter"] * 12)
    for (x1, y1), (x2, y2) in itertools.combinations(places, 2):
        assert abs(x1 - x2) >= 80 or abs(y1 - y2) >= 40


def test_a_large_star_without_communities_is_placed_too():
    places = layout(600, [(0, node) for node in range(1, 600)], [""] * 600)
    assert len(set(places)) == 600

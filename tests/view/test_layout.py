import itertools
import random
import time

import pytest

from kg.view.communities import GROUP_LIMIT
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
    places = layout(count, links, ["label"] * count).positions
    assert len(set(places)) == len(places) == count


def test_the_same_graph_is_placed_the_same_whatever_the_order_of_links():
    links = clusters(8, 25)
    shuffled = [(b, a) for a, b in links]
    random.Random(3).shuffle(shuffled)
    assert layout(200, shuffled, ["label"] * 200) == layout(200, links, ["label"] * 200)


def test_labels_of_a_small_graph_do_not_cover_each_other():
    places = layout(12, ring(12), ["Twelve letter"] * 12).positions
    for (x1, y1), (x2, y2) in itertools.combinations(places, 2):
        assert abs(x1 - x2) >= 80 or abs(y1 - y2) >= 40


def test_a_large_star_without_communities_is_placed_too():
    places = layout(600, [(0, node) for node in range(1, 600)], [""] * 600).positions
    assert len(set(places)) == 600


def test_every_node_is_in_one_group_and_none_is_too_large():
    placed = layout(1000, clusters(40, 25), [""] * 1000)
    members = sorted(node for group in placed.groups for node in group.members)
    assert members == list(range(1000))
    assert max(len(group.members) for group in placed.groups) <= GROUP_LIMIT


def test_small_components_share_a_group():
    placed = layout(60, [(node, node + 1) for node in range(0, 60, 2)], [""] * 60)
    assert len(placed.groups) == 1


def test_what_is_set_aside_does_not_move_the_others():
    links = clusters(4, 25)
    hung = [*links, (3, 100), (100, 101), (30, 102)]
    alone = layout(100, links, [""] * 100).positions
    with_aside = layout(103, hung, [""] * 103, aside=[100, 101, 102]).positions
    assert with_aside[:100] == alone
    assert len(set(with_aside)) == 103


def test_what_is_set_aside_belongs_to_the_group_of_what_it_hangs_on():
    placed = layout(4, [(0, 1), (1, 2), (2, 3)], [""] * 4, aside=[2, 3])
    assert [group.members for group in placed.groups] == [(0, 1, 2, 3)]


def test_1500_nodes_are_placed_in_a_few_seconds():
    links = clusters(30, 50) + [(node, (node * 7) % 1500) for node in range(1500)]
    start = time.process_time()
    layout(1500, links, [""] * 1500)
    assert time.process_time() - start < 8

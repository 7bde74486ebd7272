import pytest

from kg.errors import QueryError
from kg.view.model import ViewGraph
from kg.view.resolution import from_resolution
from kg.view.selection import Preset, choose, find_node, links_of
from tests.view import samples


@pytest.fixture(scope="module")
def graph() -> ViewGraph:
    return from_resolution(samples.small(), samples.TEXTS)


@pytest.mark.parametrize(
    "term", ["Lena Brandt", "lena brandt", "President Brandt", "lena-brandt", samples.LENA], ids=lambda term: term[-12:]
)
def test_a_node_is_found_by_any_of_its_names(graph, term):
    assert find_node(graph, term).iri == samples.LENA


def test_an_unknown_name_is_refused_with_names_that_come_near(graph):
    with pytest.raises(QueryError, match="near: Lena Brandt"):
        find_node(graph, "Lena Brant")


def test_facts_between_two_nodes_share_a_link_by_factuality(graph):
    links = links_of(graph)
    keys = [(link.source, link.target, link.modality) for link in links]
    assert len(keys) == len(set(keys))
    modalities = {link.modality for link in links}
    assert modalities == {"actual", "planned", "hypothetical", "denied"}


def labels(graph: ViewGraph, preset: Preset, limit: int) -> set[str]:
    return {graph.nodes[number].label for number in choose(graph, links_of(graph), preset, limit=limit)}


def test_the_most_connected_nodes_are_drawn_first(graph):
    drawn = labels(graph, Preset(), 3)
    assert {"Arland", "Summit of Brandt and Vale"} <= drawn


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (Preset(focus=samples.STRIKE), {"Attack on a trawler", "Borovia"}),
        (Preset(types=("Negotiation",)), {"Talks between Arland and Borovia", "Arland"}),
        (Preset(since="2031-06-02"), {"Visit of Vale to Velm", "Oskar Vale", "Velm"}),
    ],
    ids=["focus", "type", "date"],
)
def test_what_is_asked_for_is_drawn_before_what_is_merely_connected(graph, preset, expected):
    assert labels(graph, preset, len(expected)) == expected


def test_nothing_is_drawn_twice_and_nothing_beyond_the_limit(graph):
    drawn = choose(graph, links_of(graph), Preset(), limit=5)
    assert len(drawn) == len(set(drawn)) == 5

from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.view.model import ViewGraph
from kg.view.resolution import from_resolution
from kg.view.selection import SECONDARY, SMALL, Preset, find_node, first_preset, links_of, shown_at_first
from tests.view import samples


@pytest.fixture(scope="module")
def graph() -> ViewGraph:
    return from_resolution(samples.small(), samples.TEXTS)


@pytest.fixture(scope="module")
def large(graph) -> ViewGraph:
    copies = range(SMALL // len(graph.nodes) + 1)
    return replace(graph, nodes=tuple(replace(node, iri=f"{node.iri}-{n}") for n in copies for node in graph.nodes))


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


def test_a_small_page_shows_every_kind_at_first(graph):
    preset = first_preset(graph, Preset())
    assert len(shown_at_first(graph, preset)) == len(graph.nodes)


def test_a_large_page_opens_without_the_kinds_that_explain_others(large):
    shown = shown_at_first(large, first_preset(large, Preset()))
    kinds = {large.nodes[number].kind for number in shown}
    assert kinds == {node.kind for node in large.nodes} - set(SECONDARY)


@pytest.mark.parametrize("asked", [Preset(focus=samples.QUOTE), Preset(types=("Statement",))], ids=["focus", "type"])
def test_what_is_asked_for_is_not_switched_off(large, asked):
    assert first_preset(large, asked).without == ()

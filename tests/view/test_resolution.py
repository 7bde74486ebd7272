from dataclasses import replace

import pytest

from kg.view.model import ViewFact, ViewGraph, ViewNode
from kg.view.resolution import from_resolution
from kg.vocab import TYPE, dip
from tests.view import samples


@pytest.fixture(scope="module")
def graph() -> ViewGraph:
    return from_resolution(samples.small(), samples.TEXTS)


def node(graph: ViewGraph, iri: str) -> ViewNode:
    return next(each for each in graph.nodes if each.iri == iri)


def fact(graph: ViewGraph, subject: str, predicate: str) -> ViewFact:
    return next(each for each in graph.facts if (each.subject, each.predicate) == (subject, predicate))


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (samples.SUMMIT, ("event", "Summit", "actual", "2031-05-04", "2031-05-04")),
        (samples.VISIT, ("event", "Visit", "planned", "2031-06-01", "2031-06-30")),
        (samples.STRIKE, ("event", "Attack", "denied", "", "")),
        (samples.PLEDGE, ("commitment", "Commitment", "actual", "2031-05-04", "2031-05-04")),  # by the summit
        (samples.LENA, ("person", "Person", "", "", "")),
        (samples.OFFICE, ("office", "Office", "", "", "")),
    ],
)
def test_kind_type_factuality_and_dates_of_a_node(graph, iri, expected):
    found = node(graph, iri)
    assert (found.kind, found.type, found.factuality, found.earliest, found.latest) == expected


def test_places_and_outlets_of_a_node(graph):
    summit = node(graph, samples.SUMMIT)
    assert (summit.places, summit.outlets) == ((samples.PORT,), ("Courier", "The Gazette"))


def test_an_entity_without_own_facts_counts_the_outlets_that_name_it(graph):
    assert node(graph, samples.FISH).outlets == ("The Gazette",)


def test_money_and_periods_are_values_not_nodes(graph):
    assert {each.kind for each in graph.nodes}.isdisjoint({"money", "quantity", "period"})
    assert fact(graph, samples.PLEDGE, dip("amount")).text == "EUR 40 million"


@pytest.mark.parametrize(
    ("subject", "predicate", "modality"),
    [
        (samples.SUMMIT, TYPE, "actual"),
        (samples.VISIT, TYPE, "planned"),
        (samples.TALKS, TYPE, "hypothetical"),
        (samples.STRIKE, TYPE, "denied"),
    ],
)
def test_a_fact_takes_its_strongest_modality(graph, subject, predicate, modality):
    assert fact(graph, subject, predicate).modality == modality


def test_words_are_offsets_into_the_sentence_in_code_points(graph):
    source = next(s for s in fact(graph, samples.SUMMIT, TYPE).sources if s.outlet == "Courier")
    assert source.sentence.startswith("🐟")
    assert source.sentence[source.start : source.end] == "met at Port Ash"


def test_without_the_text_a_source_keeps_outlet_and_date():
    source = fact(from_resolution(samples.small(), {}), samples.LENA, TYPE).sources[0]
    assert (source.sentence, source.start, source.end, source.outlet) == ("", 0, 0, "The Gazette")


def test_gazetteer_knowledge_is_background_without_sources(graph):
    within = fact(graph, samples.PORT, dip("within"))
    assert (within.object, within.status, within.sources) == (samples.ARLAND, "background", ())


def test_the_order_of_the_resolution_does_not_matter(graph):
    small = samples.small()
    turned = replace(small, facts=small.facts[::-1], nodes=small.nodes[::-1], entities=small.entities[::-1])
    assert from_resolution(turned, samples.TEXTS) == graph

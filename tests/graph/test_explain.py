from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.graph.build import to_quads
from kg.graph.explain import explain, explain_facts, stated_by
from kg.graph.merges import merges_of
from kg.ids import article_iri, fact_iri, mint
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Merge, Span
from kg.vocab import dip

MEETING = mint("event", "2031-05-06", "meeting", "berg", "holm")
PLACE_FACT = fact_iri(MEETING, dip("place"), mint("place", "Porthaven"))


@pytest.fixture(scope="module")
def store(resolution):
    return OxigraphStore.memory(to_quads(resolution))


@pytest.mark.parametrize(
    "term",
    [
        "Porthaven",
        "porthaven",
        "place:porthaven",
        "https://w3id.org/dip/id/place/porthaven",
        PLACE_FACT[-12:],
        f"fact:{PLACE_FACT[-12:]}",
    ],
)
def test_all_ways_to_name_a_thing_lead_to_its_fact(store, term):
    (fact,) = explain(store, term)
    assert (fact.subject, fact.predicate, fact.object) == ("Berg-Holm meeting", "place", "Porthaven")


def test_fact_carries_who_said_it_when_and_in_which_words(store):
    (fact,) = explain(store, "Porthaven")
    (testimony,) = fact.testimonies
    assert (testimony.outlet, testimony.day, testimony.modality) == ("First Wire", "2031-05-06", "asserted")
    assert testimony.sentence == "Anna Berg met Boris Holm in Porthaven on 6 May."
    assert testimony.words == Span(0, 4)


def test_words_count_from_the_sentence(store):
    (fact,) = [fact for fact in explain(store, "Norland's ports for Sudland") if fact.predicate == "content"]
    assert fact.testimonies[0].words == Span(0, 4)


def test_facts_that_lost_are_explained_too(store):
    facts = {fact.object: fact for fact in explain(store, MEETING)}
    assert facts["2031-05-07"].status == "alternative"
    denied = facts["breakdown of the talks"]
    assert (denied.status, denied.testimonies[0].modality) == ("rejected", "denied")
    assert denied.testimonies[0].attribution == "Anna Berg"


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("Anna Borg", "nothing in the graph is called 'Anna Borg'; similar names: Anna Berg"),
        ("person:nobody", "no fact about 'person:nobody'"),
        ("zzzz", "expected an IRI, a label or the id of a fact"),
        ('x" } DROP ALL', "nothing in the graph is called"),
    ],
)
def test_unknown_terms(store, term, message):
    with pytest.raises(QueryError, match=message):
        explain(store, term)


def test_what_an_article_states(store):
    stated = {fact.iri for fact in stated_by(store, article_iri("first"))}
    assert PLACE_FACT in stated
    assert fact_iri(MEETING, dip("date"), Literal("2031-05-07", "date")) not in stated


def test_facts_by_their_iris_leave_out_what_is_gone(store):
    assert [fact.iri for fact in explain_facts(store, [PLACE_FACT, f"{PLACE_FACT[:-12]}{'0' * 12}"])] == [PLACE_FACT]


def test_merges_say_what_was_joined_and_why(store):
    (joined,) = merges_of(store, [MEETING])
    assert joined.label == "Berg-Holm meeting"
    assert joined.left.split("#")[0] < joined.right.split("#")[0]
    assert joined.features == ("participants +0.500", "date -0.100")


def test_what_has_one_iri_everywhere_needs_no_explanation(resolution):
    link = Merge(MEETING, ("a", "n0"), ("b", "n0"), (("same link", 1.0),), 1.0)
    linked = OxigraphStore.memory(to_quads(replace(resolution, merges=(link,))))
    assert merges_of(linked, [MEETING]) == []

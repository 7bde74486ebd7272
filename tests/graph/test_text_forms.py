"""N-Quads, Turtle and parameters hold any text: properties over hostile strings, checked by Oxigraph's parser."""

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.quads import from_nquads, parse_term, to_nquads
from kg.rdflib_terms import from_rdflib_term, to_rdflib_term
from kg.sparql import with_values
from kg.store.oxigraph import OxigraphStore
from kg.turtle import render
from kg.types import Literal, Quad

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
IRIS = st.sampled_from(
    ["urn:a", "https://w3id.org/dip/id/state/japan", "https://w3id.org/dip/id/group/a.b/c", "urn:x-y_z"]
)
TYPED = st.tuples(st.sampled_from(["string", "date", "anyURI", "urn:mine"]), TEXT)
LITERALS = TYPED.map(lambda pair: Literal(pair[1], pair[0])) | TEXT.map(lambda text: Literal(text, language="de-at"))
QUADS = st.sets(st.builds(Quad, IRIS, IRIS, LITERALS | IRIS, st.just("") | IRIS), max_size=8)


@given(QUADS)
@settings(max_examples=60, deadline=None)
def test_nquads_come_back(quads):
    assert set(from_nquads(to_nquads(quads))) == quads


@given(QUADS)
@settings(max_examples=60, deadline=None)
def test_oxigraph_reads_our_trig_and_writes_nquads_that_we_read(quads):
    store = ox.Store()
    store.load(render(quads).encode(), format=ox.RdfFormat.TRIG)
    assert set(from_nquads(store.dump(format=ox.RdfFormat.N_QUADS))) == quads


@given(LITERALS | IRIS)
@settings(max_examples=60, deadline=None)
def test_rdflib_terms_come_back(term):
    assert from_rdflib_term(to_rdflib_term(term)) == term


@given(TEXT)
@settings(max_examples=60, deadline=None)
def test_a_parameter_is_never_read_as_sparql(text):
    sparql = with_values("SELECT ?x WHERE { BIND(?given AS ?x) }", {"given": Literal(text)})
    assert OxigraphStore.memory().query(sparql).rows == ((Literal(text),),)


def test_a_term_that_is_none_is_an_error():
    import pytest

    with pytest.raises(ValueError, match="not an N-Triples term"):
        parse_term("nonsense")


def test_a_lone_surrogate_does_not_stop_a_graph():
    assert b'"a?"' in to_nquads([Quad("urn:a", "urn:b", Literal("a\ud800"))])

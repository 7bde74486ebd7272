"""What every store does, whatever holds its quads."""

import pytest

from kg.errors import GraphError, QueryError
from kg.quads import to_nquads
from kg.types import Literal, Quad

LINE = Literal('a "quoted"\nline with 😀 and \\')
QUADS = {
    Quad("urn:a", "urn:p", "urn:b"),
    Quad("urn:a", "urn:p", Literal("2031-05-06", "date")),
    Quad("urn:a", "urn:name", LINE),
    Quad("urn:a", "urn:name", Literal("Berg", language="de")),
    Quad("urn:b", "urn:n", Literal("7", "integer"), "urn:g"),
    Quad("urn:c", "urn:n", Literal("true", "boolean"), "urn:h"),
}


@pytest.fixture
def store(empty):
    empty.load(to_nquads(sorted(QUADS, key=str)))
    return empty


def test_it_gives_back_its_quads(store):
    assert set(store.quads()) == QUADS
    assert len(store) == 6


@pytest.mark.parametrize("graph", ["", "urn:g", "urn:none"])
def test_it_gives_the_quads_of_one_graph(store, graph):
    assert set(store.quads(graph)) == {quad for quad in QUADS if quad.graph == graph}


def test_loading_twice_adds_nothing(store):
    store.load(to_nquads(QUADS))
    assert len(store) == 6


@pytest.mark.parametrize(
    ("sparql", "rows"),
    [
        ("SELECT ?o WHERE { <urn:a> <urn:p> ?o FILTER(ISIRI(?o)) }", [("urn:b",)]),
        ("SELECT ?o WHERE { <urn:a> <urn:p> ?o FILTER(ISLITERAL(?o)) }", [(Literal("2031-05-06", "date"),)]),
        ("SELECT ?o WHERE { <urn:a> <urn:name> ?o FILTER(LANG(?o) = 'de') }", [(Literal("Berg", language="de"),)]),
        ("SELECT ?x ?y WHERE { BIND(1 AS ?x) OPTIONAL { <urn:z> <urn:p> ?y } }", [(Literal("1", "integer"), None)]),
        ("SELECT (COUNT(*) AS ?n) WHERE { ?s <urn:n> ?o }", [(Literal("0", "integer"),)]),
    ],
)
def test_select_reads_the_default_graph(store, sparql, rows):
    assert list(store.query(sparql).rows) == rows


def test_columns_are_named(store):
    assert store.query("SELECT ?second ?first WHERE { ?first <urn:p> ?second }").columns == ("second", "first")


def test_the_union_reads_every_graph_once(store):
    found = store.query("SELECT ?s ?o WHERE { ?s <urn:n> ?o }", union=True)
    assert sorted(map(str, found.rows)) == sorted(
        map(str, [("urn:b", Literal("7", "integer")), ("urn:c", Literal("true", "boolean"))])
    )


def test_a_named_graph_can_be_asked(store):
    assert store.query("SELECT ?s WHERE { GRAPH <urn:g> { ?s ?p ?o } }").rows == (("urn:b",),)


@pytest.mark.parametrize(("node", "truth"), [("a", True), ("z", False)])
def test_ask(store, node, truth):
    assert store.query(f"ASK {{ <urn:{node}> ?p ?o }}").truth is truth


def test_construct(store):
    found = store.query("CONSTRUCT { ?o <urn:q> ?s } WHERE { ?s <urn:p> ?o FILTER(ISIRI(?o)) }")
    assert found.triples == (Quad("urn:b", "urn:q", "urn:a"),)


@pytest.mark.parametrize("value", [LINE, Literal("2031-05-06", "date"), "urn:b", Literal("} DROP ALL #")])
def test_parameters_are_terms_and_never_text(store, value):
    found = store.query("SELECT ?p WHERE { ?s ?p ?value }", bindings={"value": value, "s": "urn:a"})
    assert len(found.rows) == sum(quad.object == value for quad in QUADS)


@pytest.mark.parametrize(
    "sparql",
    ["SELECT", "SELECT ?x WHERE { SERVICE <http://127.0.0.1:9/> { ?x ?p ?o } }", "INSERT DATA { <urn:x> <urn:y> 1 }"],
)
def test_what_is_no_query_or_reaches_out_is_refused(store, sparql):
    with pytest.raises(QueryError):
        store.query(sparql)
    assert len(store) == 6


def test_what_is_no_nquads_is_refused(empty):
    with pytest.raises(GraphError):
        empty.load(b"<urn:a> nonsense .\n")
    assert len(empty) == 0

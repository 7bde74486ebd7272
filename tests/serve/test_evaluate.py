"""One query, in this process: what comes back, in which form, and what is refused."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.query import Result

from kg.serve.evaluate import Asked, answer
from kg.serve.media import RESULTS, TRIPLES

HOSTILE = 'a "b"\n<c>&\t\\ é\U0001f600'
SELECT = "SELECT ?s ?o ?none WHERE { ?s <urn:p> ?o } ORDER BY ?o"


@pytest.fixture(scope="module")
def engine():
    store = ox.Store()
    s, p = ox.NamedNode("urn:s"), ox.NamedNode("urn:p")
    for value in (ox.Literal(HOSTILE), ox.Literal("oui", language="fr"), ox.Literal(7), ox.BlankNode("b")):
        store.add(ox.Quad(s, p, value))
    store.add(ox.Quad(s, ox.NamedNode("urn:q"), ox.Literal("in a graph"), ox.NamedNode("urn:g")))
    return store


def ask(engine, sparql, accept="", rows=100, **graphs):
    return answer(engine, Asked(sparql, accept, **graphs), rows=rows)


@pytest.mark.parametrize(("media", "form"), [(RESULTS[0], "json"), (RESULTS[1], "xml"), (RESULTS[3], "tsv")])
def test_rdflib_reads_the_rows(engine, media, form):
    reply = ask(
        engine, SELECT.replace("<urn:p> ?o", "<urn:p> ?o FILTER(isLiteral(?o))"), media
    )  # its TSV has no blanks
    found = Result.parse(io.BytesIO(reply.body), format=form)
    assert [str(variable) for variable in found.vars] == ["s", "o", "none"]
    values = [row[1] for row in found]
    assert {Literal(HOSTILE), Literal("oui", lang="fr"), Literal(7)} == set(values)
    assert {(row[0], row[2]) for row in found} == {(URIRef("urn:s"), None)}


@pytest.mark.parametrize(
    "sparql", ['SELECT ("a\\u000Bb" AS ?x) {}', 'CONSTRUCT { <urn:s> <urn:x#p> "a\\u000Bb" } WHERE {}']
)
def test_what_xml_cannot_hold_is_replaced(engine, sparql):
    reply = ask(engine, sparql, f"{RESULTS[1]}, application/rdf+xml")
    assert "a\ufffdb" in reply.body.decode()


def test_csv_holds_values(engine):
    reply = ask(engine, SELECT, "text/csv")
    rows = list(csv.reader(io.StringIO(reply.body.decode(), newline="")))
    assert rows[0] == ["s", "o", "none"]
    assert {row[1] for row in rows[1:]} > {HOSTILE, "7", "oui"}
    assert {(row[0], row[2]) for row in rows[1:]} == {("urn:s", "")}


@pytest.mark.parametrize(
    ("media", "body"),
    [
        (RESULTS[0], b'{"head": {}, "boolean": true}'),
        (RESULTS[2], b"true\r\n"),
        (RESULTS[3], b"true\n"),
    ],
)
def test_ask(engine, media, body):
    assert ask(engine, "ASK { ?s ?p 7 }", media).body == body


def test_ask_in_xml(engine):
    assert b"<boolean>false</boolean>" in ask(engine, "ASK { ?s ?p 8 }", RESULTS[1]).body


@pytest.mark.parametrize(("media", "form"), zip(TRIPLES, ("turtle", "nt", "xml", "json-ld"), strict=True))
def test_triples_come_back(engine, media, form):
    reply = ask(engine, "CONSTRUCT { ?s <urn:x#p> ?o } WHERE { ?s <urn:p> ?o FILTER(isLiteral(?o)) }", media)
    assert reply.media.startswith(media)
    graph = Dataset(default_union=True) if form == "json-ld" else Graph()
    graph.parse(data=reply.body, format=form)
    assert set(graph.objects()) == {Literal(HOSTILE), Literal("oui", lang="fr"), Literal(7)}


def test_describe_gives_the_triples_of_a_node(engine):
    assert ask(engine, "DESCRIBE <urn:s>", "application/n-triples").body.count(b"<urn:s>") == 5


@pytest.mark.parametrize(
    ("graphs", "count"),
    [
        ({}, 5),
        ({"default_graphs": ("urn:g",)}, 1),
        ({"named_graphs": ("urn:g",)}, 0),
        ({"default_graphs": ("urn:nothing",)}, 0),
    ],
)
def test_the_request_names_the_graphs(engine, graphs, count):
    reply = ask(engine, "SELECT * { ?s ?p ?o }", **graphs)
    assert len(json.loads(reply.body)["results"]["bindings"]) == count


def test_from_names_the_graphs(engine):
    reply = ask(engine, "SELECT * FROM <urn:g> { ?s ?p ?o }")
    assert len(json.loads(reply.body)["results"]["bindings"]) == 1


def test_usual_prefixes_are_known(engine):
    assert ask(engine, "ASK { ?x dip:met person:anna-berg }").status == 200


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("SELECT * { ?s ?p", "error at 1:"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("PREFIX : <http://127.0.0.1:9/> ASK { SERVICE:x { ?s ?p ?o } }", "SERVICE is refused"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "INSERT is refused"),
        ("LOAD <http://127.0.0.1:9/>", "LOAD is refused"),
        ("DROP ALL", "DROP is refused"),
        ("SELECT ?x { BIND(<<( <urn:a> <urn:b> 1 )>> AS ?x) }", "triple terms"),
        ("", "error at 1:"),
    ],
)
def test_what_cannot_be_run_says_why(engine, sparql, said):
    reply = ask(engine, sparql)
    assert reply.status == 400
    assert said in reply.body.decode()


@pytest.mark.parametrize("sparql", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s <urn:p> ?o }"])
def test_a_long_answer_is_refused_and_not_cut(engine, sparql):
    assert ask(engine, sparql, rows=5).status == 200
    refused = ask(engine, sparql, rows=3)
    assert refused.status == 400
    assert "more than 3 rows" in refused.body.decode()


@pytest.mark.parametrize(("sparql", "accept"), [("ASK {}", "text/turtle"), ("DESCRIBE <urn:s>", "text/csv")])
def test_a_type_that_does_not_fit_is_not_acceptable(engine, sparql, accept):
    reply = ask(engine, sparql, accept)
    assert reply.status == 406
    assert b"can be had as" in reply.body

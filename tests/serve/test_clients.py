"""Programs of others against the running server."""

import shutil
import subprocess

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.graph.query import ask
from kg.store.remote import RemoteStore

TAKAICHI = URIRef("https://w3id.org/dip/id/person/sanae-takaichi")
MET = URIRef("https://w3id.org/dip/ontology#met")
TRUMP = URIRef("https://w3id.org/dip/id/person/donald-trump")
SELECT = "SELECT ?who { ?who dip:met person:donald-trump }"


@pytest.fixture
def wrapper(address):
    module = pytest.importorskip("SPARQLWrapper")
    return module.SPARQLWrapper(f"{address}/sparql")


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("way", ["urlencoded", "postdirectly"])
def test_sparqlwrapper_selects(wrapper, method, way):
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setReturnFormat("json")
    wrapper.setQuery(SELECT)
    if (method, way) == ("GET", "postdirectly"):
        pytest.skip("not a request of the protocol")
    found = wrapper.query().convert()
    assert [row["who"]["value"] for row in found["results"]["bindings"]] == [str(TAKAICHI)]


def test_sparqlwrapper_reads_xml(wrapper):
    wrapper.setReturnFormat("xml")
    wrapper.setQuery(SELECT)
    (uri,) = wrapper.query().convert().getElementsByTagName("uri")
    assert uri.firstChild.data == str(TAKAICHI)


@pytest.mark.parametrize("form", ["xml", "turtle", "json-ld"])
def test_sparqlwrapper_constructs(wrapper, form):
    wrapper.setReturnFormat(form)
    wrapper.setQuery("CONSTRUCT { ?a dip:met ?b } WHERE { ?a dip:met ?b }")
    found = wrapper.query().convert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format=form)
    assert (TAKAICHI, MET, TRUMP) in graph


def test_sparqlwrapper_gets_an_error_it_knows(wrapper):
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

    wrapper.setQuery("SELECT * { ?s ?p")
    with pytest.raises(QueryBadFormed):
        wrapper.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_reads_the_endpoint_as_a_graph(address, method):
    graph = Graph(SPARQLStore(f"{address}/sparql", method=method))
    assert (TAKAICHI, MET, TRUMP) in graph
    assert set(graph.objects(TAKAICHI, MET)) == {TRUMP}
    rows = graph.query("SELECT ?o { ?s <https://w3id.org/dip/ontology#met> ?o }", initBindings={"s": TAKAICHI})
    assert [row.o for row in rows] == [TRUMP]


def test_rdflib_federates_to_the_endpoint(address):
    sparql = f"SELECT ?o {{ SERVICE <{address}/sparql> {{ <{TAKAICHI}> <{MET}> ?o }} }}"
    assert [row.o for row in Graph().query(sparql)] == [TRUMP]


def test_our_own_client(address):
    store = RemoteStore(f"{address}/sparql", pause=0)
    answer = ask(store, "whom-did-x-meet", {"person": "Sanae Takaichi"})
    assert [row[0].value for row in answer.rows] == ["Donald Trump"]


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
@pytest.mark.parametrize(
    "options",
    [
        ["--get", "--data-urlencode", f"query={SELECT}"],
        ["--data-urlencode", f"query={SELECT}"],
        ["--header", "Content-Type: application/sparql-query", "--data-binary", SELECT],
    ],
)
def test_curl(address, options):
    command = ["curl", "--silent", "--show-error", "--noproxy", "*", "--fail", "-H", "Accept: text/csv", *options]
    done = subprocess.run([*command, f"{address}/sparql"], capture_output=True, text=True, check=True)
    assert done.stdout == f"who\n{TAKAICHI}\n"

"""The tests of the W3C for the SPARQL 1.1 Protocol, by the names that its manifest gives them.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ - the requests are those, on graphs of our own.
"""

import pytest
from rdflib import Graph

from kg.errors import QueryError
from kg.sparql import with_using
from tests.serve.conftest import TOKEN, running

FORM = {"content-type": "application/x-www-form-urlencoded"}
QUERY = {"content-type": "application/sparql-query"}
PLAIN_TEXT = {"content-type": "text/plain"}
UPDATE = {"content-type": "application/sparql-update"}
G1, G2, G3 = (f"http://example.org/protocol/{number}" for number in (1, 2, 3))


def triple(name):
    return f"<http://example.org/s> <http://example.org/p> <http://example.org/{name}>"


@pytest.fixture
def graphs(client):
    """Three graphs with a triple each, which no other test sees."""
    filled = " ".join(f"GRAPH <{name}> {{ {triple(name[-1])} }}" for name in (G1, G2, G3))
    assert update(client, f"INSERT DATA {{ {filled} }}").status_code == 204
    yield
    assert (
        update(client, ";".join(f"DROP SILENT GRAPH <{name}>" for name in (G1, G2, G3, f"{G1}/new"))).status_code == 204
    )


def update(client, sparql, **more):
    return client.post("/update", content=sparql, headers={**UPDATE, "authorization": f"Bearer {TOKEN}"}, **more)


def objects(response):
    assert response.status_code == 200, response.text
    return sorted(row["o"]["value"][-1] for row in response.json()["results"]["bindings"])


SELECT = "SELECT ?o { <http://example.org/s> ?p ?o }"
NAMED = "SELECT ?o { GRAPH ?g { <http://example.org/s> ?p ?o } }"


def dataset(**graphs):
    return [(f"{kind}-graph-uri", name) for kind, names in graphs.items() for name in names]


@pytest.mark.usefixtures("graphs")
@pytest.mark.parametrize("by", ["get", "post"])
@pytest.mark.parametrize(
    ("sparql", "named", "found"),
    [
        pytest.param(SELECT, dataset(default=[G1]), ["1"], id="query_dataset_default_graph"),
        pytest.param(SELECT, dataset(default=[G1, G2]), ["1", "2"], id="query_dataset_default_graphs"),
        pytest.param(NAMED, dataset(named=[G1, G2]), ["1", "2"], id="query_dataset_named_graphs"),
        pytest.param(NAMED, dataset(default=[G3], named=[G1, G2]), ["1", "2"], id="query_dataset_full"),
        pytest.param(SELECT, dataset(default=[G3], named=[G1, G2]), ["3"], id="query_dataset_full"),
        pytest.param(
            SELECT.replace("{", f"FROM <{G1}> {{", 1),
            dataset(default=[G2, G3]),
            ["2", "3"],
            id="query_multiple_dataset",
        ),
        pytest.param(
            NAMED.replace("{", f"FROM NAMED <{G1}> {{", 1), dataset(named=[G2]), ["2"], id="query_multiple_dataset"
        ),
    ],
)
def test_query_dataset(client, by, sparql, named, found):
    if by == "get":
        response = client.get("/sparql", params=[("query", sparql), *named])
    else:
        response = client.post("/sparql", content=sparql, params=named, headers=QUERY)
    assert objects(response) == found


@pytest.mark.parametrize(
    ("sent", "content", "headers", "status"),
    [
        pytest.param("PUT /sparql?query=ASK%20%7B%7D", "", {}, 405, id="bad_query_method"),
        pytest.param("GET /sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", "", {}, 400, id="bad_multiple_queries"),
        pytest.param("POST /sparql", "ASK {}", PLAIN_TEXT, 415, id="bad_query_wrong_media_type"),
        pytest.param("POST /sparql", "query=ASK%20%7B%7D", {}, 415, id="bad_query_missing_form_type"),
        pytest.param("POST /sparql", "ASK {}", {}, 415, id="bad_query_missing_direct_type"),
        pytest.param("POST /sparql", "ASK {}".encode("utf-16"), QUERY, 400, id="bad_query_non_utf8"),
        pytest.param("GET /sparql?query=ASK%20%7B", "", {}, 400, id="bad_query_syntax"),
        pytest.param("GET /update?update=CLEAR%20ALL", "", {}, 405, id="bad_update_get"),
        pytest.param("POST /update", "update=CLEAR%20ALL&update=CLEAR%20ALL", FORM, 400, id="bad_multiple_updates"),
        pytest.param("POST /update", "CLEAR NAMED", PLAIN_TEXT, 415, id="bad_update_wrong_media_type"),
        pytest.param("POST /update", "update=CLEAR%20NAMED", {}, 415, id="bad_update_missing_form_type"),
        pytest.param("POST /update", "CLEAR NAMED", {}, 415, id="bad_update_missing_direct_type"),
        pytest.param("POST /update", "CLEAR NAMED".encode("utf-16"), UPDATE, 400, id="bad_update_non_utf8"),
        pytest.param("POST /update", "CLEAR XYZ", UPDATE, 400, id="bad_update_syntax"),
        pytest.param(
            f"POST /update?using-named-graph-uri={G1}",
            f"INSERT {{ ?s ?p ?o }} USING <{G2}> WHERE {{ ?s ?p ?o }}",
            UPDATE,
            400,
            id="bad_update_dataset_conflict",
        ),
    ],
)  # fmt: skip
def test_bad(client, sent, content, headers, status):
    method, path = sent.split(" ")
    response = client.request(method, path, content=content, headers={**headers, "authorization": f"Bearer {TOKEN}"})
    assert response.status_code == status
    assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


@pytest.mark.parametrize("where", ["query_get", "query_post_form", "query_post_direct"])
def test_query(client, where):
    asked = {"query": "ASK {}"}
    response = {
        "query_get": lambda: client.get("/sparql", params=asked),
        "query_post_form": lambda: client.post("/sparql", data=asked),
        "query_post_direct": lambda: client.post("/sparql", content="ASK {}", headers=QUERY),
    }[where]()
    assert (response.status_code, response.json()["boolean"]) == (200, True)


@pytest.mark.parametrize(
    ("sparql", "types"),
    [
        pytest.param(
            "SELECT (1 AS ?v) {}", ("json", "xml", "csv", "tab-separated-values"), id="query_content_type_select"
        ),
        pytest.param("ASK {}", ("json", "xml"), id="query_content_type_ask"),
        pytest.param(
            "DESCRIBE <http://example.org/>",
            ("turtle", "n-triples", "rdf+xml", "ld+json"),
            id="query_content_type_describe",
        ),
        pytest.param(
            "CONSTRUCT { <a:s> <a:p> 1 } {}",
            ("turtle", "n-triples", "rdf+xml", "ld+json"),
            id="query_content_type_construct",
        ),
    ],
)
def test_query_content_type(client, sparql, types):
    for name in types:
        offered = ("application/sparql-results+", "application/", "text/")
        accept = ", ".join(prefix + name for prefix in offered)
        response = client.get("/sparql", params={"query": sparql}, headers={"accept": accept})
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] in accept.split(", ")


COPY = f"INSERT {{ GRAPH <{G1}/new> {{ ?s ?p ?o }} }} WHERE "
PLAIN, WITHIN = f"{COPY} {{ ?s ?p ?o }}", f"{COPY} {{ GRAPH ?g {{ ?s ?p ?o }} }}"


@pytest.mark.usefixtures("graphs")
@pytest.mark.parametrize("by", ["direct", "form"])
@pytest.mark.parametrize(
    ("sparql", "using", "found"),
    [
        pytest.param(PLAIN, [("using-graph-uri", G1)], ["1"], id="update_dataset_default_graph"),
        pytest.param(
            PLAIN, [("using-graph-uri", G1), ("using-graph-uri", G2)], ["1", "2"], id="update_dataset_default_graphs"
        ),
        pytest.param(
            WITHIN,
            [("using-named-graph-uri", G1), ("using-named-graph-uri", G2)],
            ["1", "2"],
            id="update_dataset_named_graphs",
        ),
        pytest.param(PLAIN, [("using-graph-uri", G1), ("using-named-graph-uri", G2)], ["1"], id="update_dataset_full"),
        pytest.param(WITHIN, [("using-graph-uri", G1), ("using-named-graph-uri", G2)], ["2"], id="update_dataset_full"),
    ],
)
def test_update_dataset(client, by, sparql, using, found):
    if by == "direct":
        response = update(client, sparql, params=using)
    else:
        sent = {"update": sparql, **{name: [iri for key, iri in using if key == name] for name, _ in using}}
        response = client.post("/update", data=sent, headers={"authorization": f"Bearer {TOKEN}"})
    assert response.status_code == 204, response.text
    asked = {"query": f"SELECT ?o {{ GRAPH <{G1}/new> {{ ?s ?p ?o }} }}"}
    assert objects(client.get("/sparql", params=asked)) == found


@pytest.mark.usefixtures("graphs")
def test_update_base_uri(client, address):
    assert update(client, f"INSERT DATA {{ GRAPH <{G1}> {{ {triple('s')} , <test> }} }}").status_code == 204
    asked = {"query": f"ASK {{ GRAPH <{G1}> {{ ?s ?p <{address}/test> }} }}"}
    assert client.get("/sparql", params=asked).json()["boolean"] is True
    assert (
        client.get("/sparql", params={"query": f"ASK {{ GRAPH <{G1}> {{ ?s ?p <test> }} }}"}).json()["boolean"] is True
    )


@pytest.mark.parametrize(
    ("sparql", "written"),
    [
        ("DELETE WHERE { ?s ?p '}' }", "DELETE { ?s ?p '}' } USING <urn:g> USING NAMED <urn:h> WHERE { ?s ?p '}' }"),
        ("INSERT DATA { <urn:a> <urn:b> 'WHERE' }", "INSERT DATA { <urn:a> <urn:b> 'WHERE' }"),
        (
            "INSERT { ?s ?p 1 } where { { SELECT * WHERE { ?s ?p 2 } } } ; CLEAR ALL",
            "INSERT { ?s ?p 1 } USING <urn:g> USING NAMED <urn:h> where { { SELECT * WHERE { ?s ?p 2 } } } ; CLEAR ALL",
        ),
        (
            "DELETE { ?s ?p 1 # WHERE {\n} WHERE {}",
            "DELETE { ?s ?p 1 # WHERE {\n} USING <urn:g> USING NAMED <urn:h> WHERE {}",
        ),
    ],
)
def test_graphs_of_the_request_stand_before_each_pattern(sparql, written):
    assert with_using(sparql, ["urn:g"], ["urn:h"]) == written


def test_an_iri_of_the_request_is_never_text():
    with pytest.raises(QueryError, match="is no IRI"):
        with_using("DELETE WHERE { ?s ?p ?o }", ["urn:g> WHERE {} ; CLEAR ALL #"], [])


def test_the_description_tells_of_updates_where_there_are_some(client, graph_directory):
    accept = {"accept": "text/turtle"}
    language = "SPARQL11Update"
    assert language in client.get("/sparql", headers=accept).text
    with running("--graph", graph_directory) as address:
        import httpx

        found = httpx.get(f"{address}/sparql", headers=accept).text
    assert len(Graph().parse(data=found, format="turtle")) > 10
    assert language not in found

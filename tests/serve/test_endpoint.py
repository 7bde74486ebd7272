"""The running server, over HTTP."""

import json
import threading
import time

import httpx
import pytest
from rdflib import Graph, URIRef

from kg.serve.worker import LOOKUPS
from kg.store.oxigraph import OxigraphStore
from tests.serve.conftest import SAMPLE, SECONDS, TOKEN

QUERY = "SELECT ?name { person:sanae-takaichi rdfs:label ?name }"
FORM = "application/x-www-form-urlencoded"
SPARQL = "application/sparql-query"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
NOT_HERE = ("Traceback", 'File "', "site-packages", "starlette")


def names(response):
    assert response.status_code == 200, response.text
    return [row["name"]["value"] for row in response.json()["results"]["bindings"]]


def test_query_by_get(client):
    assert names(client.get("/sparql", params={"query": QUERY})) == ["Sanae Takaichi"]


def test_query_by_form(client):
    assert names(client.post("/sparql", data={"query": QUERY})) == ["Sanae Takaichi"]


@pytest.mark.parametrize("media", [SPARQL, f"{SPARQL}; charset=utf-8", SPARQL.upper()])
def test_query_as_it_is(client, media):
    response = client.post("/sparql", content=QUERY, headers={"content-type": media})
    assert names(response) == ["Sanae Takaichi"]


def test_head_has_no_body(client):
    response = client.head("/sparql", params={"query": QUERY})
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize(
    "media", ["application/sparql-results+xml", "text/csv", "text/tab-separated-values", "application/json"]
)
def test_the_accept_header_chooses(client, media):
    response = client.get("/sparql", params={"query": QUERY}, headers={"accept": media})
    assert response.headers["content-type"].partition(";")[0] == media
    assert "Sanae Takaichi" in response.text


@pytest.mark.parametrize("where", ["get", "form", "text"])
def test_graphs_named_in_the_request(client, where):
    sparql = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = {"default-graph-uri": "https://w3id.org/dip/id/graph/run"}
    if where == "get":
        response = client.get("/sparql", params={"query": sparql, **named})
    elif where == "form":
        response = client.post("/sparql", data={"query": sparql, **named})
    else:
        response = client.post("/sparql", content=sparql, params=named, headers={"content-type": SPARQL})
    assert response.json()["results"]["bindings"][0]["n"]["value"] == "9"


def test_without_a_query_the_service_describes_itself(client, address):
    response = client.get("/sparql", headers={"accept": "text/turtle"})
    graph = Graph().parse(data=response.text, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert URIRef(f"{address}/sparql") in set(graph.objects(None, URIRef(f"{sd}endpoint")))
    assert URIRef(f"{sd}SPARQL11Query") in set(graph.objects(None, URIRef(f"{sd}supportedLanguage")))


def test_a_browser_is_led_to_the_editor(client):
    response = client.get("/sparql", headers={"accept": "text/html,*/*;q=0.1"})
    assert (response.status_code, response.headers["location"]) == (303, "/")


PROBLEMS = [
    ("GET", "/sparql?query=SELECT", {}, 400),
    ("GET", "/sparql?query=", {}, 400),
    ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, 400),
    ("GET", "/sparql?query=%FF", {}, 400),
    ("GET", "/sparql?" + "&".join(f"a{i}=1" for i in range(101)), {}, 400),
    ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", {}, 400),
    ("GET", "/sparql?query=ASK%7B%7D", {"headers": {"accept": "image/png"}}, 406),
    ("GET", "/sparql", {"headers": {"accept": "image/png"}}, 406),
    ("POST", "/sparql", {"content": "ASK {}", "headers": {"content-type": "text/plain"}}, 415),
    ("POST", "/sparql", {"content": "ASK {}"}, 415),
    ("POST", "/sparql", {"content": "update=CLEAR+ALL", "headers": {"content-type": FORM}}, 400),
    ("POST", "/sparql", {"content": b"\xff", "headers": {"content-type": SPARQL}}, 400),
    ("POST", "/sparql", {"content": b" ", "headers": {"content-type": SPARQL}}, 400),
    ("POST", "/sparql", {"content": b"#" * 1_100_000, "headers": {"content-type": SPARQL}}, 413),
    ("PUT", "/sparql", {"content": b""}, 405),
    ("DELETE", "/sparql", {}, 405),
    ("PATCH", "/graph", {}, 405),
    ("GET", "/update", {}, 405),
    ("GET", "/nothing", {}, 404),
    ("GET", "/assets/../app.py", {}, 404),
    ("GET", "/assets/%2e%2e/app.py", {}, 404),
    ("GET", "/api/facts", {}, 400),
    ("GET", "/api/facts?term=nobody", {}, 404),
    ("GET", "/api/explain?term=nobody", {}, 404),
    ("GET", "/api/neighbours?term=person:nobody", {}, 404),
    ("GET", "/api/secrets?term=japan", {}, 404),
    ("GET", "/sparql?query=ASK%7BSERVICE%3Chttp://127.0.0.1:9/%3E%7B%7D%7D", {}, 400),
]


@pytest.mark.parametrize(
    ("method", "path", "request_", "status"), PROBLEMS, ids=[f"{row[0]} {row[1][:50]} {row[3]}" for row in PROBLEMS]
)
def test_a_wrong_request_is_told_so(client, method, path, request_, status):
    response = client.request(method, path, **request_)
    assert response.status_code == status
    assert response.text.strip()
    assert not any(word in response.text for word in NOT_HERE)
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_refused_method_names_the_others(client):
    assert set(client.put("/sparql").headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_a_body_that_only_grows_is_cut_off(client):
    def endless():
        for _ in range(40):
            yield b"#" * 65_536

    response = client.post("/sparql", content=endless(), headers={"content-type": SPARQL})
    assert response.status_code == 413


@pytest.mark.parametrize("path", ["/", "/api", "/sparql?query=ASK%7B%7D", "/assets/editor.js", "/nothing"])
def test_headers_keep_browsers_in_bounds(client, path):
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "connect-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", ""])
def test_another_name_is_not_answered(client, host):
    assert client.get("/api/prefixes", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:99", "127.0.0.1", "[::1]:80"])
def test_its_own_names_are_answered(client, host):
    assert client.get("/api/prefixes", headers={"host": host}).status_code == 200


def test_the_interactive_page(client):
    response = client.get("/graph")
    assert "The page" in response.text
    assert response.headers["content-type"].startswith("text/html")


def test_pages_name_no_other_host(client):
    for path in ("/", "/api", "/assets/editor.js", "/assets/pages.css"):
        assert "://" not in client.get(path).text.replace("http://127.0.0.1", "")


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(client):
    started = time.monotonic()
    response = client.get("/sparql", params={"query": ENDLESS})
    assert (response.status_code, time.monotonic() - started < SECONDS + 20) == (503, True)
    assert f"stopped after {SECONDS} seconds" in response.text
    assert names(client.get("/sparql", params={"query": QUERY})) == ["Sanae Takaichi"]


def test_long_queries_on_all_workers_leave_the_pages_alone(client):
    ask = lambda: client.get("/sparql", params={"query": ENDLESS})  # noqa: E731
    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert client.get("/api/prefixes").status_code == 200
    for thread in threads:
        thread.join()


def test_facts_of_a_node(client):
    found = client.get("/api/facts", params={"term": "Sanae Takaichi"}).json()
    assert found["node"] == {"iri": "https://w3id.org/dip/id/person/sanae-takaichi", "label": "Sanae Takaichi"}
    by = {(fact["subjectLabel"], fact["property"], fact["objectLabel"]): fact for fact in found["facts"]}
    fact = by["Signing of the Japan-US critical minerals framework", "signatory", "Sanae Takaichi"]
    assert (fact["status"], fact["confidence"], fact["outlets"]) == ("accepted", 0.993, 2)
    (alone,) = client.get("/api/facts", params={"term": fact["fact"]}).json()["facts"]
    assert alone == fact


def test_the_sentences_behind_facts(client):
    found = client.get("/api/explain", params={"term": "fact:971f2f670da6"}).json()
    (fact,) = found["facts"]
    assert (fact["predicate"], fact["object"]) == ("date", "2025-10-29")
    assert fact["testimonies"][0]["sentence"] == "Trump left Tokyo for South Korea on Wednesday."


def test_a_long_answer_says_that_it_is_not_whole():
    store = OxigraphStore.open(SAMPLE)
    for lookup in LOOKUPS.values():
        whole, cut = (json.loads(lookup(store, "Japan", rows=rows).body) for rows in (1000, 2))
        assert (whole["complete"], cut["complete"]) == (True, False)
        assert {len(value) for value in cut.values() if isinstance(value, list)} == {2}


def test_neighbours_of_a_node(client):
    found = client.get("/api/neighbours", params={"term": "Yokosuka"}).json()["neighbours"]
    assert {"direction": "out", "property": "within", "node": "https://w3id.org/dip/id/state/japan", "label": "Japan",
            "kind": "state"} in found  # fmt: skip
    assert {each["direction"] for each in found} == {"in", "out"}


def test_openapi_describes_what_the_routes_give(client):
    document = client.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for lookup in ("facts", "explain", "neighbours"):
        operation = document["paths"][f"/api/{lookup}"]["get"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert_fits(client.get(f"/api/{lookup}", params={"term": "Yokosuka"}).json(), schema)


def assert_fits(value, schema):
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert value is None or isinstance(value, tuple(kinds[name] for name in named if name != "null"))
    if value is not None and "properties" in schema:
        assert set(value) == set(schema["properties"])
        for key, inner in schema["properties"].items():
            assert_fits(value[key], inner)
    for each in value if "items" in schema else ():
        assert_fits(each, schema["items"])


def test_questions_run_as_the_editor_shows_them(client):
    questions = {question["name"]: question for question in client.get("/api/questions").json()}
    assert len(questions) >= 40
    response = client.post("/sparql", data={"query": questions["who-met-whom"]["sparql"]})
    assert [row["other"]["value"] for row in response.json()["results"]["bindings"]] == ["Sanae Takaichi"]


def update(client, sparql, token=TOKEN, **more):
    headers = {"content-type": "application/sparql-update"}
    if token:
        headers["authorization"] = f"Bearer {token}"
    return client.post("/update", content=sparql, headers=headers, **more)


def test_an_update_changes_the_store(client):
    asked = {"query": "ASK { <urn:a> <urn:b> 1 }"}
    assert update(client, "INSERT DATA { <urn:a> <urn:b> 1 }").status_code == 204
    assert client.get("/sparql", params=asked).json()["boolean"] is True
    assert update(client, "DELETE DATA { <urn:a> <urn:b> 1 }").status_code == 204
    assert client.get("/sparql", params=asked).json()["boolean"] is False


def test_an_update_may_be_a_form(client):
    response = client.post(
        "/update", data={"update": "CLEAR GRAPH <urn:no>"}, headers={"authorization": f"bearer {TOKEN}"}
    )
    assert response.status_code in (204, 400)  # an engine may know no such graph


@pytest.mark.parametrize(
    "word", ["", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN[:-1]}", f"Bearer {TOKEN}x", "Bearer é"]
)
def test_an_update_needs_the_token(client, word):
    headers = {"content-type": "application/sparql-update"} | ({"authorization": word.encode()} if word else {})
    response = client.post("/update", content="CLEAR ALL", headers=headers)
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/sparql", params={"query": QUERY}).json()["results"]["bindings"]


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("LOAD <http://127.0.0.1:9/>", "LOAD is refused"),
        ("LOAD<file:///etc/hostname> INTO GRAPH <urn:g>", "LOAD is refused"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("INSERT DATA { <urn:a>", "error at"),
    ],
)
def test_an_update_reaches_no_further(client, sparql, said):
    response = update(client, sparql)
    assert (response.status_code, said in response.text) == (400, True)


def test_json_results_are_compact_enough_to_stream(client):
    response = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 3"})
    assert len(json.loads(response.content)["results"]["bindings"]) == 3
    assert b"\n" not in response.content


def test_a_client_that_leaves_does_not_stop_the_server(client, address):
    with pytest.raises(httpx.ReadTimeout), httpx.Client(base_url=address, timeout=0.2) as hasty:
        hasty.get("/sparql", params={"query": ENDLESS})
    assert names(client.get("/sparql", params={"query": QUERY})) == ["Sanae Takaichi"]


def test_the_ontology_is_served_with_its_page_and_its_context(client):
    page = client.get("/ontology", follow_redirects=True)
    assert (page.status_code, page.url.path, "Two or more actors meet in person." in page.text) == (
        200,
        "/ontology/",
        True,
    )
    context, turtle = client.get("/ontology/context.jsonld"), client.get("/ontology/dip.ttl")
    assert context.headers["content-type"] == "application/ld+json"
    assert context.json()["@context"]["met"] == {"@id": "dip:met", "@type": "@id"}
    assert len(Graph().parse(data=turtle.text, format="turtle")) > 1000

"""Whatever is sent, the server answers by the rules, tells nothing of its inside, and goes on."""

import socket
from urllib.parse import urlsplit

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KNOWN = frozenset({200, 303, 400, 401, 404, 405, 406, 408, 413, 414, 415, 431, 501, 503, 505})
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
TOKENS = st.sampled_from(
    ["SELECT", "*", "{", "}", "?s", "?p", "?o", "<urn:a>", '"x"', "'''", "FILTER(", ")", "SERVICE", "FROM", "\\", "\\'",
     "#", "\n", "\r", "\x00", "\ud7ff", "ORDER BY", "LIMIT", "1e999", "GRAPH", "VALUES", "UNION", "a:", "_:b",
     "@en", "^^", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "INSERT DATA",
     "{" * 300, "BIND(", "AS", "REGEX(", "é", "\U0001f600"]
)  # fmt: skip
QUERIES = st.lists(TOKENS, max_size=12).map(" ".join)
MEDIA = st.sampled_from(
    ["", "*/*", "text/csv", "text/turtle;q=x", "application/sparql-results+xml", ";;,", "a" * 500, "text/html;q=1"]
)
TYPES = st.sampled_from(
    [
        "application/x-www-form-urlencoded",
        "application/sparql-query",
        "application/sparql-update",
        "text/plain",
        ";",
        "",
    ]
)
PATHS = st.one_of(
    st.sampled_from(["/sparql", "/update", "/graph", "/api", "/api/facts", "/api/explain", "/assets/x", "/"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="?#"), max_size=20).map(
        lambda text: "/" + text.lstrip("/")
    ),
)
METHODS = st.sampled_from(["GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])


def assert_proper(response):
    assert response.status_code in KNOWN
    assert "Traceback" not in response.text
    assert 'File "' not in response.text


@FEW
@given(asked=st.tuples(METHODS, PATHS, MEDIA, TYPES, st.binary(max_size=300)))
def test_any_request_gets_a_proper_answer(address, asked):
    method, path, accept, kind, body = asked
    url = httpx.URL(address, raw_path=path.encode())
    request = httpx.Request(method, url, content=body, headers={"accept": accept, "content-type": kind})
    with httpx.Client(timeout=30) as client:
        assert_proper(client.send(request))


@FEW
@given(sparql=QUERIES, accept=MEDIA)
def test_any_query_gets_a_proper_answer(client, sparql, accept):
    assert_proper(client.post("/sparql", data={"query": sparql}, headers={"accept": accept}))


@FEW
@given(term=st.one_of(st.text(max_size=30), TOKENS))
def test_any_term_gets_a_proper_answer(client, term):
    for lookup in ("facts", "explain", "neighbours"):
        assert_proper(client.get(f"/api/{lookup}", params={"term": term.encode(errors="replace")}))


@FEW
@given(
    sent=st.one_of(
        st.binary(max_size=200),
        st.binary(max_size=60).map(
            lambda noise: b"GET /sparql?query=" + noise + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
        ),
        st.binary(max_size=60).map(lambda noise: b"POST /sparql HTTP/1.1\r\nHost: localhost\r\n" + noise + b"\r\n\r\n"),
        st.integers(-5, 10**12).map(
            lambda length: (
                f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n"
                "Content-Type: application/sparql-query\r\n\r\nASK {}".encode()
            )
        ),
    )
)
def test_any_bytes_leave_the_server_alive(client, address, sent):
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        answered = b"".join(iter(lambda: connection.recv(65536), b""))
    assert b"Traceback" not in answered
    assert not answered or answered.startswith(b"HTTP/1.1 ")
    assert client.get("/api/prefixes").status_code == 200

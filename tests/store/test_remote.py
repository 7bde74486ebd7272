import httpx
import pytest

from kg.errors import GraphError
from kg.quads import to_nquads
from kg.store.remote import BATCH, RemoteStore
from kg.types import Literal, Quad


def store_of(answer):
    client = httpx.Client(transport=httpx.MockTransport(answer))
    return RemoteStore("http://server/query", store_url="http://server/store", pause=0, client=client)


def test_a_busy_server_is_asked_again():
    answers = iter([httpx.Response(503), httpx.ConnectError("away"), httpx.Response(200, json={"boolean": True})])

    def answer(request):
        found = next(answers)
        if isinstance(found, Exception):
            raise found
        return found

    assert store_of(answer).query("ASK {}").truth is True


def test_a_server_that_stays_away_is_an_error():
    asked = []

    def answer(request):
        asked.append(request.url)
        raise httpx.ConnectError("refused")

    with pytest.raises(GraphError, match="4 attempts: refused"):
        store_of(answer).query("ASK {}")
    assert len(asked) == 4


def test_quads_go_in_batches_of_one_graph():
    sizes = []

    def answer(request):
        sizes.append((request.url.params.get("graph"), request.content.count(b"\n")))
        return httpx.Response(204)

    quads = [Quad("urn:a", "urn:n", Literal(str(number))) for number in range(BATCH + 1)]
    store_of(answer).load(to_nquads([*quads, Quad("urn:a", "urn:n", "urn:b", "urn:g")]))
    assert sizes == [(None, BATCH), (None, 1), ("urn:g", 1)]


def test_an_answer_of_another_kind_is_an_error():
    page = httpx.Response(200, html="<h1>Welcome</h1>")
    with pytest.raises(GraphError, match="text/html"):
        store_of(lambda request: page).query("ASK {}")


def test_loading_needs_an_address():
    with pytest.raises(GraphError, match="graph store"):
        RemoteStore("http://server/query").load(b"")

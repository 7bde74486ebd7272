import httpx
import pytest

from kg.errors import GraphError
from kg.quads import to_nquads
from kg.store.remote import BATCH, RemoteStore
from kg.types import Literal, Quad
from tests.store.conftest import free_port, running_server

MANY = to_nquads(Quad(f"urn:{number}", "urn:n", Literal(str(number)), f"urn:g{number % 7}") for number in range(700))


def store_of(answer, **options):
    client = httpx.Client(transport=httpx.MockTransport(answer))
    return RemoteStore("http://server/query", store_url="http://server/store", pause=0, client=client, **options)


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


def test_a_load_that_was_cut_off_goes_on_where_it_stopped(tmp_path):
    sent, broken = [], {"urn:g4"}

    def answer(request):
        sent.append(request.url.params["graph"])
        return httpx.Response(507 if sent[-1] in broken else 204)

    with pytest.raises(GraphError, match="does not take 100 triples: 507"):
        store_of(answer, journal=tmp_path / "journal").load(MANY)
    broken.clear()
    with (tmp_path / "journal").open("a") as file:
        file.write("a line that a crash has to")
    store_of(answer, journal=tmp_path / "journal").load(MANY)
    names = [f"urn:g{number}" for number in range(7)]
    assert sent == [*names[:5], *names[4:]]
    assert list(tmp_path.iterdir()) == []


def test_a_whole_load_is_sent_again_as_a_whole(tmp_path):
    sent = []
    store = store_of(lambda request: sent.append(request) or httpx.Response(204), journal=tmp_path / "journal")
    store.load(MANY)
    store.load(MANY)
    assert len(sent) == 14


def test_a_batch_of_another_server_or_content_is_not_taken_for_this_one(tmp_path):
    sent = []

    def answer(request):
        sent.append(request.content)
        return httpx.Response(204 if len(sent) == 1 else 507)

    for nquads in (MANY, MANY.replace(b"urn:n", b"urn:m")):
        with pytest.raises(GraphError):
            store_of(answer, journal=tmp_path / "journal").load(nquads)
    assert b"urn:m" in sent[2]


def test_a_server_that_dies_is_waited_for_and_a_load_resumed(tmp_path):
    port, sent = free_port(), []

    def load(process=None):
        def note(request):
            sent.append(request.url.params.get("graph", "a query"))
            if process is not None and len(sent) == 4:
                process.kill()
                process.wait()

        client = httpx.Client(timeout=20, event_hooks={"request": [note]})
        address = f"http://127.0.0.1:{port}"
        store = RemoteStore(
            f"{address}/query", store_url=f"{address}/store", pause=0.01, client=client, journal=tmp_path / "journal"
        )
        store.load(MANY)
        return store

    with (
        running_server(port, "--location", tmp_path / "data") as (_, process),
        pytest.raises(GraphError, match="4 attempts"),
    ):
        load(process)
    assert sent == ["urn:g0", "urn:g1", "urn:g2", *["urn:g3"] * 4]
    sent.clear()
    with running_server(port, "--location", tmp_path / "data"):
        assert len(load()) == 700
    assert sent == [*(f"urn:g{number}" for number in range(3, 7)), "a query"]


def test_a_graph_of_the_server_alone(server):
    httpx.post(f"{server}/update", data={"update": "CLEAR ALL"}).raise_for_status()
    store = RemoteStore(f"{server}/query", store_url=f"{server}/store")
    store.load(MANY)
    assert {quad.graph for quad in store.quads("urn:g3")} == {"urn:g3"}
    assert len(list(store.quads("urn:g3"))) == 100
    assert list(store.quads("")) == []

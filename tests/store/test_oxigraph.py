import gzip

import pytest

from kg.errors import GraphError
from kg.graph.serialise import write_trig
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad

OLD = [Quad("urn:a", "urn:p", Literal("old"))]
NEW = [Quad("urn:a", "urn:p", Literal("new")), Quad("urn:b", "urn:p", Literal("x"), "urn:g")]


def test_a_store_on_disk_is_replaced_as_a_whole(tmp_path):
    OxigraphStore.create(tmp_path / "store", OLD)
    OxigraphStore.create(tmp_path / "store", NEW)
    assert set(OxigraphStore.open(tmp_path / "store").quads()) == set(NEW)
    assert [each.name for each in tmp_path.iterdir()] == ["store"]


def test_a_graph_directory_is_answered_from_its_store(tmp_path):
    write_trig(OLD, tmp_path / "graph.trig")
    OxigraphStore.create(tmp_path / "store", NEW)
    assert len(OxigraphStore.open(tmp_path)) == 2


def test_without_a_store_it_is_answered_from_its_trig(tmp_path):
    write_trig(OLD, tmp_path / "graph.trig")
    assert set(OxigraphStore.open(tmp_path).quads()) == set(OLD)


def test_two_readers_share_a_store(tmp_path):
    OxigraphStore.create(tmp_path / "store", NEW)
    first, second = OxigraphStore.open(tmp_path / "store"), OxigraphStore.open(tmp_path / "store")
    assert len(first) == len(second) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.ttl", b"<urn:a> <urn:p> 'old' ."),
        ("g.nt", b'<urn:a> <urn:p> "old" .\n'),
        ("g.trig", b"{ <urn:a> <urn:p> 'old' }"),
        ("g.nq.gz", gzip.compress(b'<urn:a> <urn:p> "old" .\n', mtime=0)),
        ("g.jsonld", b'{"@id": "urn:a", "urn:p": "old"}'),
    ],
)
def test_files_of_every_format_open(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert set(OxigraphStore.open(tmp_path / name).quads()) == set(OLD)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("g.ttl", b"<urn:a> <urn:p>\n\n<urn:b", "g.ttl"),
        ("g.txt", b"", "expected a name ending in"),
        ("g.nq.gz", b"no gzip", "g.nq.gz"),
        (None, b"", "kg build"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, content, said):
    path = tmp_path / (name or "nothing")
    if name:
        path.write_bytes(content)
    with pytest.raises(GraphError, match=said):
        OxigraphStore.open(path)

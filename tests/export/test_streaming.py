"""An export holds a part of the graph at a time."""

import tracemalloc

import pytest

from kg.export import parquet
from kg.registry import load, names
from kg.sorting import sort_lines
from kg.store.oxigraph import OxigraphStore
from kg.types import Answer, Literal, Quad
from kg.vocab import LABEL, TYPE, dip

KNOWN = Answer(("label",), ((Literal("Quito"),),))
EVENTS = 2500


class Flowing:
    """A store of many events in several graphs, none of which is held."""

    def quads(self, graph=None):
        for number in range(EVENTS):
            node = f"https://w3id.org/dip/id/event/{number:06}"
            yield Quad(node, TYPE, dip("Meeting"))
            yield Quad(node, LABEL, Literal(f"Talks {number}"))
            yield Quad(node, dip("plover"), "https://w3id.org/dip/plover#CONSULT")
            yield Quad(node, dip("place"), "https://w3id.org/dip/id/place/quito")
            if graph is None:
                yield Quad(f"{node}-claim", dip("states"), node, f"https://w3id.org/dip/id/article/{number % 9}")

    def query(self, sparql, *, union=False, bindings=None):
        return KNOWN


def peak(work):
    tracemalloc.start()
    kept = work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return most


@pytest.mark.parametrize("name", names("exporter"))
def test_an_export_takes_less_memory_than_the_quads(name, tmp_path, monkeypatch):
    monkeypatch.setitem(sort_lines.__kwdefaults__, "run", 300)
    monkeypatch.setattr(parquet, "ROWS", 300)
    export = load("exporter", name)().export
    export(OxigraphStore.memory(), tmp_path / "first")  # what is imported and remembered at the first export
    whole = peak(lambda: list(Flowing().quads()))
    assert peak(lambda: export(Flowing(), tmp_path / "out")) < 0.6 * whole

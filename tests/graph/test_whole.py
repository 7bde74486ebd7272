"""From a resolution to an answer: build, rules, validate, store, query."""

import pytest

from kg.graph.build import to_quads
from kg.graph.query import ask
from kg.graph.rules import materialise
from kg.graph.serialise import write_trig, write_turtle
from kg.graph.validate import validate
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad
from kg.vocab import ID_BASE, dip

ANNA, BORIS = f"{ID_BASE}person/anna-berg", f"{ID_BASE}person/boris-holm"


@pytest.fixture(scope="module")
def quads(resolution):
    return materialise(to_quads(resolution))


@pytest.mark.parametrize(
    "quad",
    [
        Quad(ANNA, dip("met"), BORIS),
        Quad(BORIS, dip("met"), ANNA),
        Quad(f"{ID_BASE}state/norland", dip("pledgedTo"), f"{ID_BASE}state/sudland"),
        Quad(f"{ID_BASE}event/2031-05-06-meeting-berg-holm", dip("earliest"), Literal("2031-05-06", "date")),
        Quad(ANNA, dip("reportedBy"), f"{ID_BASE}outlet/second-paper"),
    ],
)
def test_it_is_derived(quads, quad):
    assert quad in quads


def test_deriving_again_adds_nothing(quads):
    assert materialise(quads) == quads


def test_the_graph_conforms(quads):
    assert validate(quads) == []


def test_a_violation_is_one_readable_line(quads):
    meeting = f"{ID_BASE}event/2031-05-06-meeting-berg-holm"
    (found,) = validate([*quads, Quad(meeting, dip("plover"), dip("MEET"))])
    assert str(found).startswith("violation Event: event:2031-05-06-meeting-berg-holm dip:plover dip:MEET: ")


def test_the_store_answers(quads, tmp_path):
    OxigraphStore.create(tmp_path / "store", quads)
    answer = ask(OxigraphStore.open(tmp_path), "who-met-whom")
    assert answer.rows == ((Literal("Anna Berg"), Literal("Boris Holm"), Literal("Porthaven"), Literal("2031-05-06")),)


def test_the_files_hold_the_graph_and_do_not_depend_on_order(quads, tmp_path):
    write_trig(quads, tmp_path / "graph.trig")
    write_trig(reversed(quads), tmp_path / "again.trig")
    assert (tmp_path / "graph.trig").read_bytes() == (tmp_path / "again.trig").read_bytes()
    assert set(OxigraphStore.open(tmp_path).quads()) == set(quads)


def test_turtle_holds_the_default_graph(quads, tmp_path):
    write_turtle(quads, tmp_path / "graph.ttl")
    assert set(OxigraphStore.open(tmp_path / "graph.ttl").quads()) == {quad for quad in quads if not quad.graph}

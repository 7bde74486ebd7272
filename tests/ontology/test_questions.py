"""The competency questions have the expected answers in three engines, over the graphs and flattened into Turtle."""

import json
import re
from collections import Counter
from decimal import Decimal

import pytest
import rdflib

from kg.rdflib_terms import flat_graph
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import RdflibStore, to_rdflib
from kg.types import Literal
from kg.vocab import local
from tests.ontology.conftest import FOLDER

EXPECTED = json.loads((FOLDER / "queries/expected.json").read_text("utf-8"))
NAMES = sorted(path.stem for path in (FOLDER / "queries").glob("*.rq"))


def question(name):
    text = (FOLDER / f"queries/{name}.rq").read_text("utf-8")
    return text, re.search(r"^# scope: (default|union)$", text, re.MULTILINE)[1]


def plain(term):
    """IRIs by their last part and decimals by value, as in expected.json."""
    if term is None:
        return None
    if not isinstance(term, Literal):
        return local(term)
    return format(Decimal(term.value).normalize(), "f") if term.datatype == "decimal" else term.value


def answer(store, name, *, union):
    found = store.query(question(name)[0], union=union)
    return found.truth if found.truth is not None else Counter(tuple(map(plain, row)) for row in found.rows)


def expected(name):
    rows = EXPECTED[name]
    return rows if isinstance(rows, bool) else Counter(map(tuple, rows))


@pytest.fixture(scope="module")
def data(quads):
    codes = OxigraphStore.open(FOLDER / "plover.ttl")
    return [*quads, *codes.quads()]


@pytest.fixture(scope="module")
def stores(data):
    return {"oxigraph": OxigraphStore.memory(data), "rdflib": RdflibStore(data)}


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
@pytest.mark.parametrize("name", NAMES)
def test_over_all_graphs(stores, engine, name):
    assert answer(stores[engine], name, union=True) == expected(name)


@pytest.mark.parametrize("name", [name for name in NAMES if question(name)[1] == "default"])
def test_questions_about_the_world_need_the_default_graph_alone(stores, name):
    assert answer(stores["oxigraph"], name, union=False) == expected(name)


def rdflib_answer(graph, name):
    from kg.rdflib_terms import from_rdflib_term

    found = graph.query(question(name)[0])
    if found.type == "ASK":
        return found.askAnswer
    return Counter(tuple(None if t is None else plain(from_rdflib_term(t)) for t in row) for row in found)


@pytest.mark.parametrize("name", NAMES)
def test_in_oxrdflib(oxrdflib, name):
    assert rdflib_answer(oxrdflib, name) == expected(name)


@pytest.fixture(scope="module")
def oxrdflib(data):
    dataset = rdflib.Dataset(store="Oxigraph", default_union=True)
    for quad in to_rdflib(data).quads():
        dataset.add(quad)
    return dataset


@pytest.fixture(scope="module")
def flattened(data):
    return rdflib.Graph().parse(data=flat_graph(data).serialize(format="turtle"), format="turtle")


@pytest.mark.parametrize("name", NAMES)
def test_flattened_into_turtle_nothing_is_lost(flattened, name):
    assert rdflib_answer(flattened, name) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_short(name):
    body = [line for line in question(name)[0].splitlines() if line and not line.startswith(("#", "PREFIX"))]
    assert len(body) <= 6

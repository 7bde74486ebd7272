"""Rows come in one order, also where many share the first columns."""

import pytest

from kg.graph.named import named
from kg.graph.query import ask
from kg.store.oxigraph import OxigraphStore
from tests.bench.query_bench import given
from tests.bench.scale import grown


@pytest.fixture(scope="module")
def stores():
    lines = grown(20_000).splitlines(keepends=True)
    made = [OxigraphStore.memory(), OxigraphStore.memory()]
    for store, quads in zip(made, (lines, reversed(lines)), strict=True):
        store.load(b"".join(quads))
    return made


@pytest.mark.parametrize("question", named(), ids=lambda question: question.name)
def test_rows_do_not_follow_the_order_of_loading(question, stores):
    first, second = (ask(store, question.name, given(question)) for store in stores)
    assert first == second

import sys
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from kg.quads import sort_quads, to_nquads
from kg.sorting import sort_lines
from kg.types import Literal, Quad

LINES = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=4), max_size=40)


@given(LINES, st.integers(1, 7))
def test_runs_give_what_sorting_at_once_gives(lines, run):
    assert list(sort_lines(lines, run=run)) == sorted(set(lines))


def test_one_run_is_held_at_a_time():
    run, lines = 2_000, [f"{number:06}" + "x" * 500 for number in range(10_000)]
    size = run * sys.getsizeof(lines[0])
    tracemalloc.start()
    next(sort_lines((line + "." for line in lines), run=run))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < most < 1.5 * size


def test_quads_come_back_by_graph_subject_predicate_and_object():
    texts = ["b\n\r\t\0", 'a "quoted" \\', "\U0001f600", ""]
    quads = [Quad("urn:s", "urn:p", Literal(text, language="de"), graph) for graph in ("urn:g", "") for text in texts]
    found = list(sort_quads([*quads, *quads]))
    assert [quad.graph for quad in found] == [""] * 4 + ["urn:g"] * 4
    assert set(found) == set(quads)
    assert to_nquads(found) == to_nquads(sort_quads(reversed(quads)))

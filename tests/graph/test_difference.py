from dataclasses import replace

import pytest

from kg.graph.build import to_quads
from kg.graph.difference import compare, turtle_patch
from kg.types import Literal
from kg.vocab import dip


@pytest.fixture(scope="module")
def change(resolution):
    """The place is no longer reported; the other day has won."""
    facts = tuple(
        replace(fact, status={"2031-05-06": "alternative", "2031-05-07": "accepted"}[fact.object.value])
        if fact.predicate == dip("date")
        else fact
        for fact in resolution.facts
        if fact.predicate != dip("place")
    )
    return compare(to_quads(resolution), to_quads(replace(resolution, facts=facts)))


def test_same_graph_differs_in_nothing(resolution):
    assert not compare(to_quads(resolution), reversed(to_quads(resolution)))


def test_facts_removed_and_added(resolution, change):
    assert [fact.predicate for fact in change.removed.values()] == [dip("place")]
    assert change.added == {}


def test_facts_of_another_standing(change):
    pairs = {(new.object, old.status, new.status) for old, new in change.changed.values()}
    assert pairs == {
        (Literal("2031-05-06", "date"), "accepted", "alternative"),
        (Literal("2031-05-07", "date"), "alternative", "accepted"),
    }


def test_patch_takes_out_and_adds_triples(change):
    lines = turtle_patch(change).splitlines()
    assert lines[0] == "TX ." and lines[-1] == "TC ."
    assert [line[0] for line in lines[1:-1]] == ["D", "D", "A"]
    assert '"2031-05-07"^^<http://www.w3.org/2001/XMLSchema#date>' in lines[-2]

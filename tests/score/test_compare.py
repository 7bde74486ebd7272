from dataclasses import replace

import pytest

from kg.score.article import ArticleFacts, Deal, Happening, Named, Position, Promise, Quotation
from kg.score.clusters import b_cubed
from kg.score.compare import FAMILIES, compare
from kg.score.predicted import EVENT_TYPES
from kg.score.tally import ALL, Tally
from kg.types import Span

HERE = (Span(0, 10),)
GOLD = ArticleFacts(
    id="a",
    entities=(
        Named("ana", "person", frozenset({"ana torres"})),
        Named("norland", "state", frozenset({"norland"}), "Q1"),
        Named("sudland", "state", frozenset({"sudland"})),
        Named("port", "place", frozenset({"porthaven"})),
    ),
    events=(Happening("e1", "meet", "actual", frozenset({"ana", "sudland"}), frozenset({"port"}), "2024-05-03", HERE),),
    agreements=(Deal("a1", frozenset({"norland", "sudland"}), HERE),),
    commitments=(Promise("c1", frozenset({"norland"}), 5e6, HERE),),
    quotations=(Quotation(frozenset({"ana"}), "we agreed"),),
    positions=(Position("ana", frozenset({"envoy"}), "norland"),),
)
EVENT = GOLD.events[0]


def figures(found, gold=GOLD):
    tally = Tally()
    compare(gold, found, tally)
    return tally.figures()


def test_the_gold_itself_scores_1_in_everything():
    assert {kind: each.f1 for kind, each in figures(GOLD).items()} == dict.fromkeys(figures(GOLD), 1.0)


def test_nothing_found_scores_0():
    assert figures(ArticleFacts("a"))[ALL].f1 == 0


@pytest.mark.parametrize(
    ("change", "kind", "expected"),
    [
        ({"type": "visit"}, "event type", 0.0),
        ({"type": "visit"}, "event", 1.0),
        ({"type": "assault"}, "event", 0.0),
        ({"factuality": "planned"}, "factuality", 0.0),
        ({"participants": frozenset({"ana"})}, "participant", 2 / 3),
        ({"participants": frozenset({"norland", "sudland"})}, "participant", 1.0),  # the envoy's state stands for her
        ({"places": frozenset({"sudland"})}, "place", 0.0),
        ({"date": "2024-05"}, "date", 1.0),
        ({"date": "2024-06"}, "date", 0.0),
        ({"spans": (Span(50, 60),)}, "event", 1.0),  # the participants are the same
        ({"spans": (Span(50, 60),), "participants": frozenset()}, "event", 0.0),
    ],
)
def test_each_fault_costs_its_kind(change, kind, expected):
    found = replace(GOLD, events=(replace(EVENT, **change),))
    assert figures(found)[kind].f1 == pytest.approx(expected)


def test_what_is_invented_costs_precision():
    found = replace(GOLD, events=(EVENT, replace(EVENT, id="e2", type="assault")))
    assert figures(found)["event"].precision == 0.5
    assert figures(found)["event"].recall == 1.0


def test_a_place_or_date_that_the_gold_leaves_open_is_free():
    gold = replace(GOLD, events=(replace(EVENT, places=frozenset(), date=""),))
    assert "place" not in figures(GOLD, gold)
    assert "date" not in figures(GOLD, gold)


@pytest.mark.parametrize(("amount", "expected"), [(5.01e6, 1.0), (6e6, 0.0), (None, 0.0)])
def test_amounts_agree_to_half_a_percent(amount, expected):
    found = replace(GOLD, commitments=(Promise("x", frozenset({"norland"}), amount, HERE),))
    assert figures(found)["commitment amount"].f1 == expected


def test_entities_meet_by_wikidata_or_by_a_name():
    renamed = Named("x", "state", frozenset({"the realm"}), "Q1")
    other = Named("y", "state", frozenset({"sud"}))
    found = ArticleFacts("a", entities=(renamed, other))
    assert figures(found)["entity"].right == 1


def test_every_event_type_has_a_family():
    assert " ".join(FAMILIES).split() == list(dict.fromkeys(" ".join(FAMILIES).split()))
    assert set(" ".join(FAMILIES).split()) == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({1: "x", 2: "x", 3: "y"}, (1.0, 1.0)),
        ({1: "x", 2: "x", 3: "x"}, ((2 / 3 + 2 / 3 + 1 / 3) / 3, 1.0)),
        ({}, (1.0, (1 / 2 + 1 / 2 + 1) / 3)),
    ],
)
def test_b_cubed(found, expected):
    precision, recall, _ = b_cubed({1: "a", 2: "a", 3: "b"}, found)
    assert (precision, recall) == pytest.approx(expected)

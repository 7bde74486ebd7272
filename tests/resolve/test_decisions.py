"""People overrule the rules, and are told when they contradict each other."""

from datetime import date

import pytest

from kg.errors import DecisionError
from kg.resolve.decisions import Decision, Decisions, read_decisions, write_decisions
from kg.resolve.resolver import resolve


def same(left, right):
    return Decision(left, right, "same", "said the archive")


def different(left, right):
    return Decision(left, right, "different", "said the witness")


@pytest.fixture
def talks(summit):
    def told(ident, day):
        one = summit(ident, "Berg met Okoye.")
        one.event("Meeting", "met", participant=[one.berg, one.okoye], day=date(2031, 5, day))
        return one.told()

    return told


def events(extractions, *decisions):
    return sorted(n.iri for n in resolve(extractions, decisions=decisions).nodes if "/event/" in n.iri)


def test_tellings_told_same_are_one(talks):
    told = [talks("a", 3), talks("b", 20)]
    assert len(events(told)) == 2
    assert len(events(told, same("a#e0", "b#e0"))) == 1


def test_tellings_told_different_are_two(talks):
    told = [talks("a", 3), talks("b", 3)]
    assert len(events(told)) == 1
    assert len(events(told, different("b#e0", "a#e0"))) == 2


def test_nodes_are_joined_by_their_iris(talks):
    told = [talks("a", 3), talks("b", 20)]
    assert len(events(told, same(*events(told)))) == 1


def test_entities_are_joined_by_their_iris(story):
    a, b = story("a", "Anna Berg spoke."), story("b", "Hanna Bergh spoke.")
    for one, name in ((a, "Anna Berg"), (b, "Hanna Bergh")):
        one.who("person", name)
    left, right = (entity.iri for entity in resolve([a.told(), b.told()]).entities)
    assert len(resolve([a.told(), b.told()], decisions=[same(left, right)]).entities) == 1


def test_namesakes_are_parted(story):
    told = []
    for ident in ("a", "b"):
        told.append(story(ident, "Anna Berg spoke."))
        told[-1].who("person", "Anna Berg")
    extractions = [one.told() for one in told]
    assert len(resolve(extractions, decisions=[different("a#n0", "b#n0")]).entities) == 2


def test_a_contradiction_names_both_sides():
    with pytest.raises(DecisionError, match=r"x and z .*witness.*x = y .*archive.*y = z"):
        Decisions.of([same("x", "y"), different("x", "z"), same("y", "z")])


def test_a_file_round_trips(tmp_path):
    decisions = (same("a#e0", 'b"#e\\0'), Decision("x", "y", "different", "two lines\nof reason"))
    path = tmp_path / "decisions.toml"
    path.write_text(write_decisions(decisions), encoding="utf-8")
    assert set(read_decisions(path)) == set(decisions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[same]]\nleft = 'x'\nright = 'y'\n", r"\[\[same\]\] number 1 lacks 'reason'"),
        ("[[maybe]]\nleft = 'x'\n", r"unknown table 'maybe'"),
        ("left =\n", r"cannot be read as decisions"),
        ("same = 'x'\n", r"expected left, right and reason"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, text, expected):
    path = tmp_path / "decisions.toml"
    path.write_text(text)
    with pytest.raises(DecisionError, match=f"decisions.toml.*{expected}"):
        read_decisions(path)

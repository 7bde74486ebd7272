"""What is extracted from the gold set must not get worse."""

import json
from functools import partial
from pathlib import Path

import pytest

import kg
from kg.errors import InputError
from kg.gazetteer import Gazetteer
from kg.resolve.resolver import resolve
from kg.score.evaluate import article_figures, below_floors, floors_for, raise_floors
from kg.score.merge import merge_figures
from kg.score.tally import Figures

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize("folder", [GOLD, GOLD / "later"], ids=lambda folder: folder.name)
def test_no_figure_is_below_its_floor(folder):
    merge = partial(resolve, gazetteer=Gazetteer.load())
    figures = {kind: each.f1 for kind, each in article_figures(folder, kg.extract([folder / "texts"]), merge).items()}
    stories = folder / "stories"
    figures |= merge_figures(stories, kg.extract([stories / "texts"]), merge).shares
    assert below_floors(figures, folder / "floors.json", folder) == []


@pytest.fixture
def gold_set(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("A text.")
    return tmp_path


def test_a_figure_below_its_floor_is_named(gold_set):
    raise_floors({"event": 0.595}, gold_set / "floors.json", gold_set)
    assert below_floors({"event": 0.596}, gold_set / "floors.json", gold_set) == []
    assert below_floors({"event": 0.59}, gold_set / "floors.json", gold_set) == [
        "event: F1 0.590 is below its floor 0.595"
    ]


def test_a_floor_leaves_room_for_one_item():
    today, one_less = Figures(right=8, predicted=10, gold=10), Figures(right=7, predicted=10, gold=10)
    floors = floors_for({"event": today}, {"the same events": 0.9})
    assert floors == {"event": 0.7, "the same events": 0.87}
    assert floors["event"] == pytest.approx(one_less.f1)


def test_floors_never_sink(gold_set):
    raise_floors({"event": 0.6}, gold_set / "floors.json", gold_set)
    raise_floors({"event": 0.5, "place": 0.4}, gold_set / "floors.json", gold_set)
    floors = json.loads((gold_set / "floors.json").read_text())["floors"]
    assert floors == {"event": 0.6, "place": 0.4}


def test_floors_of_another_gold_set_say_nothing(gold_set):
    raise_floors({"event": 0.6}, gold_set / "floors.json", gold_set)
    (gold_set / "texts" / "a.txt").write_text("Another text.")
    with pytest.raises(InputError, match="gold set has changed"):
        below_floors({"event": 0.6}, gold_set / "floors.json", gold_set)


@pytest.mark.parametrize("content", ["", "[]", '{"gold": "a"}'])
def test_a_file_without_floors_is_named(gold_set, content):
    (gold_set / "floors.json").write_text(content)
    with pytest.raises(InputError, match=r"floors\.json: no floors: expected JSON"):
        below_floors({}, gold_set / "floors.json", gold_set)


def test_sets_in_the_folder_of_a_set_have_floors_of_their_own(gold_set):
    raise_floors({"event": 0.6}, gold_set / "floors.json", gold_set)
    (gold_set / "later" / "texts").mkdir(parents=True)
    (gold_set / "later" / "texts" / "b.txt").write_text("A text.")
    assert below_floors({"event": 0.6}, gold_set / "floors.json", gold_set) == []

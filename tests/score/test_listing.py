"""What was missed, invented or read otherwise is listed with its sentence."""

import json
from functools import partial

import pytest

import kg
from kg.gazetteer import Gazetteer
from kg.resolve.resolver import resolve
from kg.score.listing import findings, type_figures

TEXT = "Norway met Chad in Oslo on 5 May 2024. Norway attacked Togo. Oman gave Mali a tent."
COMMON = {"recipients": [], "place": [], "date": None, "topics": [], "attributed_to": None}
EVENTS = [
    {
        "id": "e1",
        "type": "meet",
        "factuality": "planned",
        "actors": ["norway", "chad"],
        "evidence": ["Norway met Chad"],
    },
    {"id": "e2", "type": "vote", "factuality": "actual", "actors": ["oman"], "evidence": ["Oman gave Mali a tent"]},
]


@pytest.fixture
def gold_set(tmp_path):
    names = ["Norway", "Chad", "Togo", "Oman", "Mali"]
    gold = {
        "id": "a",
        "entities": [{"id": n.lower(), "type": "state", "name": n, "aliases": []} for n in names],
        "events": [COMMON | event for event in EVENTS],
        **{kind: [] for kind in ("positions", "agreements", "commitments", "statements")},
    }
    for folder in ("texts", "annotations"):
        (tmp_path / folder).mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT)
    (tmp_path / "annotations" / "a.json").write_text(json.dumps(gold))
    return tmp_path


@pytest.fixture
def read(gold_set):
    return gold_set, kg.extract([gold_set / "texts"]), partial(resolve, gazetteer=Gazetteer.load())


def test_findings(read):
    met, attacked, *gave = findings(*read)
    assert (met.error, met.sentence) == ("differs", "Norway met Chad in Oslo on 5 May 2024.")
    assert met.expected == "meet; planned; chad, norway"
    assert met.found.startswith("meet; actual; chad, norway")
    assert met.frame.startswith("consult:meet")
    assert (attacked.error, attacked.expected) == ("invented", "")
    assert {finding.error for finding in gave} == {"missed", "invented"}


def test_findings_are_written_with_all_that_is_known(read):
    written = str(next(iter(findings(*read))))
    assert [line.split()[0] for line in written.splitlines()] == ["a:", "sentence", "expected", "found", "frame"]


def test_figures_by_type(read):
    figures = type_figures(*read)
    assert {kind: (each.right, each.predicted, each.gold) for kind, each in figures.items()} == {
        "aid": (0, 1, 0),
        "assault": (0, 1, 0),
        "meet": (1, 1, 1),
        "vote": (0, 0, 1),
    }

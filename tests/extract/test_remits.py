"""Titles that tell a remit, and the names behind them."""

import pytest

from kg.extract.remits import remits_of
from kg.extract.spotting import find_names
from kg.gazetteer import Gazetteer

# sentence, title from its head, names in the sentence
CASES = [
    (
        "Minister of Trade, Water, and the Environment Lena Holm left.",
        "Minister of Trade, Water, and the Environment",
        ["Lena Holm"],
    ),
    ("Ambassador to Costa Rica Lena Holm left.", "Ambassador to Costa Rica", ["Costa Rica", "Lena Holm"]),
    ("Chargé d'Affaires ad interim Lena Holm left.", "Chargé d'Affaires ad interim", ["Lena Holm"]),
    (
        "Assistant Secretary for Western Hemisphere Affairs Lena Holm left.",
        "Secretary for Western Hemisphere Affairs",
        ["Lena Holm"],
    ),
    ("The speaker of parliament, Lena Holm, left.", "speaker of parliament", ["Lena Holm"]),
    ("Health Minister Lena Holm left.", None, ["Lena Holm"]),
    ("Minister of Trade Lena Holm, Environment Minister Ola Berg and others left.", "Minister of Trade", None),
    ("The head of the Strategic Water Fund left Oslo.", "head of the Strategic Water Fund", None),
]


@pytest.mark.parametrize(("text", "title", "names"), CASES)
def test_remit(sentence, text, title, names):
    parsed = sentence(text)
    found = [str(parsed.parse.doc[r.head : r.last + 1].text) for r in remits_of(parsed, Gazetteer.load())]
    assert found == ([title] if title is not None else [])
    if names is not None:
        assert [n.text for n in find_names([parsed], Gazetteer.load()).found] == names


def test_the_name_of_a_body_is_no_title(sentence):
    text = "The Office of the United Nations High Commissioner for Refugees sent tents."
    assert "Office of the United Nations High Commissioner" in [
        n.text for n in find_names([sentence(text)], Gazetteer.load()).found
    ]


def test_a_name_begins_behind_a_body(sentence):
    found = find_names([sentence("Analyst at the Harbour Authority Lena Holm left.")], Gazetteer.load()).found
    assert "Lena Holm" in [n.text for n in found]

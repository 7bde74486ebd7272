"""Lists of persons with their titles."""

import pytest

from kg.extract.entities import EntityTable
from kg.extract.identity import identify
from kg.extract.rosters import rosters
from kg.extract.spotting import find_names
from kg.gazetteer import Gazetteer

ALL = {"Lena Holm", "Tarik Oumarou", "Ana Solis"}
CASES = [
    ("President Lena Holm, Foreign Minister Tarik Oumarou, and Ambassador to Peru Ana Solis signed the accord.", ALL),
    ("Lena Holm (Norway), Tarik Oumarou (Chad) and Ana Solis (Peru) signed the accord.", ALL),
    ("Lena Holm of Norway, Mr. Tarik Oumarou of Chad as well as Ana Solis and others signed the accord.", set()),
    ("The king met Lena Holm and the head of the mission, Tarik Oumarou.", {"Lena Holm", "Tarik Oumarou"}),
    ("The king met Lena Holm, and President Tarik Oumarou called Oslo.", set()),
    ("Lena Holm and Tarik Oumarou signed the accord.", set()),
    ("After talks with Lena Holm, Tarik Oumarou, Ana Solis said, left.", set()),
]


@pytest.mark.parametrize(("text", "members"), CASES)
def test_roster(sentence, text, members):
    names = find_names([sentence(text)], Gazetteer.load())
    identify(names, EntityTable(Gazetteer.load(), None))
    found = rosters(names)
    assert {n.text for chain in found.values() for n in chain} == members


def test_the_members_act_together(extract, named):
    text = "President Lena Holm, Minister of Trade, Water and Energy Tarik Oumarou, and Ana Solis signed the accord."
    extraction = extract(text)
    event = next(e for e in extraction.events if e.type == "Signing")
    assert named(extraction, [r.entity for r in event.roles]) >= ALL

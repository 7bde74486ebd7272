"""Names lengthened by what belongs to them."""

import pytest

from kg.extract.entities import EntityTable
from kg.extract.identity import identify
from kg.extract.spotting import find_names
from kg.gazetteer import Gazetteer

CASES = [
    ("The envoys landed at Oslo airport on Monday.", "Oslo airport", "place"),
    ("Talks on the Kelbarra gas field began on Monday.", "Kelbarra gas field", "place"),
    ("The envoys toured the Kelbarra region on Monday.", "Kelbarra region", "place"),
    ("The envoys praised the Chad-Niger alliance on Monday.", "Chad-Niger alliance", "organisation"),
]
PLAIN = [
    ("The envoys toured the U.S. naval base on Monday.", ["U.S."]),
    ("Chad-Niger talks began on Monday.", ["Chad", "Niger"]),
    ("The Norwegian port was closed on Monday.", ["Norwegian"]),
]


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_longer_name(sentence, text, name, kind):
    names = find_names([sentence(text)], Gazetteer.load())
    identify(names, EntityTable(Gazetteer.load(), None))
    assert [(n.text, n.kind) for n in names.found] == [(name, kind)]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_no_longer_name(sentence, text, expected):
    assert [n.text for n in find_names([sentence(text)], Gazetteer.load()).found] == expected

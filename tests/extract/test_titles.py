"""Offices beside names."""

import pytest

from kg.extract.entities import EntityTable
from kg.extract.identity import identify
from kg.extract.spotting import find_names
from kg.extract.titles import owner_after, title_after, title_before
from kg.gazetteer import Gazetteer

# sentence, title without the state, whose office, whether it is over
BEFORE = [
    ("President Lena Holm met the envoys.", "President", None, False),
    ("Norwegian President Lena Holm met the envoys.", "President", "Norwegian", False),
    ("Norway's Foreign Minister Lena Holm met the envoys.", "Foreign Minister", "Norway", False),
    ("Norwegian Deputy Foreign Minister Lena Holm met the envoys.", "Deputy Foreign Minister", "Norwegian", False),
    ("Former Norwegian President Lena Holm met the envoys.", "President", "Norwegian", True),
    ("The outgoing president, Lena Holm, met the envoys.", "president", None, True),
    ("Norway's new foreign minister, Lena Holm, met the envoys.", "foreign minister", "Norway", False),
    ("NATO Secretary-General Lena Holm met the envoys.", "NATO Secretary General", "NATO", False),
    ("Minister for Trade Lena Holm met the envoys.", "Minister for Trade", None, False),
]
AFTER = [
    ("Lena Holm, president of Norway, met the envoys.", "president", "Norway", False),
    ("Lena Holm, Norway's foreign minister, met the envoys.", "foreign minister", "Norway", False),
    ("Lena Holm, the head of the European Union mission, left.", "head", "European Union", False),
    ("Lena Holm, a former minister of Norway, met the envoys.", "minister", "Norway", True),
]
NONE = [
    "Lena Holm met the envoys.",
    "Yesterday Lena Holm met the envoys.",
    "Lena Holm, who met the envoys, left.",
    "The envoys met Lena Holm, a friend of the king.",
]


@pytest.fixture(scope="session")
def holm(sentence):
    """The names of a sentence, identified, and the one of Lena Holm."""

    def find(text):
        names = find_names([sentence(text)], Gazetteer.load())
        identify(names, EntityTable(Gazetteer.load(), None))
        return next(name for name in names.found if name.text == "Lena Holm"), names

    return find


def _told(title):
    return title.text, title.of.text if title.of is not None else None, title.former


@pytest.mark.parametrize(("text", "title", "of", "former"), BEFORE)
def test_title_before(holm, text, title, of, former):
    assert _told(title_before(*holm(text))) == (title, of, former)


@pytest.mark.parametrize(("text", "title", "of", "former"), AFTER)
def test_title_after(holm, text, title, of, former):
    found = _told(title_after(*holm(text)))
    assert (found[0].split(" of")[0], *found[1:]) == (title, of, former)


@pytest.mark.parametrize("text", NONE)
def test_no_title(holm, text):
    name, names = holm(text)
    assert (title_before(name, names), title_after(name, names)) == (None, None)


def test_a_title_of_the_next_person_is_none(holm):
    name, names = holm("Lena Holm, President Tarik Oumarou and others met in Oslo.")
    assert title_after(name, names) is None


def test_the_state_after_the_name(holm):
    name, names = holm("President Lena Holm of Norway met the envoys.")
    assert owner_after(name, names).text == "Norway"

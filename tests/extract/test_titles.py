"""Offices beside names."""

import pytest

from kg.extract.asides import owner_after, title_after
from kg.extract.entities import EntityTable
from kg.extract.identity import identify
from kg.extract.spotting import find_names
from kg.extract.titles import title_before, titles_before
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
    ("Norwegian Minister of Trade and Tourism Lena Holm left.", "Minister of Trade and Tourism", "Norwegian", False),
    ("Norway's ambassador to Chad, Lena Holm, met the envoys.", "ambassador to Chad", "Norway", False),
    ("Commander of U.S. Africa Command Lena Holm met the envoys.", "Commander", "U.S. Africa Command", False),
    ("Senior Director for Asia at the World Bank Lena Holm left.", "Senior Director for Asia", "World Bank", False),
    ("Ambassador of Chad to Norway Lena Holm met the envoys.", "Ambassador to Norway", "Chad", False),
    ("The army chief, Lt. Gen. Lena Holm, met the envoys.", "army chief", None, False),
    ("Ola Berg, spokesman for Prime Minister Lena Holm, left.", "Prime Minister", None, False),
]
AFTER = [
    ("Lena Holm, president of Norway, met the envoys.", "president", "Norway", False),
    ("Lena Holm, Norway's foreign minister, met the envoys.", "foreign minister", "Norway", False),
    ("Lena Holm, the head of the European Union mission, left.", "head", "European Union", False),
    ("Lena Holm, a former minister of Norway, met the envoys.", "minister", "Norway", True),
    ("Lena Holm, the UN's special envoy for Yemen, left.", "special envoy for Yemen", "UN", False),
    ("Lena Holm, minister of trade, water and energy of Norway, left.", "minister", "Norway", False),
    ("Lena Holm, who heads the European Union mission, left.", "head", "European Union", False),
    ("Lena Holm, president of the outlawed European Union, left.", "president", "European Union", False),
    (
        "Lena Holm, Under-Secretary-General for Peacebuilding, left.",
        "Under Secretary General for Peacebuilding",
        None,
        False,
    ),
    ("Lena Holm, head of Norway's Water Fund, left.", "head", "Water Fund", False),
    ("Lena Holm, spokesman for President Ola Berg, left.", "spokesman for President Ola Berg", None, False),
]
NONE = [
    "Lena Holm met the envoys.",
    "Yesterday Lena Holm met the envoys.",
    "Lena Holm, who met the envoys, left.",
    "The envoys met Lena Holm, a friend of the king.",
    "Lena Holm, and the minister of trade, Ola Berg, left.",
    "Lena Holm, who led the talks, left.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Lena Holm, President Tarik Oumarou and others met in Oslo.",
        "Prime Minister Lena Holm, Minister of Trade Tarik Oumarou and others met in Oslo.",
        "The president of Norway, Lena Holm, the president of Chad, Tarik Oumarou, and others met in Oslo.",
    ],
)
def test_a_title_of_the_next_person_is_none(holm, text):
    name, names = holm(text)
    assert title_after(name, names) is None


def test_two_titles(holm):
    text = "Norwegian Deputy Prime Minister and Minister of Trade Lena Holm left."
    assert [t.text for t in titles_before(*holm(text))] == ["Minister of Trade", "Deputy Prime Minister"]


def test_an_office_still_to_be_taken(holm):
    title = title_before(*holm("Prime Minister-elect Lena Holm left."))
    assert (title.text, title.suffix) == ("Prime Minister", "-elect")


def test_the_state_after_the_name(holm):
    name, names = holm("President Lena Holm of Norway met the envoys.")
    assert owner_after(name, names).text == "Norway"

import pytest

from kg.gazetteer import fold
from tests.gazetteer.checks import repeated


def test_a_variant_belongs_to_one_office(gazetteer):
    assert repeated(fold(v) for o in gazetteer.offices.values() for v in {o.title, *o.variants}) == []


def test_tenures_name_what_the_tables_hold(gazetteer):
    bodies = gazetteer.states.keys() | gazetteer.organisations.keys()
    for tenure in gazetteer.tenures:
        assert tenure.office in gazetteer.offices, tenure
        assert tenure.of in bodies, tenure
        assert tenure.person in gazetteer.persons, tenure


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the former PM", "Prime Minister"),
        ("Premier", "Premier"),
        ("the then-acting Prime Minister-designate", "Prime Minister"),
        ("U.S. Secretary of Defense", "Defence Secretary"),
        ("Secretary of State", "Secretary of State"),
        ("the Saudi Arabian Foreign Minister", "Foreign Minister"),
        ("minister of foreign affairs", "Foreign Minister"),
        ("president-elect", "President"),
        ("outgoing President", "President"),
        ("head of state", "President"),
        ("UN Secretary-General", "Secretary-General"),
        ("the late King", "King"),
        ("Chief Lamplighter", "Chief Lamplighter"),
        ("her former Chief Lamplighter", "Chief Lamplighter"),
    ],
)
def test_titles_become_normal(gazetteer, text, title):
    assert gazetteer.normalise_office(text) == title


def test_a_title_that_is_not_listed_is_no_office(gazetteer):
    assert gazetteer.office("Chief Lamplighter") is None


@pytest.mark.parametrize("text", ["", "the", "former"])
def test_a_title_without_words_is_no_office(gazetteer, text):
    assert gazetteer.office(text) is None

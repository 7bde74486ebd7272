import pytest

from kg.ids import slug
from tests.gazetteer.checks import malformed_ids, repeated


def test_keys_are_slugs_of_labels(gazetteer):
    assert [key for key, body in gazetteer.organisations.items() if key != slug(body.label)] == []


def test_states_and_members_exist(gazetteer):
    for body in gazetteer.organisations.values():
        assert body.state is None or body.state in gazetteer.states, body.key
        assert set(body.members) <= gazetteer.states.keys(), body.key


def test_no_row_repeats_itself(gazetteer):
    for body in gazetteer.organisations.values():
        assert repeated((body.label, *body.aliases, *body.acronyms)) == [], body.key


def test_ids_are_well_formed_and_unique(gazetteer):
    assert malformed_ids(gazetteer.organisations.values()) == []
    assert repeated(body.wikidata for body in gazetteer.organisations.values()) == []


@pytest.mark.parametrize(
    ("acronym", "key"),
    [
        ("UN", "united-nations"),
        ("U.N.", "united-nations"),
        ("NATO", "north-atlantic-treaty-organization"),
        ("Nato", "north-atlantic-treaty-organization"),
        ("G7", "group-of-seven"),
        ("G-20", "group-of-twenty"),
        ("WHO", "world-health-organization"),
        ("IAEA", "international-atomic-energy-agency"),
        ("EEC", "european-economic-community"),
        ("GATT", "general-agreement-on-tariffs-and-trade"),
        ("RSF", "rapid-support-forces"),
        ("FSB", "federal-security-service"),
        ("ICJ", "international-court-of-justice"),
    ],
)
def test_acronyms_lead_to_the_best_known_body(gazetteer, acronym, key):
    found = gazetteer.organisation(acronym)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("word", ["Who", "who", "is", "Is", "un", "care"])
def test_words_are_no_acronyms(gazetteer, word):
    assert gazetteer.organisation(word) is None


@pytest.mark.parametrize(
    ("house", "key"),
    [
        ("Foggy Bottom", "united-states-department-of-state"),
        ("Quai d'Orsay", "ministry-for-europe-and-foreign-affairs"),
        ("Turtle Bay", "united-nations"),
        ("Langley", "central-intelligence-agency"),
    ],
)
def test_houses_stand_for_the_body_in_them(gazetteer, house, key):
    assert gazetteer.organisation(house).key == key


def test_bodies_of_a_state_know_it(gazetteer):
    assert gazetteer.organisation("House Committee on Foreign Affairs").state == "united-states"
    assert gazetteer.organisation("Bundesbank").state == "germany"

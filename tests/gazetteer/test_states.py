from collections import defaultdict

import pytest
from babel import Locale

from kg.gazetteer import fold
from kg.ids import slug
from tests.gazetteer.checks import malformed_ids, repeated

SHARED_DEMONYMS = {
    "congolese": ["democratic-republic-of-the-congo", "republic-of-the-congo"],
    "dominican": ["dominican-republic", "dominica"],
    "dominicans": ["dominican-republic", "dominica"],
    "korean": ["south-korea", "north-korea"],
    "koreans": ["south-korea", "north-korea"],
}
CITY_STATES = {"gibraltar", "hong-kong", "macau"}
UNITED_NATIONS_MEMBERS = 193


@pytest.fixture
def living(gazetteer):
    return [state for state in gazetteer.states.values() if state.until is None]


def test_every_member_of_the_united_nations_is_there(living):
    assert len(living) >= UNITED_NATIONS_MEMBERS


def test_keys_are_slugs_of_labels(gazetteer):
    assert [key for key, state in gazetteer.states.items() if key != slug(state.label)] == []


def test_every_capital_is_a_place(gazetteer):
    without = {s.key for s in gazetteer.states.values() if s.capital is None}
    assert without == CITY_STATES
    assert [s.key for s in gazetteer.states.values() if s.capital and gazetteer.place(s.capital) is None] == []


def test_a_living_state_lies_where_its_capital_does(gazetteer, living):
    for state in living:
        found = [e.value.state for e in gazetteer.lookup(state.capital or "") if e.kind == "place"]
        assert not found or state.key in found, state.key


def test_codes_are_valid_and_unique(living):
    known = Locale("en").territories
    assert [s.key for s in living if s.iso2 not in known] == []
    assert [s.key for s in living if s.iso3 is None or len(s.iso3) != 3 or not s.iso3.isupper()] == []
    assert repeated(s.iso2 for s in living) == repeated(s.iso3 for s in living) == []


def test_states_of_the_past_have_no_code(gazetteer):
    assert [s.key for s in gazetteer.states.values() if s.until and (s.iso2 or s.iso3 or s.currency)] == []


def test_currencies_are_known(living):
    known = Locale("en").currencies
    assert [s.key for s in living if s.currency not in known and s.currency != "ZWG"] == []


def test_only_listed_demonyms_are_shared(gazetteer):
    owners = defaultdict(list)
    for state in gazetteer.states.values():
        for demonym in {fold(d) for d in state.demonyms}:
            owners[demonym].append(state.key)
    assert {demonym: keys for demonym, keys in owners.items() if len(keys) > 1} == SHARED_DEMONYMS


def test_no_two_states_share_a_name(gazetteer):
    names = [
        (name, state.key)
        for state in gazetteer.states.values()
        for name in {fold(n) for n in (state.label, *state.aliases, *state.acronyms)}
    ]
    assert repeated(name for name, _ in names) == []


def test_ids_are_well_formed_and_unique(gazetteer):
    assert malformed_ids(gazetteer.states.values()) == []
    assert repeated(state.wikidata for state in gazetteer.states.values()) == []


def test_regions_are_places(gazetteer):
    regions = {region for state in gazetteer.states.values() for region in state.regions}
    assert sorted(region for region in regions if gazetteer.place(region) is None) == []


@pytest.mark.parametrize(
    ("key", "last"),
    [("soviet-union", "1991-12-26"), ("east-germany", "1990-10-02"), ("czechoslovakia", "1992-12-31")],
)
def test_states_of_the_past_know_their_last_day(gazetteer, key, last):
    assert gazetteer.states[key].until.isoformat() == last

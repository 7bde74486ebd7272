import pytest

from kg.gazetteer import fold
from kg.ids import slug
from tests.gazetteer.checks import malformed_ids, repeated


def test_every_row_can_be_read_and_has_its_key(gazetteer):
    assert [key for key, place in gazetteer.places.items() if key != place.key] == []
    assert len(gazetteer.places) == len(set(gazetteer.places)) > 7000


def test_keys_start_with_the_label(gazetteer):
    assert [p.key for p in gazetteer.places.values() if not p.key.startswith(slug(p.label))] == []


def test_states_exist(gazetteer):
    assert [p.key for p in gazetteer.places.values() if p.state is not None and p.state not in gazetteer.states] == []


def test_every_place_is_on_the_globe(gazetteer):
    for place in gazetteer.places.values():
        assert place.coordinates is not None, place.key
        latitude, longitude = place.coordinates
        assert abs(latitude) <= 90, place.key
        assert abs(longitude) <= 180, place.key


def test_ids_are_well_formed_and_unique(gazetteer):
    places = list(gazetteer.places.values())
    assert malformed_ids(places) == []
    assert repeated(place.wikidata for place in places) == []


def test_every_town_is_found_under_its_names(gazetteer):
    for place in gazetteer.places.values():
        for name in (place.label, *place.aliases):
            assert place.key in {entry.key for entry in gazetteer.lookup(name)}, name


def test_a_town_is_listed_once_whatever_its_spellings(gazetteer):
    for place in gazetteer.places.values():
        spellings = {fold(name) for name in (place.label, *place.aliases)}
        for name in spellings:
            assert repeated(entry.key for entry in gazetteer.lookup(name) if entry.kind == "place") == []


@pytest.mark.parametrize(
    ("name", "key", "state"),
    [
        ("Birmingham", "birmingham", "united-kingdom"),
        ("Tripoli", "tripoli", "libya"),
        ("Kiev", "kyiv", "ukraine"),
        ("Bombay", "mumbai", "india"),
        ("São Paulo", "sao-paulo", "brazil"),
        ("Xi'an", "xian", "china"),
        ("Gaza", "gaza-strip", "palestine"),
        ("Hudaydah port", "port-of-hodeidah", "yemen"),
        ("Formosa Strait", "taiwan-strait", None),
        ("Senkaku Islands", "diaoyu-islands", None),
        ("Yokosuka naval base", "yokosuka-naval-base", "japan"),
        ("Eastern Pacific", "eastern-pacific", None),
        ("Élysée Palace", "elysee-palace", "france"),
    ],
)
def test_the_largest_place_of_a_name_comes_first(gazetteer, name, key, state):
    place = gazetteer.place(name)
    assert (place.key, place.state) == (key, state)


def test_an_unknown_key_is_no_place(gazetteer):
    assert "atlantis" not in gazetteer.places
    with pytest.raises(KeyError):
        gazetteer.places["atlantis"]

"""Tours of several states, the stops on them, and visits that are told by the way."""

import pytest

_TORRES = "President Maria Torres "
_OWN = "President Maria Torres's "
_STOP, _TOUR = ({"Ghana"}, {"Ghana"}), ({"Africa"}, set())
# text, places and hosts of each visit
TOURS = [
    (_OWN + "Africa trip began in Ghana.", [_TOUR, _STOP]),
    (_OWN + "African tour will end in Ghana on Friday.", [_TOUR, _STOP]),
    (_TORRES + "began a tour of Africa in Ghana on Monday.", [_STOP, _TOUR]),
    (_TORRES + "arrived in Ghana on Monday at the start of a tour of Africa.", [_STOP, _TOUR]),
    (_TORRES + "is on an African tour that began in Ghana.", [_TOUR, _STOP]),
    (_OWN + "three-nation tour began in Ghana.", [(set(), set()), _STOP]),
    (_TORRES + "embarked on a tour of Africa.", [_TOUR]),
    (_TORRES + "is on a two-nation African tour.", [_TOUR]),
    # one visit
    (_OWN + "tour began in Ghana.", [_STOP]),
    (_TORRES + "made a visit to Ghana that began in Accra.", [({"Accra"}, {"Ghana"})]),
    (_TORRES + "travelled to Ghana in West Africa.", [({"Ghana", "West Africa"}, {"Ghana"})]),
]
# text, who is told to have visited Ghana
BY_THE_WAY = [
    (_TORRES + "criticised Chad on a visit to Ghana.", {"Maria Torres"}),
    (_TORRES + "criticised Chad while on a trip to Ghana.", {"Maria Torres"}),
    ("During a visit to Ghana, President Maria Torres criticised Chad.", {"Maria Torres"}),
    (_TORRES[:-1] + ", on a tour of Ghana, criticised Chad.", {"Maria Torres"}),
    (_TORRES + "was booed during a visit to Ghana.", {"Maria Torres"}),
    # whose visit it is is told otherwise, or not at all
    ("Two students were booed during a visit to Ghana by President Maria Torres.", {"Maria Torres"}),
    ("Two students were booed during a visit to Ghana.", set()),
    ("Chad criticised the raid during a visit to Ghana.", set()),
    ("Ghanaian President John Mahama received President Maria Torres during a visit to Ghana.", set()),
]


def _visits(extraction):
    return [e for e in extraction.events if e.type == "Visit"]


def _in_role(extraction, event, role, named):
    return named(extraction, [r.entity for r in event.roles if r.role == role])


@pytest.mark.parametrize(("text", "expected"), TOURS)
def test_a_tour_and_its_stops_are_visits_of_their_own(extract, named, text, expected):
    found = extract(text)
    told = [(_in_role(found, e, "place", named), _in_role(found, e, "host", named)) for e in _visits(found)]
    assert told == expected
    assert all(_in_role(found, e, "visitor", named) == {"Maria Torres"} for e in _visits(found))


def test_the_day_of_a_stop_is_not_that_of_the_tour(extract):
    found = _visits(extract(_OWN + "African tour began in Ghana on Monday."))
    assert [e.date is not None for e in found] == [False, True]


@pytest.mark.parametrize(("text", "visitors"), BY_THE_WAY)
def test_who_acts_on_a_visit_pays_it(extract, named, text, visitors):
    found = extract(text)
    assert {n for e in _visits(found) for n in _in_role(found, e, "visitor", named)} == visitors

"""Who goes where, and when."""

import pytest

_HANSEN = "Danish Prime Minister Lise Hansen "
# text, visitors, places
TEXTS = [
    # a ship or base, and where it lies
    (_HANSEN + "went by train to the destroyer Kerrin at the shipyard in Rabat.", {"Lise Hansen"}, {"Rabat"}),
    (_HANSEN + "flew on a jet to the frigate Mole at the barracks in Rabat.", {"Lise Hansen"}, {"Rabat"}),
    (_HANSEN + "flew to the frigate Mole at dawn.", set(), set()),
    (_HANSEN + "flew to Rabat in a U.S. helicopter.", {"Lise Hansen"}, {"Rabat"}),
    (_HANSEN + "travelled to a refugee camp near Rabat.", {"Lise Hansen"}, {"Rabat"}),
    (_HANSEN + "travelled to the border crossing at Rabat.", {"Lise Hansen"}, {"Rabat"}),
    (_HANSEN + "is due back in Rabat on Friday.", {"Lise Hansen"}, {"Rabat"}),
    # what belongs to somebody is no place
    ("It was President Lise Hansen's third visit to Ghana in her second government.", {"Lise Hansen"}, {"Ghana"}),
    # stops
    (_HANSEN + "made a stop in Ghana.", {"Lise Hansen"}, {"Ghana"}),
    ("Peru praised " + _HANSEN + "during her tour, which included stops in Ghana.", {"Lise Hansen"}, {"Ghana"}),
    ("The bus stop in Ghana was closed by Peru.", set(), set()),
    # whose journey it is
    ("President Lise Hansen's Peru trip lasted two days.", {"Lise Hansen"}, {"Peru"}),
    (
        "President Lise Hansen's tour began in Ghana and will continue to Peru on Friday.",
        {"Lise Hansen"},
        {"Ghana", "Peru"},
    ),
]


@pytest.mark.parametrize(("text", "visitors", "places"), TEXTS)
def test_visits(extract, named, text, visitors, places):
    extraction = extract(text)
    roles = [r for e in extraction.events if e.type == "Visit" for r in e.roles]
    assert named(extraction, [r.entity for r in roles if r.role == "visitor"]) == visitors
    assert named(extraction, [r.entity for r in roles if r.role == "place"]) == places


def test_where_a_dated_journey_leads_something_else_takes_place(extract, named):
    extraction = extract(
        "President Lise Hansen will travel to Peru on Friday, where she will meet President Omar Halabi."
    )
    (meeting,) = [e for e in extraction.events if e.type == "Meeting"]
    assert named(extraction, [r.entity for r in meeting.roles if r.role == "place"]) == {"Peru"}
    assert meeting.date is not None


def test_the_day_of_what_is_to_come_is_not_that_of_what_was(extract):
    found = extract("President Lise Hansen's tour began in Ghana and will continue to Peru on Friday.").events
    assert [(e.factuality, e.date is not None) for e in found] == [("actual", False), ("planned", True)]


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("will travel to Peru on Friday to confer with Omar Halabi.", "Meeting", "2026-03-13"),
        ("flies to Peru today, where she is to see Omar Halabi.", "Meeting", "2026-03-12"),
        ("flies to Peru today, where she is to see Omar Halabi on Friday.", "Meeting", "2026-03-13"),
        ("arrived on Monday from Peru, where she met Omar Halabi.", "Meeting", None),
        ("flew to Peru on Monday to persuade Chad to sign the treaty with Niger.", "Signing", None),
    ],
)
def test_what_is_done_at_the_end_of_a_journey_is_done_on_its_day(extract, text, type_, day):
    (found,) = [e for e in extract(_HANSEN + text).events if e.type == type_]
    assert (str(found.date.day) if found.date else None) == day


def test_a_treaty_is_concluded_on_the_day_that_stands_behind_its_subject(extract):
    (found,) = extract("Chad and Niger concluded an agreement on strategic metals on Tuesday.").events
    assert str(found.date.earliest) == "2026-03-10"


def test_the_day_of_what_was_done_before_a_visit_is_not_that_of_the_visit(extract):
    found = extract("On Monday, before President Lise Hansen's arrival, Chad signed a treaty with Niger.").events
    assert {e.type: e.date is not None for e in found} == {"Signing": True, "Visit": False}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("President Lise Hansen gave President Omar Halabi a map of fish farms in Peru.", ["Gift"]),
        ("Peru gave Chile two islands.", ["Concession"]),
        ("President Lise Hansen gave a speech in Peru.", []),
    ],
)
def test_what_is_given(extract, text, types):
    assert [e.type for e in extract(text).events] == types

"""Where something happens of which no town is named."""

from datetime import date

import pytest

_MET = "Ministers from Chad and Niger met here on Wednesday and agreed to swap maps. They left."
# text, places of the meeting
TEXTS = [
    ("LIMA, Peru, May 25 -- " + _MET, {"Lima"}),
    ("ZORVILLE, Chad, May 25 -- " + _MET, {"Zorville"}),
    (_MET, set()),
    ("Ministers from Chad and Niger met in the Ghanaian capital. They left.", {"Accra"}),
    ("Ministers from Chad and Niger met in Ghana's capital. They left.", {"Accra"}),
    ("Ministers from Chad and Niger met in the capital. They left.", set()),
]


@pytest.mark.parametrize(("text", "places"), TEXTS)
def test_places_without_a_name(extract, named, text, places):
    extraction = extract(text, published=date(2019, 5, 30))
    roles = [r for e in extraction.events if e.type == "Meeting" for r in e.roles]
    assert named(extraction, [r.entity for r in roles if r.role == "place"]) == places


# text, type of event, its places
AROUND = [
    # the dateline, for what hosts and guests did
    ("LIMA, May 25 -- Peru and Chad agreed on Monday to swap maps. They left.", "Understanding", {"LIMA"}),
    ("LIMA, May 25 -- Niger and Chad agreed on Monday to swap maps. They left.", "Understanding", set()),
    ("LIMA, May 25 -- The ship left. Peru and Chad agreed on Monday to swap maps.", "Understanding", set()),
    # a journey
    ("President Omar Sall will fly to Peru, where he plans to meet Ana Ruiz.", "Meeting", {"Peru"}),
    ("President Omar Sall flew to Lima for a summit with Ana Ruiz.", "Summit", {"Lima"}),
    # an occasion
    ("President Omar Sall praised Ana Ruiz during talks in Lima.", "Endorsement", {"Lima"}),
    ("Talks between Chad and Peru are to take place in Lima.", "Meeting", {"Lima"}),
    ("A third round of talks between Chad and Peru is expected to be held in Lima.", "Negotiation", {"Lima"}),
    ("Talks between Chad and Peru are due to begin in Lima.", "Meeting", {"Lima"}),
    ("A round of Foreign Office Consultations between Chad and Peru was held in Lima.", "Negotiation", {"Lima"}),
    ("Chad and Peru agreed to convene the Joint Panel in Lima in May.", "Meeting", {"Lima"}),
    # where those are who protest or are struck
    ("Villagers in Lima blocked the road on Monday.", "Demonstration", {"Lima"}),
    ("Chadian jets hit a school in Lima.", "Attack", {"Lima"}),
    ("Chadian jets killed a man who had lived in Lima.", "Attack", set()),
]


@pytest.mark.parametrize(("text", "type_", "places"), AROUND)
def test_places_around_the_clause(extract, text, type_, places):
    roles = [r for e in extract(text, published=date(2019, 5, 30)).events if e.type == type_ for r in e.roles]
    assert {r.text for r in roles if r.role == "place"} == places


def test_what_is_discussed_at_an_occasion_is_discussed_there(extract):
    text = (
        "President Omar Sall of Chad met President Ana Ruiz of Peru in Lima on Monday. Sall and Ruiz discussed trade."
    )
    told = next(e for e in extract(text).events if e.type == "Discussion")
    assert [r.text for r in told.roles if r.role == "place"] == ["Lima"]

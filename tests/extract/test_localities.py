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


def test_what_is_discussed_at_an_occasion_is_discussed_there(extract):
    text = (
        "President Omar Sall of Chad met President Ana Ruiz of Peru in Lima on Monday. Sall and Ruiz discussed trade."
    )
    told = next(e for e in extract(text).events if e.type == "Discussion")
    assert [r.text for r in told.roles if r.role == "place"] == ["Lima"]

"""What was said and agreed at an occasion shares its day."""

from datetime import date

import pytest

MONDAY = "2026-03-09"


def _day(extraction, type_):
    (event,) = [e for e in extraction.events if e.type == type_]
    return event.date and event.date.day and event.date.day.isoformat()


MEETING = "Omar Sall met Mary Berg in Oslo on Monday."


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        (f"{MEETING} Sall and Berg agreed to free the crew.", "Understanding", MONDAY),
        (f"{MEETING} They signed a treaty.", "Signing", MONDAY),
        (f"{MEETING} Sall pledged to free the crew.", "Pledging", MONDAY),
        # others were not there
        (f"{MEETING} Peter Holm signed a treaty.", "Signing", None),
        # the day is its own
        (f"{MEETING} On Tuesday they signed a treaty.", "Signing", "2026-03-10"),
        # no day, no occasion
        ("Omar Sall met Mary Berg in Oslo in March. They signed a treaty.", "Signing", None),
        ("Omar Sall will meet Mary Berg in Oslo on Friday. They signed a treaty.", "Signing", None),
        # acts elsewhere are not of the occasion
        (f"{MEETING} Sall and Berg attacked the rebels.", "Attack", None),
    ],
)
def test_day(extract, text, type_, day):
    assert _day(extract(text), type_) == day


def test_what_is_signed_there_is_signed_in_its_place(extract, named):
    extraction = extract(f"{MEETING} They signed a treaty.")
    (signing,) = [e for e in extraction.events if e.type == "Signing"]
    assert named(extraction, [r.entity for r in signing.roles if r.role == "place"]) == {"Oslo"}


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Chad condemned the attack on the convoy.", "Accusation", "2026-03-12"),
        ("Chad opened an embassy in Oslo.", "Recognition", None),
    ],
)
def test_an_official_text_declares_on_the_day_of_issue(extract, text, type_, day):
    assert _day(extract(text, publisher="Chad Ministry of Water"), type_) == day


def test_the_news_declares_nothing(extract):
    assert _day(extract("Chad condemned the attack on the convoy."), "Accusation") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Later, Omar Sall met the king of Norway.",
        "In the evening Omar Sall met the king of Norway.",
        "Omar Sall then met the king of Norway.",
    ],
)
def test_a_narrative_stays_on_the_day_told_last(extract, sentence):
    extraction = extract(f"Omar Sall met Jonas Berg on April 7. {sentence}")
    assert [e.date.earliest for e in extraction.events if e.date] == [date(2026, 4, 7)] * 2


@pytest.mark.parametrize("sentence", ["Omar Sall has met the king of Norway.", "Omar Sall meets the king of Norway."])
def test_what_is_not_narrated_has_no_day(extract, sentence):
    extraction = extract(f"Omar Sall met Jonas Berg on April 7. {sentence}")
    assert [e.date.earliest for e in extraction.events if e.date] == [date(2026, 4, 7)]


def test_a_year_before_a_noun_dates_no_other_event(extract):
    (event,) = extract("Chad and Niger reaffirmed the 1904 border treaty.").events
    assert event.date is None

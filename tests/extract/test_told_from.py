"""Dates that are counted from the one told before; the articles are of Thursday, 12 March 2026."""

from datetime import date

import pytest

# text, type of the event, its first and last day
TEXTS = [
    ("Chad met Niger on March 3. The next day Chad signed a treaty with Niger.", "Signing", "2026-03-04"),
    ("Chad met Niger on March 3. Chad signed a treaty with Niger two days later.", "Signing", "2026-03-05"),
    ("Chad met Niger on March 3. The day before, Chad signed a treaty with Niger.", "Signing", "2026-03-02"),
    ("Chad met Niger in August 2018. Chad freed the crew that October.", "Release", "2018-10-01/2018-10-31"),
    ("Chad met Niger last November. Chad expelled an envoy of Niger that month.", "Expulsion", "2025-11-01/2025-11-30"),
    ("Chad met Niger in 2022. A year later Chad expelled an envoy of Niger.", "Expulsion", "2023-01-01/2023-12-31"),
    # the same day, until a look back has ended
    ("Chad met Niger on Tuesday.\n\nIn the evening Mali phoned Togo about fish.", "PhoneCall", "2026-03-10"),
    ("Chad met Niger on Tuesday. On Monday Oman met Peru. In the evening Mali phoned Togo.", "PhoneCall", "2026-03-09"),
    ("Chad met Niger on Tuesday. On Monday Oman met Peru.\n\nIn the evening Mali phoned Togo.", "PhoneCall", None),
    # nothing to count from
    ("The next day Chad signed a treaty with Niger.", "Signing", None),
]


def _days(temporal):
    if temporal is None:
        return None
    return str(temporal.earliest) if temporal.day else f"{temporal.earliest}/{temporal.latest}"


@pytest.mark.parametrize(("text", "type_", "days"), TEXTS)
def test_counted_from_the_date_before(extract, text, type_, days):
    (event,) = [e for e in extract(text).events if e.type == type_]
    assert _days(event.date) == days


@pytest.mark.parametrize(
    ("text", "type_", "days"),
    [
        # what is said of an event on another day
        ("Chad condemned the raid of March 3 in Lima.", "Accusation", None),
        ("Chad condemned the March 3 attack on Niger.", "Attack", "2026-03-03"),
        # the limit of what is still to be done
        ("Chad undertook to mend the bridge by the end of 2027.", "Pledging", None),
        ("Chad voted on Monday to lift the ban.", "Vote", "2026-03-09"),
        # since when it had not happened
        ("Ana Ruiz arrived in Lima on her first visit since 2014.", "Visit", None),
        # the means is no occasion
        ("President Ana Ruiz spoke by telephone with President Omar Sall on Tuesday.", "PhoneCall", "2026-03-10"),
        # several acts
        ("Four nurses were killed and nine wounded on Monday in Lima.", "Attack", "2026-03-09"),
        ("Chad paid on Friday, and Niger has expelled an envoy of Chad.", "Expulsion", None),
        ("President Ana Ruiz won the February 7 runoff.", "LeadershipChange", "2026-02-07"),
        ("President Ana Ruiz is said to have met President Omar Sall on Sunday.", "Meeting", "2026-03-08"),
    ],
)
def test_whose_the_date_is(extract, text, type_, days):
    found = [e for e in extract(text).events if e.type == type_]
    assert [_days(e.date) for e in found] == [days]


def test_the_news_goes_on_after_a_look_back(extract):
    text = (
        "Chad and Niger signed a treaty on Tuesday. They had expelled envoys in 2019. Oslo is far away. Lima is warm. "
        "Rabat is old. Accra is large. Chad thanked Niger for its patience."
    )
    (thanks,) = [e for e in extract(text).events if e.type == "Endorsement"]
    assert thanks.date is not None
    assert thanks.date.day == date(2026, 3, 10)


def test_a_joint_statement_is_made_on_the_day_of_the_meeting(extract):
    text = (
        "Foreign Minister Ana Ruiz of Peru and Foreign Minister Omar Sall of Chad met in Lima on 10 March 2026. "
        "They welcomed the truce in Niger. They called on Mali to free the crew."
    )
    found = extract(text, title="Joint statement of the foreign ministers of Peru and Chad").events
    assert {_days(e.date) for e in found if e.type in {"Endorsement", "Request"}} == {"2026-03-10"}

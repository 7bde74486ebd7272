"""What the words of an event count."""

import pytest

from kg.extract.quantities import find_durations, read_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chadian jets bombed a camp, killing two nomads and wounding at least nine.",
            ["2 dead", "at least 9 wounded"],
        ),
        ("Three Kenyan herders and one Somali driver were killed in an ambush.", ["4 dead"]),
        ("A blast killed at least two nomads and a driver.", ["at least 3 dead"]),
        ("An ambush killed three herders and many of their guards.", []),
        ("Norway and Oman signed two joint documents in Muscat.", ["2 instruments"]),
        ("Norway and Oman signed a treaty on pearls.", ["1 instrument"]),
        ("Norway and Oman signed a treaty on pearls and a contract on dates.", []),
        ("Norway agreed to buy 14 patrol boats from Oman for $30 million.", ["30000000 USD", "14 patrol boats"]),
        ("Norway will supply Oman with 90 megawatts.", ["90 megawatts"]),
        ("Oman cut its tariffs on pearls to 5 percent from 20 percent.", []),
        ("Norway imposed a tariff of 20 percent on pearls from Oman.", ["20 percent"]),
        ("Chad expelled four Kenyan diplomats.", ["4 kenyan diplomats"]),
        ("Chad and the rebels agreed on Sunday to extend the truce by a further three months.", ["3 months"]),
        ("On Sunday Oman hailed the 90-day truce that Chad concluded with Niger.", ["90 days"]),
        ("Norwegian Prime Minister Lise Hansen met 12 Omani ministers in Muscat.", []),
    ],
)
def test_amounts_of_events(extract, text, expected):
    found = [amount for event in extract(text).events for amount in event.amounts]
    spelled = {"exactly": "", "atLeast": "at least "}
    assert [f"{spelled[a.qualifier]}{a.value:.0f} {a.unit}" for a in found] == expected


def test_amounts_of_events_quote_the_article(extract):
    text = "Seals slept in the harbour. Chadian jets bombed a camp, killing at least two nomads and a driver."
    (amount,) = [amount for event in extract(text).events for amount in event.amounts]
    assert text[amount.span.start : amount.span.end] == amount.text == "at least two nomads and a driver"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for another six weeks", [(6, "weeks")]),
        ("a 90-day pause", [(90, "days")]),
        ("in six weeks", []),
        ("six weeks ago", []),
        ("by 5 percent", []),
    ],
)
def test_durations(text, expected):
    assert [(d.value, d.unit) for d in find_durations(text)] == expected


def test_a_word_that_is_no_number_counts_nothing():
    assert read_count("Many fled.", 0) is None

"""Money, percentages and counted things."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.money import find_amounts
from kg.extract.quantities import find_quantities

AMOUNTS = [
    ("$550 billion", 550e9, "USD", "exactly"),
    ("a $550-billion package", 550e9, "USD", "exactly"),
    ("$1,200.50.", 1200.5, "USD", "exactly"),
    ("US$ 3m", 3e6, "USD", "exactly"),
    ("€1.2bn", 1.2e9, "EUR", "exactly"),
    ("¥80 trillion", 80e12, "JPY", "exactly"),
    ("HK$20", 20, "HKD", "exactly"),
    ("Rs 5,000 crore", 50e9, "INR", "exactly"),
    ("₹2 lakh crore", 2e12, "INR", "exactly"),
    ("USD 3 million", 3e6, "USD", "exactly"),
    ("3 million USD", 3e6, "USD", "exactly"),
    ("EUR5bn", 5e9, "EUR", "exactly"),
    ("550 billion yen", 550e9, "JPY", "exactly"),
    ("a 550-billion-yen loan", 550e9, "JPY", "exactly"),
    ("500 million pounds", 500e6, "GBP", "exactly"),
    ("500 million pounds of aid", 500e6, "GBP", "exactly"),
    ("100 million Canadian dollars", 100e6, "CAD", "exactly"),
    ("200 million New Taiwan dollars", 200e6, "TWD", "exactly"),
    ("10 million Swiss francs", 10e6, "CHF", "exactly"),
    ("20 billion Norwegian kroner", 20e9, "NOK", "exactly"),
    ("5 million won", 5e6, "KRW", "exactly"),
    ("three million euros", 3e6, "EUR", "exactly"),
    ("a billion dollars", 1e9, "USD", "exactly"),
    ("half a billion euros", 5e8, "EUR", "exactly"),
    ("over $400 billion", 400e9, "USD", "atLeast"),
    ("more than $3", 3, "USD", "atLeast"),
    ("$1.5 billion or more", 1.5e9, "USD", "atLeast"),
    ("a $3bn-plus plan", 3e9, "USD", "atLeast"),
    ("up to 3 million pesos", None, None, None),
    ("up to $5", 5, "USD", "upTo"),
    ("as much as €5 million", 5e6, "EUR", "upTo"),
    ("about £20 million", 20e6, "GBP", "about"),
    ("nearly 3 million U.S. dollars", 3e6, "USD", "about"),
    ("some $7 million", 7e6, "USD", "about"),
    ("between $2 and $3 billion", 2e9, "USD", "atLeast"),
    ("$2-3 billion", 2e9, "USD", "atLeast"),
    ("2 percent of gross domestic product", 2, "percent_gdp", "exactly"),
    ("3.5% of GDP", 3.5, "percent_gdp", "exactly"),
    ("5 per cent of the country’s GDP", 5, "percent_gdp", "exactly"),
    ("at least 2 percent of its economic output", 2, "percent_gdp", "atLeast"),
    ("15 percent", 15, "percent", "exactly"),
    ("a 25% tariff", 25, "percent", "exactly"),
    ("a 15-percent tariff", 15, "percent", "exactly"),
    ("half a percentage point", 0.5, "percent", "exactly"),
    ("2 to 3 percent", 2, "percent", "atLeast"),
    ("between 2% and 3%", 2, "percent", "atLeast"),
    # no money
    ("500 million pounds of explosives", None, None, None),
    ("The 12 won medals; two real threats", None, None, None),
    ("COP 30 and TOP 10", None, None, None),
    ("hundreds of millions of dollars", None, None, None),
    ("a dollar", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier"), AMOUNTS)
def test_amount(text, value, unit, qualifier):
    found = [(item.value, item.unit, item.qualifier) for item in find_amounts(f"They gave {text}")]
    assert found == ([] if value is None else [(value, unit, qualifier)])


def test_a_change_gives_two_amounts():
    found = find_amounts("It fell from 27.5 percent to 15 percent, or from $2 billion to $1 billion.")
    assert [item.text for item in found] == ["27.5 percent", "15 percent", "$2 billion", "$1 billion"]


def test_the_words_take_in_the_qualifier():
    (found,) = find_amounts("They will spend more than $3 billion on it.")
    assert found.text == "more than $3 billion"


QUANTITIES = [
    ("250 cherry trees to mark the day", 250, "cherry trees", "exactly"),
    ("two aircraft carriers sailed", 2, "aircraft carriers", "exactly"),
    ("two aircraft", 2, "aircraft", "exactly"),
    ("about 1,000 soldiers", 1000, "soldiers", "about"),
    ("one million doses of vaccine", 1e6, "doses", "exactly"),
    ("one of 2,000 people", 2000, "people", "exactly"),
    ("10 major Peruvian firms are", 10, "major peruvian firms", "exactly"),
    ("4,000 French and German children", 4000, "french and german children", "exactly"),
    ("25 million metric tons of wheat", 25e6, "metric tons", "exactly"),
    ("more than 50 nations who met", 50, "nations", "atLeast"),
    ("at least 12 F-35 fighters", 12, "f-35 fighters", "atLeast"),
    ("a dozen helicopters", 12, "helicopters", "exactly"),
    # nothing counted
    ("two years ago", None, None, None),
    ("the Group of 20 leaders", None, None, None),
    ("on Oct. 28 talks began", None, None, None),
    ("in 2019 talks began", None, None, None),
    ("$20 billion deals", None, None, None),
    ("20 percent cuts", None, None, None),
    ("one meetings", None, None, None),
    ("5 times", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier"), QUANTITIES)
def test_quantity(text, value, unit, qualifier):
    found = [(item.value, item.unit, item.qualifier) for item in find_quantities(f"They sent {text}")]
    assert found == ([] if value is None else [(value, unit, qualifier)])


PIECES = [
    "$",
    "€",
    "5",
    "1,000",
    "million",
    "to",
    "between",
    "and",
    "%",
    "percent",
    "of GDP",
    "yen",
    "-",
    "trees",
    "Rs",
    "a",
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_text_is_read_without_error_and_spans_hold(text):
    for item in [*find_amounts(text), *find_quantities(text)]:
        assert text[item.span.start : item.span.end] == item.text


@pytest.mark.parametrize("text", ["$" * 50_000, "9" * 50_000, "1," * 30_000, "two " * 20_000, "1 to " * 10_000])
def test_long_input_takes_linear_time(text):
    start = time.process_time()
    find_amounts(text)
    find_quantities(text)
    assert time.process_time() - start < 3

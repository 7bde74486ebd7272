"""Quotations and the marks around them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quotes import find_quotes

CASES = [
    # straight
    ('"We agree," she said.', ["We agree,"]),
    ('She said, "We agree." He left.', ["We agree."]),
    ('"We agree," she said. "We always did."', ["We agree,", "We always did."]),
    ('She called it a "new dawn" for both.', ["new dawn"]),
    ('("We agree")', ["We agree"]),
    ('It was a mistake -- "a grave one" -- he said.', ["a grave one"]),
    # typographic
    ("“We agree,” she said.", ["We agree,"]),
    ("“He said “never” to us,” she said.", ["He said “never” to us,"]),
    ("“He said ‘not ever again’ to us,” she said.", ["He said ‘not ever again’ to us,"]),
    # missing spaces
    ('She said,"We agree," and left.', ["We agree,"]),
    ('She promised a"new dawn" for both.', ["new dawn"]),
    ('"We agree,"she said.', ["We agree,"]),
    # two single marks for a double one
    ("\"We agree,'' she said.", ["We agree,"]),
    ("``We agree,'' she said.", ["We agree,"]),
    # single marks, British style
    ("'We agree with them,' she said.", ["We agree with them,"]),
    ("She said: ‘We don’t agree with them.’", ["We don’t agree with them."]),
    ("'It's the leaders' own plan,' she said.", ["It's the leaders' own plan,"]),
    ("She said it was 'a very good plan' for all.", ["a very good plan"]),
    ("'He said \"no\" to us all,' she said.", ['He said "no" to us all,']),
    # apostrophes and other marks
    ("the ministers' plan and the envoys' reply", []),
    ("rock 'n' roll of the '60s and the leaders' age", []),
    ("the 'willing' ones", []),
    ('a 6" pipe and a 9" pipe', []),
    # unbalanced
    ('"We agree, she said.', []),
    ('We agree," she said.', []),
    ('"We agree, she said. "We always did."', ["We always did."]),
    ("“We agree, she said. “We always did.”", ["We always did."]),
    ("We agree,” she said. “We always did.”", ["We always did."]),
    ('He said: "We agree.\n\nShe left.', []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotes(text, expected):
    assert [quote.text for quote in find_quotes(text)] == expected


def test_spans_with_and_without_marks():
    (quote,) = find_quotes("He said “we agree to it” twice.")
    assert ((quote.span.start, quote.span.end), (quote.inner.start, quote.inner.end)) == ((8, 24), (9, 23))


def test_a_speech_over_paragraphs():
    text = '"We came in peace.\n\n"We leave in peace," he said.'
    assert [(quote.text, quote.continues) for quote in find_quotes(text)] == [
        ("We came in peace.", True),
        ("We leave in peace,", False),
    ]


SCARE = [
    ('He runs a "shadow fleet" of tankers.', True),
    ('The "Tiger" battalion moved in.', True),
    ('He called it a "disaster" for all.', False),
    ('"Never," he replied.', False),
    ('She spoke of a "new and better dawn" there.', False),
]


@pytest.mark.parametrize(("text", "scare"), SCARE)
def test_scare_quotes_are_flagged(text, scare):
    (quote,) = find_quotes(text)
    assert quote.scare is scare


MARKS = st.text(alphabet="\"“”'‘’`, .\nasS1", max_size=60)


@given(MARKS | st.text(max_size=60))
def test_spans_hold_and_never_overlap(text):
    found = find_quotes(text)
    assert all(text[quote.inner.start : quote.inner.end] == quote.text for quote in found)
    assert all(quote.span.contains(quote.inner) for quote in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


LONG = [
    '"a ' * 20_000,
    "“" * 50_000,
    " 'a b c" * 10_000,
    "s' " * 20_000,
    "'a b c' \"d\" " * 5_000,
    "'" * 50_000,
    "“a ”" * 9_000,
]


@pytest.mark.parametrize("text", LONG)
def test_long_input_takes_linear_time(text):
    start = time.process_time()
    find_quotes(text)
    assert time.process_time() - start < 3

"""What the paragraphs of pasted pages are."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.layout import paragraphs, regions

BODY = (
    "Foreign ministers of the two coastal states met in Valparaiso on Monday to settle a dispute over fishing "
    "grounds that has strained their relations for a decade, officials said."
)
MORE = "The ministers agreed to set up a joint commission that will report before the end of the year."

FRAMED = f"""Home
World
Mountain Railway Opens After Ten Years Of Work

The line links three valleys and carries its first passengers this week.

Coastal States End Quarrel Over Fishing Grounds

Two neighbours agree to set up a joint commission after years of quarrels.

Coastal States End Quarrel Over Fishing Grounds

315
12 shares

How do you feel about this story?

Sad
Wow
Like

{BODY}

{MORE} (ANX)

Read the news in our app

Stories From Every Shore

Download our app

Fast, Fair, Free
"""


def kinds(text):
    return [(text[region.span.start : region.span.end], region.kind, region.factual) for region in regions(text)]


def test_a_framed_page():
    assert kinds(FRAMED) == [
        ("Home", "navigation", False),
        ("World", "teaser", False),
        ("Mountain Railway Opens After Ten Years Of Work", "teaser", False),
        ("The line links three valleys and carries its first passengers this week.", "teaser", False),
        ("Coastal States End Quarrel Over Fishing Grounds", "teaser", False),
        ("Two neighbours agree to set up a joint commission after years of quarrels.", "subheading", True),
        ("Coastal States End Quarrel Over Fishing Grounds", "title", True),
        ("315", "reaction", False),
        ("12 shares", "reaction", False),
        ("How do you feel about this story?", "reaction", False),
        ("Sad", "reaction", False),
        ("Wow", "reaction", False),
        ("Like", "reaction", False),
        (BODY, "body", True),
        (MORE, "body", True),
        ("(ANX)", "credit", False),
        ("Read the news in our app", "advert", False),
        ("Stories From Every Shore", "advert", False),
        ("Download our app", "advert", False),
        ("Fast, Fair, Free", "advert", False),
    ]


LINES = [
    # a paragraph between two of body, its kind, whether it is analysed
    ("Advertisement", "advert", False),
    ("Sign up for our morning newsletter and never miss a story!", "advert", False),
    ("Share", "reaction", False),
    ("Facebook Twitter WhatsApp Email", "reaction", False),
    ("4 comments", "reaction", False),
    ("Read more: Harbour strike enters second week", "navigation", False),
    ("Related: Harbour strike enters second week", "navigation", False),
    ("WATCH: The ministers arrive at the harbour", "navigation", False),
    ("Click here to see the gallery", "navigation", False),
    ("Home > World > Americas", "navigation", False),
    ("Copyright 2024 The Harbour Gazette. All rights reserved.", "navigation", False),
    ("Newspaper Logo", "navigation", False),
    ("By Elena Marsh and Tomas Rojo", "byline", False),
    ("(This article was written by Elena Marsh.)", "byline", False),
    ("Reporting by Elena Marsh; Editing by Tomas Rojo", "byline", False),
    ("Elena Marsh and Tomas Rojo in the capital contributed to this report.", "byline", False),
    ("Tuesday, March 5, 2024", "metadata", False),
    ("Updated 5 March 2024 at 10:15", "metadata", False),
    ("Correction: An earlier text gave a wrong year for the treaty.", "correction", False),
    ("This story has been updated to include the reply of the ministry.", "correction", False),
    ("Photo: Elena Marsh / Harbour Gazette", "credit", False),
    ("###", "credit", False),
    ("PORTO, PORTUGAL—", "dateline", False),
    ("What the commission will do", "subheading", True),
    ("Talks, then silence", "subheading", True),
    ("“We are glad,” she said.", "body", True),
    ("He declined.", "body", True),
    ("Sources of the leak remain unknown to the ministry, she said.", "body", True),
    ("Sponsored by Kenya, the resolution passed with eleven votes.", "body", True),
    ("Published in 1994, the map shows the border as it was.", "body", True),
    ("Close allies of the minister said that she would not resign.", "body", True),
    ("Enlargement talks with the union begin in the spring, he said.", "body", True),
    ("Delegates, left, speak with their hosts before a dinner in Valparaiso on Monday.", "caption", True),
    ("Delegates in Valparaiso, second from left", "caption", False),
]


@pytest.mark.parametrize(("line", "kind", "factual"), LINES)
def test_a_paragraph_in_the_article(line, kind, factual):
    text = f"Coastal States End Quarrel\n\n{BODY}\n\n{line}\n\n{MORE}\n"
    assert (line, kind, factual) in kinds(text)


def test_a_headline_list_under_its_label():
    text = f"Coastal States End Quarrel\n\nRelated stories\n\nHarbour Strike Goes On\n\nA Very Long Pier\n\n{BODY}"
    assert [kind for _, kind, _ in kinds(text)] == ["title", "teaser", "teaser", "teaser", "body"]


def test_a_dateline_is_split_off():
    text = f"VALPARAISO, March 4 (ANX) - {BODY}"
    assert kinds(text) == [("VALPARAISO, March 4 (ANX) -", "dateline", False), (BODY, "body", True)]


def test_the_label_and_credit_of_a_picture_are_split_off():
    text = f"FILE - Ministers wave from a boat in the harbour on March 4. (Pool)\n\n{BODY}"
    assert kinds(text)[:3] == [
        ("FILE -", "navigation", False),
        ("Ministers wave from a boat in the harbour on March 4.", "caption", True),
        ("(Pool)", "credit", False),
    ]


def test_a_short_last_paragraph_stays():
    text = f"Coastal States End Quarrel\n\n{BODY}\n\nThey shook hands.\n\nThen they left for the airport in one car."
    assert [kind for _, kind, _ in kinds(text)] == ["title", "body", "body", "body"]


def test_a_text_without_headline_is_body():
    assert [kind for _, kind, _ in kinds(f"{BODY}\n{MORE}")] == ["body", "body"]


def test_reasons_are_given_for_what_is_left_out():
    assert all(bool(region.reason) != region.factual for region in regions(FRAMED))


def test_paragraphs_are_lines():
    assert [(span.start, span.end) for span in paragraphs(" One.\r\n\r\nTwo.  \nThree.")] == [(1, 5), (9, 13), (16, 22)]


def test_hard_wrapped_lines_are_joined():
    wrapped = (
        "Ministers of the two coastal states met in the old harbour of\n"
        "Valparaiso on Monday and talked for three hours about fishing\n"
        "grounds, islands and the price of fish in the markets of both\n"
        "capitals.\n\n"
        "They will meet again.\n"
    )
    assert len(paragraphs(wrapped)) == 2


PIECES = st.sampled_from(
    [
        "Like\n",
        "Related:",
        BODY,
        MORE,
        "\n",
        "\n\n",
        "Headline Of The Day",
        "(ANX)",
        "FILE - ",
        "LIMA — ",
        "By Elena Marsh",
    ]
)


@given(st.text(max_size=200) | st.lists(PIECES, max_size=12).map("".join))
def test_regions_cover_every_character_but_blanks_once(text):
    found = regions(text)
    covered = "".join(text[region.span.start : region.span.end] for region in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(text[r.span.start : r.span.end] == text[r.span.start : r.span.end].strip() != "" for r in found)


LONG = ["Like\n" * 10_000, "/" * 50_000, "A Short Heading\n" * 3_000, "> " * 30_000, "(" * 50_000, "LIMA, " * 10_000]


@pytest.mark.parametrize("text", LONG)
def test_long_input_takes_linear_time(text):
    start = time.process_time()
    regions(text)
    assert time.process_time() - start < 4

"""Offices told of several at once, by comparison, and in changes of office."""

import pytest

# text, (holder, office, of, former)
CASES = [
    (
        "Presidents Lena Holm of Norway and Tarik Oumarou of Chad met on Monday.",
        ("Lena Holm", "President", "Norway", False),
    ),
    (
        "Presidents Lena Holm of Norway and Tarik Oumarou of Chad met on Monday.",
        ("Tarik Oumarou", "President", "Chad", False),
    ),
    (
        "The energy ministers of Norway and Chad, Lena Holm and Tarik Oumarou, met on Monday.",
        ("Tarik Oumarou", "Energy Minister", "Chad", False),
    ),
    (
        "Foreign Ministers Lena Holm (Norway), Tarik Oumarou (Chad) and Ana Solis (Peru) met on Monday.",
        ("Ana Solis", "Foreign Minister", "Peru", False),
    ),
    (
        "Norwegian President Lena Holm met her Chadian counterpart, Tarik Oumarou, on Monday.",
        ("Tarik Oumarou", "President", "Chad", False),
    ),
    (
        "U.S. Secretary of State Lena Holm called Tarik Oumarou, her Chadian counterpart, on Monday.",
        ("Tarik Oumarou", "Foreign Minister", "Chad", False),
    ),
    ("Lena Holm resigned as foreign minister of Norway on Monday.", ("Lena Holm", "Foreign Minister", "Norway", True)),
    (
        "Norway announced the appointment of Lena Holm as its ambassador to Chad.",
        ("Lena Holm", "Ambassador to Chad", "Norway", False),
    ),
    ("The assembly elected Lena Holm as president of Norway on Monday.", ("Lena Holm", "President", "Norway", False)),
]


def _told(extraction):
    names = {e.id: e.name for e in extraction.entities}
    return {(names[t.holder], t.office, names.get(t.of), t.former) for t in extraction.tenures}


@pytest.mark.parametrize(("text", "tenure"), CASES)
def test_office(extract, text, tenure):
    assert tenure in _told(extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lena Holm met her Chadian counterpart, Tarik Oumarou, on Monday.",
        "Presidents and kings met Lena Holm on Monday.",
        "Lena Holm resigned on Monday.",
    ],
)
def test_no_office(extract, text):
    assert _told(extract(text)) == set()


def test_a_plural_does_not_become_the_office_of_one(extract):
    told = _told(extract("The presidents of Norway and Chad, Lena Holm and Tarik Oumarou, met on Monday."))
    assert told == {("Lena Holm", "President", "Norway", False), ("Tarik Oumarou", "President", "Chad", False)}

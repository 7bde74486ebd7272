"""Who holds which office."""

import pytest

# text, (holder, office, of, former)
CASES = [
    ("Norwegian President Lena Holm met the envoys on Monday.", ("Lena Holm", "President", "Norway", False)),
    ("Lena Holm, Norway's foreign minister, met the envoys.", ("Lena Holm", "Foreign Minister", "Norway", False)),
    ("President Lena Holm of Norway met the envoys on Monday.", ("Lena Holm", "President", "Norway", False)),
    ("Former Norwegian President Lena Holm met the envoys.", ("Lena Holm", "President", "Norway", True)),
    ("Oslo Mayor Lena Holm met the envoys on Monday.", ("Lena Holm", "Mayor", "Oslo", False)),
    ("Jordanian King Abdullah II met the envoys on Monday.", ("King Abdullah II", "King", "Jordan", False)),
    ("The envoy, former Norwegian president Lena Holm, left Chad.", ("Lena Holm", "President", "Norway", True)),
    ("The mediator for Chad, former president Lena Holm, left.", ("Lena Holm", "Mediator for Chad", None, False)),
    (
        "Chief envoy Lena Holm met Norway's defence minister, Ola Berg.",
        ("Ola Berg", "Defence Minister", "Norway", False),
    ),
]


def _told(extraction):
    names = {e.id: e.name for e in extraction.entities}
    return {(names[t.holder], t.office, names.get(t.of), t.former) for t in extraction.tenures}


@pytest.mark.parametrize(("text", "tenure"), CASES)
def test_tenure(extract, text, tenure):
    assert tenure in _told(extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "Diplomat Lena Holm told the envoys that the truce would hold.",
        "The leader, Lena Holm, told the envoys that the truce would hold.",
        "Lena Holm told the envoys that the truce would hold.",
    ],
)
def test_no_tenure(extract, text):
    assert _told(extract(text)) == set()


def test_an_office_told_twice_is_one_tenure(extract):
    text = "President Lena Holm met the envoys on Monday. Norwegian President Lena Holm praised the truce."
    assert _told(extract(text)) == {("Lena Holm", "President", "Norway", False)}


def test_a_short_form_of_an_office_is_no_other(extract):
    text = "Norwegian Foreign Minister Lena Holm met the envoys on Monday. Minister Lena Holm praised the truce."
    assert _told(extract(text)) == {("Lena Holm", "Foreign Minister", "Norway", False)}


def test_who_becomes_something(extract):
    extraction = extract("Lena Holm became foreign minister of Norway on Monday.")
    tenure = extraction.tenures[0]
    assert (tenure.office, tenure.former) == ("Foreign Minister", False)
    assert tenure.start is not None
    assert tenure.start.day.isoformat() == "2026-03-09"


def test_who_may_become_something_holds_no_office(extract):
    assert extract("Lena Holm could become foreign minister of Norway.").tenures == ()


def test_the_evidence_spans_title_and_name(extract):
    extraction = extract("Norwegian President Lena Holm met the envoys on Monday.")
    span = extraction.tenures[0].evidence
    assert extraction.document.text[span.start : span.end] == "Norwegian President Lena Holm"


def test_an_office_gives_nationality(extract):
    extraction = extract("Norwegian President Lena Holm met the envoys on Monday.")
    assert next(e.country for e in extraction.entities if e.name == "Lena Holm") == "norway"

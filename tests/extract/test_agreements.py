"""What is agreed, between whom, and how far it has come."""

import pytest

# text, (status, factuality), parties
CASES = [
    ("Chad and Niger signed a treaty on fishing rights in Oslo.", ("signed", "actual"), {"Chad", "Niger"}),
    ("The treaty signed by Chad and Niger bans mines.", ("signed", "actual"), {"Chad", "Niger"}),
    ("Ministers of Chad and Niger signed the document in Oslo.", ("signed", "actual"), {"Chad", "Niger"}),
    ("The trade agreement between Chad and Niger is a good one.", ("reached", "actual"), {"Chad", "Niger"}),
    ("Chad and Niger agreed a ceasefire on Monday.", ("reached", "actual"), {"Chad", "Niger"}),
    ("Chad and Niger are negotiating a trade deal.", ("negotiating", "actual"), {"Chad", "Niger"}),
    ("Chad withdrew from the treaty with Niger.", ("withdrawn", "actual"), {"Chad", "Niger"}),
    ("Chad and Niger will sign a treaty on Friday.", ("proposed", "planned"), {"Chad", "Niger"}),
    ("Chad and Niger suspended their treaty on water.", ("suspended", "actual"), {"Chad", "Niger"}),
    ("Chad rejected the agreement with Niger.", ("rejected", "actual"), {"Niger"}),
    ("Chad and Niger, which have observed a cease-fire since May, met.", ("inForce", "actual"), {"Chad", "Niger"}),
    ("Chad honoured the 2019 truce.", ("inForce", "actual"), {"Chad"}),
    ("The accord between Chad and Niger was signed in Oslo.", ("signed", "actual"), {"Chad", "Niger"}),
    ("The signing of the accord between Chad and Niger was put off.", ("proposed", "negated"), {"Chad", "Niger"}),
    ("Chad and Niger held talks on a fishing treaty.", ("negotiating", "planned"), {"Chad", "Niger"}),
    ("Mali urged Chad to sign the trade agreement with Niger.", ("proposed", "hypothetical"), {"Niger"}),
    ("Chad's parliament ratified the fishing treaty with Niger.", ("ratified", "actual"), {"Niger"}),
    ("The Oslo Accord, a pact between Chad and Niger, was signed.", ("signed", "actual"), {"Chad", "Niger"}),
]


@pytest.mark.parametrize(("text", "standing", "parties"), CASES)
def test_agreement(extract, named, text, standing, parties):
    extraction = extract(text)
    (agreement,) = extraction.agreements
    assert (agreement.status, agreement.factuality) == standing
    assert named(extraction, [p.entity for p in agreement.parties]) >= parties


@pytest.mark.xfail(reason="who proposes or rejects an agreement with somebody is not taken as its other party")
def test_who_proposes_is_a_party(extract, named):
    extraction = extract("Chad proposed a trade pact with Niger.")
    assert named(extraction, [p.entity for p in extraction.agreements[0].parties]) == {"Chad", "Niger"}


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("treaty", "Treaty"),
        ("convention", "Treaty"),
        ("memorandum", "Memorandum"),
        ("framework", "Framework"),
        ("communique", "JointStatement"),
        ("pact", "Agreement"),
    ],
)
def test_kind(extract, noun, kind):
    extraction = extract(f"Chad and Niger signed a {noun} on fishing rights.")
    assert [a.kind for a in extraction.agreements] == [kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad and Niger signed a new treaty on fishing rights.", "treaty on fishing rights"),
        ("Chad and Niger agreed a ceasefire on Monday.", "ceasefire"),
        ("Chad and Niger signed the Oslo Convention on Mines.", "Oslo Convention on Mines"),
    ],
)
def test_name(extract, text, name):
    assert [a.name for a in extract(text).agreements] == [name]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Chad and Niger signed a treaty on fishing rights in Oslo.", ["fishing rights"]),
        ("Chad and Niger agreed a ceasefire on Monday.", []),
        ("Chad and Niger signed a pact to cut tariffs.", ["tariffs"]),
    ],
)
def test_topics(extract, text, topics):
    assert [t.text for a in extract(text).agreements for t in a.topics] == topics


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger stressed the need for a ceasefire in Mali.",
        "The envoy of Chad read the document in Oslo.",
        "A deal is a deal, the envoy of Chad said.",
    ],
)
def test_no_agreement(extract, text):
    assert extract(text).agreements == ()


def test_persons_sign_for_their_states(extract, named):
    extraction = extract(
        "President Omar Sall of Chad and President Mary Berg of Norway signed a memorandum of understanding on fish."
    )
    (agreement,) = extraction.agreements
    assert named(extraction, [s.entity for s in agreement.signatories]) == {"Omar Sall", "Mary Berg"}
    assert named(extraction, [p.entity for p in agreement.parties]) == {"Chad", "Norway"}


def test_a_signed_agreement_has_its_event_and_day(extract):
    extraction = extract("Chad and Niger signed a treaty on fishing rights on Monday.")
    (agreement,) = extraction.agreements
    assert agreement.event in {e.id for e in extraction.events}
    assert agreement.date.day.isoformat() == "2026-03-09"


def test_subjects_told_at_once_are_agreements_of_their_own(extract):
    extraction = extract("Chad and Niger signed agreements on fish, visas and postal services.")
    names = [agreement.name for agreement in extraction.agreements]
    assert names == ["agreement on fish", "agreement on visas", "agreement on postal services"]


def test_governments_are_those_of_the_leaders_told_of(extract, named):
    extraction = extract(
        "Chad's president told Niger's foreign minister no. The two governments signed a treaty on fish."
    )
    assert named(extraction, [p.entity for p in extraction.agreements[0].parties]) == {"Chad", "Niger"}


def test_a_town_in_a_name_is_no_party(extract, named):
    extraction = extract("Chad signed the Bergen treaty with Niger.")
    assert named(extraction, [p.entity for p in extraction.agreements[0].parties]) == {"Chad", "Niger"}

"""Who commits to what, for whom, how much and by when."""

from datetime import date

import pytest

_NOMINATE = "nominate Ana Ruiz for a peace prize"
# text, by, (to, content)
CASES = [
    ("Chad pledged $20 million to Niger for clinics.", {"Chad"}, ("Niger", "$20 million")),
    ("Chad promised Niger to free the crew.", {"Chad"}, ("Niger", "free the crew")),
    ("Chad and Niger pledged to free the crew.", {"Chad", "Niger"}, (None, "free the crew")),
    ("Chad committed to plant 3,000 mango trees in Niger.", {"Chad"}, ("Niger", "plant 3,000 mango trees in Niger")),
    ("Omar Sall promised that Chad would free the crew.", {"Chad"}, (None, "free the crew")),
    ("Chad reaffirmed its commitment to the truce.", {"Chad"}, (None, "the truce")),
    ("Chad made a pledge to free the crew.", {"Chad"}, (None, "free the crew")),
    # one side agrees to act
    ("Chad agreed to free the crew.", {"Chad"}, (None, "free the crew")),
    # a sum and what it is for
    (
        "Kenyan officials discussed projects such as Siemens's planned $3 billion commitment to Kenyan ports.",
        {"Siemens"},
        ("Kenya", "$3 billion commitment to Kenyan ports"),
    ),
    # putting somebody forward
    ("Omar Sall said he would nominate Ana Ruiz for a peace prize.", {"Omar Sall"}, ("Ana Ruiz", _NOMINATE)),
    (
        "Omar Sall announced his intention to nominate Ana Ruiz for a peace prize.",
        {"Omar Sall"},
        ("Ana Ruiz", _NOMINATE),
    ),
]


@pytest.mark.parametrize(("text", "by", "promise"), CASES)
def test_commitment(extract, named, text, by, promise):
    to, content = promise
    extraction = extract(text)
    assert named(extraction, [c.by.entity for c in extraction.commitments]) == by
    assert {c.content for c in extraction.commitments} == {content}
    assert named(extraction, [c.to.entity for c in extraction.commitments if c.to]) == ({to} if to else set())


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Chad pledged up to $20 million to Niger for clinics.", (20e6, "USD", "upTo")),
        ("Chad pledged to spend 2 percent of GDP on clinics.", (2.0, "percent_gdp", "exactly")),
        ("Chad pledged to plant 3,000 mango trees.", (3000.0, "mango trees", "exactly")),
        ("Chad pledged to free the crew.", None),
    ],
)
def test_amount(extract, text, amount):
    (commitment,) = extract(text).commitments
    found = commitment.amount
    assert (found and (found.value, found.unit, found.qualifier)) == amount


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Chad pledged to free the crew by June.", date(2026, 6, 30)),
        ("Chad pledged $20 million to Niger by 2030.", date(2030, 12, 31)),
        ("Chad pledged to free the crew.", None),
    ],
)
def test_deadline(extract, text, latest):
    (commitment,) = extract(text).commitments
    assert (commitment.deadline and commitment.deadline.latest) == latest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad pledged to free the crew.", "pledged"),
        ("Officials said Chad is preparing a $5-billion investment package for ports.", "inProgress"),
        ("Chad reiterated its pledge to free the crew.", "reaffirmed"),
        ("Chad did not pledge to free the crew.", "abandoned"),
    ],
)
def test_status(extract, text, status):
    assert [c.status for c in extract(text).commitments] == [status]


def test_a_planned_gift_is_a_commitment(extract, named):
    extraction = extract("Chad will donate 200 tents to Niger.")
    assert named(extraction, [c.by.entity for c in extraction.commitments]) == {"Chad"}


def test_a_gift_is_none(extract):
    assert extract("Chad donated 200 tents to Niger.").commitments == ()


def test_a_commitment_has_its_event(extract):
    extraction = extract("Chad pledged to free the crew.")
    assert [c.event for c in extraction.commitments] == [e.id for e in extraction.events]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Chad pledged to fund the clinic, send 20 nurses and rebuild the road.",
            ["fund the clinic", "send 20 nurses", "rebuild the road"],
        ),
        (
            "Chad will lift the toll and work with Niger to rebuild the bridge.",
            ["lift the toll", "work with Niger to rebuild the bridge"],
        ),
        ("Chad outlined its commitments to improve ports and cut red tape.", ["improve ports", "cut red tape"]),
    ],
)
def test_each_act_is_a_commitment(extract, text, contents):
    assert {c.content for c in extract(text).commitments} == set(contents)


def test_who_welcomes_a_commitment_makes_none(extract, named):
    extraction = extract("Chad's commitment to keep the port open was welcomed by Niger.")
    assert named(extraction, [c.by.entity for c in extraction.commitments]) == {"Chad"}


def test_a_commitment_is_of_whom_its_adjective_names(extract, named):
    extraction = extract("The deal includes an Omani commitment to invest $3 billion in ports.")
    assert named(extraction, [c.by.entity for c in extraction.commitments]) == {"Oman"}


def test_who_welcomes_the_commitment_of_somebody_unnamed_makes_none(extract):
    assert extract("Chad welcomed a $3 billion commitment to ports.").commitments == ()


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Omar Sall said he would nominate Ana Ruiz for a peace prize.", "planned"),
        ("Omar Sall announced his intention to nominate Ana Ruiz for a peace prize.", "planned"),
        ("Omar Sall has nominated Ana Ruiz for a peace prize.", "actual"),
    ],
)
def test_who_is_put_forward_is_endorsed(extract, text, factuality):
    assert [e.factuality for e in extract(text).events if e.type == "Endorsement"] == [factuality]


def test_what_a_relative_pronoun_stands_for_is_the_topic(extract):
    extraction = extract(
        "Chad revised its fishing strategy in 2022, which President Omar Sall has vowed to mend next year."
    )
    (commitment,) = extraction.commitments
    assert [t.text for t in commitment.topics] == ["fishing strategy"]
    assert [e.date for e in extraction.events if e.type == "Pledging"] == [None]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("President Omar Sall showed Ana Ruiz the investments Chad is making in Niger.", "actual"),
        ("Chad will make large investments in Niger.", "planned"),
        ("Chad has voiced interest in investment projects in Niger worth $4 billion.", "hypothetical"),
    ],
)
def test_who_invests_where(extract, named, text, factuality):
    extraction = extract(text)
    (found,) = [e for e in extraction.events if e.type == "EconomicCooperation"]
    roles = {r.role: r.entity for r in found.roles if r.entity}
    assert named(extraction, roles.values()) == {"Chad", "Niger"}
    assert found.factuality == factuality


@pytest.mark.parametrize(
    "text",
    ["Chad praised a mission to supply tents to Niger.", "Chad sent an envoy to deepen cooperation with Niger."],
)
def test_what_something_is_for_is_no_promise(extract, text):
    assert extract(text).commitments == ()


@pytest.mark.parametrize("text", ["Chad and Niger agreed to free the crew.", "The parties agreed to free the crew."])
def test_what_two_agree_to_do_is_no_promise_of_one(extract, text):
    assert extract(text).commitments == ()


def test_what_a_state_will_get_is_no_commitment(extract):
    assert extract("Chad will become a member of the union.").commitments == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad pledged to widen the port, a step that Niger has long sought.", "widen the port"),
        ("Chad pledged to widen the port, which is too small.", "widen the port"),
        ("Chad pledged to widen the port and the road.", "widen the port and the road"),
        ("Chad said it would also widen the port.", "widen the port"),
        ("Chad pledged not to widen the port.", "not to widen the port"),
    ],
)
def test_the_content_is_clean(extract, text, content):
    assert [c.content for c in extract(text).commitments] == [content]


def test_praise_to_come_is_no_commitment(extract):
    assert extract("Chad will praise Niger at the summit.").commitments == ()

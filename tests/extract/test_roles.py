"""Who takes part, where no function of the predicate tells it."""

from datetime import date

import pytest

_PAIR = {"Peter Otieno", "Idriss Hamid"}
_OPENING = "The President of Kenya, Peter Otieno, and the President of Chad, Idriss Hamid, met in Nairobi. "
# text, type of event, who takes part in it
TEXTS = [
    # who seeks or shuns an occasion would be there
    ("Norway ruled out talks with Oman on fish.", "Meeting", set()),
    ("South Korea is considering a summit with Japan.", "Summit", {"South Korea", "Japan"}),
    # two persons beside their titles
    (_OPENING, "Meeting", _PAIR),
    ("Energy ministers Peter Otieno and Idriss Hamid met in Lima.", "Meeting", _PAIR),
    (
        "At the invitation of the President of Kenya, Peter Otieno, the President of Chad, Idriss Hamid, "
        "paid a visit to Nairobi.",
        "Visit",
        {"Idriss Hamid", "Kenya"},
    ),
    # mediators in a compound
    ("Under a Norwegian-brokered deal, Chad and Niger agreed to disarm.", "Mediation", {"Norway", "Chad", "Niger"}),
    ("President Peter Otieno hailed Idriss Hamid for his success in promoting peace in Mali and helping broker a truce "
     "between Chad and Niger.", "Mediation", {"Idriss Hamid", "Chad", "Niger"}),
    # whose talks are mediated
    ("Chad's talks with Niger, brokered by Oman, ended on Monday.", "Mediation", {"Oman", "Chad", "Niger"}),
    ("Chad, whose talks with Niger are being mediated by Oman, disarmed.", "Mediation", {"Oman", "Chad", "Niger"}),
    ("Chad, whose talks with Niger are being mediated by Oman, disarmed.", "Meeting", {"Chad", "Niger"}),
    # the parties of a quarrel within a state
    ("Norway urged the Yemeni parties to disarm.", "Request", {"Norway", "Yemeni parties"}),
    # what befell whom a comma sets apart, and who his kin are not
    ("The widow of Idriss Hamid, killed in 1998, thanked Norway.", "Attack", {"Idriss Hamid"}),
    ("The widow of Idriss Hamid thanked Norway.", "Endorsement", {"Norway"}),
    # who is praised for it has mediated
    ("President Peter Otieno praised Idriss Hamid for his efforts in brokering a truce between Chad and Niger.",
     "Mediation", {"Idriss Hamid", "Chad", "Niger"}),
    ("President Peter Otieno thanked Qatar for its role in mediating talks between Chad and Niger.",
     "Mediation", {"Qatar", "Chad", "Niger"}),
    ("President Peter Otieno hailed Idriss Hamid for what he called his success in promoting peace in Mali.",
     "Mediation", {"Idriss Hamid"}),
    ("President Peter Otieno lauded Qatar's efforts to mediate between Chad and Niger.",
     "Mediation", {"Qatar", "Chad", "Niger"}),
    # nobody is named
    (_OPENING + "It was agreed that the road would be opened.", "Understanding", _PAIR),
    ("The Kenyan minister Peter Otieno met the Chadian envoy Idriss Hamid. They agreed to disarm.",
     "Understanding", _PAIR),
    # who parts without a deal
    ("Talks between Norway and Oman ended without a deal.", "Understanding", {"Norway", "Oman"}),
    ("Norway and Oman parted without an agreement.", "Understanding", {"Norway", "Oman"}),
    # rounds of talks
    ("Oman will host a new round of talks between Chad and Niger.", "Negotiation", {"Oman", "Chad", "Niger"}),
    # a journey and what it is for
    ("The Kenyan minister Peter Otieno flew to Oslo for talks with Oman.", "Visit", {"Peter Otieno", "Norway"}),
    # names after a name
    (
        "Kenyan President Peter Otieno met Chadian Foreign Minister Idriss Hamid. "
        "President Otieno and Foreign Minister Hamid discussed fish.",
        "Discussion",
        _PAIR,
    ),
    # who promises what the state will do, and to whom
    (
        "Kenyan President Peter Otieno told Chadian envoy Idriss Hamid that Kenya would pay the fee.",
        "Pledging",
        {*_PAIR, "Kenya"},
    ),
    ("Kenyan President Peter Otieno assured Chadian envoy Idriss Hamid that Kenya would pay the fee.", "Pledging",
     {*_PAIR, "Kenya"}),
    # plurals that are written like names
    (_OPENING + "The Presidents praised the truce.", "Endorsement", _PAIR),
    # bodies and their members
    ("Members of the Security Council held consultations on fish.", "Meeting", {"United Nations Security Council"}),
    # who leads a delegation or goes along
    ("A delegation of Oman, led by Peter Otieno, and a team of Mali, led by Idriss Hamid, met.", "Meeting",
     {*_PAIR, "Oman", "Mali"}),
    ("Kenyan minister Peter Otieno, accompanied by Idriss Hamid, met Omani officials.", "Meeting", {*_PAIR, "Oman"}),
    ("Kenyan minister Peter Otieno, along with Idriss Hamid, met Omani officials.", "Meeting", {*_PAIR, "Oman"}),
    ("Kenyan minister Peter Otieno, alongside Idriss Hamid, visited Oman.", "Visit", {*_PAIR, "Oman"}),
    # whom a dinner is for
    ("President Peter Otieno gave a dinner in honour of Idriss Hamid.", "Meeting", _PAIR),
    ("President Peter Otieno hosted a dinner in Idriss Hamid's honor.", "Meeting", _PAIR),
    (_OPENING + "In the evening Otieno gave a dinner in his honour.", "Meeting", _PAIR),
    ("The fee was paid after a lunch that President Peter Otieno hosted for Idriss Hamid.", "Meeting", _PAIR),
    # who is asked, and of whom somebody complains
    ("At the request of Kenya, Oman sent troops to Lamu.", "Request", {"Kenya", "Oman"}),
    ("Kenya has complained that Oman is about to send troops into Somalia.", "Accusation", {"Kenya", "Oman"}),
    ("Kenya has complained that it was left out.", "Accusation", {"Kenya"}),
    # with whom something shall be done
    (
        "Kenya and Oman agreed to deepen cooperation involving Chad and Mali.",
        "Understanding",
        {"Kenya", "Oman", "Chad", "Mali"},
    ),
    # the list of a communiqué
    (_OPENING + "The two Presidents:\n1. Agreed to open the road;\n2. Left.", "Understanding", _PAIR),
    (
        _OPENING + "The two Presidents:\n1. Agreed to meet;\n2. Condemned Niger and called upon Mali to disarm.",
        "Request",
        {*_PAIR, "Mali"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "expected"), TEXTS)
def test_participants(extract, named, text, type_, expected):
    extraction = extract(text)
    found = [e for e in extraction.events if e.type == type_]
    roles = {r.entity for e in found for r in e.roles if r.role not in {"topic", "place"}}
    assert named(extraction, roles) == expected


def test_the_office_without_more_words_is_that_of_who_issues_the_text(extract, named):
    text = "The Prime Minister met Prime Minister Ana Ruiz of Chad. They left."
    extraction = extract(text, published=date(2010, 1, 30), publisher="Government of Norway")
    meeting = next(e for e in extraction.events if e.type == "Meeting")
    assert named(extraction, [r.entity for r in meeting.roles]) == {"Jens Stoltenberg", "Ana Ruiz"}


def test_the_place_behind_a_name_is_that_of_the_meeting(extract, named):
    extraction = extract("Kenyan minister Peter Otieno held talks with Chadian envoy Idriss Hamid in Oslo.")
    meeting = next(e for e in extraction.events if e.type == "Meeting")
    assert named(extraction, [r.entity for r in meeting.roles if r.role == "place"]) == {"Oslo"}


def test_who_protests_on_the_road_protests_once(extract):
    found = extract("Villagers in Lima blocked the road on Monday to protest against a dam.").events
    assert [e.type for e in found] == ["Demonstration"]


def test_a_newspaper_is_told_and_promised_nothing(extract, named):
    extraction = extract("Norway's minister told the Bergen Tribune that Norway would fund the clinic.")
    (promise,) = [e for e in extraction.events if e.type == "Pledging"]
    assert [r for r in promise.roles if r.role == "recipient"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Omar Sall flew to Lima, where he is to meet Mary Berg.",
        "Omar Sall arrived in Lima to meet Mary Berg.",
        "Omar Sall spoke in Lima and met Mary Berg.",
        "Speaking in Lima, Omar Sall accused Mary Berg of lying.",
        "Omar Sall met Mary Berg on the sidelines of a summit in Lima.",
        "Omar Sall and Mary Berg met face to face in Lima.",
        "Omar Sall met Mary Berg face to face in Lima.",
    ],
)
def test_the_place_that_another_clause_tells(extract, named, text):
    extraction = extract(text)
    event = next(e for e in extraction.events if e.type in {"Meeting", "Accusation"})
    assert named(extraction, [r.entity for r in event.roles if r.role == "place"]) == {"Lima"}


def test_what_is_stressed_on_the_side_is_agreed_too_and_not_where_it_is_about(extract):
    text = (
        "Peru and Chile rejected any change of borders by force while stressing the importance of calm in the Red Sea."
    )
    found = [e for e in extract(text).events if e.type == "Understanding"]
    assert [(r.role, r.text) for e in found for r in e.roles if r.role != "topic"] == [
        ("participant", "Peru"),
        ("participant", "Chile"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway signed with Canada a treaty on fish.", {"Norway", "Canada"}),
        ("Norway and Canada signed a treaty on fish, with Peru looking on.", {"Norway", "Canada"}),
        ("A memorandum of understanding between Norway and Canada was signed in Oslo.", {"Norway", "Canada"}),
    ],
)
def test_who_signs(extract, named, text, expected):
    found = extract(text)
    (signing,) = [e for e in found.events if e.type == "Signing"]
    assert named(found, [r.entity for r in signing.roles if r.role == "signatory"]) == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The tariffs hit farmers in Chad.", []),
        ("Migrants entered Chad.", []),
        ("Chad refused to extradite the crew.", ["Refusal"]),
        ("Thousands marched in Lima to demand a deal.", ["Demonstration"]),
        ("Chad was placed under siege by Niger.", ["Coercion"]),
        ("Peru deplored the sanctions that Norway imposed on Chad.", ["Accusation", "Sanction"]),
        ("Norway imposed asset freezes on ten Chadian generals.", ["Sanction"]),
        ("Peru deplored the asset freezes that Norway imposed on Chad.", ["Accusation", "Sanction"]),
        ("Omar Sall of Chad and Mary Berg of Peru met face to face.", ["Meeting"]),
        ("Chad's army dismissed that as a fairy tale.", ["Refusal"]),
        ("Norway has given meals to the Chadian refugees.", ["AidDelivery"]),
        ("Chad took Niger to the World Court over the raids.", ["Accusation"]),
    ],
)
def test_one_event_and_no_other(extract, text, types):
    assert [e.type for e in extract(text).events] == types

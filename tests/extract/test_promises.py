"""What actors say that they themselves will do."""

import pytest


def _acts(extraction):
    names = {e.id: e.name for e in extraction.entities}
    return [
        (e.type, names[r.entity])
        for e in extraction.events
        if e.frame.startswith("promises:")
        for r in e.roles
        if r.role == "initiator"
    ]


PROMISES = [
    ("Chad said it would pay for half of the dam.", ("Pledging", "Chad")),
    ("The minister of Chad said that Chad would pay for the dam.", ("Pledging", "Chad")),
    ("Chad will pay for half of the dam.", ("Pledging", "Chad")),
    ("Chad said it would not pay for the dam.", ("Refusal", "Chad")),
    ("Chad said it would always be there for Niger.", ("Pledging", "Chad")),
]
NONE = [
    "Chad said it would be there on Monday.",
    # a forecast about others
    "The minister of Chad said that Niger would pay for the dam.",
    "Analysts said Norway would pay for half of the dam.",
    # on a condition
    "Chad said it would pay for the dam if Niger freed the crew.",
    # what somebody will be, and where he will go, is no promise
    "Chad said it would be ready for the dam.",
    "Omar Sall said he would visit Oslo on Monday.",
    # the news speaks for no persons, and not of what happens to a state
    "Omar Sall will pay for half of the dam.",
    "Chad will lose half of the dam.",
    # it was agreed already
    "Chad agreed that it would pay for the dam.",
]


@pytest.mark.parametrize(("text", "promise"), PROMISES)
def test_promise(extract, text, promise):
    assert _acts(extract(text)) == [promise]


def test_who_speaks_for_a_state_promises_with_it(extract):
    acts = _acts(extract('"We will pay for the dam," President Omar Sall of Chad said.'))
    assert acts == [("Pledging", "Chad"), ("Pledging", "Omar Sall")]


def test_to_be_there_when_needed_is_a_promise(extract):
    acts = _acts(extract('President Omar Sall of Chad said: "If Niger needs a doctor, we will be there."'))
    assert acts == [("Pledging", "Chad"), ("Pledging", "Omar Sall")]


@pytest.mark.parametrize("text", NONE)
def test_no_promise(extract, text):
    assert _acts(extract(text)) == []


def test_an_official_text_promises_for_its_side(extract):
    extraction = extract("Chad will pay for half of the dam.", publisher="Chad Ministry of Water")
    assert _acts(extraction) == [("Pledging", "Chad")]


def test_a_promise_is_on_the_word_of_who_says_it(extract, named):
    extraction = extract("Chad said it would pay for half of the dam.")
    promise = next(e for e in extraction.events if e.frame.startswith("promises:"))
    assert named(extraction, [promise.attribution.entity]) == {"Chad"}

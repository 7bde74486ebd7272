"""What somebody says that others have to do is a request."""

import pytest


def _requests(extraction):
    names = {e.id: e.name for e in extraction.entities}
    return [
        tuple(names[r.entity] for r in e.roles if r.role in {"initiator", "recipient"})
        for e in extraction.events
        if e.frame == "obligations:must"
    ]


REQUESTS = [
    ("Chad said Niger must withdraw its troops.", ("Chad", "Niger")),
    ("Chad said that Niger should free the crew.", ("Chad", "Niger")),
    ("Chad says Niger needs to free the crew.", ("Chad", "Niger")),
    ("Chad said Niger would have to free the crew first.", ("Chad", "Niger")),
    ("Chad said it was vital that Niger free the crew.", ("Chad", "Niger")),
    ("Niger must free the crew, Chad said.", ("Chad", "Niger")),
    ('"Niger must free the crew," President Omar Sall of Chad said.', ("Omar Sall", "Niger")),
    # nobody is named who shall bring it about
    ("Chad said the sanctions should be lifted.", ("Chad",)),
    ("Chad said the fighting must stop.", ("Chad",)),
]
NONE = [
    # of one's own side
    "Chad said it must modernise its ports.",
    "The minister of Chad said that Chad must modernise its ports.",
    # what is only expected, or has been
    "Chad said that Niger should know the result by Friday.",
    "Chad said that Niger should have paid.",
    "Chad said that the port should open in May.",
    "Chad said the villagers had to flee.",
    # the news asks for nothing
    "Niger must free the crew.",
    # asked for in words of its own
    "Chad agreed that Niger must free the crew.",
]


@pytest.mark.parametrize(("text", "request_"), REQUESTS)
def test_request(extract, text, request_):
    assert _requests(extract(text)) == [request_]


@pytest.mark.parametrize("text", NONE)
def test_no_request(extract, text):
    assert _requests(extract(text)) == []


def test_what_is_requested_is_no_event_of_its_own(extract):
    extraction = extract("Chad said Niger must withdraw its troops.")
    assert [e.type for e in extraction.events] == ["Request"]


def test_an_official_text_asks_for_its_side(extract):
    text = "Chad has built a dam. Niger must free the crew."
    assert _requests(extract(text, publisher="Chad Ministry of Water")) == [("Chad", "Niger")]

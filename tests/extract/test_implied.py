"""Roles that the type of an event implies."""

import pytest


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Chadian troops are stationed in Niger.", "initiator", {"Chad"}),
        ("Chad closed its embassy in Lima.", "recipient", {"Peru"}),
        ("Chad recalled its ambassador from Lima.", "recipient", {"Peru"}),
        ("Chad invaded Niger.", "place", {"Niger"}),
        ("Protesters stormed the Chadian embassy.", "place", set()),
        ("Chad struck a camp near Lima.", "recipient", {"Peru"}),
        ("Danish Prime Minister Lise Hansen visited Ghana.", "host", {"Ghana"}),
        ("President Omar Sall of Chad and Danish Prime Minister Lise Hansen visited a dam in Chad.", "host", set()),
    ],
)
def test_implied(extract, named, text, role, expected):
    extraction = extract(text)
    roles = [r.entity for e in extraction.events for r in e.roles if r.role == role]
    assert named(extraction, roles) == expected

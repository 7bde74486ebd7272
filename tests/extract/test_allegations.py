"""What somebody says that others do wrong is an accusation."""

import pytest


def _accusations(extraction):
    names = {e.id: e.name for e in extraction.entities}
    return [
        tuple(names[r.entity] for r in e.roles if r.role in {"initiator", "recipient"})
        for e in extraction.events
        if e.frame == "allegations:wrong"
    ]


ACCUSATIONS = [
    "Chad said Niger had violated the treaty.",
    "Chad says that Niger is meddling in its affairs.",
    "Chad said Niger was behind the raid.",
    "Niger is responsible for the raid, Chad said.",
]
NONE = [
    "Chad said Niger had not violated the treaty.",
    "Chad said Niger might violate the treaty.",
    "Chad said it had violated the treaty.",
    "Chad denied that Niger had violated the treaty.",
    "Niger violated the treaty.",
]


@pytest.mark.parametrize("text", ACCUSATIONS)
def test_accusation(extract, text):
    assert _accusations(extract(text)) == [("Chad", "Niger")]


@pytest.mark.parametrize("text", NONE)
def test_no_accusation(extract, text):
    assert _accusations(extract(text)) == []


def test_the_wrong_is_no_event_of_its_own(extract):
    assert [e.type for e in extract("Chad said Niger had violated the treaty.").events] == ["Accusation"]

"""Whom an act strikes, also where nobody is named."""

import pytest


def _struck(extract, named, text):
    extraction = extract(text)
    roles = [r.entity for e in extraction.events if e.type in {"Attack", "Coercion"} for r in e.roles]
    return named(extraction, roles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad arrested two Kenyan herdsmen.", {"Chad", "Kenyan herdsmen", "Kenya"}),
        ("Chad arrested a Kenyan engineer and a cook.", {"Chad", "Kenyan engineer", "cook", "Kenya"}),
        ("Chad arrested the sailor.", {"Chad"}),
        ("Chad intercepted a Kenyan trawler.", {"Chad", "Kenya"}),
        ("Two UN drivers were abducted.", {"UN drivers", "United Nations"}),
        ("A bomb killed ten people in Lima.", {"Lima"}),
    ],
)
def test_those_without_a_name(extract, named, text, expected):
    assert _struck(extract, named, text) == expected


def test_a_deed_is_told_though_nobody_is_named(extract):
    assert [e.type for e in extract("A depot was shelled on Friday.").events] == ["Attack"]


def test_a_group_is_also_known_by_its_number(extract):
    groups = [e for e in extract("Chad arrested two Kenyan herdsmen.").entities if e.kind == "group"]
    assert [(g.name, "two Kenyan herdsmen" in g.aliases) for g in groups] == [("Kenyan herdsmen", True)]

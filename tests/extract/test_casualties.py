"""An attack and what it did are one event."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian troops shelled a well, killing two nomads.", [{"Chad", "nomads"}]),
        ("Two nomads were killed in an ambush by Chadian troops.", [{"Chad", "nomads"}]),
        ("An attack by Chadian troops killed two nomads.", [{"Chad", "nomads"}]),
        ("Chadian jets bombed a camp, killing two nomads and wounding a herder.", [{"Chad", "nomads", "herder"}]),
        ("Ana Ruiz was killed when her plane was shot down.", [{"Ana Ruiz"}]),
        ("Chad attacked the rebels and the rebels killed two nomads.", [{"Chad", "rebels"}, {"rebels", "nomads"}]),
    ],
)
def test_attacks(extract, named, text, expected):
    extraction = extract(text)
    attacks = [e for e in extraction.events if e.type == "Attack"]
    assert [named(extraction, [r.entity for r in e.roles if r.role != "topic"]) for e in attacks] == expected

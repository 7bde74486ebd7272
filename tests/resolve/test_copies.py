"""Copies of a wire story are found and count as one voice."""

from datetime import date

import pytest

from kg.ids import article_iri
from kg.resolve.copies import find_copies
from kg.resolve.resolver import resolve
from kg.types import Document
from kg.vocab import dip

WORDS = [
    "harbour",
    "grain",
    "envoy",
    "treaty",
    "river",
    "council",
    "border",
    "winter",
    "engine",
    "letter",
    "garden",
    "market",
    "signal",
    "copper",
    "island",
]
WIRE = " ".join(f"{a} {b}" for a in WORDS for b in WORDS if a != b)
OTHER = " ".join(f"{b} {a} {a}" for a in WORDS for b in WORDS if a < b)


def article(ident, text, day=1):
    return Document(ident, text, published=date(2031, 5, day))


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (WIRE, (("b", "a"),)),
        (WIRE[: len(WIRE) * 2 // 3], (("b", "a"),)),
        ("From our own correspondent in the north: " + WIRE + " More follows.", (("b", "a"),)),
        (OTHER, ()),
        ("too short", ()),
    ],
    ids=["whole", "cut", "framed", "other story", "short"],
)
def test_copies_are_found(copy, expected):
    assert find_copies([article("a", WIRE), article("b", copy, 2)]) == expected


def test_the_earliest_article_is_the_original_of_all():
    articles = [article("c", WIRE, 3), article("a", WIRE + " end", 2), article("b", WIRE, 1)]
    assert find_copies(articles) == (("a", "b"), ("c", "b"))


def test_a_copy_adds_no_voice(summit):
    def told(ident, publisher):
        one = summit(ident, "Berg met Okoye.", WIRE, publisher=publisher)
        one.event("Meeting", "met", participant=[one.berg, one.okoye], day=date(2031, 5, 13))
        return one.told()

    resolution = resolve([told("a", "North Post"), told("b", "South Post")])
    assert resolution.copies
    (fact,) = [fact for fact in resolution.facts if fact.predicate == dip("date")]
    assert (fact.outlets, len(fact.claims)) == (1, 2)


def test_a_reprinted_wire_story_is_one_outlet_in_the_graph(sample):
    pairs = sample.query("SELECT ?copy ?original { GRAPH graph:run { ?copy prov:wasDerivedFrom ?original } }").rows
    assert pairs == ((article_iri("nairobi-port-city-mail"), article_iri("nairobi-equator-wire")),)
    rows = sample.query(
        "SELECT ?count (GROUP_CONCAT(DISTINCT ?document) AS ?documents) {"
        " ?fact dip:outletCount ?count . ?claim dip:states ?fact ; dip:inArticle/dcterms:identifier ?document }"
        " GROUP BY ?fact ?count"
    ).rows
    both = {"nairobi-port-city-mail", "nairobi-equator-wire"}
    assert {count.value for count, documents in rows if set(documents.value.split()) == both} == {"1"}

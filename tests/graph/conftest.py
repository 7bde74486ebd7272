"""One small collection, built by hand: two invented articles about one meeting, a pledge and a denied claim."""

from datetime import date

import pytest

from kg.ids import mint
from kg.types import (
    Claim,
    Disagreement,
    Document,
    Entity,
    Evidence,
    Fact,
    Literal,
    Merge,
    Node,
    Office,
    Resolution,
    Span,
    Topic,
    Value,
)
from kg.vocab import ID_BASE, TYPE, dip

ANNA, BORIS = mint("person", "Anna Berg"), mint("person", "Boris Holm")
NORLAND, SUDLAND, PORT = mint("state", "Norland"), mint("state", "Sudland"), mint("place", "Porthaven")
MEETING = mint("event", "2031-05-06", "meeting", "berg", "holm")
PLEDGE, MONEY = mint("commitment", "norland", "sudland", "ports"), ID_BASE + "money/EUR-2000000000-upTo"
FIRST = "Anna Berg met Boris Holm in Porthaven on 6 May. Norland pledged up to 2 billion euros for ports."
SECOND = "Berg and Holm met on 7 May. Both denied a breakdown of the talks 😀."
DOCUMENTS = (
    Document("first", FIRST, "Berg meets Holm", "https://example.org/a b", "First Wire", date(2031, 5, 6), "en"),
    Document("Second Paper/7", SECOND, publisher="Second Paper", published=date(2031, 5, 7)),
)
SENTENCES = (("first", (Span(0, 47), Span(48, 96))), ("Second Paper/7", (Span(0, 27), Span(28, 67))))


def claim(fact, document, sentence, modality="asserted", **more):
    spans = dict(SENTENCES)[document]
    evidence = Evidence(document, spans[sentence], Span(spans[sentence].start, spans[sentence].start + 4))
    return Claim(*fact, modality, evidence, 0.9, **more)


def fact(triple, *places, status="accepted", **more):
    claims = tuple(claim(triple, document, sentence, **more) for document, sentence in places)
    return Fact(*triple, claims, status, 0.9, len(claims))


BOTH = (("first", 0), ("Second Paper/7", 0))
DAY, OTHER_DAY = Literal("2031-05-06", "date"), Literal("2031-05-07", "date")
FACTS = (
    fact((ANNA, TYPE, dip("Person")), *BOTH),
    fact((BORIS, TYPE, dip("Person")), *BOTH),
    fact((MEETING, TYPE, dip("Meeting")), *BOTH),
    fact((MEETING, dip("participant"), ANNA), *BOTH),
    fact((MEETING, dip("participant"), BORIS), *BOTH),
    fact((MEETING, dip("place"), PORT), ("first", 0)),
    fact((MEETING, dip("date"), DAY), ("first", 0), value_text="6 May"),
    fact((MEETING, dip("date"), OTHER_DAY), ("Second Paper/7", 0), status="alternative"),
    fact(
        (MEETING, dip("topic"), mint("topic", "breakdown")),
        ("Second Paper/7", 1),
        status="rejected",
        modality="denied",
        attribution=ANNA,
        attribution_text="Both denied",
    ),
    fact((PLEDGE, TYPE, dip("Commitment")), ("first", 1)),
    fact((PLEDGE, dip("committedBy"), NORLAND), ("first", 1)),
    fact((PLEDGE, dip("committedTo"), SUDLAND), ("first", 1)),
    fact((PLEDGE, dip("content"), Literal("build ports")), ("first", 1)),
    fact((PLEDGE, dip("amount"), MONEY), ("first", 1)),
)


@pytest.fixture(scope="session")
def resolution():
    money = Value(
        MONEY,
        "Money",
        "up to EUR 2,000,000,000",
        (
            (dip("value"), Literal("2000000000", "integer")),
            (dip("currency"), Literal("EUR")),
            (dip("qualifier"), dip("upTo")),
        ),
    )
    return Resolution(
        documents=DOCUMENTS,
        sentences=SENTENCES,
        entities=(
            Entity(ANNA, "person", "Anna Berg", ("Berg",), mentions=(("first", Span(0, 9)),)),
            Entity(BORIS, "person", "Boris Holm"),
            Entity(NORLAND, "state", "Norland", same_as="http://www.wikidata.org/entity/Q1", regions=("Nordics",)),
            Entity(SUDLAND, "state", "Sudland"),
            Entity(PORT, "place", "Porthaven", within=NORLAND, coordinates=(59.5, 10.25)),
        ),
        offices=(Office(mint("office", "minister of Norland"), "Minister of Norland", NORLAND),),
        topics=(Topic(mint("topic", "breakdown"), "breakdown of the talks"),),
        values=(money,),
        nodes=(
            Node(MEETING, ("Meeting",), "Berg-Holm meeting", "actual", (("first", "e1"),), (("first", Span(10, 13)),)),
            Node(PLEDGE, ("Commitment",), "Norland's ports for Sudland", "actual", ()),
        ),
        facts=FACTS,
        disagreements=(Disagreement(MEETING, dip("date"), (DAY, OTHER_DAY), DAY, "most outlets (1 of 2)"),),
        merges=(
            Merge(MEETING, ("first", "e1"), ("Second Paper/7", "e1"), (("participants", 0.5), ("date", -0.1)), 0.4),
        ),
        copies=(("Second Paper/7", "first"),),
    )

"""Small invented collections for the tests of the page: two states that do not exist and what their papers say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kg.ids import mint
from kg.types import (
    Claim,
    Disagreement,
    Document,
    Entity,
    Evidence,
    Fact,
    Literal,
    Node,
    Office,
    Resolution,
    Span,
    Term,
    Topic,
    Value,
)
from kg.vocab import TYPE, dip

LENA, OSKAR = mint("person", "Lena Brandt"), mint("person", "Oskar Vale")
ARLAND, BOROVIA = mint("state", "Arland"), mint("state", "Borovia")
PORT, CAPITAL = mint("place", "Port Ash"), mint("place", "Velm")
SUMMIT = mint("event", "2031-05-04", "summit", "brandt", "vale")
VISIT = mint("event", "2031-06", "visit", "vale")
STRIKE = mint("event", "2031-05-02", "attack")
TALKS = mint("event", "2031-05-02", "negotiation")
PACT = mint("agreement", "2031-05-04", "fisheries")
PLEDGE = mint("commitment", "arland", "borovia", "harbour")
QUOTE = mint("statement", "2031-05-04", "brandt")
TENURE, OFFICE = mint("tenure", "lena-brandt-president"), mint("office", "President of Arland")
FISH = mint("topic", "fishing rights")
JUNE = mint("period", "2031-06-01") + "--2031-06-30"
MILLIONS = mint("money", "EUR-40000000")
MORE = mint("money", "EUR-45000000")

TEXTS = {
    "gazette": (
        "President Lena Brandt met Oskar Vale in Port Ash on Sunday. They signed a pact on fishing rights. "
        "“The sea is wide enough for both,” Brandt said. Arland will give 40 million euros for the harbour. "
        "Vale will visit Velm in June, his office said."
    ),
    "courier": (
        "🐟 Brandt and Vale met at Port Ash, where a fisheries pact was signed. Arland promised 45 million euros. "
        "A spokesman denied that there had been an attack on a trawler. "
        "Talks might follow if both sides agree."
    ),
}
DOCUMENTS = (
    Document("gazette", TEXTS["gazette"], "Leaders meet", "https://gazette.example/1", "The Gazette", date(2031, 5, 5)),
    Document("courier", TEXTS["courier"], "Pact signed", "https://courier.example/2", "Courier", date(2031, 5, 6)),
)


def told(
    triple: tuple[str, str, Term], said: str, *, document: str = "gazette", modality: str = "asserted", by: str = ""
) -> Claim:
    """Make a claim whose words are ``said``, found in the document's text."""
    text = TEXTS[document]
    start = text.index(said)
    begin = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
    end = text.find(". ", start)
    sentence = Span(begin, len(text) if end < 0 else end + 1)
    evidence = Evidence(document, sentence, Span(start, start + len(said)))
    return Claim(*triple, modality, evidence, 0.9, attribution_text=by or None)  # type: ignore[arg-type]


def fact(triple: tuple[str, str, Term], *claims: Claim, status: str = "accepted") -> Fact:
    """Make a fact of claims made by :func:`told`."""
    return Fact(*triple, claims, status, 0.9, len({claim.evidence.document for claim in claims}))  # type: ignore[arg-type]


def one(subject: str, name: str, value: Term, said: str, **how: str) -> Fact:
    """Make a fact that one sentence tells; ``name`` is a property of the ontology or ``type``."""
    triple = (subject, TYPE if name == "type" else dip(name), value)
    status = how.pop("status", "accepted")
    return fact(triple, told(triple, said, **how), status=status)


def small() -> Resolution:
    """Give a collection with every kind of node, a planned, a hypothetical and a denied event, and a disagreement."""
    met, pact = (SUMMIT, TYPE, dip("Summit")), (PACT, TYPE, dip("Agreement"))
    paid, more = (PLEDGE, dip("amount"), MILLIONS), (PLEDGE, dip("amount"), MORE)
    facts = (
        fact(met, told(met, "met Oskar Vale"), told(met, "met at Port Ash", document="courier")),
        one(SUMMIT, "participant", LENA, "Lena Brandt met"),
        one(SUMMIT, "participant", OSKAR, "met Oskar Vale"),
        one(SUMMIT, "place", PORT, "in Port Ash"),
        one(SUMMIT, "date", Literal("2031-05-04", "date"), "on Sunday"),
        one(LENA, "type", dip("Person"), "Lena Brandt"),
        one(OSKAR, "type", dip("Person"), "Oskar Vale"),
        one(ARLAND, "type", dip("State"), "Arland"),
        one(PORT, "type", dip("Place"), "Port Ash"),
        fact(pact, told(pact, "signed a pact"), told(pact, "pact was signed", document="courier")),
        one(PACT, "party", ARLAND, "signed a pact"),
        one(PACT, "party", BOROVIA, "signed a pact"),
        one(PACT, "topic", FISH, "fishing rights"),
        one(PACT, "date", Literal("2031-05-04", "date"), "signed a pact"),
        one(PACT, "agreementStatus", dip("signed"), "signed"),
        one(PLEDGE, "type", dip("Commitment"), "will give"),
        one(PLEDGE, "committedBy", ARLAND, "Arland will give"),
        one(PLEDGE, "committedTo", BOROVIA, "for the harbour"),
        one(PLEDGE, "content", Literal("give 40 million euros for the harbour"), "give 40 million euros"),
        one(PLEDGE, "commitmentStatus", dip("pledged"), "will give"),
        one(PLEDGE, "madeIn", SUMMIT, "will give"),
        fact(paid, told(paid, "40 million euros")),
        fact(more, told(more, "45 million euros", document="courier"), status="alternative"),
        one(QUOTE, "type", dip("Statement"), "Brandt said"),
        one(QUOTE, "speaker", LENA, "Brandt said"),
        one(QUOTE, "quote", Literal("The sea is wide enough for both"), "The sea is wide enough for both"),
        one(QUOTE, "date", Literal("2031-05-04", "date"), "Brandt said"),
        one(VISIT, "type", dip("Visit"), "will visit", modality="planned", by="his office said"),
        one(VISIT, "visitor", OSKAR, "Vale will visit", modality="planned"),
        one(VISIT, "place", CAPITAL, "visit Velm", modality="planned"),
        one(VISIT, "period", JUNE, "in June", modality="planned"),
        one(STRIKE, "type", dip("Attack"), "an attack", document="courier", modality="denied", by="A spokesman"),
        one(STRIKE, "initiator", BOROVIA, "an attack", document="courier", modality="denied", status="rejected"),
        one(TALKS, "type", dip("Negotiation"), "Talks might follow", document="courier", modality="hypothetical"),
        one(TALKS, "party", ARLAND, "both sides", document="courier", modality="hypothetical"),
        one(TENURE, "type", dip("Tenure"), "President Lena Brandt"),
        one(TENURE, "holder", LENA, "President Lena Brandt"),
        one(TENURE, "office", OFFICE, "President"),
    )
    return Resolution(
        documents=DOCUMENTS,
        entities=(
            Entity(LENA, "person", "Lena Brandt", ("President Brandt",), "http://www.wikidata.org/entity/Q1"),
            Entity(OSKAR, "person", "Oskar Vale"),
            Entity(ARLAND, "state", "Arland", coordinates=(52.0, 5.0)),
            Entity(BOROVIA, "state", "Borovia", coordinates=(45.0, 20.0)),
            Entity(PORT, "place", "Port Ash", within=ARLAND, coordinates=(53.2, 4.8)),
            Entity(CAPITAL, "place", "Velm", within=BOROVIA, coordinates=(44.8, 20.5)),
        ),
        offices=(Office(OFFICE, "President of Arland", ARLAND),),
        topics=(Topic(FISH, "fishing rights"),),
        values=(
            Value(MILLIONS, "Money", "EUR 40 million", ()),
            Value(MORE, "Money", "EUR 45 million", ()),
            Value(JUNE, "Period", "June 2031", ()),
        ),
        nodes=(
            Node(SUMMIT, ("Summit",), "Summit of Brandt and Vale", "actual", ()),
            Node(VISIT, ("Visit",), "Visit of Vale to Velm", "planned", ()),
            Node(STRIKE, ("Attack",), "Attack on a trawler", "denied", ()),
            Node(TALKS, ("Negotiation",), "Talks between Arland and Borovia", "hypothetical", ()),
            Node(PACT, ("Agreement",), "Pact on fishing rights", "actual", ()),
            Node(PLEDGE, ("Commitment",), "40 million euros for the harbour", "actual", ()),
            Node(QUOTE, ("Statement",), "The sea is wide enough for both", "actual", ()),
            Node(TENURE, ("Tenure",), "Brandt, President of Arland", "actual", ()),
        ),
        facts=facts,
        disagreements=(Disagreement(PLEDGE, dip("amount"), (MILLIONS, MORE), MILLIONS, "one outlet each; first told"),),
    )


def renamed(resolution: Resolution, text: str) -> Resolution:
    """Give the collection with a hostile text as every label, title, outlet, address and attribution."""

    def claims(told: Fact) -> tuple[Claim, ...]:
        return tuple(replace(claim, attribution_text=text) for claim in told.claims)

    return replace(
        resolution,
        documents=tuple(replace(each, title=text, publisher=text, url=text) for each in resolution.documents),
        entities=tuple(replace(each, label=text, aliases=(text,), same_as=text) for each in resolution.entities),
        nodes=tuple(replace(each, label=text) for each in resolution.nodes),
        topics=tuple(replace(each, label=text) for each in resolution.topics),
        values=tuple(replace(each, label=text) for each in resolution.values),
        facts=tuple(replace(each, claims=claims(each)) for each in resolution.facts),
    )


def several(copies: int) -> Resolution:
    """Give the small collection several times over; the people and states of one are not those of another."""
    parts = [small() for _ in range(copies)]

    def other(term: Term, copy: int) -> Term:
        return f"{term}-{copy}" if isinstance(term, str) and "/id/" in term else term

    def told(each: Fact, copy: int) -> Fact:
        return replace(each, subject=f"{each.subject}-{copy}", object=other(each.object, copy))

    def named(each: Any, copy: int) -> Any:
        return replace(each, iri=f"{each.iri}-{copy}", label=f"{each.label} {copy}")

    def all_of(name: str, change: Any) -> tuple[Any, ...]:
        return tuple(change(each, copy) for copy, part in enumerate(parts) for each in getattr(part, name))

    return Resolution(
        documents=DOCUMENTS,
        entities=all_of("entities", lambda each, copy: replace(named(each, copy), within=None)),
        offices=all_of("offices", lambda each, copy: replace(named(each, copy), of=None)),
        topics=all_of("topics", named),
        nodes=all_of("nodes", named),
        facts=all_of("facts", told),
    )


def crowd(size: int, *, loners: int = 0, far: str = "") -> Resolution:
    """Give a collection of ``size`` nodes: people who meet, most of them a few who meet often.

    Loners meet nobody; ``far`` is the day of the first meeting, away from all others.
    """
    people = [mint("person", f"Person {n}") for n in range(size // 3)]
    alone = [mint("person", f"Loner {n}") for n in range(loners)]
    events = [mint("event", f"meeting-{n}") for n in range(size - len(people))]
    facts = []
    for number, event in enumerate(events):
        facts.append(one(event, "type", dip("Meeting"), "met Oskar Vale"))
        guests = {people[number % len(people)], people[(number * number) % max(2, len(people) // 10)]}
        facts += [one(event, "participant", guest, "met Oskar Vale") for guest in sorted(guests)]
        day = far if far and not number else f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        facts.append(one(event, "date", Literal(day, "date"), "on Sunday"))
    return Resolution(
        documents=DOCUMENTS,
        entities=tuple(
            Entity(iri, "person", f"{name} {n}")
            for name, found in (("Person", people), ("Loner", alone))
            for n, iri in enumerate(found)
        ),
        nodes=tuple(Node(iri, ("Meeting",), f"Meeting {n}", "actual", ()) for n, iri in enumerate(events)),
        facts=tuple(facts),
    )

"""From claims to facts: how sure, on whose word, and what happens to rivals."""

from datetime import date, timedelta

import pytest

from kg.resolve.resolver import resolve
from kg.types import Literal
from kg.vocab import TYPE, dip, local

DAY = date(2031, 5, 13)


def met(summit, ident, *, place=None, **options):
    told = summit(ident, "Berg met Okoye on Tuesday.", **options)
    roles = {"place": told.who("place", place)} if place else {}
    told.event("Meeting", "met", participant=[told.berg, told.okoye], day=DAY, **roles)
    return told


def facts(resolution, predicate):
    return {
        f.object if isinstance(f.object, Literal) else local(f.object): f
        for f in resolution.facts
        if f.predicate == predicate
    }


def test_every_claim_quotes_a_sentence_of_its_article_and_words_inside_it(summit):
    resolution = resolve([met(summit, "a", place="Port Elin").told()])
    sentences = dict(resolution.sentences)
    claims = [claim for fact in resolution.facts for claim in fact.claims]
    assert len(claims) > 10
    for claim in claims:
        assert claim.evidence.sentence in sentences[claim.evidence.document]
        assert claim.evidence.sentence.contains(claim.evidence.words)


def test_two_outlets_make_a_fact_surer_than_one(summit):
    one = resolve([met(summit, "a", publisher="North Post").told()])
    two = resolve(
        [met(summit, ident, publisher=name).told() for ident, name in (("a", "North Post"), ("b", "South Post"))]
    )
    single, double = (facts(r, dip("date"))[Literal("2031-05-13", "date")] for r in (one, two))
    assert (single.outlets, single.confidence) == (1, 0.8)
    assert (double.outlets, double.confidence) == (2, pytest.approx(0.96))


def test_two_articles_of_one_outlet_are_one_voice(summit):
    resolution = resolve([met(summit, ident, publisher="North Post").told() for ident in ("a", "b")])
    assert facts(resolution, dip("date"))[Literal("2031-05-13", "date")].outlets == 1


def test_a_coarser_place_is_implied_by_the_finer_one(summit):
    town = met(summit, "a")
    elin = town.who("place", "Port Elin", country="sudmark")
    town.event("Meeting", "met", participant=[town.berg, town.okoye], day=DAY, place=elin)
    state = met(summit, "b")
    state.event("Meeting", "met", participant=[state.berg, state.okoye], day=DAY, place=state.sudmark)
    resolution = resolve([town.told(), state.told()])
    assert {name: fact.status for name, fact in facts(resolution, dip("place")).items()} == {
        "port-elin": "accepted",
        "sudmark": "implied",
    }
    assert not resolution.disagreements


def test_a_rival_place_from_another_article_is_a_disagreement(summit):
    stories = [met(summit, "a", place="Port Elin"), met(summit, "b", place="Port Elin"), met(summit, "c", place="Varn")]
    resolution = resolve([s.told() for s in stories], decisions=(same("a#e0", "c#e0"),))
    (found,) = resolution.disagreements
    assert (local(found.predicate), local(found.preferred)) == ("place", "port-elin")
    assert [local(option) for option in found.options] == ["port-elin", "varn"]
    assert facts(resolution, dip("place"))["varn"].status == "alternative"


def test_overlapping_periods_disagree_and_nested_ones_do_not(summit):
    def siege(ident, first, last):
        told = summit(ident, "Sudmark held Nordland sailors.")
        told.event(
            "Coercion",
            "held",
            initiator=told.sudmark,
            recipient=told.nordland,
            day=date(first, 1, 1),
            to=date(last, 12, 31),
        )
        return told.told()

    assert len(resolve([siege("a", 1960, 1979), siege("b", 1970, 1989)]).disagreements) == 1
    assert not resolve([siege("a", 1960, 1989), siege("b", 1970, 1979)]).disagreements


def test_a_day_inside_a_period_is_no_disagreement(summit):
    month = summit("b", "Berg met Okoye in May.")
    month.event("Meeting", "met", participant=[month.berg, month.okoye], day=date(2031, 5, 1), to=date(2031, 5, 31))
    resolution = resolve([met(summit, "a").told(), month.told()])
    assert [fact.status for fact in facts(resolution, dip("date")).values()] == ["accepted"]
    assert [fact.status for fact in facts(resolution, dip("period")).values()] == ["implied"]
    assert not resolution.disagreements


@pytest.mark.parametrize(("days", "count"), [(0, 1), (60, 0)], ids=["same day", "two months later"])
def test_stages_differ_only_at_one_time(summit, days, count):
    def pact(ident, status, published):
        told = summit(ident, "Nordland and Sudmark have a fisheries accord.", published=published)
        told.agreement("fisheries accord", [told.nordland, told.sudmark], status=status)
        return told.told()

    later = date.fromordinal(DAY.toordinal() + days)
    resolution = resolve([pact("a", "signed", DAY), pact("b", "withdrawn", later)])
    assert len(resolution.disagreements) == count


def test_an_agreement_that_is_signed_was_reached(summit):
    told = summit("a", "Nordland and Sudmark signed a fisheries accord.", "The fisheries accord was reached in May.")
    told.agreement("fisheries accord", [told.nordland, told.sudmark])
    told.agreement("fisheries accord", [told.nordland, told.sudmark], at=1, status="reached")
    statuses = {name: f.status for name, f in facts(resolve([told.told()]), dip("agreementStatus")).items()}
    assert statuses == {"signed": "accepted", "reached": "implied"}


def test_amounts_that_differ_between_articles_disagree(summit):
    def promise(ident, value, qualifier):
        told = summit(ident, "Nordland will lend Sudmark money for the harbour of Elin.")
        told.commitment(told.nordland, "lend money for the harbour", to=told.sudmark, amount=(value, "EUR", qualifier))
        return told.told()

    (found,) = resolve([promise("a", 4e8, "exactly"), promise("b", 4e8, "atLeast")]).disagreements
    assert {local(option) for option in found.options} == {"EUR-400000000", "EUR-400000000-atLeast"}


@pytest.mark.parametrize(
    ("left", "right", "rivals"),
    [
        ([(3, "dead", "exactly")], [(5, "dead", "exactly")], {"3-dead", "5-dead"}),
        ([(3, "dead", "atLeast")], [(5, "dead", "exactly")], {"3-dead-atLeast", "5-dead"}),
        ([(40, "dead", "about")], [(41, "dead", "exactly")], set()),
        ([(3, "dead", "exactly")], [(5, "wounded", "exactly")], set()),
        ([(3, "dead", "exactly"), (9, "wounded", "exactly")], [(3, "dead", "exactly")], set()),
        ([(12, "border guards", "exactly")], [(15, "guards", "exactly")], {"12-border-guards", "15-guards"}),
    ],
)
def test_articles_may_count_the_victims_of_an_attack_differently(summit, left, right, rivals):
    def shelled(ident, amounts):
        told = summit(ident, "Nordland shelled a camp of Sudmark in Port Elin on Tuesday.")
        elin = told.who("place", "Port Elin")
        told.event(
            "Attack", "shelled", initiator=told.nordland, recipient=told.sudmark, place=elin, day=DAY, amounts=amounts
        )
        return told.told()

    resolution = resolve([shelled("a", left), shelled("b", right)])
    assert {local(option) for found in resolution.disagreements for option in found.options} == rivals


def test_articles_may_say_that_others_did_it(summit):
    def struck(ident, *blamed):
        told = summit(ident, "A shell from Nordland or Westland fell on Sudmark in Port Elin on Tuesday.")
        who = {"Nordland": told.nordland, "Westland": told.who("state", "Westland")}
        elin = told.who("place", "Port Elin")
        agents = [who[name] for name in blamed]
        told.event("Attack", "fell", initiator=agents, recipient=told.sudmark, place=elin, day=DAY)
        return told.told()

    (found,) = resolve([struck("a", "Nordland"), struck("b", "Westland")]).disagreements
    assert (local(found.predicate), {local(option) for option in found.options}) == (
        "initiator",
        {"nordland", "westland"},
    )
    together = resolve([struck("a", "Nordland"), struck("b", "Nordland", "Westland")])
    assert not together.disagreements


@pytest.mark.parametrize(("group", "disputes"), [("hill gunmen", 0), ("border guards", 1)])
def test_groups_that_share_a_word_did_it_together(summit, group, disputes):
    def struck(ident, blamed):
        told = summit(ident, f"The {blamed} struck Sudmark in Port Elin on Tuesday.")
        elin = told.who("place", "Port Elin")
        told.event("Attack", "struck", initiator=told.who("group", blamed), recipient=told.sudmark, place=elin, day=DAY)
        return told.told()

    assert len(resolve([struck("a", "hill fighters"), struck("b", group)]).disagreements) == disputes


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ((9e6, "EUR", "exactly"), (12e6, "EUR", "exactly"), 1),
        ((4.004e8, "EUR", "exactly"), (4e8, "EUR", "exactly"), 0),
        ((4.1e8, "EUR", "exactly"), (4e8, "EUR", "about"), 0),
        ((5e8, "EUR", "exactly"), (4e8, "EUR", "about"), 1),
        ((200, "megawatts", "exactly"), (150, "megawatts", "exactly"), 1),
    ],
    ids=["differ", "rounded", "about", "not even about", "counted"],
)
def test_figures_may_differ_by_rounding(summit, left, right, count):
    def promise(ident, amount):
        told = summit(ident, "Nordland will supply Sudmark for the harbour of Elin.")
        told.commitment(told.nordland, "supply the harbour of Elin", to=told.sudmark, amount=amount)
        return told.told()

    resolution = resolve([promise("a", left), promise("b", right)])
    assert len({fact.subject for fact in resolution.facts if fact.predicate == dip("amount")}) == 1
    assert len(resolution.disagreements) == count


@pytest.mark.parametrize(
    ("prefer", "kept", "reason"),
    [
        (("outlets",), "2031-05-13", "most outlets: kept the value of 2 outlets (confidence 0.960)"),
        (("latest", "outlets"), "2031-05-14", "latest article, then most outlets: kept the value of one outlet"),
    ],
)
def test_a_disagreement_says_by_what_the_kept_value_was_chosen(summit, prefer, kept, reason):
    def told(ident, day, published):
        one = summit(ident, "Berg met Okoye.", published=published)
        one.event("Meeting", "met", participant=[one.berg, one.okoye], place=one.sudmark, day=day)
        return one.told()

    early, late = date(2031, 5, 13), date(2031, 5, 14)
    resolution = resolve(
        [told("a", early, late), told("b", early, late), told("c", late, DAY + timedelta(3))], prefer=prefer
    )
    (found,) = resolution.disagreements
    assert (found.preferred.value, found.reason[: len(reason)]) == (kept, reason)


def test_a_denied_role_on_a_live_event_is_rejected(summit):
    said = summit("a", "Berg asked Okoye to close the strait.")
    said.event("Request", "asked", initiator=said.berg, recipient=said.okoye, topics=["strait"], day=DAY)
    denied = summit("b", "Nordland denied that it asked Okoye to close the strait.")
    denied.event(
        "Request", "asked", factuality="denied", initiator=denied.nordland, recipient=denied.okoye, topics=["strait"],
        day=DAY, source=denied.nordland,
    )  # fmt: skip
    resolution = resolve([said.told(), denied.told()])
    assert {name: f.status for name, f in facts(resolution, dip("initiator")).items()} == {
        "anna-berg": "accepted",
        "nordland": "rejected",
    }
    (found,) = resolution.disagreements
    assert local(found.predicate) == "factuality"
    assert found.preferred is None


def test_a_planned_event_is_described_by_accepted_facts(summit):
    told = summit("a", "Berg will meet Okoye.")
    told.event("Meeting", "meet", factuality="planned", participant=[told.berg, told.okoye], day=date(2031, 6, 1))
    resolution = resolve([told.told()])
    (event,) = [node for node in resolution.nodes if "/event/" in node.iri]
    assert event.factuality == "planned"
    assert {f.status for f in resolution.facts if f.subject == event.iri} == {"accepted"}


def test_a_meeting_told_as_a_summit_is_a_summit(summit):
    a, b = met(summit, "a"), summit("b", "Berg and Okoye held a summit.")
    b.event("Summit", "summit", participant=[b.berg, b.okoye], day=DAY)
    resolution = resolve([a.told(), b.told()])
    kinds = {local(f.object): f.status for f in resolution.facts if f.predicate == TYPE and "/event/" in f.subject}
    assert kinds == {"Summit": "accepted", "Meeting": "implied"}


def same(left, right):
    from kg.resolve.decisions import Decision

    return Decision(left, right, "same", "the editor says so")

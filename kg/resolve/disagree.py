"""What happens when values of one property differ: which is kept, which follow from it, and what remains disputed.

Rivals (see ``rivals``) become a disagreement when different articles stand behind them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.resolve.fuse import lives, make_facts, restate
from kg.resolve.rivals import Weighing, text
from kg.types import Claim, Disagreement, Fact
from kg.vocab import TYPE, dip

SINGLE = tuple(
    dip(name)
    for name in (
        "date", "period", "place", "amount", "percentOfGDP", "deadline", "commitmentStatus", "agreementStatus", "quote",
        "directQuote", "content", "startDate", "endDate",
    )
)  # fmt: skip
"""Properties of which a node has one value."""

_SILENT = frozenset({dip("content"), dip("directQuote")})
"""Differences in these are wording, not disagreement."""

_ROLES = tuple(
    dip(name) for name in ("initiator", "recipient", "host", "visitor", "signatory", "mediator", "speaker", "addressee")
)


def settle(
    facts: Sequence[Fact], types: Mapping[str, str], weighing: Weighing
) -> tuple[list[Fact], list[Disagreement]]:
    """Give every fact its standing.

    Args:
        facts: All facts, each still accepted.
        types: The class chosen for each node.
        weighing: What values are weighed with.

    Returns:
        The facts with their standing (plus facts on ``dip:factuality`` where articles differ on it), and the
        disagreements, both sorted.
    """
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_subject[fact.subject].append(fact)
    settled: list[Fact] = []
    disagreements: list[Disagreement] = []
    for subject in sorted(by_subject):
        found, disputes = _settle_node(by_subject[subject], types.get(subject), weighing)
        settled += found
        disagreements += disputes
    return settled, disagreements


def factuality(facts: Iterable[Fact]) -> str | None:
    """Derive the factuality of a node from the modalities of its classes.

    Asserted by one and denied by another is disputed; a plan that is then denied is denied.
    """
    said = {claim.modality for fact in facts if fact.predicate == TYPE for claim in fact.claims}
    negative = next((modality for modality in ("denied", "negated") if modality in said), None)
    if "asserted" in said:
        return "disputed" if negative else "actual"
    return negative or next((modality for modality in ("planned", "hypothetical") if modality in said), None)


def _settle_node(facts: Sequence[Fact], type_: str | None, weighing: Weighing) -> tuple[list[Fact], list[Disagreement]]:
    disputes: list[Disagreement] = []
    by_predicate: dict[str, list[Fact]] = defaultdict(list)
    alive = any(lives(fact) for fact in facts if fact.predicate == TYPE) and factuality(facts) not in (
        "denied",
        "negated",
    )
    standing: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_predicate[fact.predicate].append(fact)
    for predicate in sorted(by_predicate):
        told = by_predicate[predicate]
        rejected = [fact for fact in told if alive and not lives(fact)]
        standing[predicate] += [restate(fact, "rejected") for fact in rejected]
        for rivals in _rivals(predicate, [fact for fact in told if fact not in rejected], type_, weighing):
            found, dispute = _weigh(predicate, rivals, type_, weighing)
            standing[predicate] += found
            disputes += [dispute] if dispute is not None else []
    _coarser_period(standing, weighing)
    _named_elsewhere(standing)
    more, dispute = _firmness(facts, weighing, promised=type_ in ("Commitment", "EconomicCooperation"))
    disputes += [dispute] if dispute is not None else []
    return [fact for predicate in sorted(standing) for fact in standing[predicate]] + more, disputes


# ---------------------------------------------------------------- one property
def _rivals(predicate: str, facts: list[Fact], type_: str | None, weighing: Weighing) -> list[list[Fact]]:
    """Part what does not compete: an event may have dead and wounded, a commitment has one amount."""
    if predicate != dip("amount") or type_ == "Commitment":
        return [facts]
    parted: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        parted[weighing.measure(fact)].append(fact)
    return [parted[name] for name in sorted(parted)]


def _weigh(
    predicate: str, facts: Sequence[Fact], type_: str | None, weighing: Weighing
) -> tuple[list[Fact], Disagreement | None]:
    if predicate == dip("initiator"):
        return _who_did_it(facts, weighing)
    if predicate == TYPE and type_ is not None:
        kept = next((fact for fact in facts if fact.object == dip(type_)), None)
    elif predicate in SINGLE and len(facts) > 1:
        kept = weighing.choose(predicate, facts)
    else:
        return list(facts), None
    if kept is None:
        return list(facts), None
    statuses = [weighing.beside(predicate, kept, fact) for fact in facts]
    rivals = [fact for fact, status in zip(facts, statuses, strict=True) if status == "alternative"]
    disputed = [fact for fact in rivals if weighing.disputes(predicate, kept, fact)]
    restated = [restate(fact, status) for fact, status in zip(facts, statuses, strict=True)]
    silent = not disputed or predicate in _SILENT
    return restated, None if silent else _dispute(predicate, kept, disputed, weighing)


def _who_did_it(facts: Sequence[Fact], weighing: Weighing) -> tuple[list[Fact], Disagreement | None]:
    """Find articles that name others: who is told to have acted together with somebody is no rival of theirs."""
    sides = weighing.sides(facts)
    if len(sides) < 2:
        return list(facts), None
    firsts = sorted((min(side, key=weighing.preference) for side in sides), key=weighing.preference)
    kept = next(side for side in sides if firsts[0] in side)
    found = [fact if fact in kept else restate(fact, "alternative") for fact in facts]
    return found, _dispute(dip("initiator"), firsts[0], firsts[1:], weighing)


def _dispute(predicate: str, kept: Fact, rivals: Sequence[Fact], weighing: Weighing) -> Disagreement:
    options = tuple(fact.object for fact in sorted([kept, *rivals], key=weighing.preference))
    others = "; ".join(_support(fact) for fact in sorted(rivals, key=weighing.preference))
    reason = f"{weighing.order}: kept the value of {_support(kept)} over that of {others}"
    return Disagreement(kept.subject, predicate, options, kept.object, reason)


def _support(fact: Fact) -> str:
    count = "one outlet" if fact.outlets == 1 else f"{fact.outlets} outlets"
    return f"{count} (confidence {fact.confidence:.3f})"


# ---------------------------------------------------------------- values that bear on each other
def _coarser_period(standing: dict[str, list[Fact]], weighing: Weighing) -> None:
    """A period beside a day follows from it where it covers it, and loses to it otherwise."""
    day = next((fact for fact in standing.get(dip("date"), ()) if fact.status == "accepted"), None)
    if day is None:
        return
    on = date.fromisoformat(text(day.object))
    standing[dip("period")] = [
        restate(fact, "implied" if weighing.holds(fact, on) else "alternative") if fact.status == "accepted" else fact
        for fact in standing.get(dip("period"), ())
    ]


def _named_elsewhere(standing: dict[str, list[Fact]]) -> None:
    """Whoever takes part in a role that is accepted takes part, whatever was denied beside it."""
    accepted = {fact.object for role in _ROLES for fact in standing.get(role, ()) if fact.status == "accepted"}
    standing[dip("participant")] = [
        restate(fact, "accepted") if fact.object in accepted else fact for fact in standing.get(dip("participant"), ())
    ]


# ---------------------------------------------------------------- whether it is so
def _firmness(facts: Sequence[Fact], weighing: Weighing, *, promised: bool) -> tuple[list[Fact], Disagreement | None]:
    """Find articles that differ on whether it is so at all: asserted and denied, or planned and only thought of.

    What is ``promised`` may also be made by one account and still in preparation by another; a meeting that is
    planned in one article and held in the next is no contradiction.
    """
    said = [claim for fact in facts if fact.predicate == TYPE for claim in fact.claims]
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        sides["actual" if claim.modality == "asserted" else claim.modality].append(claim)
    negative = [side for side in ("denied", "negated") if side in sides]
    if "actual" in sides and negative:
        options, preferred = ["actual", *negative], None
    elif "planned" in sides and "hypothetical" in sides and "actual" not in sides and not negative:
        options, preferred = ["planned", "hypothetical"], "planned"
    elif promised and "planned" in sides and "actual" in sides and weighing.one_news(said):
        options, preferred = ["actual", "planned"], "actual"
    else:
        return [], None
    first = {claim.evidence.document for claim in sides[options[0]]}
    if all({claim.evidence.document for claim in sides[option]} <= first for option in options[1:]):
        return [], None
    claims = [
        replace(claim, predicate=dip("factuality"), object=dip(option), value_text=None)
        for option in options
        for claim in sides[option]
    ]
    found = [
        restate(fact, "accepted" if fact.object == dip(preferred or "") else "alternative")
        for fact in make_facts(claims, weighing.sources)
    ]
    reason = "articles differ on whether it is so" if preferred is None else "articles differ on how firm the plan is"
    told = tuple(dip(option) for option in options)
    return found, Disagreement(said[0].subject, dip("factuality"), told, dip(preferred) if preferred else None, reason)

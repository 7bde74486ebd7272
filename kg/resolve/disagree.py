"""What happens when values of one property differ: which is kept, which follow from it, and what remains disputed.

A value is a rival of the kept one only if both cannot be right: a town lies in its state, a day in its month, a
signed agreement was reached before. Rivals become a disagreement when different articles stand behind them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.resolve.families import ancestors
from kg.resolve.fuse import Sources, lives, make_facts, preference, restate
from kg.resolve.words import plain_words
from kg.resolve.world import World
from kg.types import Claim, Disagreement, Fact, FactStatus, Literal, Term
from kg.vocab import TYPE, dip, local

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

_STAGES: dict[str, tuple[str, ...]] = {
    dip("agreementStatus"): ("proposed", "negotiating", "reached", "initialled", "signed", "ratified", "inForce"),
    dip("commitmentStatus"): ("pledged", "reaffirmed", "inProgress", "fulfilled"),
}
"""Stages that follow one another, so that a later one implies the earlier ones."""

_SAME_NEWS = timedelta(days=3)
"""Articles closer than this report on one state of affairs; later ones may know of a change."""

_ROLES = tuple(
    dip(name) for name in ("initiator", "recipient", "host", "visitor", "signatory", "mediator", "speaker", "addressee")
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What weighing needs: relations of places, bounds of periods, and the sources."""

    world: World
    periods: Mapping[str, tuple[date, date]]
    sources: Sources


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
        rivals = [fact for fact in told if fact not in rejected]
        found, dispute = _weigh(predicate, rivals, type_, weighing)
        standing[predicate] += found
        disputes += [dispute] if dispute is not None else []
    _coarser_period(standing, weighing)
    _named_elsewhere(standing)
    more, dispute = _firmness(facts, weighing.sources, promised=type_ in ("Commitment", "EconomicCooperation"))
    disputes += [dispute] if dispute is not None else []
    return [fact for predicate in sorted(standing) for fact in standing[predicate]] + more, disputes


# ---------------------------------------------------------------- one property
def _weigh(
    predicate: str, facts: Sequence[Fact], type_: str | None, weighing: Weighing
) -> tuple[list[Fact], Disagreement | None]:
    if predicate == TYPE and type_ is not None:
        kept = next((fact for fact in facts if fact.object == dip(type_)), None)
    elif predicate in SINGLE and len(facts) > 1:
        kept = _prefer(predicate, facts, weighing)
    else:
        return list(facts), None
    if kept is None:
        return list(facts), None
    statuses = [_beside(predicate, kept, fact, weighing) for fact in facts]
    rivals = [fact for fact, status in zip(facts, statuses, strict=True) if status == "alternative"]
    disputed = [fact for fact in rivals if _disputes(predicate, kept, fact, weighing.sources)]
    restated = [restate(fact, status) for fact, status in zip(facts, statuses, strict=True)]
    return restated, _dispute(predicate, kept, disputed) if disputed and predicate not in _SILENT else None


def _prefer(predicate: str, facts: Sequence[Fact], weighing: Weighing) -> Fact:
    if predicate == dip("place"):
        finest = weighing.world.finest(str(fact.object) for fact in facts)
        return min((fact for fact in facts if fact.object in finest), key=preference)
    if predicate == dip("period"):
        return min(
            facts,
            key=lambda fact: (
                (_length(fact, weighing), *preference(fact))
                if _nested_all(fact, facts, weighing)
                else (date.max - date.min, *preference(fact))
            ),
        )
    if predicate in _STAGES:
        return min(
            facts,
            key=lambda fact: (-_latest(fact, weighing.sources), -_stage(predicate, fact.object), *preference(fact)),
        )
    if predicate == dip("directQuote"):
        return max(facts, key=lambda fact: str(fact.object))
    if predicate == dip("quote"):
        return min(facts, key=lambda fact: (-fact.outlets, -len(_text(fact.object)), *preference(fact)))
    return min(facts, key=preference)


def _beside(predicate: str, kept: Fact, fact: Fact, weighing: Weighing) -> FactStatus:
    """Tell how a fact stands beside the kept one."""
    if fact is kept:
        return "accepted"
    match predicate:
        case _ if predicate == TYPE:
            implied = local(str(fact.object)) in ancestors(local(str(kept.object)))
        case _ if predicate == dip("place"):
            implied = fact.object in weighing.world.around(str(kept.object))
        case _ if predicate == dip("period"):
            implied = _covers(fact, kept, weighing)
        case _ if predicate in _STAGES:
            implied = 0 <= _stage(predicate, fact.object) < _stage(predicate, kept.object)
        case _ if predicate == dip("quote"):
            implied = _plain(fact.object) in _plain(kept.object)
        case _:
            implied = False
    return "implied" if implied else "alternative"


def _disputes(predicate: str, kept: Fact, fact: Fact, sources: Sources) -> bool:
    """Tell whether different articles stand behind two values, and not one that learned of a change later."""
    keeping = {claim.evidence.document for claim in kept.claims}
    others = {claim.evidence.document for claim in fact.claims}
    if others <= keeping:
        return False
    if predicate not in _STAGES:
        return True
    return _one_news([*kept.claims, *fact.claims], sources)


def _one_news(claims: Sequence[Claim], sources: Sources) -> bool:
    """Tell whether all articles behind claims appeared so close that none had to know more than another."""
    days = [sources.published[claim.evidence.document] for claim in claims]
    known = [day for day in days if day is not None]
    return len(known) < len(days) or max(known) - min(known) <= _SAME_NEWS


def _dispute(predicate: str, kept: Fact, rivals: Sequence[Fact]) -> Disagreement:
    options = tuple(fact.object for fact in sorted([kept, *rivals], key=preference))
    count = "one outlet" if kept.outlets == 1 else f"{kept.outlets} outlets"
    reason = (
        f"kept the value of {count} with confidence {kept.confidence:.3f}; {len(rivals)} other value(s) told elsewhere"
    )
    return Disagreement(kept.subject, predicate, options, kept.object, reason)


# ---------------------------------------------------------------- values that bear on each other
def _coarser_period(standing: dict[str, list[Fact]], weighing: Weighing) -> None:
    """A period beside a day follows from it where it covers it, and loses to it otherwise."""
    day = next((fact for fact in standing.get(dip("date"), ()) if fact.status == "accepted"), None)
    if day is None:
        return
    on = date.fromisoformat(_text(day.object))
    standing[dip("period")] = [
        restate(fact, "implied" if _holds(fact, on, weighing) else "alternative") if fact.status == "accepted" else fact
        for fact in standing.get(dip("period"), ())
    ]


def _named_elsewhere(standing: dict[str, list[Fact]]) -> None:
    """Whoever takes part in a role that is accepted takes part, whatever was denied beside it."""
    accepted = {fact.object for role in _ROLES for fact in standing.get(role, ()) if fact.status == "accepted"}
    standing[dip("participant")] = [
        restate(fact, "accepted") if fact.object in accepted else fact for fact in standing.get(dip("participant"), ())
    ]


def _firmness(facts: Sequence[Fact], sources: Sources, *, promised: bool) -> tuple[list[Fact], Disagreement | None]:
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
    elif promised and "planned" in sides and "actual" in sides and _one_news(said, sources):
        options, preferred = ["actual", "planned"], "actual"
    else:
        return [], None
    first = {claim.evidence.document for claim in sides[options[0]]}
    if all({claim.evidence.document for claim in sides[option]} <= first for option in options[1:]):
        return [], None
    claims = [
        Claim(
            c.subject,
            dip("factuality"),
            dip(option),
            c.modality,
            c.evidence,
            c.confidence,
            c.attribution,
            c.attribution_text,
        )
        for option in options
        for c in sides[option]
    ]
    found = [
        restate(f, "accepted" if f.object == dip(preferred or "") else "alternative")
        for f in make_facts(claims, sources)
    ]
    reason = "articles differ on whether it is so" if preferred is None else "articles differ on how firm the plan is"
    told = tuple(dip(option) for option in options)
    return found, Disagreement(said[0].subject, dip("factuality"), told, dip(preferred) if preferred else None, reason)


# ---------------------------------------------------------------- reading values
def _text(term: Term) -> str:
    return term.value if isinstance(term, Literal) else term


def _plain(term: Term) -> str:
    return " ".join(plain_words(_text(term)))


def _stage(predicate: str, term: Term) -> int:
    stages = _STAGES[predicate]
    name = local(_text(term))
    return stages.index(name) if name in stages else -1


def _latest(fact: Fact, sources: Sources) -> int:
    """Give the day of the latest article, coarsely, so that one day more or less does not decide."""
    days = [day.toordinal() for claim in fact.claims if (day := sources.published[claim.evidence.document])]
    return max(days) // (_SAME_NEWS.days + 1) if days else 0


def _bounds(fact: Fact, weighing: Weighing) -> tuple[date, date]:
    return weighing.periods.get(_text(fact.object), (date.min, date.max))


def _length(fact: Fact, weighing: Weighing) -> timedelta:
    first, last = _bounds(fact, weighing)
    return last - first


def _covers(wide: Fact, narrow: Fact, weighing: Weighing) -> bool:
    (first, last), (start, end) = _bounds(wide, weighing), _bounds(narrow, weighing)
    return first <= start and end <= last


def _nested_all(narrow: Fact, facts: Sequence[Fact], weighing: Weighing) -> bool:
    return all(_covers(fact, narrow, weighing) for fact in facts)


def _holds(fact: Fact, day: date, weighing: Weighing) -> bool:
    first, last = _bounds(fact, weighing)
    return first <= day <= last

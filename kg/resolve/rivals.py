"""How the values of one property stand to each other: which is preferred, what follows from it, what contradicts it.

Two values are rivals only if both cannot be right: a town lies in its state, a day in its month, a signed agreement
was reached before, and "about 400" is as good as 405.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.config import PREFER
from kg.ids import n3
from kg.resolve.families import ancestors
from kg.resolve.fuse import Sources
from kg.resolve.words import plain_words, stems
from kg.resolve.world import World
from kg.types import Claim, Fact, FactStatus, Literal, Term, Value, measure
from kg.vocab import TYPE, dip, local

STAGES: dict[str, tuple[str, ...]] = {
    dip("agreementStatus"): ("proposed", "negotiating", "reached", "initialled", "signed", "ratified", "inForce"),
    dip("commitmentStatus"): ("pledged", "reaffirmed", "inProgress", "fulfilled"),
}
"""Stages that follow one another, so that a later one implies the earlier ones."""

_SAME_NEWS = timedelta(days=3)
"""Articles closer than this report on one state of affairs; later ones may know of a change."""

_ROUNDING, _ABOUT = 0.01, 0.05
"""Share by which figures may differ and still be one: rounded ones, and those that an article calls approximate."""

_WORDS = {"outlets": "most outlets", "confidence": "confidence", "claims": "most mentions", "latest": "latest article"}


@dataclass(frozen=True, slots=True)
class Weighing:
    """What values are weighed with.

    Attributes:
        world: Which place lies in which.
        values: Periods and amounts by IRI.
        sources: Outlets and days of articles.
        prefer: By what the kept value is chosen, see ``Config.prefer``.
    """

    world: World
    values: Mapping[str, Value]
    sources: Sources
    prefer: Sequence[str] = PREFER

    def preference(self, fact: Fact) -> tuple[float | str, ...]:
        """Give the key that sorts the preferred value first; the spelling only breaks ties."""
        keys: dict[str, float] = {
            "outlets": -fact.outlets,
            "confidence": -fact.confidence,
            "claims": -len(fact.claims),
            "latest": -self._latest_day(fact),
        }
        rest = [name for name in ("outlets", "confidence", "claims") if name not in self.prefer]
        return (*(keys[name] for name in (*self.prefer, *rest)), n3(fact.object))

    @property
    def order(self) -> str:
        """Say by what values are chosen."""
        return ", then ".join(_WORDS[name] for name in self.prefer)

    def choose(self, predicate: str, facts: Sequence[Fact]) -> Fact:
        """Choose the value to keep; the finer of two compatible ones, and the later of two stages, comes first."""
        if predicate == dip("place"):
            finest = self.world.finest(str(fact.object) for fact in facts)
            return min((fact for fact in facts if fact.object in finest), key=self.preference)
        if predicate == dip("period"):
            return min(facts, key=lambda fact: (self._length(fact, facts), *self.preference(fact)))
        if predicate in STAGES:
            return min(
                facts,
                key=lambda fact: (
                    -(self._latest_day(fact) // (_SAME_NEWS.days + 1)),  # coarsely: a day more or less decides nothing
                    -_stage(predicate, fact.object),
                    *self.preference(fact),
                ),
            )
        if predicate == dip("directQuote"):
            return max(facts, key=lambda fact: str(fact.object))
        if predicate == dip("quote"):
            return min(facts, key=lambda fact: (-fact.outlets, -len(text(fact.object)), *self.preference(fact)))
        return min(facts, key=self.preference)

    def beside(self, predicate: str, kept: Fact, fact: Fact) -> FactStatus:
        """Tell how a fact stands beside the kept one."""
        if fact is kept:
            return "accepted"
        match predicate:
            case _ if predicate == TYPE:
                implied = local(str(fact.object)) in ancestors(local(str(kept.object)))
            case _ if predicate == dip("place"):
                implied = fact.object in self.world.around(str(kept.object))
            case _ if predicate == dip("period"):
                implied = self._covers(fact, kept)
            case _ if predicate in STAGES:
                implied = 0 <= _stage(predicate, fact.object) < _stage(predicate, kept.object)
            case _ if predicate == dip("quote"):
                implied = _plain(fact.object) in _plain(kept.object)
            case _ if predicate == dip("amount"):
                implied = self._one_figure(kept, fact)
            case _:
                implied = False
        return "implied" if implied else "alternative"

    def disputes(self, predicate: str, kept: Fact, fact: Fact) -> bool:
        """Tell whether different articles stand behind two values, and not one that learned of a change later."""
        keeping = {claim.evidence.document for claim in kept.claims}
        if {claim.evidence.document for claim in fact.claims} <= keeping:
            return False
        return predicate not in STAGES or self.one_news([*kept.claims, *fact.claims])

    def one_news(self, claims: Sequence[Claim]) -> bool:
        """Tell whether all articles behind claims appeared so close that none had to know more than another."""
        days = [self.sources.published[claim.evidence.document] for claim in claims]
        known = [day for day in days if day is not None]
        return len(known) < len(days) or max(known) - min(known) <= _SAME_NEWS

    def sides(self, facts: Sequence[Fact]) -> list[list[Fact]]:
        """Group facts on who did it: those are together whom one article names together, or who act for one party.

        So are groups without a name that share a word: "Korean firms" and "Korean business".
        """
        sides: list[tuple[set[str], list[Fact]]] = []
        for fact in facts:
            who = str(fact.object)
            marks = {claim.evidence.document for claim in fact.claims} | {self.world.party(who)}
            marks |= {f"word {stem}" for stem in stems(local(who))} if who in self.world.vague else set()
            joined = [side for side in sides if side[0] & marks]
            sides = [side for side in sides if side not in joined]
            sides.append((marks.union(*(m for m, _ in joined)), [f for _, told in joined for f in told] + [fact]))
        return [told for _, told in sides]

    def holds(self, period: Fact, day: date) -> bool:
        """Tell whether a day lies in a period."""
        first, last = self._bounds(period)
        return first <= day <= last

    def _latest_day(self, fact: Fact) -> int:
        days = [day.toordinal() for claim in fact.claims if (day := self.sources.published[claim.evidence.document])]
        return max(days, default=0)

    def _length(self, narrow: Fact, facts: Sequence[Fact]) -> timedelta:
        """Give the length of a period that lies in all others, the longest there is for one that does not."""
        first, last = self._bounds(narrow)
        return last - first if all(self._covers(fact, narrow) for fact in facts) else date.max - date.min

    def _covers(self, wide: Fact, narrow: Fact) -> bool:
        (first, last), (start, end) = self._bounds(wide), self._bounds(narrow)
        return first <= start and end <= last

    def _bounds(self, fact: Fact) -> tuple[date, date]:
        ends = self._properties(fact)
        earliest, latest = ends.get(dip("earliest")), ends.get(dip("latest"))
        return (
            date.fromisoformat(text(earliest)) if earliest else date.min,
            date.fromisoformat(text(latest)) if latest else date.max,
        )

    def _one_figure(self, kept: Fact, fact: Fact) -> bool:
        """Tell whether two amounts count the same and differ by no more than rounding."""
        if self.measure(kept) != self.measure(fact):
            return False
        ours, theirs = self._properties(kept), self._properties(fact)
        qualifiers = {ours.get(dip("qualifier")), theirs.get(dip("qualifier"))}
        if len(qualifiers) > 1 and dip("about") not in qualifiers:
            return False
        left, right = (float(text(each[dip("value")])) for each in (ours, theirs))
        share = _ABOUT if dip("about") in qualifiers else _ROUNDING
        return abs(left - right) <= share * max(abs(left), abs(right))

    def measure(self, fact: Fact) -> str:
        """Tell what an amount counts: two amounts of an event are rivals only if they count the same."""
        properties = self._properties(fact)
        unit = properties.get(dip("currency")) or properties.get(dip("unit"))
        return measure(text(unit)) if unit is not None else ""

    def _properties(self, fact: Fact) -> dict[str, Term]:
        value = self.values.get(text(fact.object))
        return dict(value.properties) if value is not None else {}


def text(term: Term) -> str:
    """Give the words of a literal, or an IRI as it is."""
    return term.value if isinstance(term, Literal) else term


def _plain(term: Term) -> str:
    return " ".join(plain_words(text(term)))


def _stage(predicate: str, term: Term) -> int:
    stages = STAGES[predicate]
    name = local(text(term))
    return stages.index(name) if name in stages else -1

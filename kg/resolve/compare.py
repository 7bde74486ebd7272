"""How much speaks for two tellings meaning one thing: named features, their weights, and what rules it out.

The weights were set by hand on articles annotated for development and stand here together. Structure decides (class,
participants, day, place); wording decides where one speaker does several things of one kind on one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from kg.resolve.circumstances import participants, places, times
from kg.resolve.families import akin, ancestors, family
from kg.resolve.subjects import Rarity
from kg.resolve.tellings import Telling
from kg.resolve.words import containment
from kg.resolve.world import World

WEIGHTS: dict[str, float] = {
    "same class": 1.0,
    "same family": 0.8,
    "akin class": 0.0,
    "akin class in one article": -1.0,
    "same participants": 2.0,
    "same peers": 1.5,
    "participants named beside": 1.4,
    "fewer participants named": 1.0,
    "further participants": -0.8,
    "several participants in common": 1.0,
    "same agents": 0.8,
    "fewer agents named": 0.3,
    "other agents": -1.2,
    "same patients": 0.5,
    "same patients, nobody acting": 1.2,
    "other patients": -1.2,
    "described alike": 0.5,
    "same day": 1.5,
    "same day around": 1.2,
    "other day around": -1.5,
    "a day apart": -0.8,
    "day within period": 0.6,
    "overlapping periods": 0.2,
    "announced, and to come": -0.8,
    "planned for another day": -0.6,
    "under way at publication": 0.6,
    "dated at publication": 0.3,
    "dated earlier, as told": 0.3,
    "dated before publication": -0.2,
    "dated long before publication": -1.5,
    "published together": 0.2,
    "in the news together": 0.6,
    "published far apart": -1.5,
    "same place": 0.8,
    "place within place": 0.4,
    "place named once": -0.3,
    "other place": -1.5,
    "subject": 6.0,
    "wording": 3.0,
    "no common subject": -1.5,
    "no common subject in one article": -2.5,
    "other deadline": -1.5,
    "same figure": 1.2,
    "same amount": 1.5,
    "other amount": -0.2,
    "other amount in one article": -2.5,
    "same factuality": 0.2,
    "planned, then held": 0.1,
    "other factuality": -0.5,
    "less firm": -0.2,
    "said and denied": -1.5,
    "said here, denied there": -0.3,
    "same manner": 0.5,
    "other manner": -3.0,
}
"""What each feature adds to the score; "subject" and "wording" are multiplied by a likeness of -0.5 to 0.5."""

_ADDS = {name: (name, weight) for name, weight in WEIGHTS.items()}

MERGE_AT = 2.6
"""Score from which two tellings are one thing."""

GROUP_SLACK = 0.3
"""How much less than that the groups around the two may score when taken whole."""

_CHANCE = 0.5
"""Likeness of subjects below which it speaks against a merge."""

_CHANCE_OF_PROMISES = 0.25
"""The same for commitments of two articles: their content is cut out of the sentence and has little beside the
subject. One article lists several about one matter, one after the other."""

_NOTHING_COMMON = 0.12
"""Likeness of subjects up to which two tellings have none in common."""

_VERBATIM = 0.7
"""Share of the words of the shorter quotation that the longer one must have."""

_ROUNDING = 0.005
"""Share by which figures may differ and still be one."""

_SAME_NEWS = timedelta(days=14)
"""Articles closer than this may answer one another: what one asserts the other denies."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Features that hold for a pair, with what each adds; ``score`` is their sum."""

    features: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of all features."""
        return round(sum(value for _, value in self.features), 6)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What tellings are measured with: relations of entities, and how rare words are."""

    world: World
    rarity: Rarity

    def compare(self, left: Telling, right: Telling) -> Comparison | None:
        """Compare two tellings; None means that they cannot be one thing."""
        class_ = alike(left.type, right.type)
        if class_ is None or (family(left.type).topical and left.sentences & right.sentences):
            return None  # one sentence that names two acts or promises means two
        if family(left.type).verbatim and not self._quoted(left, right):
            return None
        when = times(left, right)  # what rules out most pairs comes first
        who = participants(left, right, self.world) if when is not None else None
        where = places(left, right, self.world) if who is not None else None
        if who is None or when is None or where is None:
            return None
        one_article = class_ == "akin class" and left.documents == right.documents
        names = ["akin class in one article" if one_article else class_, *who, *when, *where]
        names += _amounts(left, right) + _factuality(left, right)
        if left.manner != right.manner:
            names.append("other manner")
        elif left.manner and not family(left.type).verbatim:
            names.append("same manner")
        return Comparison(tuple(_ADDS[name] for name in names) + self._subjects(left, right))

    @staticmethod
    def _quoted(left: Telling, right: Telling) -> bool:
        return any(containment(ours, theirs) >= _VERBATIM for ours in left.subjects for theirs in right.subjects)

    def one_place(self, left: Telling, right: Telling) -> bool:
        """Tell whether both name one place, or one that lies in the other."""
        return bool({"same place", "place within place"} & set(places(left, right, self.world) or ()))

    def _subjects(self, left: Telling, right: Telling) -> tuple[tuple[str, float], ...]:
        likeness = self.rarity.closest(left.subjects, right.subjects)
        topical = family(left.type).topical or family(right.type).topical
        if not topical:
            return (("wording", round(WEIGHTS["wording"] * max(0.0, likeness - _CHANCE), 3)),)
        one_article = left.documents == right.documents
        names = ["same figure"] if not one_article and left.figures & right.figures else []
        if any(left.subjects) and any(right.subjects) and likeness <= _NOTHING_COMMON and not names:
            # a writer who reports two acts of speech of the same people on one day reports two acts
            names.append("no common subject in one article" if one_article else "no common subject")
        promised = left.type == right.type == "Commitment" and not one_article
        chance = _CHANCE_OF_PROMISES if promised else _CHANCE
        subject = ("subject", round(WEIGHTS["subject"] * (likeness - chance), 3))
        return (*(_ADDS[name] for name in names), subject)


@cache
def alike(left: str, right: str) -> str | None:
    """Tell by which feature tellings of two classes may be one thing, or None.

    >>> alike("Meeting", "Summit"), alike("Meeting", "Signing")
    ('same family', None)
    """
    if left == right:
        return "same class"
    if family(left).name == family(right).name:
        return "same family"
    nested = left in ancestors(right) or right in ancestors(left)
    return "akin class" if nested or akin(left, right) else None


def _amounts(left: Telling, right: Telling) -> list[str]:
    if not left.amounts or not right.amounts:
        return []
    pairs = [(a[1], b[1]) for a in left.amounts for b in right.amounts if a[0] == b[0]]
    if any(abs(a - b) <= _ROUNDING * max(a, b) for a, b in pairs):
        return ["same amount"]
    if left.documents & right.documents:
        return ["other amount in one article"]
    return ["other amount"] if pairs else []


def _factuality(left: Telling, right: Telling) -> list[str]:
    if left.factuality == right.factuality:
        return ["same factuality"]
    negative = [telling.factuality in ("denied", "negated") for telling in (left, right)]
    if all(negative):
        return ["same factuality"]
    if any(negative):
        return ["said here, denied there" if _answers(left, right) else "said and denied"]
    if {left.factuality, right.factuality} == {"planned", "hypothetical"}:
        return ["less firm"]
    if {left.factuality, right.factuality} == {"planned", "actual"} and _plan_came_first(left, right):
        return ["planned, then held"]
    return ["other factuality"]


def _answers(left: Telling, right: Telling) -> bool:
    if left.documents & right.documents:
        return False
    return not left.published or not right.published or abs(left.published - right.published) <= _SAME_NEWS


def _plan_came_first(left: Telling, right: Telling) -> bool:
    plan, held = (left, right) if left.factuality == "planned" else (right, left)
    if plan.published is None or held.published is None:
        return True
    return plan.published <= held.published and plan.documents != held.documents

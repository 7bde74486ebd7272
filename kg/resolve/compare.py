"""How much speaks for two tellings meaning one thing: named features, their weights, and what rules it out.

The weights were set by hand on articles annotated for development and stand here together. Structure decides (class,
participants, day, place); wording helps where one speaker does several things of one kind on one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.resolve.families import akin, ancestors, family
from kg.resolve.tellings import Telling, Window
from kg.resolve.words import containment, dice
from kg.resolve.world import World

WEIGHTS: dict[str, float] = {
    "same class": 1.0,
    "same family": 0.8,
    "akin class": 0.0,
    "akin class in one article": -1.0,
    "same participants": 2.0,
    "same peers": 1.5,
    "fewer participants named": 1.0,
    "further participants": -0.8,
    "same agents": 1.0,
    "fewer agents named": 0.3,
    "same patients": 0.5,
    "other patients": -1.2,
    "same day": 1.5,
    "day within period": 0.6,
    "overlapping periods": 0.2,
    "dated at publication": 0.3,
    "dated before publication": -0.6,
    "dated long before publication": -1.5,
    "published together": 0.2,
    "published far apart": -1.5,
    "same place": 0.8,
    "place within place": 0.4,
    "other place": -1.5,
    "topics": 3.0,
    "topic in sentence": 1.5,
    "words": 2.0,
    "no common subject in one article": -2.5,
    "other deadline": -1.5,
    "same figure": 1.2,
    "same amount": 1.5,
    "other amount": -2.5,
    "same factuality": 0.2,
    "planned, then held": 0.1,
    "other factuality": -0.5,
    "less firm": -0.2,
    "said and denied": -1.5,
    "other manner": -3.0,
}
"""What each feature adds to the score; those of wording are multiplied by a similarity of about -0.3 to 0.7."""

MERGE_AT = 2.6
"""Score from which two tellings are one thing."""

GROUP_SLACK = 0.3
"""How much less than that the groups around the two may score when taken whole."""

_CHANCE, _CHANCE_OF_WORDS = 0.35, 0.35
"""Similarity of topics and of sentences below which wording speaks against a merge."""

_VERBATIM = 0.7
"""Share of the words of the shorter quotation that the longer one must have."""

_NEAR, _FAR, _LONG_AGO = timedelta(days=3), timedelta(days=45), timedelta(days=60)
_DATELINE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Features that hold for a pair, with what each adds; ``score`` is their sum."""

    features: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of all features."""
        return round(sum(value for _, value in self.features), 6)


def compare(left: Telling, right: Telling, world: World) -> Comparison | None:
    """Compare two tellings; None means that they cannot be one thing."""
    if family(left.type).topical and left.sentences & right.sentences:
        return None  # one sentence that names two acts or promises means two
    names: list[str] = []
    for compared in (_types, _times):
        found = compared(left, right)
        if found is None:
            return None
        names += found
    for placed in (_participants, _places):
        found = placed(left, right, world)
        if found is None:
            return None
        names += found
    names += _amounts(left, right) + _factuality(left, right)
    if left.manner != right.manner:
        names.append("other manner")
    if family(left.type).verbatim and containment(left.words, right.words) < _VERBATIM:
        return None
    features = [(name, WEIGHTS[name]) for name in names]
    return Comparison(tuple(features + _subjects(left, right)))


def _types(left: Telling, right: Telling) -> list[str] | None:
    if left.type == right.type:
        return ["same class"]
    if family(left.type).name == family(right.type).name:
        return ["same family"]
    nested = left.type in ancestors(right.type) or right.type in ancestors(left.type)
    if not nested and not akin(left.type, right.type):
        return None
    return ["akin class" if left.documents != right.documents else "akin class in one article"]


# ---------------------------------------------------------------- who
def _participants(left: Telling, right: Telling, world: World) -> list[str] | None:
    if not left.participants or not right.participants:
        return []
    directed = family(left.type).directed and family(right.type).directed
    return _directed(left, right, world) if directed else _peers(left, right, world)


def _peers(left: Telling, right: Telling, world: World) -> list[str] | None:
    if _other_persons(left.participants, right.participants, world):
        return None
    ours, theirs = world.parties(left.participants), world.parties(right.participants)
    topical = family(left.type).topical and family(right.type).topical
    if ours == theirs:
        return ["same peers" if topical else "same participants"]
    if not (ours <= theirs or theirs <= ours):
        return None
    return ["fewer participants named"] if min(len(ours), len(theirs)) < 2 else ["further participants"]


def _directed(left: Telling, right: Telling, world: World) -> list[str] | None:
    names: list[str] = []
    if left.agents and right.agents:
        ours, theirs = world.parties(left.agents), world.parties(right.agents)
        if not ours & theirs or _other_persons(left.agents, right.agents, world):
            return None
        names.append("same agents" if ours == theirs else "fewer agents named")
    if left.patients and right.patients:
        common = world.parties(left.patients) & world.parties(right.patients)
        names.append("same patients" if common else "other patients")
    return names


def _other_persons(left: frozenset[str], right: frozenset[str], world: World) -> bool:
    """Tell whether both sides send somebody for one state, and they send different people."""
    for party in world.parties(left) & world.parties(right):
        ours = {iri for iri in left if world.party(iri) == party} - {party}
        theirs = {iri for iri in right if world.party(iri) == party} - {party}
        if ours and theirs and not ours & theirs:
            return True
    return False


# ---------------------------------------------------------------- when
def _times(left: Telling, right: Telling) -> list[str] | None:
    if left.when is not None and right.when is not None:
        found = _windows(left.when, right.when)
        return ["other deadline"] if found is None and left.type == right.type == "Commitment" else found
    lasting = family(left.type).lasting and family(right.type).lasting
    if left.when is not None or right.when is not None:
        dated, undated = (left, right) if left.when is not None else (right, left)
        return [] if lasting else _dated_and_not(dated, undated)
    return [] if lasting and left.published != right.published else _published(left.published, right.published)


def _windows(left: Window, right: Window) -> list[str] | None:
    if left[1] < right[0] or right[1] < left[0]:
        return None
    if left == right and left[0] == left[1]:
        return ["same day"]
    nested = (left[0] <= right[0] and right[1] <= left[1]) or (right[0] <= left[0] and left[1] <= right[1])
    return ["day within period"] if nested else ["overlapping periods"]


def _dated_and_not(dated: Telling, undated: Telling) -> list[str] | None:
    if dated.when is None or undated.published is None or undated.factuality != "actual":
        return []
    first, last = dated.when
    if first > undated.published + _DATELINE:
        return None
    if undated.published - last > _LONG_AGO if last != date.max else False:
        return ["dated long before publication"]
    return ["dated at publication"] if undated.published - last <= _NEAR else ["dated before publication"]


def _published(left: date | None, right: date | None) -> list[str]:
    if left is None or right is None:
        return []
    apart = abs(left - right)
    return ["published together"] if apart <= _NEAR else ["published far apart"] if apart > _FAR else []


# ---------------------------------------------------------------- where, what, how sure
def _places(left: Telling, right: Telling, world: World) -> list[str] | None:
    if not left.places or not right.places:
        return []
    if left.places & right.places:
        return ["same place"]
    if any(world.nested(a, b) for a in left.places for b in right.places):
        return ["place within place"]
    strict = family(left.type).placed and family(left.type).directed
    return None if strict else ["other place"] if family(left.type).placed else []


def _subjects(left: Telling, right: Telling) -> list[tuple[str, float]]:
    topical = family(left.type).topical or family(right.type).topical
    floor = -_CHANCE if topical else 0.0
    features: list[tuple[str, float]] = []
    if topical and left.documents != right.documents and _figures(left) & _figures(right):
        features.append(("same figure", WEIGHTS["same figure"]))
    if left.topics and right.topics:
        likeness = (containment(left.topics, right.topics) + dice(left.topics, right.topics)) / 2
        features.append(("topics", round(WEIGHTS["topics"] * max(floor, likeness - _CHANCE), 3)))
    elif topical and (left.topics or right.topics):
        likeness = containment(left.topics or right.topics, right.words if left.topics else left.words)
        features.append(("topic in sentence", round(WEIGHTS["topic in sentence"] * max(floor, likeness - _CHANCE), 3)))
    likeness = containment(left.words, right.words)
    features.append(("words", round(WEIGHTS["words"] * max(floor / 2, likeness - _CHANCE_OF_WORDS), 3)))
    if topical and left.documents == right.documents and not any(value > 0 for _, value in features):
        # a writer who reports two acts of speech of the same people on one day reports two acts
        features.append(("no common subject in one article", WEIGHTS["no common subject in one article"]))
    return features


def _figures(telling: Telling) -> frozenset[str]:
    """Give the numbers that are rare enough to tell things apart: of two digits or more, and no years."""
    return frozenset(
        word for word in telling.words if word.isdecimal() and len(word) >= 2 and word[:2] not in ("19", "20")
    )


def _amounts(left: Telling, right: Telling) -> list[str]:
    if not left.amounts or not right.amounts:
        return []
    close = any(
        a[0] == b[0] and abs(a[1] - b[1]) <= 0.005 * max(a[1], b[1]) for a in left.amounts for b in right.amounts
    )
    return ["same amount"] if close else ["other amount"]


def _factuality(left: Telling, right: Telling) -> list[str]:
    if left.factuality == right.factuality:
        return ["same factuality"]
    negative = [telling.factuality in ("denied", "negated") for telling in (left, right)]
    if all(negative):
        return ["same factuality"]
    if any(negative):
        return ["said and denied"]
    if {left.factuality, right.factuality} == {"planned", "hypothetical"}:
        return ["less firm"]
    if {left.factuality, right.factuality} == {"planned", "actual"} and _plan_came_first(left, right):
        return ["planned, then held"]
    return ["other factuality"]


def _plan_came_first(left: Telling, right: Telling) -> bool:
    plan, held = (left, right) if left.factuality == "planned" else (right, left)
    if plan.published is None or held.published is None:
        return True
    return plan.published <= held.published and plan.documents != held.documents

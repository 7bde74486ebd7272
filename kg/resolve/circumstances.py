"""Who, when and where: what two tellings say of it, as the names of features; None rules out that they are one thing.

What each feature weighs stands in ``compare``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kg.resolve.families import family
from kg.resolve.tellings import EARLIER, FURTHER, Telling, Window
from kg.resolve.words import stems
from kg.resolve.world import World
from kg.vocab import kind_of, local

_NEAR, _FAR, _LONG_AGO = timedelta(days=3), timedelta(days=45), timedelta(days=60)
_AROUND = timedelta(days=7)
_DATELINE = timedelta(days=1)
_TAKING_PART = stems(
    "both chief counterpart country defence delegation diplomat donor envoy foreign government head leader minister "
    "ministers nation negotiator official official parties party premier president side sides state states three two"
)
_SEVERAL = 3


# ---------------------------------------------------------------- who
def participants(left: Telling, right: Telling, world: World) -> list[str] | None:
    """Compare those who take part; who acts on whom counts where the class is directed."""
    directed = family(left.type).directed and family(right.type).directed
    alike = _described_alike(left.participants - right.participants, right.participants - left.participants, world)
    if left.participants != right.participants:
        left, right = _definite(left, world), _definite(right, world)
    named = left.participants and right.participants
    found = [] if not named else _directed(left, right, world) if directed else _peers(left, right, world)
    return [*found, "described alike"] if found is not None and alike else found


def _described_alike(left: frozenset[str], right: frozenset[str], world: World) -> bool:
    """Tell whether words are shared by "sailors from Elin" and "the Elin crew"."""
    if left.isdisjoint(world.vague) or right.isdisjoint(world.vague):
        return False
    ours, theirs = ({stem for iri in side & world.vague for stem in stems(local(iri))} for side in (left, right))
    return bool(ours & theirs)


def _definite(telling: Telling, world: World) -> Telling:
    """Leave out groups of which nobody knows who is in them, where they are alone or may be those who are named."""
    if telling.participants.isdisjoint(world.vague):
        return telling
    agents, patients = (
        frozenset(iri for iri in side if not (iri in world.vague and _anybody(iri)))
        for side in (telling.agents, telling.patients)
    )
    agents, patients = (side if side - world.vague else frozenset() for side in (agents, patients))
    return replace(telling, agents=agents, patients=patients)


def _anybody(group: str) -> bool:
    """Tell whether a group is named by what anyone who takes part is: "the two foreign ministers", "both sides"."""
    words = stems(local(group).split("-of-")[0])
    return all(word in _TAKING_PART or word.isdecimal() for word in words)


def _peers(left: Telling, right: Telling, world: World) -> list[str] | None:
    if _other_persons(left.participants, right.participants, world):
        return None
    ours, theirs = world.parties(left.participants), world.parties(right.participants)
    topical = family(left.type).topical and family(right.type).topical
    if ours == theirs:
        return ["same peers" if topical else "same participants"]
    alone = min(len(ours), len(theirs)) < 2
    beside = theirs <= ours | world.parties(left.mentioned) and ours <= theirs | world.parties(right.mentioned)
    if not (ours <= theirs or theirs <= ours):
        if len(ours & theirs) >= _SEVERAL and 2 * len(ours & theirs) >= max(len(ours), len(theirs)):
            return ["several participants in common"]  # each article lists whom its readers know
        return ["participants named beside"] if alone and beside else None
    if beside:
        return ["participants named beside"]
    return ["fewer participants named"] if alone else ["further participants"]


def _directed(left: Telling, right: Telling, world: World) -> list[str] | None:
    names: list[str] = []
    if left.agents and right.agents:
        ours, theirs = world.parties(left.agents), world.parties(right.agents)
        if not ours & theirs and _blamed_elsewhere(left, right):
            names.append("other agents")
        elif not ours & theirs or _other_persons(left.agents, right.agents, world):
            return None
        else:
            names.append("same agents" if ours == theirs else "fewer agents named")
    if left.patients and right.patients:
        common = world.parties(left.patients) & world.parties(right.patients)
        alike = "same patients" if left.agents or right.agents else "same patients, nobody acting"
        names.append(alike if common else "other patients")
    return names


def _blamed_elsewhere(left: Telling, right: Telling) -> bool:
    """Tell an act of force of which another article may say that others did it."""
    return family(left.type).name == family(right.type).name == "force" and not left.documents & right.documents


def _other_persons(left: frozenset[str], right: frozenset[str], world: World) -> bool:
    """Tell whether both sides send a person, or both a body, for one state, and they send different ones."""
    for party in world.parties(left) & world.parties(right):
        ours = {iri for iri in left if iri != party and world.party(iri) == party}
        theirs = {iri for iri in right if iri != party and world.party(iri) == party}
        if not ours or not theirs or ours & theirs:
            continue
        if {kind_of(iri) for iri in ours} & {kind_of(iri) for iri in theirs}:
            return True
    return False


# ---------------------------------------------------------------- when
def times(left: Telling, right: Telling) -> list[str] | None:
    """Compare which of several occasions is meant, the days told, and else the days of publication."""
    if not _one_occasion(left, right) or not _one_occasion(right, left):
        return None
    if left.when is not None and right.when is not None:
        return _both_dated(left, left.when, right, right.when)
    lasting = family(left.type).lasting and family(right.type).lasting
    if left.when is not None or right.when is not None:
        dated, undated = (left, right) if left.when is not None else (right, left)
        return [] if lasting else _dated_and_not(dated, undated)
    acts = family(left.type).topical or family(right.type).topical
    near = "published together" if acts else "in the news together"
    found = _published(left.published, right.published, near=near)
    return found if found == [near] or not lasting else []


def _one_occasion(left: Telling, right: Telling) -> bool:
    """Tell whether ordinals agree, and whether what is the last time for one was over by then for the other."""
    if left.occurrence == FURTHER:
        return right.occurrence == FURTHER or not (_published_before(right, left) or left.sentences & right.sentences)
    if left.occurrence != EARLIER:
        return right.occurrence in ("", EARLIER, left.occurrence) or not left.occurrence
    if right.occurrence == EARLIER or left.published is None:
        return True
    over = left.published - _DATELINE
    if right.when is not None:
        return right.when[0] < over
    return right.published is None or right.published < over


def _published_before(left: Telling, right: Telling) -> bool:
    """Tell whether an article is so much older that it cannot mean what the other reports as news."""
    return left.published is not None and right.published is not None and right.published - left.published > _NEAR


def _both_dated(left: Telling, ours: Window, right: Telling, theirs: Window) -> list[str] | None:
    found = _windows(ours, theirs)
    if found is None and left.type == right.type == "Commitment":
        return ["other deadline"]
    if found is None and _a_day_apart(left, ours, right, theirs):
        return ["a day apart"]
    if found is None and _planned_for(left, right):
        return ["planned for another day"]
    if found is None and _announced(left, ours, right, theirs):
        return ["announced, and to come"]
    if found is None:
        return ["other day around"] if _only_from_around(left, ours, right, theirs) else None
    if found == ["same day"] and not (left.dated or right.dated):
        return ["same day around"]
    return found


def _windows(left: Window, right: Window) -> list[str] | None:
    if left[1] < right[0] or right[1] < left[0]:
        return None
    if left == right and left[0] == left[1]:
        return ["same day"]
    nested = (left[0] <= right[0] and right[1] <= left[1]) or (right[0] <= left[0] and left[1] <= right[1])
    return ["day within period"] if nested else ["overlapping periods"]


def _a_day_apart(left: Telling, ours: Window, right: Telling, theirs: Window) -> bool:
    """Tell whether two articles differ by one day, as datelines and time zones do; within one article days count."""
    if left.documents & right.documents or family(left.type).topical or family(right.type).topical:
        return False
    days = (*ours, *theirs)
    return ours[0] == ours[1] and theirs[0] == theirs[1] and max(days) - min(days) == _DATELINE


def _planned_for(left: Telling, right: Telling) -> bool:
    """Tell whether two articles of the same days put one plan on different days."""
    if left.documents & right.documents or family(left.type).topical or family(right.type).topical:
        return False
    plans = left.factuality == right.factuality == "planned"
    return plans and _published(left.published, right.published, near="near") == ["near"]


def _announced(left: Telling, ours: Window, right: Telling, theirs: Window) -> bool:
    """Tell whether two articles give a plan the day it was announced and the day it will be carried out."""
    if left.documents & right.documents or not (family(left.type).topical and family(right.type).topical):
        return False
    if "planned" not in (left.factuality, right.factuality) or left.published is None or right.published is None:
        return False
    (near, told), (_, plan) = sorted(((ours, left), (theirs, right)), key=lambda item: item[0])
    around = told.published is not None and abs(told.published - near[0]) <= _NEAR
    return around and plan.factuality == "planned" and abs(left.published - right.published) <= _NEAR


def _only_from_around(left: Telling, ours: Window, right: Telling, theirs: Window) -> bool:
    """Tell whether days differ that sentences took over from others, in news of the same days."""
    if (left.dated and right.dated) or left.published is None or right.published is None:
        return False
    days = (*ours, *theirs, right.published)
    return all(abs(left.published - day) <= _AROUND for day in days) and abs(left.published - right.published) <= _NEAR


def _dated_and_not(dated: Telling, undated: Telling) -> list[str] | None:
    if dated.when is None or undated.published is None or undated.factuality != "actual":
        return []
    first, last = dated.when
    if first > undated.published + _DATELINE:
        return None
    if undated.occurrence == EARLIER:
        return ["dated earlier, as told"]
    if first < undated.published <= last:
        return ["under way at publication"]
    if undated.published - last > _LONG_AGO if last != date.max else False:
        return ["dated long before publication"]
    return ["dated at publication"] if undated.published - last <= _NEAR else ["dated before publication"]


def _published(left: date | None, right: date | None, *, near: str) -> list[str]:
    if left is None or right is None:
        return []
    apart = abs(left - right)
    return [near] if apart <= _NEAR else ["published far apart"] if apart > _FAR else []


# ---------------------------------------------------------------- where
def places(left: Telling, right: Telling, world: World) -> list[str] | None:
    """Compare where it is; a town lies in its state."""
    strict = family(left.type).placed and family(left.type).directed
    if not left.places or not right.places:
        return ["place named once"] if strict and left.places != right.places else []
    if strict and _elsewhere(world.finest(left.places), world.finest(right.places), world):
        return None
    if set(world.finest(left.places)) & set(world.finest(right.places)):
        return ["same place"]
    if any(world.nested(a, b) for a in left.places for b in right.places):
        return ["place within place"]
    return None if strict else ["other place"] if family(left.type).placed else []


def _elsewhere(left: tuple[str, ...], right: tuple[str, ...], world: World) -> bool:
    """Tell whether the towns of one are none of the other's, though both lie in one country."""
    return not any(world.nested(a, b) for a in left for b in right)

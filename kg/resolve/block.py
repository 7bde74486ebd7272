"""Candidate pairs: only tellings that share a family and a party (or place and day), and a month or a subject."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from kg.resolve.families import family
from kg.resolve.tellings import Telling
from kg.resolve.world import World

SMALL = 24
"""Members up to which all pairs of a block are compared."""

NEIGHBOURS = 12
"""In a larger block each is compared with so many of its neighbours in time and subject only, which keeps the number
of pairs linear in the number of articles."""

_MONTHS_AT_MOST = 3
_ENOUGH = 2
_AT_MOST = 6
"""Parties under which a telling is filed: a gathering of sixty states is found under the first of them."""

_KIN = {
    "commitment": "commitment",
    "agreement": "agreement",
    "statement": "statement",
    "meet": "talks",
    "negotiate": "talks",
}


def candidate_pairs(tellings: Sequence[Telling], world: World) -> Iterator[tuple[int, int]]:
    """Give the pairs worth comparing, sorted, each once.

    Blocks are kept as plain numbers, as a large collection has tens of millions of pairs in them.
    """
    blocks: dict[tuple[str, ...], array[int]] = defaultdict(lambda: array("I"))
    for i, telling in enumerate(tellings):
        for key in dict.fromkeys(_keys(telling, world)):
            blocks[key].append(i)
    later: list[array[int]] = [array("I") for _ in tellings]
    for members in blocks.values():
        for i, j in _pairs(members, tellings):
            later[i].append(j)
    blocks.clear()
    for i, others in enumerate(later):
        for j in sorted(set(others)):
            yield i, j


def _pairs(members: array[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    if len(members) <= SMALL:
        yield from combinations(members, 2)
        return
    ordered = sorted(members, key=lambda i: (*_likeness(tellings[i]), i))
    for at, i in enumerate(ordered):
        for j in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield min(i, j), max(i, j)


def _likeness(telling: Telling) -> tuple[date, str, list[str]]:
    """Order tellings so that like ones stand near each other: by day, class and subject."""
    day = telling.when[0] if telling.when is not None else telling.published or date.max
    return day, telling.type, sorted(telling.topics)


def _keys(telling: Telling, world: World) -> Iterator[tuple[str, ...]]:
    # all acts of speech share one family name here, as reporters choose different verbs for one act
    kind = family(telling.type)
    kin = _KIN.get(kind.name, kind.name if not kind.topical else "act")
    named = world.parties(telling.participants - world.vague)
    # where a role was not understood, those whom the sentence mentions may play it
    parties = sorted(named | world.parties(telling.mentioned) if len(named) < _ENOUGH else named)
    months = [*_months(telling), "any"] if kind.lasting and not kind.topical else _months(telling)
    for party in parties[:_AT_MOST] or [""]:
        for month in months:
            yield kin, party, month
        for word in sorted(telling.topics | telling.figures if kind.topical else telling.topics):
            yield kin, party, "topic", word
    for pair in combinations(sorted(named), 2):
        yield kin, *pair
    if telling.when is not None and telling.when[0] == telling.when[1]:
        for place in sorted(telling.places):
            yield kin, "at", place, telling.when[0].isoformat()


def _months(telling: Telling) -> list[str]:
    if telling.when is not None:
        first, last = telling.when
        if last == date.max and first != date.min:
            last = max(first, telling.published or first)  # what goes on does so up to the news of it at least
        if first == date.min or last == date.max or (last - first).days > 31 * _MONTHS_AT_MOST:
            return ["long"]
    elif telling.published is not None:
        first, last = telling.published - timedelta(days=7), telling.published + timedelta(days=7)
    else:
        return ["undated"]
    return sorted({f"{day:%Y-%m}" for day in (first, first + (last - first) / 2, last)})

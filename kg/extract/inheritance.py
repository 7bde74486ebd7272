"""Lets what was said and agreed at an occasion share its day: only where the same people are told to take part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from kg.extract.entities import EntityTable
from kg.extract.lexicon import Lexicon
from kg.extract.words import word_class
from kg.types import EventMention, Temporal

_OCCASIONS = word_class("meet call negotiate discuss")
_DECLARED = word_class("agree pledge support request accuse reject discuss")
_HELD_THERE = word_class("sign gift meet")
_SAID_THERE = _DECLARED | _HELD_THERE | word_class("invite negotiate")
_DONE_THERE = _HELD_THERE | word_class("discuss negotiate")
_SEVERAL = 2
_SOON = timedelta(days=4)
"""How long after a gathering its statement is put out."""
_NOT_PARTICIPANTS = word_class("place topic recipient")


@dataclass(frozen=True, slots=True)
class _Occasion:
    event: EventMention
    present: frozenset[str]


def share_dates(
    events: Iterable[EventMention], table: EntityTable, lexicon: Lexicon, *, issued: Temporal | None
) -> list[EventMention]:
    """Give the events, undated ones with the day of the occasion before them (or else after) at which they took place.

    An occasion is a dated meeting or call that happened; an event belongs to it when all who act in it took part.
    What an official text declares is declared on the day it is ``issued``.
    """
    events = list(events)
    families = {e.id: lexicon.types[e.type].family for e in events}
    occasions = [
        _Occasion(e, _present(e, table))
        for e in events
        if families[e.id] in _OCCASIONS and e.factuality == "actual" and e.date is not None and e.date.day is not None
    ]
    issued = _declared_on(occasions, issued)
    return [
        _shared(e, families[e.id], _occasion_of(e, _present(e, table), occasions), issued)
        if e.factuality in {"actual", "negated"} and families[e.id] in _SAID_THERE
        else e
        for e in events
    ]


def _declared_on(occasions: Sequence[_Occasion], issued: Temporal | None) -> Temporal | None:
    """Give the day of the first gathering of several, where the text was issued within days of it; else its own."""
    if issued is None or issued.day is None:
        return issued
    first = next((o.event.date for o in occasions if len(o.present) >= _SEVERAL), None)
    near = first is not None and first.day is not None and timedelta() <= issued.day - first.day <= _SOON
    return first if near else issued


def _shared(event: EventMention, family: str, occasion: EventMention | None, issued: Temporal | None) -> EventMention:
    """Give an event the day of its occasion, and the place of what is done there."""
    if occasion is None:
        return replace(event, date=event.date or (issued if family in _DECLARED else None))
    roles, when = event.roles, event.date or occasion.date
    same_day = when is not None and occasion.date is not None and when.day == occasion.date.day
    there = family in _HELD_THERE or (family in _DONE_THERE and event.factuality == "actual")
    if same_day and there and not any(r.role == "place" for r in roles):
        roles += tuple(r for r in occasion.roles if r.role == "place")
    return replace(event, roles=roles, date=when)


def _occasion_of(event: EventMention, present: frozenset[str], occasions: Sequence[_Occasion]) -> EventMention | None:
    if not present:
        return None
    fitting = [o.event for o in occasions if present <= o.present and len(o.present) >= 2 and o.event is not event]
    before = [o for o in fitting if o.trigger.start <= event.trigger.start]
    return before[-1] if before else fitting[0] if fitting else None


def _present(event: EventMention, table: EntityTable) -> frozenset[str]:
    """Give the actors of an event, each as its state where it has one, so that a leader and the state are one."""
    acting = [r.entity for r in event.roles if r.entity and r.role not in _NOT_PARTICIPANTS]
    return frozenset(table.drafts[entity].country or entity for entity in acting)

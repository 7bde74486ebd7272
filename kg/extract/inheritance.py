"""Lets what was said and agreed at an occasion share its day: only where the same people are told to take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.entities import EntityTable
from kg.extract.lexicon import Lexicon
from kg.types import EventMention, Temporal

_OCCASIONS = frozenset({"meet", "call", "negotiate", "discuss"})
_SAID_THERE = frozenset(
    {
        "agree",
        "pledge",
        "support",
        "discuss",
        "sign",
        "request",
        "gift",
        "meet",
        "accuse",
        "reject",
        "invite",
        "negotiate",
    }
)
_DECLARED = frozenset({"agree", "pledge", "support", "request", "accuse", "reject"})
_HELD_THERE = frozenset({"sign", "gift", "meet"})
_NOT_PARTICIPANTS = frozenset({"place", "topic"})


def share_dates(
    events: Sequence[EventMention], table: EntityTable, lexicon: Lexicon, *, issued: Temporal | None
) -> list[EventMention]:
    """Give the events, undated ones with the day of the occasion before them (or else after) at which they took place.

    An occasion is a dated meeting or call that happened; an event belongs to it when all who act in it took part.
    What an official text declares is declared on the day it is ``issued``.
    """
    occasions = [
        (e, _who(e, table))
        for e in events
        if _family(e, lexicon) in _OCCASIONS
        and e.factuality == "actual"
        and e.date is not None
        and e.date.day is not None
    ]
    found = []
    for event in events:
        if event.date is None and event.factuality in {"actual", "negated"} and _family(event, lexicon) in _SAID_THERE:
            occasion = _occasion_of(event, _who(event, table), occasions)
            if (
                occasion is not None
                and _family(event, lexicon) in _HELD_THERE
                and not any(r.role == "place" for r in event.roles)
            ):
                event = replace(event, roles=event.roles + tuple(r for r in occasion.roles if r.role == "place"))
            day = occasion.date if occasion is not None else issued if _family(event, lexicon) in _DECLARED else None
            event = replace(event, date=day)
        found.append(event)
    return found


def _occasion_of(
    event: EventMention, who: set[str], occasions: list[tuple[EventMention, set[str]]]
) -> EventMention | None:
    fitting = [o for o, present in occasions if who and who <= present and len(present) >= 2]
    before = [o for o in fitting if o.trigger.start <= event.trigger.start]
    return before[-1] if before else fitting[0] if fitting else None


def _who(event: EventMention, table: EntityTable) -> set[str]:
    """Give the actors of an event, each as its state where it has one, so that a leader and the state are one."""
    ids = [r.entity for r in event.roles if r.entity and r.role not in _NOT_PARTICIPANTS and r.role != "recipient"]
    return {table.drafts[i].country or i for i in ids}


def _family(event: EventMention, lexicon: Lexicon) -> str:
    return lexicon.types[event.type].family

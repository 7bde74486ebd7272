"""PLOVER: one event a row, in the columns that event data sets of the field share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export.csv import table
from kg.export.world import Described, World
from kg.files import replace_text
from kg.protocols import Store
from kg.sorting import sort_lines
from kg.types import Literal, Term
from kg.vocab import dip, local

COLUMNS = (
    "event_id",
    "date",
    "end_date",
    "source",
    "target",
    "type",
    "mode",
    "context",
    "place",
    "factuality",
    "event",
    "sources",
)


class PloverExporter:
    """Writes the events that have a PLOVER type.

    ``source`` and ``target`` are initiators and recipients; where an event has neither, as a meeting, its participants
    stand in both. Several values are joined by ``"; "``; ``sources`` are the outlets that assert it.
    """

    def export(self, store: Store, out: Path) -> None:
        """Write one CSV file, in order of date."""
        world = World(store)
        rows = (_row(world, node) for node in world.described() if node.values(dip("plover")))
        by_date = sort_lines(json.dumps([row[1], *row], ensure_ascii=False) for row in rows)
        replace_text(out, table(COLUMNS, (json.loads(line)[1:] for line in by_date)))


def _row(world: World, event: Described) -> list[str]:
    source, target = _sides(event)

    def codes(name: str) -> list[str]:
        return [_text(value) for value in event.values(dip(name))]

    def first(name: str) -> str:
        return next(iter(codes(name)), "")

    return [
        local(event.id),
        first("earliest"),
        first("latest"),
        _labels(world, source),
        _labels(world, target),
        "; ".join(codes("plover")),
        "; ".join(_mode(code) for code in codes("mode")),
        "; ".join(codes("context")),
        _labels(world, event.values(dip("place"))),
        first("factuality"),
        world.label(event.id),
        _labels(world, event.values(dip("reportedBy"))),
    ]


def _sides(event: Described) -> tuple[Sequence[Term], Sequence[Term]]:
    everybody = event.values(dip("participant")) or event.values(dip("party"))
    initiators = event.values(dip("initiator"))
    recipients = event.values(dip("recipient"))
    if not initiators and not recipients:
        return everybody, everybody
    return initiators or [each for each in everybody if each not in recipients], recipients


def _mode(code: str) -> str:
    """Take the type off a mode, whose IRI carries it: CONSULT-third-party is third-party."""
    return code.partition("-")[2]


def _labels(world: World, values: Iterable[Term]) -> str:
    return "; ".join(sorted(world.label(value) for value in values))


def _text(value: Term) -> str:
    return value.value if isinstance(value, Literal) else local(value)

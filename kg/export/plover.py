"""PLOVER: one event a row, in the columns that event data sets of the field share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.export.csv import table
from kg.export.world import World, merged
from kg.files import replace_file
from kg.protocols import Store
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
        world = World(merged(store))
        rows = [_row(world, node) for node in world.subjects() if world.values(node, dip("plover"))]
        replace_file(out, table(COLUMNS, sorted(rows, key=lambda row: (row[1], row[0]))))


def _row(world: World, event: str) -> list[str]:
    source, target = _sides(world, event)

    def first(name: str) -> str:
        return next((_text(value) for value in world.values(event, dip(name))), "")

    def codes(name: str) -> list[str]:
        return [_text(value) for value in world.values(event, dip(name))]

    return [
        local(event),
        first("earliest"),
        first("latest"),
        _labels(world, source),
        _labels(world, target),
        "; ".join(codes("plover")),
        "; ".join(_mode(code) for code in codes("mode")),
        "; ".join(codes("context")),
        _labels(world, world.values(event, dip("place"))),
        first("factuality"),
        world.label(event),
        _labels(world, world.values(event, dip("reportedBy"))),
    ]


def _sides(world: World, event: str) -> tuple[list[Term], list[Term]]:
    everybody = world.values(event, dip("participant")) or world.values(event, dip("party"))
    initiators = world.values(event, dip("initiator"))
    recipients = world.values(event, dip("recipient"))
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

"""A graph of any size, made of renamed copies of the sample, and a clock that gives up."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.quads import to_nquads
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad, Term
from kg.vocab import ID_BASE, LABEL

SAMPLE = Path(__file__).parents[2] / "ontologies" / "examples" / "sample.trig"
LEAST = 0.1
"""Seconds of processor time that one measurement of repeated work takes."""
SHARED = ("state", "place", "outlet", "topic", "office", "group", "money", "quantity", "period", "graph", "run")
"""Kinds that all copies have in common, so that states and outlets become the hubs that they are in real graphs."""


def grown(size: int) -> bytes:
    """Give about ``size`` quads as N-Quads: the sample, then copies whose people, events and articles are others."""
    sample = list(OxigraphStore.open(SAMPLE).quads())
    quads = dict.fromkeys(sample)
    number = 0
    while len(quads) < size:
        number += 1
        quads.update(dict.fromkeys(_copy(sample, number)))
    return to_nquads(quads)


def timed(work: Callable[[], Any], *, limit: int, repeat: int = 1) -> tuple[float | None, Any]:
    """Give the processor time of some work in seconds, the least of ``repeat`` measurements, and what the work gave.

    Work that is repeated and short runs many times in each measurement, as the clock of the processor ticks slowly.
    Both are None where a measurement took more than ``limit``.
    """
    gc.collect()
    signal.signal(signal.SIGPROF, _give_up)
    least = LEAST if repeat > 1 else 0
    spent, result = [], None
    try:
        for _ in range(repeat):
            signal.setitimer(signal.ITIMER_PROF, limit)
            runs, started, whole = 0, time.process_time(), 0.0
            while runs == 0 or whole < least:
                result = work()
                runs, whole = runs + 1, time.process_time() - started
            spent.append(whole / runs)
    except GivenUp:
        return None, None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return min(spent), result


class GivenUp(BaseException):
    """The limit is reached; no ``except`` of the code that is measured may catch it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: seconds here, on disk and in memory, and in rdflib; None where it was given up."""

    name: str
    disk: float | None
    memory: float | None
    theirs: float | None
    limit: int
    note: str = ""

    @property
    def ratio(self) -> float:
        """Say how many times faster memory is than rdflib; a run that was given up counts as its limit."""
        ours, theirs = (self.limit if each is None else each for each in (self.memory, self.theirs))
        return theirs / ours

    def __str__(self) -> str:
        """Write the line in milliseconds."""
        cells = " ".join(self._shown(seconds) for seconds in (self.disk, self.memory, self.theirs))
        mark = ">" if self.theirs is None else " "
        return f"{self.name:26} {cells}{mark}{self.ratio:8.1f}x {self.note}".rstrip()

    def _shown(self, seconds: float | None) -> str:
        return f"{seconds * 1000:10.1f}" if seconds is not None else f"{f'> {self.limit * 1000}':>10}"


def _give_up(signum: int, frame: object) -> None:
    raise GivenUp


def _copy(sample: list[Quad], number: int) -> Iterator[Quad]:
    for subject, predicate, value, graph in sample:
        renamed = _renamed(subject, number)
        labelled = predicate == LABEL and renamed != subject
        made: Term = Literal(f"{value.value} {number}") if labelled and isinstance(value, Literal) else value
        yield Quad(
            renamed, predicate, _renamed(made, number) if isinstance(made, str) else made, _renamed(graph, number)
        )


def _renamed(iri: str, number: int) -> str:
    if not iri.startswith(ID_BASE) or iri.removeprefix(ID_BASE).partition("/")[0] in SHARED:
        return iri
    return f"{iri}-{number}"

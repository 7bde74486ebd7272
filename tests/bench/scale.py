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
TICK = 0.0005
"""Less processor time than this cannot be measured."""
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
    """Give the least processor time of some runs in seconds and what the work gave.

    None where a run took more than ``limit``.
    """
    gc.collect()
    signal.signal(signal.SIGPROF, _give_up)
    best, result = None, None
    try:
        for _ in range(repeat):
            signal.setitimer(signal.ITIMER_PROF, limit)
            started = time.process_time()
            result = work()
            spent = time.process_time() - started
            best = spent if best is None else min(best, spent)
    except GivenUp:
        return None, None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return best, result


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
        ours = self.limit if self.memory is None else max(self.memory, TICK)
        return (self.limit if self.theirs is None else self.theirs) / ours

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

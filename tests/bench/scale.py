"""A graph of any size, made of renamed copies of the sample, and a clock that gives up.

The sample tells of one summit in five articles. Each copy tells of another one, on other days: its articles, claims,
events and all that is made of them are new. Who takes part is drawn, as few actors fill most of the news and many are
named once in a while: a copy is set in one of ``DRAWN`` theatres (states, their leaders, offices, bodies and places),
and takes its topics and its outlets from as many sets, each with a chance of one by its rank (Zipf, 1949). The first of
each are those of the sample, which so have 23 % of the copies to themselves: they are what the questions ask about.
"""

from __future__ import annotations

import gc
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kg.quads import to_nquads
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad, Term
from kg.vocab import ID_BASE, LABEL, RDF

SAMPLE = Path(__file__).parents[2] / "ontologies" / "examples" / "sample.trig"
LEAST = 0.1
"""Seconds of processor time that one measurement of repeated work takes."""
DRAWN = 40
"""Theatres, sets of topics and sets of outlets."""
DRAWS = (("state", "person", "office", "tenure", "group", "place"), ("topic",), ("outlet",))
"""Kinds that are drawn together, so that whoever holds an office of a state holds it in every copy."""
COMMON = ("money", "quantity", "graph", "run")
"""Kinds that all copies have in common."""
DAYS = 1461
"""Days over which the copies are spread: four years."""


def grown(size: int) -> bytes:
    """Give about ``size`` quads as N-Quads: the sample, then its copies."""
    sample = list(OxigraphStore.open(SAMPLE).quads())
    about = {quad.subject: str(quad.object) for quad in sample if quad.predicate == f"{RDF}subject"}
    quads = dict.fromkeys(sample)
    number = 0
    while len(quads) < size:
        number += 1
        copy = Copy(number)
        quads.update(dict.fromkeys(copy.quad(each, about.get(each.subject, each.subject)) for each in sample))
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


class Copy:
    """One copy of the sample: which number each kind of node has in it, and how many days later it takes place."""

    def __init__(self, number: int) -> None:
        draw = random.Random(number)
        ranks = draw.choices(range(DRAWN), [1 / (rank + 1) for rank in range(DRAWN)], k=len(DRAWS))
        self._drawn = {kind: rank for kinds, rank in zip(DRAWS, ranks, strict=True) for kind in kinds}
        self._numbers = dict.fromkeys(COMMON, 0) | self._drawn
        self._number = number
        self._later = timedelta(days=draw.randrange(DAYS))

    def quad(self, quad: Quad, about: str) -> Quad:
        """Copy a quad; ``about`` is its subject, or that of the fact which it describes."""
        subject, predicate, value, graph = quad
        if isinstance(value, str):
            made: Term = self._iri(value)
        elif predicate == LABEL and self._of(subject):
            made = Literal(f"{value.value} {self._of(subject)}")
        else:
            made = value if _kind(about) in self._drawn else self._day(value)
        return Quad(self._iri(subject), predicate, made, self._iri(graph))

    def _of(self, iri: str) -> int:
        return self._numbers.get(_kind(iri), self._number)

    def _iri(self, iri: str) -> str:
        return f"{iri}-{self._of(iri)}" if iri.startswith(ID_BASE) and self._of(iri) else iri

    def _day(self, value: Literal) -> Literal:
        if value.datatype not in ("date", "dateTime"):
            return value
        day = date.fromisoformat(value.value[:10]) + self._later
        return Literal(day.isoformat() + value.value[10:], value.datatype)


def _kind(iri: str) -> str:
    return iri.removeprefix(ID_BASE).partition("/")[0]

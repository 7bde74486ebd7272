"""A graph of any size, made of renamed copies of the sample, and a clock that gives up."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.quads import to_nquads
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad, Term
from kg.vocab import ID_BASE, LABEL

SAMPLE = Path(__file__).parents[2] / "ontologies" / "examples" / "sample.trig"
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
    """Give the best of some times in seconds and what the work gave; None where it took longer than ``limit``."""
    gc.collect()
    signal.signal(signal.SIGALRM, _give_up)
    best, result = None, None
    try:
        for _ in range(repeat):
            signal.alarm(limit)
            started = time.perf_counter()
            result = work()
            spent = time.perf_counter() - started
            best = spent if best is None else min(best, spent)
    except TimeoutError:
        return None, None
    finally:
        signal.alarm(0)
    return best, result


def compared(name: str, ours: float | None, theirs: float | None, *, limit: int, note: str = "") -> str:
    """Write one line: the two times in milliseconds and how many times faster ours is."""
    ratio = f"{theirs / ours:8.1f}x" if ours and theirs else f"> {limit / ours:6.0f}x" if ours else "        -"
    return f"{name:26} {_shown(ours, limit)} {_shown(theirs, limit)} {ratio} {note}".rstrip()


def _shown(seconds: float | None, limit: int) -> str:
    return f"{seconds * 1000:10.1f}" if seconds is not None else f"{f'> {limit * 1000}':>10}"


def _give_up(signum: int, frame: object) -> None:
    raise TimeoutError


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

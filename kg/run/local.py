"""The executor of one machine: a pool of spawned processes, one task a shard.

``nlp.pipe(n_process=...)`` waits forever when a worker is killed; here a lost worker costs at most its own shard.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from kg.types import Lost

T = TypeVar("T")
R = TypeVar("R")

IN_FLIGHT = 2
"""Shards handed out for each worker, so that none waits and few are held twice in memory."""


class LocalExecutor:
    """Runs shards in ``jobs`` processes; with one job, in this process."""

    def __init__(self, jobs: int = 1) -> None:
        self._jobs = jobs

    def map(self, function: Callable[[T], R], items: list[T]) -> Iterator[R | Lost]:
        """Yield results in the order of ``items``; an item that killed its worker twice yields :class:`Lost`."""
        if self._jobs == 1 or len(items) < 2:
            yield from map(function, items)
            return
        done = 0
        for result in _pooled(function, items, min(self._jobs, len(items))):
            yield result
            done += 1
        for item in items[done:]:  # a worker died: which item killed it shows when each runs alone
            yield _alone(function, item)


def _pooled(function: Callable[[T], R], items: list[T], workers: int) -> Iterator[R]:
    """Yield results in order; stop early where the pool breaks."""
    waiting: deque[Future[R]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) >= workers * IN_FLIGHT:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(function: Callable[[T], R], item: T) -> R | Lost:
    """Run one item in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(function, item).result()
        except BrokenProcessPool:
            return Lost("the worker process died")

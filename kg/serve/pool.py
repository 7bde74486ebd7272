"""The worker processes: who runs a task, who waits, and what becomes of a worker that takes too long."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.serve.limits import Limits
from kg.serve.reply import LENGTH, Reply, frame, problem, unpack
from kg.serve.worker import READY
from kg.store.oxigraph import STORE_FOLDER

Task = Mapping[str, Any]
START = 60.0
"""Seconds in which a worker must have opened the graph."""


class Busy(Exception):  # noqa: N818 - it says what the pool is
    """All workers are at work, and as many requests wait as may."""


class Pool:
    """Workers over one graph; a graph that is built anew meanwhile is opened anew.

    Args:
        place: A graph directory, a store or an RDF file.
        limits: How long, how much, how many.
    """

    def __init__(self, place: Path, limits: Limits) -> None:
        self.limits = limits
        self._place = place
        self._waiting = 0
        self._updating = asyncio.Lock()
        self._slots = [_Slot(place, limits) for _ in range(limits.workers)]
        self._idle: asyncio.Queue[_Slot] = asyncio.Queue()
        for slot in self._slots:
            self._idle.put_nowait(slot)

    async def start(self) -> None:
        """Start all workers.

        Raises:
            GraphError: The graph cannot be opened.
        """
        await asyncio.gather(*(slot.start() for slot in self._slots))

    async def close(self) -> None:
        """End all workers."""
        await asyncio.gather(*(slot.stop() for slot in self._slots))

    async def run(self, task: Task) -> Reply:
        """Run a task in the next free worker.

        Raises:
            Busy: No worker is free in time.
        """
        async with self._turn() as slot:
            return await slot.run(task)

    async def update(self, task: Task) -> Reply:
        """Change the store: alone, in a process of its own, while no query runs.

        Raises:
            Busy: The queries that run do not end in time.
        """
        async with self._updating, self._everything():
            writer = _Slot(self._place, self.limits, writable=True)
            try:
                return await writer.run(task)
            finally:
                await writer.stop()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[_Slot]:
        slot = await self._next()
        try:
            yield slot
        finally:
            self._idle.put_nowait(slot)

    async def _next(self) -> _Slot:
        if not self._idle.empty():
            return self._idle.get_nowait()
        if self._waiting >= self.limits.waiting:
            raise Busy
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.patience):
                return await self._idle.get()
        except TimeoutError:
            raise Busy from None
        finally:
            self._waiting -= 1

    @asynccontextmanager
    async def _everything(self) -> AsyncIterator[None]:
        """Hold all slots, their workers ended, so that nobody else has the store open."""
        held: list[_Slot] = []
        try:
            while len(held) < len(self._slots):
                held.append(await self._next())
            await asyncio.gather(*(slot.stop() for slot in held))
            yield
        finally:
            for slot in held:
                self._idle.put_nowait(slot)


class _Slot:
    """The place of one worker; a worker that has ended is replaced before the next task."""

    def __init__(self, place: Path, limits: Limits, *, writable: bool = False) -> None:
        self._place = place
        self._limits = limits
        self._writable = writable
        self._process: asyncio.subprocess.Process | None = None
        self._stamp: tuple[int, int] | None = None

    async def start(self) -> None:
        settings = {
            "place": str(self._place.absolute()),
            "writable": self._writable,
            "seconds": self._limits.seconds,
            "rows": self._limits.rows,
            "memory": self._limits.memory,
        }
        self._stamp = _stamp(self._place)
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kg.serve.worker", json.dumps(settings)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        try:
            async with asyncio.timeout(START):
                opened = await self._reply()
        except (TimeoutError, asyncio.IncompleteReadError) as error:
            await self.stop()
            raise GraphError(f"{self._place}: no worker could open the graph") from error
        if opened != READY:
            await self.stop()
            raise GraphError(opened.body.decode().strip())

    async def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()

    async def run(self, task: Task) -> Reply:
        """Run a task; a worker that takes too long, that dies or whose client is gone is ended."""
        try:
            if self._process is None or self._process.returncode is not None or self._outdated():
                await self.stop()
                await self.start()
            async with asyncio.timeout(self._limits.seconds):
                return await self._ask(task)
        except TimeoutError:
            await self.stop()
            return problem(503, f"stopped after {self._limits.seconds:g} seconds; ask for less")
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.stop()
            return problem(503, "stopped: its worker ended, as by too much memory; ask for less")
        except GraphError as error:
            return problem(503, str(error))
        except asyncio.CancelledError:
            await self.stop()
            raise

    async def _ask(self, task: Task) -> Reply:
        assert self._process is not None and self._process.stdin is not None  # `run` has started it
        self._process.stdin.write(frame(json.dumps(task).encode()))
        await self._process.stdin.drain()
        return await self._reply()

    async def _reply(self) -> Reply:
        assert self._process is not None and self._process.stdout is not None
        frames = []
        for _ in range(2):
            length = await self._process.stdout.readexactly(LENGTH)
            frames.append(await self._process.stdout.readexactly(int.from_bytes(length, "big")))
        return unpack(*frames)

    def _outdated(self) -> bool:
        """Say whether the graph was replaced since the worker opened it; a graph that is away is not."""
        now = _stamp(self._place)
        return now is not None and now != self._stamp


def _stamp(place: Path) -> tuple[int, int] | None:
    """Tell apart two graphs that stood in the same place one after the other."""
    for path in (place / STORE_FOLDER / "CURRENT", place / "CURRENT", place / "graph.trig", place):
        if path.is_file():
            found = path.stat()
            return found.st_ino, found.st_mtime_ns
    return None

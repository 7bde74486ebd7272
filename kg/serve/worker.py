"""A process that holds the graph open and answers one task after the other, read from stdin, on stdout.

Run as ``python -m kg.serve.worker SETTINGS``. It ends with its parent: its stdin is then at its end, and a query that
runs too long is cut off by the alarm of the operating system even where nobody is left to kill it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import IO, Any

from kg.errors import GraphError, QueryError
from kg.serve import lookups
from kg.serve.evaluate import Asked, answer
from kg.serve.reply import LENGTH, TEXT, Reply, pack, problem
from kg.sparql import refuse, with_using
from kg.store.oxigraph import STORE_FOLDER, OxigraphStore
from kg.vocab import PREFIXES

LOOKUPS = {"facts": lookups.facts, "explain": lookups.explanations, "neighbours": lookups.neighbours}
GRACE = 5
"""Seconds that the parent has to kill a query before the alarm does."""
READY = Reply(200, TEXT, b"ready")


def main(settings: dict[str, Any], tasks: IO[bytes], replies: IO[bytes]) -> None:
    """Open the graph, say that it is open or why not, then answer tasks until there are no more."""

    def send(reply: Reply) -> None:
        replies.write(pack(reply))
        replies.flush()

    try:
        store = _open(Path(settings["place"]), writable=settings["writable"])
    except GraphError as error:
        send(problem(500, str(error)))
        return
    _cap_memory(settings["memory"])
    send(READY)
    while length := tasks.read(LENGTH):
        task = json.loads(tasks.read(int.from_bytes(length, "big")))
        _set_alarm(settings["seconds"] + GRACE)
        send(run(store, task, rows=settings["rows"]))
        _set_alarm(0)


def run(store: OxigraphStore, task: dict[str, Any], *, rows: int) -> Reply:
    """Run one task: ``query``, ``update``, or one of the look-ups."""
    match task["task"]:
        case "query":
            asked = Asked(task["sparql"], task["accept"], tuple(task["default"]), tuple(task["named"]), task["base"])
            return answer(store.engine, asked, rows=rows)
        case "update":
            return _update(store, task)
        case _:
            return LOOKUPS[task["task"]](store, task["term"], rows=rows)


def _update(store: OxigraphStore, task: dict[str, Any]) -> Reply:
    try:
        refuse(task["sparql"], ("SERVICE", "LOAD"))
        graphs = task["default"] or task["named"]
        sparql = with_using(task["sparql"], task["default"], task["named"]) if graphs else task["sparql"]
        store.engine.update(sparql, prefixes=PREFIXES, base_iri=task["base"])
        store.engine.flush()
    except (QueryError, SyntaxError, ValueError, RuntimeError, OSError) as error:
        return problem(400, f"the update cannot be run: {error}")
    return Reply(204, TEXT, b"")


def _open(place: Path, *, writable: bool) -> OxigraphStore:
    if not writable:
        return OxigraphStore.open(place)
    import pyoxigraph as ox

    folder = next((each for each in (place / STORE_FOLDER, place) if (each / "CURRENT").is_file()), None)
    if folder is None:
        raise GraphError(f"{place}: updates need a store; a graph that is one file is read-only")
    try:
        return OxigraphStore(ox.Store(str(folder)))
    except OSError as error:
        raise GraphError(f"{folder}: the store cannot be opened for writing: {error}") from error


def _cap_memory(more: int) -> None:
    """Bound what is allocated from here on, so that a query that asks too much ends its worker, not the machine."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[5])
    limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _set_alarm(seconds: float) -> None:
    """Let the kernel end this process after a time, whatever it is doing; 0 takes the alarm back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C at the terminal is for the parent
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not enter the channel
    main(json.loads(sys.argv[1]), sys.stdin.buffer, channel)

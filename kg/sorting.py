"""Sorting what need not fit into memory: sorted runs in temporary files, merged."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from tempfile import TemporaryFile
from typing import IO

RUN = 50_000
"""Lines held in memory: some 15 MB."""
FAN = 64
"""Runs that are merged into one; so few files are open at a time."""


def sort_lines(lines: Iterable[str], *, run: int = RUN) -> Iterator[str]:
    r"""Yield lines sorted by code point, equal ones once; no line may hold a line feed.

    >>> list(sort_lines(["b", "c", "a", "b"], run=2))
    ['a', 'b', 'c']
    """
    unread = iter(lines)
    runs: list[IO[str]] = []
    merged: list[IO[str]] = []
    try:
        held = sorted(islice(unread, run))
        while len(held) == run:
            runs.append(_spill(held))
            held.clear()  # so that two runs are never held at once
            held = sorted(islice(unread, run))
            if len(runs) == FAN:
                merged.append(_spill(heapq.merge(*map(_read, runs))))
                _close(runs)
        yield from (line for line, _ in groupby(heapq.merge(*map(_read, merged + runs), held)))
    finally:
        _close(merged)
        _close(runs)


def _spill(lines: Iterable[str]) -> IO[str]:
    file = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115 - see _close
    file.writelines(f"{line}\n" for line in lines)
    file.seek(0)
    return file


def _read(file: IO[str]) -> Iterator[str]:
    return (line[:-1] for line in file)


def _close(files: list[IO[str]]) -> None:
    """Close files, which deletes them, and forget them."""
    while files:
        files.pop().close()

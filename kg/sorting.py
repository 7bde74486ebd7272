"""Sorting what need not fit into memory: sorted runs in temporary files, merged."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from tempfile import TemporaryFile

RUN = 50_000
"""Lines held in memory: some 15 MB."""


def sort_lines(lines: Iterable[str], *, run: int = RUN) -> Iterator[str]:
    r"""Yield lines sorted by code point, equal ones once; no line may hold a line feed.

    >>> list(sort_lines(["b", "c", "a", "b"], run=2))
    ['a', 'b', 'c']
    """
    unread = iter(lines)
    with ExitStack() as files:
        runs: list[Iterable[str]] = []
        held = sorted(islice(unread, run))
        while more := list(islice(unread, run)):
            runs.append(_spill(held, files))
            held = sorted(more)
        yield from (line for line, _ in groupby(heapq.merge(*runs, held)))


def _spill(lines: Iterable[str], files: ExitStack) -> Iterator[str]:
    opened = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115 - in `files`
    file = files.enter_context(opened)
    file.writelines(f"{line}\n" for line in lines)
    file.seek(0)
    return (line[:-1] for line in file)

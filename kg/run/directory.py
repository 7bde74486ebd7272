"""The graph directory: its files, and the swap that puts a finished one in the place of the old.

A run works in ``.NAME.building`` beside ``NAME`` and the two change places in one step, so that whoever opens the
directory finds the old graph or the new one. What an interrupted run had extracted is found there by the next.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GraphError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


@dataclass(frozen=True, slots=True)
class GraphDirectory:
    """The files of one graph."""

    path: Path

    @property
    def trig(self) -> Path:
        """Everything: merged facts, one graph an article, the fact ledger."""
        return self.path / "graph.trig"

    @property
    def turtle(self) -> Path:
        """The merged facts alone."""
        return self.path / "graph.ttl"

    @property
    def page(self) -> Path:
        """The interactive page."""
        return self.path / "graph.html"

    @property
    def store(self) -> Path:
        """The embedded store."""
        return self.path / "store"

    @property
    def extractions(self) -> Path:
        """What each article says, one file a shard."""
        return self.path / "extractions"

    @property
    def report(self) -> Path:
        """What the run did."""
        return self.path / "report.json"

    @property
    def decisions(self) -> Path:
        """What people decided."""
        return self.path / "decisions.toml"


OURS = {"graph.trig", "graph.ttl", "graph.html", "store", "extractions", "report.json"}
"""Entries that a run writes; whatever else stands in the directory is kept."""


@contextmanager
def replacing(path: Path) -> Iterator[GraphDirectory]:
    """Give a directory to work in; it takes the place of ``path`` when the block ends without error.

    Raises:
        GraphError: ``path`` holds something else than a graph, another run works on it, or the disk takes no more.
    """
    path = path.resolve()
    _refuse_foreign(path)
    work = GraphDirectory(path.with_name(f".{path.name}.building"))
    with _full_disk_named(path), _locked(path.with_name(f".{path.name}.lock")):
        _clear(work)
        yield work
        _keep_others(path, work.path)
        _swap(work.path, path)


@contextmanager
def _full_disk_named(path: Path) -> Iterator[None]:
    """Say of what a disk takes no more, and that nothing is lost."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        raise GraphError(f"{path}: cannot be written: {error}; what was there is still there") from error


def _refuse_foreign(path: Path) -> None:
    """Refuse a folder with files that no run of ours wrote: it would be moved about for nothing."""
    if path.is_file():
        raise GraphError(f"{path}: is a file; expected a directory for the graph")
    if not path.exists() or (path / "report.json").exists():
        return
    files = sorted(entry.name for entry in path.iterdir() if entry.is_file() and entry.name != "decisions.toml")
    if files:
        raise GraphError(f"{path}: holds files but no graph ({files[0]}, …); name a new or empty directory")


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    """Hold a lock file; the system releases it when the process ends, however it ends."""
    import fcntl

    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        busy = f"{lock}: another run is writing this graph; wait until it has ended"
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise GraphError(busy) from error
        if not lock.exists() or not os.path.samestat(os.fstat(handle.fileno()), lock.stat()):
            raise GraphError(busy)  # the file was taken away between opening and locking
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _clear(work: GraphDirectory) -> None:
    """Make the working directory, empty but for the shards that an interrupted run had finished."""
    work.path.mkdir(parents=True, exist_ok=True)
    for entry in work.path.iterdir():
        if entry != work.extractions:
            _remove(entry)


def _keep_others(old: Path, new: Path) -> None:
    """Bring along what people put beside the graph: decisions, notes, a sample."""
    if not old.exists():
        return
    for entry in sorted(old.iterdir()):
        if entry.name in OURS or (new / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _swap(new: Path, old: Path) -> None:
    """Put ``new`` in the place of ``old`` and remove what stood there."""
    if not old.exists():
        new.replace(old)
        return
    if not _exchanged(new, old):
        aside = old.with_name(f".{old.name}.old")
        _remove(aside)
        old.replace(aside)
        new.replace(old)
        new = aside
    _remove(new)


def _exchanged(left: Path, right: Path) -> bool:
    """Exchange two directories in one step where system and file system can (Linux); tell whether it happened."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    paths = (_AT_FDCWD, os.fsencode(left), _AT_FDCWD, os.fsencode(right))
    return bool(libc.renameat2(*paths, _RENAME_EXCHANGE) == 0)


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink(missing_ok=True)

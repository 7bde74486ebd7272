"""Which batches of a load a server has taken, in a file: a load that was cut off goes on where it stopped."""

from __future__ import annotations

import hashlib
from pathlib import Path


class Journal:
    """One line a batch: the hash of where it went and what it held.

    Args:
        path: The file; None keeps no journal.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        known = path.read_text("ascii", errors="replace") if path is not None and path.is_file() else ""
        self._taken = set(known.splitlines())
        self._torn = bool(known) and not known.endswith("\n")

    def has(self, *batch: str) -> bool:
        """Say whether the server has taken a batch."""
        return _digest(batch) in self._taken

    def add(self, *batch: str) -> None:
        """Note that it has; what a crash left of a line before becomes a line of its own."""
        self._taken.add(_digest(batch))
        if self._path is not None:
            with self._path.open("a", encoding="ascii") as file:
                file.write("\n" * self._torn + _digest(batch) + "\n")
            self._torn = False

    def end(self) -> None:
        """Forget all, once the load is whole: the next one may find another graph on the server."""
        self._taken.clear()
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def _digest(batch: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(batch).encode(errors="surrogatepass")).hexdigest()

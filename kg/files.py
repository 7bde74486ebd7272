"""Writing files so that a reader, or a run that is cut off, never leaves half a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path``, then put it in its place; missing folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def replace_text(path: Path, pieces: Iterable[str]) -> None:
    """Do the same with text that comes piece by piece; what UTF-8 cannot hold becomes ``?``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    with unfinished.open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(pieces)
    unfinished.replace(path)

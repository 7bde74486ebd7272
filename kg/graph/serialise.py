"""Writes quads to files: sorted, so that two runs over the same articles give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.files import replace_file
from kg.quads import line, to_nquads
from kg.turtle import render
from kg.types import Quad


def write_trig(quads: Iterable[Quad], path: Path, *, title: str = "") -> None:
    """Write all graphs as TriG; ``title`` becomes a comment at the top."""
    replace_file(path, render(quads, title=title).encode(errors="replace"))


def write_turtle(quads: Iterable[Quad], path: Path, *, title: str = "") -> None:
    """Write the default graph alone as Turtle."""
    world = (quad for quad in quads if not quad.graph)
    replace_file(path, render(world, title=title).encode(errors="replace"))


def write_nquads(quads: Iterable[Quad], path: Path) -> None:
    """Write all graphs as canonical N-Quads, one quad a line."""
    replace_file(path, to_nquads(sorted(set(quads), key=line)))

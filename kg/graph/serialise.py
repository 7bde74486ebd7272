"""Writes quads to files: sorted, so that two runs over the same articles give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.files import replace_text
from kg.quads import line
from kg.sorting import sort_lines
from kg.turtle import pieces
from kg.types import Quad


def write_trig(quads: Iterable[Quad], path: Path, *, title: str = "") -> None:
    """Write all graphs as TriG; ``title`` becomes a comment at the top."""
    replace_text(path, pieces(quads, title=title))


def write_turtle(quads: Iterable[Quad], path: Path, *, title: str = "") -> None:
    """Write the default graph alone as Turtle."""
    world = (quad for quad in quads if not quad.graph)
    replace_text(path, pieces(world, title=title))


def write_nquads(quads: Iterable[Quad], path: Path) -> None:
    """Write all graphs as canonical N-Quads, one quad a line."""
    replace_text(path, (f"{each}\n" for each in sort_lines(map(line, quads))))

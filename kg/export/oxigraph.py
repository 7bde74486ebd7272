"""Formats that Oxigraph writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.quads import sort_quads, to_nquads
from kg.types import Quad
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

CHUNK = 1_000
"""Quads held at once in both forms."""


def serialise(quads: Iterable[Quad], form: ox.RdfFormat) -> bytes:
    """Write quads in one of Oxigraph's formats, sorted, with our prefixes; the same quads give the same bytes."""
    import pyoxigraph as ox

    return ox.serialize(_parsed(sort_quads(quads), form), format=form, prefixes=PREFIXES) or b""


def write_to(path: Path, quads: Iterable[Quad], form: ox.RdfFormat) -> None:
    """Write quads into a file, in their order, without holding them."""
    import pyoxigraph as ox

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    ox.serialize(_parsed(quads, form), str(unfinished), format=form, prefixes=PREFIXES)
    unfinished.replace(path)


def _parsed(quads: Iterable[Quad], form: ox.RdfFormat) -> Iterator[Any]:
    import pyoxigraph as ox

    unread = iter(quads)
    while chunk := list(islice(unread, CHUNK)):
        for each in ox.parse(to_nquads(chunk), format=ox.RdfFormat.N_QUADS):
            yield each if form.supports_datasets else each.triple

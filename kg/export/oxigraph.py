"""Formats that Oxigraph writes, from quads that are sorted first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.quads import line, to_nquads
from kg.types import Quad
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox


def serialise(quads: Iterable[Quad], form: ox.RdfFormat) -> bytes:
    """Write quads in one of Oxigraph's formats, with our prefixes; the same quads give the same bytes."""
    import pyoxigraph as ox

    nquads = to_nquads(sorted(quads, key=line))
    parsed = (each if form.supports_datasets else each.triple for each in ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    return ox.serialize(parsed, format=form, prefixes=PREFIXES) or b""

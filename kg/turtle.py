"""Sorted, diff-friendly Turtle and TriG: the same quads give the same bytes, whatever their order and number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from kg.ids import datatype_iri, n3
from kg.sorting import sort_lines
from kg.types import Literal, Quad, Term
from kg.vocab import LABEL, PREFIXES, TYPE

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_BARE = {"integer": re.compile(r"[+-]?[0-9]+"), "boolean": re.compile(r"true|false")}
_RANKS = {"a": "0", "rdfs:label": "1"}
"""What is said of a node before everything else."""
_END = "\0"
_NAMES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def render(quads: Iterable[Quad], *, title: str = "") -> str:
    """Write quads as TriG: the default graph first, then each named graph, all sorted.

    Quads of the default graph alone give Turtle. ``title`` becomes a comment at the top.
    """
    return "".join(pieces(quads, title=title))


def pieces(quads: Iterable[Quad], *, title: str = "") -> Iterator[str]:
    """Yield the same text piece by piece, for what does not fit into memory."""
    if title:
        yield f"# {title}\n"
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    yield "\n"
    cells = (line.split(_END) for line in sort_lines(map(_line, quads)))
    for graph, rows in groupby(cells, key=lambda row: row[0]):
        yield from _graph(graph, rows)


def _line(quad: Quad) -> str:
    """Write a quad so that text order is the order of the file: graph, subject, rank and verb, object."""
    verb = _verb(quad.predicate)
    return _END.join((quad.graph, _name(quad.subject), _RANKS.get(verb, "2") + verb, _name(quad.object)))


def _graph(graph: str, rows: Iterable[list[str]]) -> Iterator[str]:
    indent = "  " if graph else ""
    if graph:
        yield f"\n{_name(graph)} {{\n"
    for subject, about in groupby(rows, key=lambda row: row[1]):
        between = f"{indent}{subject} "
        for verb, same in groupby(about, key=lambda row: row[2][1:]):
            yield f"{between}{verb} {' , '.join(row[3] for row in same)}"
            between = f" ;\n{indent}    "
        yield " .\n"
    if graph:
        yield "}\n"


def _verb(predicate: str) -> str:
    if predicate == TYPE:
        return "a"
    return "rdfs:label" if predicate == LABEL else _name(predicate)


def _name(term: Term) -> str:
    """Write a term as Turtle."""
    return _literal(term) if isinstance(term, Literal) else _shorten(term)


def _literal(term: Literal) -> str:
    bare = _BARE.get(term.datatype)
    if bare is not None and bare.fullmatch(term.value):
        return term.value
    if term.language or term.datatype == "string":
        return n3(term)
    return f"{n3(Literal(term.value))}^^{_shorten(datatype_iri(term.datatype))}"


@lru_cache(maxsize=2048)  # most IRIs of a graph occur many times, and near each other
def _shorten(iri: str) -> str:
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMES.get(iri[:cut])
    if prefix is not None and _LOCAL.fullmatch(iri, cut):
        return f"{prefix}:{iri[cut:]}"
    return n3(iri)

"""Quads as N-Quads and back: the form in which they cross the border of a store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kg.ids import n3
from kg.sorting import sort_lines
from kg.types import Literal, Quad, Term
from kg.vocab import XSD

_PATTERN = r"(?:<([^<>]*)>|(_:[^\s<]+)|\"((?:[^\"\\]|\\.)*)\"(?:\^\^<([^<>]*)>|@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?)"
_TERM = re.compile(_PATTERN, re.DOTALL)
_LINE = re.compile(rf"\s*{_PATTERN}\s*{_PATTERN}\s*{_PATTERN}\s*(?:{_PATTERN}\s*)?\.\s*", re.DOTALL)
_GROUPS = 5
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def line(quad: Quad) -> str:
    """Write one quad as a line of canonical N-Quads, without its line end.

    >>> line(Quad("urn:a", "urn:b", Literal("c"), "urn:g"))
    '<urn:a> <urn:b> "c" <urn:g> .'
    """
    graph = f" {n3(quad.graph)}" if quad.graph else ""
    return f"{n3(quad.subject)} {n3(quad.predicate)} {n3(quad.object)}{graph} ."


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Write quads as N-Quads in their order; a lone surrogate, which no RDF file may hold, becomes ``?``."""
    return "".join(f"{line(quad)}\n" for quad in quads).encode(errors="replace")


def from_nquads(nquads: bytes) -> list[Quad]:
    r"""Read N-Quads as a store writes them: one quad a line, no comments, no triple terms.

    >>> from_nquads(b'<urn:a> <urn:b> "c"@en .\n')
    [Quad(subject='urn:a', predicate='urn:b', object=Literal(value='c', datatype='string', language='en'), graph='')]
    """
    return [_quad(text) for text in nquads.decode().split("\n") if text]


def sort_quads(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads by graph, subject, predicate and object, equal ones once; they need not fit into memory.

    >>> [quad.object for quad in sort_quads([Quad("urn:a", "urn:p", "urn:c"), Quad("urn:a", "urn:p", "urn:b")])]
    ['urn:b', 'urn:c']
    """
    rows = ("\0".join((quad.graph, quad.subject, quad.predicate, n3(quad.object))) for quad in quads)
    for graph, subject, predicate, value in (row.split("\0") for row in sort_lines(rows)):
        yield Quad(subject, predicate, parse_term(value), graph)


def parse_term(text: str) -> Term:
    """Read one term in N-Triples form.

    >>> parse_term('"2"^^<http://www.w3.org/2001/XMLSchema#integer>')
    Literal(value='2', datatype='integer', language='')
    """
    found = _TERM.fullmatch(text)
    if found is None:
        raise ValueError(f"not an N-Triples term: {text!r}")
    return _term(found.groups())


def decimal(number: float) -> Literal:
    """Write a number as ``xsd:decimal`` without trailing zeros: engines keep decimals by value, not by text.

    >>> decimal(0.90).value, decimal(35).value
    ('0.9', '35')
    """
    return Literal(format(Decimal(str(round(number, 6))).normalize(), "f"), "decimal")


def _quad(text: str) -> Quad:
    found = _LINE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a line of N-Quads: {text!r}")
    groups = found.groups()
    subject, predicate, value = (_term(groups[at : at + _GROUPS]) for at in range(0, 3 * _GROUPS, _GROUPS))
    if isinstance(subject, Literal) or isinstance(predicate, Literal):
        raise ValueError(f"not a line of N-Quads: {text!r}")
    iri, blank = groups[3 * _GROUPS : 3 * _GROUPS + 2]
    return Quad(subject, predicate, value, _unescape(iri or "") or blank or "")


def _term(groups: Sequence[str | None]) -> Term:
    iri, blank, text, datatype, language = groups
    if iri is not None:
        return _unescape(iri)
    if blank is not None:
        return blank
    name = datatype.removeprefix(XSD) if datatype else "string"
    return Literal(_unescape(text or ""), name, language or "")


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    short, long, plain = found.groups()
    code = short or long
    return chr(int(code, 16)) if code else _PLAIN.get(plain, plain)

"""Writes an answer for people (``table``) and for programs (the SPARQL formats, Turtle)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from kg.errors import QueryError
from kg.graph.terms import shorten
from kg.ids import datatype_iri, n3
from kg.turtle import render
from kg.types import Answer, Literal, Term


def write(answer: Answer, form: str) -> str:
    """Write an answer as ``table``, ``csv``, ``tsv``, ``json`` (SPARQL 1.1 results) or ``turtle``.

    Raises:
        QueryError: The form is unknown or does not fit the answer.
    """
    if form not in FORMS:
        raise QueryError(f"no format is called {form!r}; there is {', '.join(FORMS)}")
    if form == "turtle":
        if answer.triples is None:
            raise QueryError("turtle fits CONSTRUCT and DESCRIBE alone; use table, csv, tsv or json")
        return render(answer.triples)
    if answer.triples is not None:
        rows = sorted(((t.subject, t.predicate, t.object) for t in answer.triples), key=lambda row: [*map(n3, row)])
        answer = Answer(("subject", "predicate", "object"), tuple(rows))
    return FORMS[form](answer)


def _table(answer: Answer) -> str:
    if answer.truth is not None:
        return "yes\n" if answer.truth else "no\n"
    cells = [list(answer.columns), *([_plain(term) for term in row] for row in answer.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = "  ".join("-" * width for width in widths)
    count = f"({len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'})"
    return "\n".join([lines[0], rule, *lines[1:], count]) + "\n"


def _plain(term: Term | None) -> str:
    """Show a term on one line of a terminal: control characters of article text must not reach it."""
    if term is None:
        return ""
    text = term.value if isinstance(term, Literal) else shorten(term)
    return "".join(character if character.isprintable() else " " for character in text)


def _csv(answer: Answer) -> str:
    if answer.truth is not None:
        return f"{str(answer.truth).lower()}\r\n"
    rows = [list(answer.columns), *([_value(term) for term in row] for row in answer.rows)]
    return "".join(",".join(_quoted(cell) for cell in row) + "\r\n" for row in rows)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"\r\n') else cell


def _value(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else term


def _tsv(answer: Answer) -> str:
    if answer.truth is not None:
        return f"{str(answer.truth).lower()}\n"
    rows: list[Sequence[str]] = [[f"?{column}" for column in answer.columns]]
    rows += [["" if term is None else n3(term) for term in row] for row in answer.rows]
    return "".join("\t".join(row) + "\n" for row in rows)


def _json(answer: Answer) -> str:
    return json.dumps(json_results(answer), ensure_ascii=False, indent=1) + "\n"


def json_results(answer: Answer) -> dict[str, object]:
    """Give the answer to a SELECT or ASK in the structure of SPARQL 1.1 results in JSON."""
    if answer.truth is not None:
        return {"head": {}, "boolean": answer.truth}
    bindings = [_binding(answer.columns, row) for row in answer.rows]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}


def _binding(columns: Sequence[str], row: Sequence[Term | None]) -> dict[str, dict[str, str]]:
    return {column: _json_term(term) for column, term in zip(columns, row, strict=True) if term is not None}


def _json_term(term: Term) -> dict[str, str]:
    if not isinstance(term, Literal):
        return {"type": "bnode", "value": term[2:]} if term.startswith("_:") else {"type": "uri", "value": term}
    written = {"type": "literal", "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
    elif term.datatype != "string":
        written["datatype"] = datatype_iri(term.datatype)
    return written


FORMS: Mapping[str, Callable[[Answer], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "turtle": lambda answer: render(answer.triples or ()),
}
"""Writers by the name of their form."""

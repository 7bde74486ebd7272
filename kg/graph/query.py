"""Runs SPARQL on a store: anybody's text, or one of the named questions with its parameters."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import QueryError
from kg.graph.named import NamedQuery, Parameter, find, named
from kg.graph.terms import find_node
from kg.protocols import Store
from kg.sparql import keywords, refuse, with_values
from kg.types import Answer, Literal, Term

__all__ = ["NamedQuery", "Parameter", "ask", "find", "named", "run", "with_defaults"]

REFUSED = ("SERVICE", "LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY")


def run(
    store: Store,
    sparql: str,
    *,
    union: bool = True,
    bindings: Mapping[str, Term] | None = None,
) -> Answer:
    """Run one query.

    All graphs are read as one, which is safe: a triple lives in one graph only, and what is denied is never a triple.
    A query that names its graphs with ``FROM`` gets those.

    Args:
        store: Where the graph is.
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
        union: False reads the default graph alone.
        bindings: Terms that replace variables.

    Raises:
        QueryError: The text does not parse, would change the graph, or reaches beyond it.
    """
    refuse(sparql, REFUSED)
    return store.query(sparql, union=union and "FROM" not in keywords(sparql), bindings=bindings)


def ask(store: Store, name: str, values: Mapping[str, str] | None = None) -> Answer:
    """Answer a named question; ``values`` are its parameters as a user types them.

    Raises:
        QueryError: There is no such question, or a parameter is missing, unknown or not of its type.
    """
    question = find(name)
    given = dict(values or {})
    unknown = sorted(given.keys() - {parameter.name for parameter in question.parameters})
    if unknown:
        known = ", ".join(parameter.name for parameter in question.parameters) or "none"
        raise QueryError(f"{name}: no parameter {unknown[0]!r}; it has {known}")
    bindings = {each.name: _bind(store, question, each, given.get(each.name)) for each in question.parameters}
    return run(store, question.sparql, union=question.scope == "union", bindings=bindings)


def with_defaults(question: NamedQuery) -> str:
    """Give the SPARQL of a named question with its defaults filled in; what has none stays open."""
    filled = {
        each.name: _literal(each.type, each.default)
        for each in question.parameters
        if each.default is not None and each.type not in ("entity", "node")
    }
    return with_values(question.sparql, filled)


def _bind(store: Store, question: NamedQuery, parameter: Parameter, value: str | None) -> Term:
    text = parameter.default if value is None else value.strip()
    if text is None or not text:
        raise QueryError(f"{question.name}: set {parameter.name} ({parameter.type}: {parameter.description})")
    try:
        if parameter.type in ("entity", "node"):
            return find_node(store, text, actors=parameter.type == "entity")
        return _literal(parameter.type, text)
    except (ValueError, QueryError) as error:
        raise QueryError(f"{question.name}: {parameter.name}: {error}") from error


def _literal(kind: str, text: str) -> Literal:
    from datetime import date

    if kind == "date":
        try:
            return Literal(date.fromisoformat(text).isoformat(), "date")
        except ValueError:
            raise ValueError(f"{text!r} is not a day; expected one such as 2025-10-28") from None
    if kind == "number":
        if not text.isascii() or not text.isdigit():
            raise ValueError(f"{text!r} is not a whole number")
        return Literal(str(int(text)), "integer")
    return Literal(text)

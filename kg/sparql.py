"""What must be known of a SPARQL text before an engine sees it: its words, and where parameters go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.errors import QueryError
from kg.ids import n3
from kg.types import Term

_TOKEN = re.compile(
    r"""(?P<skip>\#[^\n]* | <[^<>"{}|^`\\\s]*>
        | '''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"""(?:(?:"|"")?(?:[^"\\]|\\.))*\"""
        | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"
        | [?$]\w+ | @[A-Za-z-]+ | [\w.-]*:[\w.:%-]*)
      | (?P<word>[A-Za-z_]\w*) | (?P<open>\{)""",
    re.VERBOSE | re.DOTALL,
)


def keywords(sparql: str) -> frozenset[str]:
    """Give the bare words of a query in upper case, without strings, comments, IRIs, names and variables.

    >>> sorted(keywords('ASK { ?service a "LOAD" } # DROP'))
    ['A', 'ASK']
    """
    return frozenset(found["word"].upper() for found in _tokens(sparql) if found["word"])


def refuse(sparql: str, words: Iterable[str]) -> None:
    """Refuse a query that uses one of the words.

    Raises:
        QueryError: Names the word.
    """
    for word in sorted(keywords(sparql).intersection(words)):
        raise QueryError(f"{word} is refused: a query reads this graph alone and changes nothing")


def with_values(sparql: str, bindings: Mapping[str, Term]) -> str:
    """Put parameters into the outermost group as ``VALUES``, for engines that cannot substitute variables.

    >>> with_values("SELECT ?o { ?s ?p ?o }", {"s": "urn:a"})
    'SELECT ?o { VALUES (?s) { (<urn:a>) } ?s ?p ?o }'
    """
    if not bindings:
        return sparql
    opening = next((found for found in _tokens(sparql) if found["open"]), None)
    if opening is None:
        raise QueryError("the query has no group to put its parameters in")
    names = sorted(bindings)
    head = " ".join(f"?{name}" for name in names)
    row = " ".join(n3(bindings[name]) for name in names)
    return f"{sparql[: opening.end()]} VALUES ({head}) {{ ({row}) }}{sparql[opening.end() :]}"


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(sparql)

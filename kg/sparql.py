"""What must be known of a SPARQL text before an engine sees it: its words, and where parameters go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kg.errors import QueryError
from kg.ids import n3
from kg.types import Term

_TOKEN = re.compile(
    r"""(?P<skip>\#[^\r\n]* | <[^<>"{}|^`\x00-\x20]*>
        | '''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"""(?:(?:"|"")?(?:[^"\\]|\\.))*\"""
        | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"
        | [?$]\w+ | @[A-Za-z-]+ | (?P<prefix>[\w.-]*):(?:[\w.:%-]|\\.)*)
      | (?P<word>[A-Za-z_]\w*) | (?P<open>\{)""",
    re.VERBOSE | re.DOTALL,
)


_REACHING = ("SERVICE", "LOAD")
"""What makes an engine send a request. Engines read these words also where they run into the next: ``trueSERVICE``."""


def keywords(sparql: str) -> frozenset[str]:
    """Give the bare words of a query in upper case, without strings, comments, IRIs, names and variables.

    >>> sorted(keywords('ASK { ?service a "LOAD" } # DROP'))
    ['A', 'ASK']
    """
    return frozenset(found["word"].upper() for found in _tokens(sparql) if found["word"])


def refuse(sparql: str, words: Iterable[str]) -> None:
    """Refuse a query that uses one of the words; ``SERVICE`` and ``LOAD`` also within a bare word or a prefix.

    >>> refuse("ASK { service:x { ?s ?p ?o } }", ["SERVICE"])
    Traceback (most recent call last):
    kg.errors.QueryError: SERVICE is refused: a query reads this graph alone and changes nothing

    Raises:
        QueryError: Names the word.
    """
    bare = " ".join((found["word"] or found["prefix"] or "").upper() for found in _tokens(sparql))
    within = {word for word in _REACHING if word in bare}
    for word in sorted((keywords(sparql) | within).intersection(words)):
        raise QueryError(f"{word} is refused: a query reads this graph alone and changes nothing")


def with_values(sparql: str, bindings: Mapping[str, Term]) -> str:
    """Give variables their terms: ``VALUES`` in each group that follows ``WHERE``.

    The terms are written as N-Triples, so that nothing in them is read as SPARQL; every engine takes this form, while
    substitution differs among them. A group that is opened without the optional ``WHERE``, around a sub-query that has
    one, is left alone. A query without ``WHERE`` gets them in its first group.

    >>> with_values("SELECT ?o WHERE { ?s ?p ?o }", {"s": "urn:a"})
    'SELECT ?o WHERE { VALUES (?s) { (<urn:a>) } ?s ?p ?o }'
    """
    if not bindings:
        return sparql
    names = sorted(bindings)
    row = " ".join(n3(bindings[name]) for name in names)
    values = f" VALUES ({' '.join(f'?{name}' for name in names)}) {{ ({row}) }}"
    parts, done = [], 0
    for opening in _groups(sparql):
        parts.append(sparql[done:opening] + values)
        done = opening
    return "".join(parts) + sparql[done:]


def _groups(sparql: str) -> list[int]:
    """Give the offsets just after the braces that open a ``WHERE``, or after the first brace."""
    tokens = [found for found in _tokens(sparql) if not found["skip"]]
    after_where = [
        brace.end()
        for word, brace in pairwise(tokens)
        if brace["open"] and word["word"] and word["word"].upper() == "WHERE"
    ]
    first = [found.end() for found in tokens if found["open"]][:1]
    return after_where or first


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(sparql)

"""What must be known of a SPARQL text before an engine sees it: its words, and where parameters go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.errors import QueryError
from kg.ids import n3
from kg.types import Term

_TOKEN = re.compile(
    r"""(?P<skip>\#[^\r\n]* | <[^<>"{}|^`\x00-\x20]*>
        | '''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"""(?:(?:"|"")?(?:[^"\\]|\\.))*\"""
        | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"
        | [?$]\w+ | @[A-Za-z-]+ | (?P<prefix>[\w.-]*):(?:[\w.:%-]|\\.)*)
      | (?P<word>[A-Za-z_]\w*) | (?P<open>\{) | (?P<close>\})""",
    re.VERBOSE | re.DOTALL,
)


_IRI = re.compile(r"[^<>\"{}|^`\\\x00-\x20]+")
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


def with_using(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """Let the patterns of an update read the graphs that a request names beside it: ``USING`` before each ``WHERE``.

    >>> with_using("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ["urn:g"], [])
    'DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }'

    Raises:
        QueryError: The update names graphs too, or what the request names is no IRI.
    """
    wrong = next((iri for iri in (*default, *named) if not _IRI.fullmatch(iri)), None)
    if wrong is not None:
        raise QueryError(f"{wrong!r} is no IRI")
    if not keywords(update).isdisjoint(("USING", "WITH")):
        raise QueryError("the update names its graphs itself; expected them there or in the request")
    clauses = [f"USING {n3(iri)} " for iri in default] + [f"USING NAMED {n3(iri)} " for iri in named]
    using, parts, done, depth = "".join(clauses), [], 0, 0
    before: re.Match[str] | None = None
    for token in (found for found in _tokens(update) if not found["skip"]):
        if token["word"] and token["word"].upper() == "WHERE" and depth == 0:
            short = before is not None and (before["word"] or "").upper() == "DELETE"
            template = _group_after(update, token.end()) if short else ""
            parts += [update[done : token.start()], f"{template} " if short else "", using]
            done = token.start()
        depth += bool(token["open"]) - bool(token["close"])
        before = token
    return "".join(parts) + update[done:]


def _group_after(sparql: str, offset: int) -> str:
    """Give the next group with its braces: ``DELETE WHERE`` deletes what its pattern finds."""
    depth, start = 0, offset
    for token in _TOKEN.finditer(sparql, offset):
        if token["open"] and depth == 0:
            start = token.start()
        depth += bool(token["open"]) - bool(token["close"])
        if token["close"] and depth == 0:
            return sparql[start : token.end()]
    return sparql[start:]


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

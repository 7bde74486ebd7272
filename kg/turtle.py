"""Sorted, diff-friendly Turtle and TriG: the same quads give the same bytes, whatever their order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.ids import datatype_iri, n3
from kg.types import Literal, Quad, Term
from kg.vocab import LABEL, PREFIXES, TYPE

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_BARE = {"integer": re.compile(r"[+-]?[0-9]+"), "boolean": re.compile(r"true|false")}
_NAMES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


class Names:
    """Shortens IRIs to prefixed names, and remembers them: most IRIs of a graph occur many times."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, term: Term) -> str:
        """Write a term as Turtle."""
        if isinstance(term, Literal):
            return self._literal(term)
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = _shorten(term)
        return known

    def _literal(self, term: Literal) -> str:
        bare = _BARE.get(term.datatype)
        if bare is not None and bare.fullmatch(term.value):
            return term.value
        if term.language or term.datatype == "string":
            return n3(term)
        return f"{n3(Literal(term.value))}^^{self.of(datatype_iri(term.datatype))}"


def render(quads: Iterable[Quad], *, title: str = "") -> str:
    """Write quads as TriG: the default graph first, then each named graph, all sorted.

    Quads of the default graph alone give Turtle. ``title`` becomes a comment at the top.
    """
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph].append(quad)
    names = Names()
    lines = [f"# {title}"] if title else []
    lines += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    lines += ["", *_subjects(graphs.pop("", []), names, indent="")]
    for graph in sorted(graphs):
        lines += ["", f"{names.of(graph)} {{", *_subjects(graphs[graph], names, indent="  "), "}"]
    return "\n".join(lines) + "\n"


def _subjects(quads: list[Quad], names: Names, *, indent: str) -> list[str]:
    described: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        described[names.of(quad.subject)][_verb(quad.predicate, names)].add(names.of(quad.object))
    return [_subject(subject, described[subject], indent) for subject in sorted(described)]


def _subject(subject: str, predicates: dict[str, set[str]], indent: str) -> str:
    verbs = sorted(predicates, key=lambda verb: (verb != "a", verb != "rdfs:label", verb))
    parts = [f"{verb} {' , '.join(sorted(predicates[verb]))}" for verb in verbs]
    return f"{indent}{subject} " + f" ;\n{indent}    ".join(parts) + " ."


def _verb(predicate: str, names: Names) -> str:
    if predicate == TYPE:
        return "a"
    return "rdfs:label" if predicate == LABEL else names.of(predicate)


def _shorten(iri: str) -> str:
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMES.get(iri[:cut])
    if prefix is not None and _LOCAL.fullmatch(iri, cut):
        return f"{prefix}:{iri[cut:]}"
    return n3(iri)

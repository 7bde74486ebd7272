"""The JSON-LD context of the ontology: short names for its terms, so that JSON-LD of the graph reads as plain JSON."""

from __future__ import annotations

from functools import cache
from typing import Any

from kg.schema import datatype, terms
from kg.vocab import ID_BASE, KINDS, LABEL, PREFIXES, SKOS


@cache
def context() -> dict[str, Any]:
    """Give the context; ``label`` and ``altLabel`` are the names of nodes.

    A property to other nodes takes their IRIs as text, one of days or decimals takes text of its type. Prefixes of ids
    are left out: ``place`` is also a property, and so is the prefix ``plover``.
    """
    names = {term.name for term in terms()}
    found: dict[str, Any] = {name: base for name, base in PREFIXES.items() if name not in KINDS and name not in names}
    found |= {"label": LABEL, "altLabel": f"{SKOS}altLabel"}
    for term in terms():
        compact = f"dip:{term.name}"
        if term.kind == "object property":
            found[term.name] = {"@id": compact, "@type": "@id"}
        elif type_ := datatype(term):
            found[term.name] = {"@id": compact, "@type": f"xsd:{type_}"}
        elif term.kind != "individual":
            found[term.name] = compact
    return found


def with_base() -> dict[str, Any]:
    """Give the context for a document that carries it: ids within it are relative (``state/japan``)."""
    return {"@version": 1.1, "@base": ID_BASE, **context()}

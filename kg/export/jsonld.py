"""JSON-LD: all graphs, with the context of the ontology, so that programs which know JSON alone can read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from kg.context import context, with_base
from kg.files import replace_text
from kg.ids import datatype_iri
from kg.protocols import Store
from kg.quads import sort_quads
from kg.types import Literal, Quad, Term
from kg.vocab import ID_BASE, PREFIXES, TYPE

_RELATIVE = re.compile(r"[a-z]+/[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_SUFFIX = re.compile(r"[A-Za-z0-9_][\w.-]*")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


class JsonldExporter:
    """Writes every graph: the nodes of the default graph, then each named graph with its nodes."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        replace_text(out, pieces(store.quads()))


def pieces(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield JSON-LD piece by piece: sorted, a node a line, in the same memory for any number of quads."""
    yield f'{{"@context":{_json(with_base())},\n"@graph":['
    between = "\n"
    for graph, about in groupby(sort_quads(quads), key=attrgetter("graph")):
        if graph:
            yield f'{between}{{"@id":{_json(_id(graph))},"@graph":['
            between = "\n"
        for subject, same in groupby(about, key=attrgetter("subject")):
            yield between + _json(_node(subject, same))
            between = ",\n"
        if graph:
            yield "]}"
    yield "\n]}\n"


def _node(subject: str, quads: Iterable[Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(subject)}
    for predicate, same in groupby(quads, key=attrgetter("predicate")):
        values = [quad.object for quad in same]
        if predicate == TYPE:
            node["@type"] = [_type(value) for value in values]
        else:
            key = _key(predicate)
            written = [_value(value, _coerced().get(key)) for value in values]
            node[key] = written if len(written) > 1 else written[0]
    return node


def _value(value: Term, coerced: str | None) -> Any:
    if not isinstance(value, Literal):
        return _id(value) if coerced == "@id" else {"@id": _id(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    type_ = _compact(datatype_iri(value.datatype))
    if coerced is not None:
        return value.value if coerced == type_ else {"@value": value.value, "@type": type_}
    if value.datatype == "string":
        return value.value
    if value.datatype == "integer" and _INTEGER.fullmatch(value.value):
        return int(value.value)
    if value.datatype == "boolean" and value.value in ("true", "false"):
        return value.value == "true"
    return {"@value": value.value, "@type": type_}


@cache
def _coerced() -> dict[str, str]:
    """Give the properties whose values need no type of their own, with the type that the context gives."""
    return {name: about["@type"] for name, about in context().items() if isinstance(about, dict)}


@cache
def _terms() -> dict[str, str]:
    """Give the short names by IRI."""
    named = {name: about["@id"] if isinstance(about, dict) else about for name, about in context().items()}
    return {_spell(iri): name for name, iri in named.items() if iri != PREFIXES.get(name)}


def _spell(iri: str) -> str:
    prefix, _, name = iri.partition(":")
    return PREFIXES[prefix] + name if prefix in PREFIXES else iri


@cache
def _prefixes() -> dict[str, str]:
    """Give the prefixes by namespace."""
    return {namespace: prefix for prefix, namespace in PREFIXES.items() if context().get(prefix) == namespace}


@lru_cache(maxsize=4096)
def _key(predicate: str) -> str:
    return _terms().get(predicate) or _compact(predicate)


def _type(value: Term) -> str:
    return _key(value) if isinstance(value, str) else str(value)


@lru_cache(maxsize=2048)
def _id(iri: str) -> str:
    relative = iri.removeprefix(ID_BASE)
    return relative if relative != iri and _RELATIVE.fullmatch(relative) else _compact(iri)


def _compact(iri: str) -> str:
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _prefixes().get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix is not None and _SUFFIX.fullmatch(iri, cut) else iri


def _json(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

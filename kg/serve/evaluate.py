"""Runs one SPARQL query within bounds and writes its answer in the type that the client asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from kg.errors import QueryError
from kg.export.jsonld import pieces as json_ld_pieces
from kg.export.oxigraph import serialise
from kg.export.xml import valid_xml
from kg.graph import format as formats
from kg.graph.query import REFUSED
from kg.ids import datatype_iri
from kg.quads import line, to_nquads
from kg.serve.media import RESULTS, TRIPLES, choose
from kg.serve.reply import Reply, problem
from kg.sparql import keywords, refuse
from kg.store.oxigraph import from_oxigraph
from kg.turtle import render
from kg.types import Answer, Literal, Quad, Term
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

XML_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as the protocol brings it.

    Attributes:
        sparql: Its text.
        accept: The types that the client takes.
        default_graphs: Graphs that the request names beside the query; they win over its ``FROM``.
        named_graphs: The same for ``FROM NAMED``.
        base: What its relative IRIs are relative to.
    """

    sparql: str
    accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str | None = None


def answer(engine: ox.Store, asked: Asked, *, rows: int) -> Reply:
    """Run a query.

    Without graphs named in the request or by ``FROM`` all graphs are read as one. The usual prefixes are known.

    Args:
        engine: The open store.
        asked: What to run.
        rows: Most rows or triples of an answer.

    Returns:
        The answer, or 400 with the reason, or 406 with the types there are.
    """
    try:
        refuse(asked.sparql, REFUSED)
        found = _first(_run(engine, asked), rows)
    except (QueryError, SyntaxError, ValueError, RuntimeError, OSError) as error:
        return problem(400, f"the query cannot be run: {error}")
    offered = RESULTS if found.triples is None else TRIPLES
    media = choose(asked.accept, offered)
    if media is None:
        return problem(406, f"the answer can be had as {', '.join(offered)}")
    return Reply(200, _with_charset(media), write(found, media))


def write(found: Answer, media: str) -> bytes:
    """Write an answer in one of the offered types."""
    if found.triples is not None:
        return _TRIPLES[media](found.triples)
    return _RESULTS[media](found).encode(errors="replace")


def _run(engine: ox.Store, asked: Asked) -> Any:
    import pyoxigraph as ox

    named = bool(asked.default_graphs or asked.named_graphs)
    return engine.query(
        asked.sparql,
        prefixes=PREFIXES,
        base_iri=asked.base,
        use_default_graph_as_union=not named and "FROM" not in keywords(asked.sparql),
        default_graph=[ox.NamedNode(iri) for iri in asked.default_graphs] if named else None,
        named_graphs=[ox.NamedNode(iri) for iri in asked.named_graphs] if named else None,
    )


def _first(found: Any, limit: int) -> Answer:
    """Read an answer as far as it may be long."""
    import pyoxigraph as ox

    if isinstance(found, ox.QueryBoolean):
        return Answer(truth=bool(found))
    rows = tuple(tuple(map(_term, row)) for row in islice(found, limit + 1))
    if len(rows) > limit:
        raise QueryError(f"the answer has more than {limit} rows; add LIMIT or ask for less")
    if isinstance(found, ox.QueryTriples):
        return Answer(triples=tuple(Quad(str(s), str(p), o or "") for s, p, o in rows))
    return Answer(tuple(variable.value for variable in found.variables), rows)


def _term(term: Any) -> Term | None:
    import pyoxigraph as ox

    if isinstance(term, ox.Triple):
        raise QueryError("triple terms are not known here")
    return None if term is None else from_oxigraph(term)


def _xml(found: Answer) -> str:
    if found.truth is not None:
        return f"{XML_HEAD}<head/>\n<boolean>{str(found.truth).lower()}</boolean>\n</sparql>\n"
    head = "".join(f"<variable name={quoteattr(column)}/>" for column in found.columns)
    rows = "".join(f"<result>{_xml_row(found.columns, row)}</result>\n" for row in found.rows)
    return f"{XML_HEAD}<head>{head}</head>\n<results>\n{rows}</results>\n</sparql>\n"


def _xml_row(columns: Iterable[str], row: Iterable[Term | None]) -> str:
    cells = zip(columns, row, strict=True)
    return "".join(f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in cells if term)


def _xml_term(term: Term) -> str:
    if not isinstance(term, Literal):
        return f"<bnode>{escape(term[2:])}</bnode>" if term.startswith("_:") else f"<uri>{escape(term)}</uri>"
    kind = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    if not kind and term.datatype != "string":
        kind = f" datatype={quoteattr(datatype_iri(term.datatype))}"
    return f"<literal{kind}>{escape(valid_xml(term.value))}</literal>"


def _rdf_xml(triples: Iterable[Quad]) -> bytes:
    import pyoxigraph as ox

    valid = (
        triple._replace(object=Literal(valid_xml(triple.object.value), triple.object.datatype, triple.object.language))
        if isinstance(triple.object, Literal)
        else triple
        for triple in triples
    )
    return serialise(valid, ox.RdfFormat.RDF_XML)


def _with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _json(found: Answer) -> str:
    return json.dumps(formats.json_results(found), ensure_ascii=False)  # without indents it is ten times faster


_RESULTS: Mapping[str, Callable[[Answer], str]] = {
    "application/sparql-results+json": _json,
    "application/json": _json,
    "application/sparql-results+xml": _xml,
    "application/xml": _xml,
    "text/xml": _xml,
    "text/csv": formats.FORMS["csv"],
    "text/tab-separated-values": formats.FORMS["tsv"],
}
_TRIPLES: Mapping[str, Callable[[Iterable[Quad]], bytes]] = {
    "text/turtle": lambda triples: render(triples).encode(errors="replace"),
    "application/n-triples": lambda triples: to_nquads(sorted(triples, key=line)),
    "application/rdf+xml": _rdf_xml,
    "application/ld+json": lambda triples: "".join(json_ld_pieces(triples)).encode(errors="replace"),
}

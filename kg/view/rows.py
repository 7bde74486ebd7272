"""The view graph of any graph that answers SPARQL: the queries are ``queries/*.rq``, the caller runs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.types import Answer, Literal, Term
from kg.view.assemble import Named, assemble, modality_of
from kg.view.model import NODE_KINDS, Source, ViewDisagreement, ViewFact, ViewGraph, kind_of
from kg.vocab import local, with_prefixes

_QUERIES = Path(__file__).parent / "queries"

Row = Mapping[str, Term]


def view_queries() -> dict[str, str]:
    """Give the SPARQL text of each query by name; they read all graphs as one."""
    return {path.stem: with_prefixes(path.read_text("utf-8")) for path in sorted(_QUERIES.glob("*.rq"))}


def view_graph_from_rows(answers: Mapping[str, Answer]) -> ViewGraph:
    """Build the view graph from the answers to :func:`view_queries`, by the same names."""
    rows = {name: list(_bound(answer)) for name, answer in answers.items()}
    named = list(_named(rows["nodes"], rows["aliases"]))
    labels = {thing.iri: thing.label for thing in named}
    sources = _sources(rows["claims"])
    facts = [_fact(row, sources, labels) for row in rows["facts"]]
    known = set(map(_triple, facts))
    background = (_background(row, labels) for row in rows["background"])
    facts += [fact for fact in background if _is_node(fact.object) and _triple(fact) not in known]
    return assemble(named, facts, _disagreements(rows["disagreements"]))


def _bound(answer: Answer) -> Iterator[Row]:
    for row in answer.rows:
        yield {name: term for name, term in zip(answer.columns, row, strict=True) if term is not None}


def _text(row: Row, name: str) -> str:
    term = row.get(name, "")
    return term.value if isinstance(term, Literal) else term


def _named(rows: Iterable[Row], aliases: Iterable[Row]) -> Iterator[Named]:
    others: dict[str, set[str]] = defaultdict(set)
    for row in aliases:
        others[_text(row, "node")].add(_text(row, "alias"))
    seen: dict[str, Row] = {}
    # several labels or links: the first in the order of the alphabet, on every machine
    for row in sorted(rows, key=lambda row: (_text(row, "node"), _text(row, "label"), _text(row, "same"))):
        seen.setdefault(_text(row, "node"), row)
    for iri, row in seen.items():
        where = (float(_text(row, "latitude")), float(_text(row, "longitude"))) if "latitude" in row else None
        yield Named(
            iri,
            _text(row, "label"),
            factuality=local(_text(row, "factuality")),
            coordinates=where,
            aliases=tuple(sorted(others[iri])),
            same_as=_text(row, "same"),
        )


def _sources(rows: Iterable[Row]) -> dict[str, list[Source]]:
    """Give the sources of each fact; a claim with two rows (two labels somewhere) counts once."""
    found: dict[str, dict[str, Source]] = defaultdict(dict)
    for row in rows:
        claim, source = _text(row, "claim"), _source(row)
        kept = found[_text(row, "fact")].get(claim)
        found[_text(row, "fact")][claim] = source if kept is None else min(kept, source)
    return {fact: sorted(claims.values()) for fact, claims in found.items()}


def _source(row: Row) -> Source:
    sentence = _text(row, "text")
    begin = int(_text(row, "begin"))
    start, end = (int(_text(row, name) or begin) - begin for name in ("wordsBegin", "wordsEnd"))
    inside = 0 <= start < end <= len(sentence)
    return Source(
        outlet=_text(row, "outlet"),
        title=_text(row, "title"),
        url=_text(row, "url"),
        date=_text(row, "day")[:10],
        document=_text(row, "document"),
        modality=local(_text(row, "modality")),
        attribution=_text(row, "source"),
        attribution_text=_text(row, "sourceText"),
        sentence=sentence,
        start=start if inside else 0,
        end=end if inside else 0,
    )


def _fact(row: Row, sources: Mapping[str, list[Source]], labels: Mapping[str, str]) -> ViewFact:
    value, said = row["object"], sources.get(_text(row, "fact"), [])
    text = value.value if isinstance(value, Literal) else labels.get(value, local(value))
    return ViewFact(
        subject=_text(row, "subject"),
        predicate=_text(row, "predicate"),
        object=_text(row, "object"),
        datatype=value.datatype if isinstance(value, Literal) else "",
        text=text,
        status=local(_text(row, "status")),
        modality=modality_of(source.modality for source in said),
        outlets=int(_text(row, "outlets")),
        sources=tuple(said),
    )


def _background(row: Row, labels: Mapping[str, str]) -> ViewFact:
    subject, predicate, value = (_text(row, name) for name in ("subject", "predicate", "object"))
    return ViewFact(subject, predicate, value, "", labels.get(value, local(value)), "background", "actual", 0)


def _triple(fact: ViewFact) -> tuple[str, str, str]:
    return fact.subject, fact.predicate, fact.object


def _is_node(iri: str) -> bool:
    return kind_of(iri) in NODE_KINDS


def _disagreements(rows: Iterable[Row]) -> Iterator[ViewDisagreement]:
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        grouped[_text(row, "subject"), _text(row, "predicate")].append(row)
    for (subject, predicate), options in grouped.items():
        values = tuple(sorted({_text(row, "option") for row in options}))
        yield ViewDisagreement(subject, predicate, values, _text(options[0], "preferred"), _text(options[0], "reason"))

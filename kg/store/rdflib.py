"""The graph as Python users know it: an rdflib dataset in memory, as a store and for export to their own code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, QueryError
from kg.quads import from_nquads
from kg.rdflib_terms import from_rdflib_term, to_rdflib_term
from kg.sparql import refuse, with_values
from kg.types import Answer, Quad, Term

if TYPE_CHECKING:
    from rdflib import Dataset


class RdflibStore:
    """Quads in an rdflib dataset."""

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self._dataset = to_rdflib(quads)

    def load(self, nquads: bytes) -> None:
        """Add all quads of an N-Quads document.

        Raises:
            GraphError: The document is not N-Quads; nothing is added.
        """
        try:
            quads = from_nquads(nquads)
        except ValueError as error:
            raise GraphError(f"not N-Quads: {error}") from error
        _add(self._dataset, quads)

    def query(self, sparql: str, *, union: bool = False, bindings: Mapping[str, Term] | None = None) -> Answer:
        """Run a query over the default graph, or over all graphs as one.

        Raises:
            QueryError: The query does not parse, or reaches beyond this store; ``FROM`` is refused, as rdflib would
                fetch what it names.
        """
        from pyparsing import ParseBaseException
        from rdflib.plugins.sparql.sparql import SPARQLError

        refuse(sparql, ("SERVICE", "FROM"))
        self._dataset.default_union = union
        try:
            return _answer(self._dataset.query(with_values(sparql, bindings or {})))
        except (ParseBaseException, SPARQLError, ValueError, TypeError, AttributeError, NotImplementedError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield every quad, or those of one graph, in no order."""
        yield from (quad for quad in from_rdflib(self._dataset) if graph in (None, quad.graph))

    def __len__(self) -> int:
        """Count the quads."""
        return sum(1 for _ in self.quads())


def to_rdflib(quads: Iterable[Quad]) -> Dataset:
    """Put quads into an rdflib dataset with our prefixes; a query reads all its graphs as one."""
    from rdflib import Dataset

    from kg.vocab import PREFIXES

    dataset = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    _add(dataset, quads)
    return dataset


def from_rdflib(dataset: Dataset) -> Iterator[Quad]:
    """Yield the quads of an rdflib dataset, in no order."""
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    for subject, predicate, value, name in dataset.quads((None, None, None, None)):
        graph = "" if name in (None, DATASET_DEFAULT_GRAPH_ID) else str(name)
        yield Quad(_iri(subject), _iri(predicate), from_rdflib_term(value), graph)


def _add(dataset: Dataset, quads: Iterable[Quad]) -> None:
    graphs: dict[str, Any] = {"": dataset.default_graph}
    for quad in quads:
        if quad.graph not in graphs:
            graphs[quad.graph] = dataset.graph(to_rdflib_term(quad.graph))
        graphs[quad.graph].add(tuple(map(to_rdflib_term, quad[:3])))


def _iri(term: Any) -> str:
    return str(from_rdflib_term(term))


def _answer(found: Any) -> Answer:
    if found.type == "ASK":
        return Answer(truth=bool(found.askAnswer))
    if found.type in ("CONSTRUCT", "DESCRIBE"):
        return Answer(triples=tuple(Quad(_iri(s), _iri(p), from_rdflib_term(o)) for s, p, o in found.graph))
    rows = tuple(tuple(None if term is None else from_rdflib_term(term) for term in row) for row in found)
    return Answer(tuple(str(variable) for variable in found.vars), rows)

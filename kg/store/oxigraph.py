"""The default store: Oxigraph inside this process, on disk or in memory."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, QueryError
from kg.quads import to_nquads
from kg.sparql import keywords, refuse, with_values
from kg.types import Answer, Literal, Quad, Term
from kg.vocab import XSD

if TYPE_CHECKING:
    import pyoxigraph as ox

STORE_FOLDER = "store"
FILE_FORMATS = {
    ".trig": "TRIG",
    ".nq": "N_QUADS",
    ".ttl": "TURTLE",
    ".nt": "N_TRIPLES",
    ".jsonld": "JSON_LD",
    ".rdf": "RDF_XML",
}


class OxigraphStore:
    """Quads in Oxigraph; make one with :meth:`create`, :meth:`open` or :meth:`memory`."""

    def __init__(self, store: ox.Store, *, in_memory: bool = False) -> None:
        self._store = store
        self._in_memory = in_memory
        self._world: ox.Store | None = None

    @classmethod
    def memory(cls, quads: Iterable[Quad] = ()) -> OxigraphStore:
        """Hold quads in memory."""
        import pyoxigraph as ox

        made = cls(ox.Store(), in_memory=True)
        made.load(to_nquads(quads))
        return made

    @classmethod
    def create(cls, path: Path, quads: Iterable[Quad]) -> OxigraphStore:
        """Write quads to a new store on disk, in place of the one that is there.

        The old store stays until the new one is whole.
        """
        import pyoxigraph as ox

        unfinished = path.with_name(f".{path.name}.part")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        store = ox.Store(str(unfinished))
        store.bulk_load(to_nquads(quads), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        del store  # closes the files before they move
        shutil.rmtree(path, ignore_errors=True)
        unfinished.rename(path)
        return cls(ox.Store.read_only(str(path)))

    @classmethod
    def open(cls, path: Path) -> OxigraphStore:
        """Open a graph for reading: a graph directory, a store directory or an RDF file.

        A graph directory is answered from its ``store/``, else from its ``graph.trig``.

        Raises:
            GraphError: There is no graph at ``path``, or it cannot be read.
        """
        import pyoxigraph as ox

        if path.is_file():
            return cls(_read(path), in_memory=True)
        folder = next((each for each in (path / STORE_FOLDER, path) if (each / "CURRENT").is_file()), None)
        try:
            if folder is not None:
                return cls(ox.Store.read_only(str(folder)))
        except OSError as error:
            raise GraphError(f"{folder}: the store cannot be opened: {error}") from error
        if (path / "graph.trig").is_file():
            return cls(_read(path / "graph.trig"), in_memory=True)
        expected = f"a graph directory (with graph.trig) or a file ending in {', '.join(FILE_FORMATS)}"
        raise GraphError(f"{path}: no graph here; expected {expected}. `kg build` makes one")

    @property
    def engine(self) -> ox.Store:
        """The store of Oxigraph itself, for what only it can do."""
        return self._store

    def load(self, nquads: bytes) -> None:
        """Add all quads of an N-Quads document.

        Raises:
            GraphError: The document is not N-Quads; nothing is added.
        """
        import pyoxigraph as ox

        self._world = None
        try:
            self._store.load(nquads, format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise GraphError(f"not N-Quads: {error}") from error

    def query(self, sparql: str, *, union: bool = False, bindings: Mapping[str, Term] | None = None) -> Answer:
        """Run a query over the default graph, or over all graphs as one.

        Raises:
            QueryError: The query does not parse, or reaches beyond this store.
        """
        refuse(sparql, ("SERVICE",))
        text = with_values(sparql, bindings or {})  # Oxigraph substitutes projected variables only
        asked = self._store if union or not self._in_memory or _names_graphs(sparql) else self._default_graph()
        try:
            return _answer(asked.query(text, use_default_graph_as_union=union))
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield every quad, or those of one graph, in no order."""
        import pyoxigraph as ox

        for subject, predicate, value, place in self._store.quads_for_pattern(None, None, None, _graph(graph)):
            name = "" if isinstance(place, ox.DefaultGraph) else str(from_oxigraph(place))
            yield Quad(str(from_oxigraph(subject)), predicate.value, from_oxigraph(value), name)

    def __len__(self) -> int:
        """Count the quads."""
        return len(self._store)

    def _default_graph(self) -> ox.Store:
        """Hold the default graph once more, alone.

        In memory Oxigraph walks through all quads of a subject, whatever their graph; a state is the subject of some in
        every article. Alone, the tenth of the quads that is the default graph is answered some five times faster.
        """
        import pyoxigraph as ox

        if self._world is None:
            self._world = ox.Store()
            self._world.bulk_extend(self._store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        return self._world


def from_oxigraph(term: Any) -> Term:
    """Turn a term of Oxigraph into ours."""
    import pyoxigraph as ox

    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, language=term.language)
        return Literal(term.value, term.datatype.value.removeprefix(XSD))
    return str(term) if isinstance(term, ox.BlankNode) else str(term.value)


def _graph(name: str | None) -> ox.DefaultGraph | ox.NamedNode | None:
    import pyoxigraph as ox

    if name is None:
        return None
    return ox.NamedNode(name) if name else ox.DefaultGraph()


def _names_graphs(sparql: str) -> bool:
    return not keywords(sparql).isdisjoint(("GRAPH", "FROM"))


def _answer(found: Any) -> Answer:
    import pyoxigraph as ox

    if isinstance(found, ox.QueryBoolean):
        return Answer(truth=bool(found))
    if isinstance(found, ox.QueryTriples):
        return Answer(triples=tuple(Quad(*map(from_oxigraph, triple)) for triple in found))  # type: ignore[arg-type]
    columns = tuple(variable.value for variable in found.variables)
    return Answer(columns, tuple(_rows(found)))


def _rows(found: Iterable[Iterable[Any]]) -> Iterator[tuple[Term | None, ...]]:
    turned = _Turned({None: None}).__getitem__
    return (tuple(map(turned, row)) for row in found)


class _Turned(dict[Any, Term | None]):
    """Terms of Oxigraph and ours, each turned once: in a long answer the same few labels, days and words come again."""

    def __missing__(self, term: Any) -> Term:
        made = self[term] = from_oxigraph(term)
        return made


def _read(path: Path) -> ox.Store:
    import pyoxigraph as ox

    suffix = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    if suffix not in FILE_FORMATS:
        raise GraphError(f"{path}: cannot tell its format; expected a name ending in {', '.join(FILE_FORMATS)}")
    content = path.read_bytes()
    store = ox.Store()
    try:
        content = gzip.decompress(content) if path.suffix == ".gz" else content
        store.bulk_load(content, format=getattr(ox.RdfFormat, FILE_FORMATS[suffix]))
    except (SyntaxError, OSError) as error:
        raise GraphError(f"{path}: {error}") from error
    return store

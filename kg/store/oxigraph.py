"""The default store: Oxigraph inside this process, on disk or in memory."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, QueryError
from kg.quads import from_nquads, to_nquads
from kg.sparql import refuse, with_values
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

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def memory(cls, quads: Iterable[Quad] = ()) -> OxigraphStore:
        """Hold quads in memory."""
        import pyoxigraph as ox

        made = cls(ox.Store())
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
            return cls(_read(path))
        folder = next((each for each in (path / STORE_FOLDER, path) if (each / "CURRENT").is_file()), None)
        try:
            if folder is not None:
                return cls(ox.Store.read_only(str(folder)))
        except OSError as error:
            raise GraphError(f"{folder}: the store cannot be opened: {error}") from error
        if (path / "graph.trig").is_file():
            return cls(_read(path / "graph.trig"))
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
        try:
            return _answer(self._store.query(text, use_default_graph_as_union=union))
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error

    def quads(self) -> Iterator[Quad]:
        """Yield every quad, in no order."""
        import pyoxigraph as ox

        yield from from_nquads(self._store.dump(format=ox.RdfFormat.N_QUADS) or b"")

    def __len__(self) -> int:
        """Count the quads."""
        return len(self._store)


def from_oxigraph(term: Any) -> Term:
    """Turn a term of Oxigraph into ours."""
    import pyoxigraph as ox

    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, language=term.language)
        return Literal(term.value, term.datatype.value.removeprefix(XSD))
    return str(term) if isinstance(term, ox.BlankNode) else str(term.value)


def _answer(found: Any) -> Answer:
    import pyoxigraph as ox

    if isinstance(found, ox.QueryBoolean):
        return Answer(truth=bool(found))
    if isinstance(found, ox.QueryTriples):
        return Answer(triples=tuple(Quad(*map(from_oxigraph, triple)) for triple in found))  # type: ignore[arg-type]
    columns = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(None if term is None else from_oxigraph(term) for term in row) for row in found)
    return Answer(columns, rows)


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

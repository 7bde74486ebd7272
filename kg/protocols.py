"""The plug-in contracts. A plug-in is an object with these methods, found by name in ``registry``; no base class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from kg.types import Answer, Document, Extraction, Lost, Quad, Resolution, Skipped, Term

T = TypeVar("T")
R = TypeVar("R")


class Reader(Protocol):
    """Turns one source into documents; what cannot be read becomes a :class:`~kg.types.Skipped`."""

    def read(self, source: Path) -> Iterator[Document | Skipped]:
        """Yield documents in source order.

        Raises:
            InputError: The source as a whole cannot be read.
        """
        ...


class Extractor(Protocol):
    """Turns documents into extractions, batched for the model; order is kept."""

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Yield one extraction a document."""
        ...


class Linker(Protocol):
    """Gives each entity of an extraction its IRI."""

    def link(self, extraction: Extraction) -> Extraction:
        """Return the extraction with ``DocumentEntity.iri`` filled."""
        ...


class Resolver(Protocol):
    """Merges extractions over documents."""

    def resolve(self, extractions: Iterable[Extraction]) -> Resolution:
        """Return the merged collection; the order of extractions does not matter."""
        ...


class Store(Protocol):
    """Holds quads and answers SPARQL. Quads cross this border as N-Quads bytes."""

    def load(self, nquads: bytes) -> None:
        """Add all quads of an N-Quads document."""
        ...

    def query(self, sparql: str, *, union: bool = False, bindings: Mapping[str, Term] | None = None) -> Answer:
        """Run a query with variables replaced by terms, over the default graph or over all graphs as one.

        Raises:
            QueryError: The query does not parse, or reaches beyond this store.
        """
        ...

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield every quad, or those of one graph (``""`` is the default graph), in no order."""
        ...

    def __len__(self) -> int:
        """Count the quads."""
        ...


class Exporter(Protocol):
    """Writes a graph in one format."""

    def export(self, store: Store, out: Path) -> None:
        """Write ``out`` (a file, or a folder where the format has several files)."""
        ...


class Executor(Protocol):
    """Runs one function over shards, here or elsewhere."""

    def map(self, function: Callable[[T], R], items: list[T]) -> Iterator[R | Lost]:
        """Yield results in the order of ``items``; :class:`~kg.types.Lost` where a worker died over one."""
        ...

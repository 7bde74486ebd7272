"""A finished graph, as the library hands it out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.graph.explain import ExplainedFact, explain
from kg.graph.query import ask, run
from kg.run.directory import GraphDirectory
from kg.store.oxigraph import OxigraphStore
from kg.types import Answer
from kg.vocab import with_prefixes

if TYPE_CHECKING:
    from rdflib import Dataset


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph directory. Nothing is held open between calls.

    Attributes:
        directory: Where ``graph.trig``, ``graph.html`` and the other files are.
    """

    directory: Path

    def query(self, sparql: str, *, union: bool = True) -> Answer:
        """Run SPARQL over all graphs as one, or over the merged facts alone; the usual prefixes are known.

        Raises:
            QueryError: The query does not parse or reaches outside.
        """
        return run(OxigraphStore.open(self.directory), with_prefixes(sparql), union=union)

    def ask(self, name: str, **values: str) -> Answer:
        """Answer a named question, such as ``ask("whom-did-x-meet", person="Ana Torres")``.

        Raises:
            QueryError: There is no such question, or a parameter is missing or unknown.
        """
        return ask(OxigraphStore.open(self.directory), name, values)

    def explain(self, term: str) -> list[ExplainedFact]:
        """Give the facts about an IRI, a label or the id of a fact, each with the sentences that bear it.

        Raises:
            QueryError: Nothing in the graph has that name.
        """
        return explain(OxigraphStore.open(self.directory), term)

    def to_rdflib(self) -> Dataset:
        """Load everything, named graphs included, into an rdflib dataset."""
        from kg.store.rdflib import to_rdflib

        return to_rdflib(OxigraphStore.open(self.directory).quads())

    @property
    def report(self) -> dict[str, Any]:
        """What the last run did: articles, counts, silences, violations; timings in seconds."""
        report: dict[str, Any] = json.loads(GraphDirectory(self.directory).report.read_text(encoding="utf-8"))
        return report

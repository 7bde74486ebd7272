"""Plug-ins by name: a kind and a name lead to an object that is imported on first use.

Packages installed beside kg add their own through the entry-point group ``kg.<kind>``; a name of ours cannot be
taken over, so that a graph says the same wherever it is built.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from kg.errors import ConfigError

BUILT_IN: dict[tuple[str, str], str] = {
    ("extractor", "spacy"): "kg.extract.extractor:SpacyExtractor",
    ("linker", "gazetteer"): "kg.link.linker:GazetteerLinker",
    ("resolver", "rules"): "kg.resolve.resolver:resolve",
    ("executor", "local"): "kg.run.local:LocalExecutor",
    ("store", "oxigraph"): "kg.store.oxigraph:OxigraphStore",
    ("store", "rdflib"): "kg.store.rdflib:RdflibStore",
    ("store", "remote"): "kg.store.remote:RemoteStore",
    ("exporter", "csv"): "kg.export.csv:CsvExporter",
    ("exporter", "gexf"): "kg.export.gexf:GexfExporter",
    ("exporter", "graphml"): "kg.export.graphml:GraphmlExporter",
    ("exporter", "jsonld"): "kg.export.jsonld:JsonldExporter",
    ("exporter", "neo4j"): "kg.export.neo4j:Neo4jExporter",
    ("exporter", "nquads"): "kg.export.nquads:NquadsExporter",
    ("exporter", "parquet"): "kg.export.parquet:ParquetExporter",
    ("exporter", "plover"): "kg.export.plover:PloverExporter",
    ("exporter", "rdfxml"): "kg.export.rdfxml:RdfxmlExporter",
    ("exporter", "trig"): "kg.export.trig:TrigExporter",
    ("exporter", "turtle"): "kg.export.turtle:TurtleExporter",
}
"""What ships with kg: (kind, name) to ``module:attribute``."""


def names(kind: str) -> list[str]:
    """List the names of a kind, sorted.

    >>> names("extractor")
    ['spacy']
    """
    ours = {name for of, name in BUILT_IN if of == kind}
    return sorted(ours | {entry.name for entry in entry_points(group=f"kg.{kind}")})


def load(kind: str, name: str) -> Any:
    """Import the plug-in of this kind and name.

    Raises:
        ConfigError: No plug-in has the name; the message lists those that there are.
    """
    target = BUILT_IN.get((kind, name))
    if target is not None:
        module, _, attribute = target.partition(":")
        return getattr(import_module(module), attribute)
    for entry in entry_points(group=f"kg.{kind}", name=name):
        return entry.load()
    raise ConfigError(f"no {kind} is called {name!r}; there are: {', '.join(names(kind)) or 'none'}")

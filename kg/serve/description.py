"""The SPARQL 1.1 service description: what the endpoint is and can do, as RDF."""

from __future__ import annotations

from collections.abc import Iterator

from kg.types import Quad
from kg.vocab import TYPE

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)


def describe(endpoint: str, update: str | None) -> Iterator[Quad]:
    """Yield the triples.

    Args:
        endpoint: Address of the endpoint.
        update: Address for updates, None where there are none.
    """
    service, dataset = "_:service", "_:dataset"
    yield Quad(service, TYPE, f"{SD}Service")
    yield Quad(service, f"{SD}endpoint", endpoint)
    yield Quad(service, f"{SD}supportedLanguage", f"{SD}SPARQL11Query")
    if update is not None:
        yield Quad(service, f"{SD}endpoint", update)
        yield Quad(service, f"{SD}supportedLanguage", f"{SD}SPARQL11Update")
    yield Quad(service, f"{SD}feature", f"{SD}UnionDefaultGraph")
    for name in RESULT_FORMATS:
        yield Quad(service, f"{SD}resultFormat", FORMATS + name)
    yield Quad(service, f"{SD}defaultDataset", dataset)
    yield Quad(dataset, TYPE, f"{SD}Dataset")
    yield Quad(dataset, f"{SD}defaultGraph", "_:graph")
    yield Quad("_:graph", TYPE, f"{SD}Graph")

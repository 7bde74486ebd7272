"""The derived triples: super-classes, bounds of dates, parties, PLOVER codes and shortcuts."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.ontology import ONTOLOGY_GRAPH
from kg.ontologies import read
from kg.quads import from_nquads, line, to_nquads
from kg.types import Quad


def materialise(quads: Iterable[Quad]) -> list[Quad]:
    """Add what ``rules/shortcuts.ru`` derives; running it again adds nothing.

    Args:
        quads: What was built or loaded.

    Returns:
        The quads with the derived ones, without the ontology, sorted by their N-Quads lines.
    """
    import pyoxigraph as ox

    store = ox.Store()
    store.bulk_load(to_nquads(quads), format=ox.RdfFormat.N_QUADS)
    ontology = ox.NamedNode(ONTOLOGY_GRAPH)
    store.load(read("dip.ttl"), format=ox.RdfFormat.TURTLE, to_graph=ontology)
    store.update(read("rules/shortcuts.ru").decode())
    store.remove_graph(ontology)
    return sorted(from_nquads(store.dump(format=ox.RdfFormat.N_QUADS) or b""), key=line)

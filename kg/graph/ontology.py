"""What the steps of the pipeline need to know of the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.ontologies import read
from kg.vocab import DIP, RDFS, local

ONTOLOGY_GRAPH = "https://w3id.org/dip/ontology"


@dataclass(frozen=True, slots=True)
class Ontology:
    """The class hierarchy of ``dip:`` by local names, and what the classes and properties carry."""

    parents: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    plover: Mapping[str, str]
    single_valued: frozenset[str]

    def superclasses(self, name: str) -> tuple[str, ...]:
        """Give all classes above ``name`` and itself, nearest first."""
        found = [name]
        for current in found:  # grows while it is walked
            found += [parent for parent in self.parents.get(current, ()) if parent not in found]
        return tuple(found)

    def subclasses(self, name: str) -> tuple[str, ...]:
        """Give all classes below ``name`` and itself, by name."""
        return tuple(sorted(each for each in {name, *self.parents} if name in self.superclasses(each)))


@cache
def load() -> Ontology:
    """Read the class hierarchy; the file does not change while a program runs, so it is read once."""
    import pyoxigraph as ox

    parents: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    plover: dict[str, str] = {}
    single: set[str] = set()
    for triple in ox.parse(read("dip.ttl"), format=ox.RdfFormat.TURTLE):
        subject, predicate, value = str(triple.subject.value), triple.predicate.value, str(triple.object.value)
        if not subject.startswith(DIP):
            continue
        name = local(subject)
        if predicate == f"{RDFS}subClassOf" and value.startswith(DIP):
            parents.setdefault(name, []).append(local(value))
        elif predicate == f"{RDFS}label":
            labels[name] = value
        elif predicate == f"{DIP}ploverType":
            plover[name] = local(value)
        elif predicate == f"{DIP}singleValued" and value == "true":
            single.add(name)
    hierarchy = {name: tuple(sorted(above)) for name, above in parents.items()}
    return Ontology(hierarchy, labels, plover, frozenset(single))

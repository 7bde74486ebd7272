"""What changed between two graphs: facts added, removed, and of another standing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.quads import line
from kg.types import Quad, Term
from kg.vocab import FACTS_GRAPH, RDF, dip, local

_PARTS = (f"{RDF}subject", f"{RDF}predicate", f"{RDF}object", dip("status"))


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact and its status in one graph."""

    subject: str
    predicate: str
    object: Term
    status: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts by their IRIs; ``changed`` pairs them before and after; ``triples_…`` are of the default graph."""

    added: dict[str, Standing]
    removed: dict[str, Standing]
    changed: dict[str, tuple[Standing, Standing]]
    triples_added: tuple[Quad, ...]
    triples_removed: tuple[Quad, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.triples_added or self.triples_removed)


def compare(before: Iterable[Quad], after: Iterable[Quad]) -> Difference:
    """Compare two graphs by their fact ledgers and by the triples of their default graphs."""
    old_quads, new_quads = list(before), list(after)
    old, new = _ledger(old_quads), _ledger(new_quads)
    old_world, new_world = _world(old_quads), _world(new_quads)
    return Difference(
        added={iri: new[iri] for iri in sorted(new.keys() - old.keys())},
        removed={iri: old[iri] for iri in sorted(old.keys() - new.keys())},
        changed={
            iri: (old[iri], new[iri]) for iri in sorted(old.keys() & new.keys()) if old[iri].status != new[iri].status
        },
        triples_added=tuple(sorted(new_world - old_world, key=line)),
        triples_removed=tuple(sorted(old_world - new_world, key=line)),
    )


def turtle_patch(difference: Difference) -> str:
    """Write the change of the default graph as an RDF Patch: ``D`` lines take triples out, ``A`` lines add them."""
    rows = [f"D {line(quad)}" for quad in difference.triples_removed]
    rows += [f"A {line(quad)}" for quad in difference.triples_added]
    return "".join(f"{row}\n" for row in ["TX .", *rows, "TC ."])


def _world(quads: list[Quad]) -> set[Quad]:
    return {quad for quad in quads if not quad.graph}


def _ledger(quads: list[Quad]) -> dict[str, Standing]:
    """Read the facts of ``graph:facts``; a fact that lacks a part is left out."""
    found: dict[str, dict[str, Term]] = {}
    for quad in quads:
        if quad.graph == FACTS_GRAPH and quad.predicate in _PARTS:
            found.setdefault(quad.subject, {})[quad.predicate] = quad.object
    return {
        iri: Standing(str(parts[_PARTS[0]]), str(parts[_PARTS[1]]), parts[_PARTS[2]], local(str(parts[_PARTS[3]])))
        for iri, parts in found.items()
        if len(parts) == len(_PARTS)
    }

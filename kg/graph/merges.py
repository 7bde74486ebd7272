"""Why tellings of articles became one node, as the graph records it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.ids import n3
from kg.protocols import Store
from kg.types import Literal, Term
from kg.vocab import RUN_GRAPH, with_prefixes

_MERGES = """
SELECT ?merge ?node ?label ?value ?score ?feature WHERE {
  VALUES ?node { %s }
  GRAPH <%s> {
    ?merge dip:mergedNode ?node ; dip:mergedValue ?value ; dip:mergeScore ?score ; dip:mergeFeature ?feature
  }
  OPTIONAL { ?node rdfs:label ?label }
}"""

SAME_LINK = "same link"
"""The feature of entities that have one IRI in several articles; it needs no explanation."""


@dataclass(frozen=True, slots=True, order=True)
class Joined:
    """Two tellings that are one; ``left`` and ``right`` are written ``document#id``, as decisions write them."""

    label: str
    left: str
    right: str
    score: float
    features: tuple[str, ...]


def merges_of(store: Store, nodes: Iterable[str]) -> list[Joined]:
    """Give why tellings of the nodes, named by their IRIs, were joined, by label and tellings."""
    listed = " ".join(n3(node) for node in nodes)
    found: dict[str, list[tuple[Term | None, ...]]] = defaultdict(list)
    for merge, *rest in store.query(with_prefixes(_MERGES % (listed, RUN_GRAPH))).rows:
        found[_text(merge)].append(tuple(rest))
    joined = [_joined(rows) for rows in found.values()]
    return sorted(each for each in joined if not each.features[0].startswith(SAME_LINK))


def _joined(rows: list[tuple[Term | None, ...]]) -> Joined:
    node, label, _, score, _ = rows[0]
    values = sorted({_text(row[2]) for row in rows})
    features = sorted({_text(row[4]) for row in rows}, key=lambda feature: (-_weight(feature), feature))
    return Joined(_text(label) or _text(node), values[0], values[-1], float(_text(score)), tuple(features))


def _weight(feature: str) -> float:
    return float(feature.rsplit(" ", 1)[1])


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else term

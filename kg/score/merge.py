"""Scores merging over articles: is one happening one event, one person one entity, and are disagreements seen?

Needs ``clusters.json`` beside the texts and annotations of a gold set; ``tests/gold/README.md`` describes it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.ids import n3
from kg.score.article import ArticleFacts, read_gold
from kg.score.clusters import b_cubed
from kg.score.compare import compare, likeness
from kg.score.predicted import predicted
from kg.score.tally import Tally, pair
from kg.types import Extraction, Resolution, Span

Resolve = Callable[[Sequence[Extraction]], Resolution]
Item = tuple[str, str]
"""(document id, id of a gold item)."""

KINDS = ("events", "agreements", "commitments")


@dataclass(frozen=True, slots=True)
class Grouping:
    """How well the items of one kind were grouped.

    Attributes:
        precision: B-cubed precision, over all gold items; what was not found stands alone.
        recall: B-cubed recall.
        f1: Harmonic mean of the two.
        f1_of_found: The same over found items only, which tells merging from extraction.
        gold: Gold items.
        found: Gold items that were extracted at all.
        merged: Pairs of found items of two articles that were joined.
        wrong_merges: Those of them that are two things.
        same: Pairs of found items of two articles that are one thing.
        wrong_splits: Those of them that were kept apart.
    """

    precision: float
    recall: float
    f1: float
    f1_of_found: float
    gold: int
    found: int
    merged: int
    wrong_merges: int
    same: int
    wrong_splits: int


@dataclass(frozen=True, slots=True)
class MergeFigures:
    """How well a collection was merged; ``useful`` of the graph's disagreements are in the gold set."""

    groupings: Mapping[str, Grouping]
    disagreements: int
    disagreements_found: int
    claimed: int
    useful: int

    @property
    def shares(self) -> dict[str, float]:
        """The figures that have floors: F1 of what was found by kind, right merges and seen disagreements."""
        events = self.groupings["events"]
        return {
            **{f"the same {kind}": each.f1_of_found for kind, each in self.groupings.items()},
            "right merges": 1 - events.wrong_merges / max(1, events.merged),
            "disagreements": self.disagreements_found / max(1, self.disagreements),
        }

    def __str__(self) -> str:
        """Write the figures as a small table."""
        columns = f"{'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6} {'wrongly merged':>15} {'split':>9}"
        lines = [f"{'kind':12} {columns}"]
        for kind, each in self.groupings.items():
            measures = f"{each.precision:6.3f} {each.recall:6.3f} {each.f1:6.3f} {each.gold:6} {each.found:6}"
            merged, split = f"{each.wrong_merges}/{each.merged}", f"{each.wrong_splits}/{each.same}"
            lines.append(f"{kind:12} {measures} {merged:>15} {split:>9}")
        known = f"{self.disagreements_found}/{self.disagreements}"
        lines.append(f"disagreements found {known}; of the graph's {self.claimed}, {self.useful} are in the gold set")
        return "\n".join(lines)


def merge_figures(folder: Path, extractions: Sequence[Extraction], resolve: Resolve) -> MergeFigures:
    """Score the merging of all articles of a gold set.

    Args:
        folder: Has ``texts/``, ``annotations/`` and ``clusters.json``.
        extractions: What was extracted from the texts, linked.
        resolve: The resolver to score.

    Raises:
        InputError: The folder has no clusters, or they name articles that it has not.
    """
    clusters = _clusters(folder)
    resolution = resolve(extractions)
    texts = {extraction.document.id: extraction.document.text for extraction in extractions}
    nodes: dict[Item, str] = {}
    entities: dict[Item, str] = {}
    for document in sorted({member[0] for kind in KINDS for each in clusters[kind] for member in each["members"]}):
        text = texts.get(document) or (folder / "texts" / f"{document}.txt").read_text(encoding="utf-8")
        gold, found = read_gold(folder / "annotations" / f"{document}.json", text), predicted(resolution, document)
        nodes |= {(document, item): node for item, node in compare(gold, found, Tally()).items()}
        entities |= {(document, item): iri for item, iri in _entities(gold, found)}
        texts[document] = text
    groupings = {kind: grouping(_items(clusters[kind]), nodes) for kind in KINDS}
    groupings["entities"] = grouping({item: item[1] for item in entities}, entities)
    hits, useful = _disagreements(clusters["disagreements"], _sides(resolution), texts)
    return MergeFigures(groupings, len(clusters["disagreements"]), hits, len(resolution.disagreements), useful)


def grouping(gold: Mapping[Item, str], nodes: Mapping[Item, str]) -> Grouping:
    """Compare the true cluster of each item with the node it became.

    >>> given = {("a", "e1"): "x", ("b", "e1"): "x", ("c", "e1"): "y"}
    >>> found = grouping({("a", "e1"): "g", ("b", "e1"): "h", ("c", "e1"): "g"}, given)
    >>> (found.wrong_merges, found.merged, found.wrong_splits, found.same)
    (1, 1, 1, 1)
    """
    found = {item: nodes[item] for item in gold if item in nodes}
    pairs = [(x, y) for x, y in combinations(sorted(found), 2) if x[0] != y[0]]
    merged = [(x, y) for x, y in pairs if found[x] == found[y]]
    same = [(x, y) for x, y in pairs if gold[x] == gold[y]]
    return Grouping(
        *b_cubed(gold, found),
        f1_of_found=b_cubed({item: gold[item] for item in found}, found)[2],
        gold=len(gold),
        found=len(found),
        merged=len(merged),
        wrong_merges=sum(gold[x] != gold[y] for x, y in merged),
        same=len(same),
        wrong_splits=sum(found[x] != found[y] for x, y in same),
    )


def _clusters(folder: Path) -> dict[str, Any]:
    path = folder / "clusters.json"
    try:
        clusters: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read as clusters: {error}; expected a gold set of stories") from error
    if missing := [key for key in (*KINDS, "disagreements") if key not in clusters]:
        raise InputError(str(path), f"lacks {missing[0]!r}; expected {', '.join(KINDS)} and disagreements")
    return clusters


def _items(clusters: Iterable[Mapping[str, Any]]) -> dict[Item, str]:
    return {(document, item): each["id"] for each in clusters for document, item in each["members"]}


def _entities(gold: ArticleFacts, found: ArticleFacts) -> list[tuple[str, str]]:
    return [(left.id, right.id) for left, right in pair(gold.entities, found.entities, likeness)]


# ---------------------------------------------------------------- disagreements
def _sides(resolution: Resolution) -> list[list[tuple[str, Span]]]:
    """List for each disagreement the sentences, with their documents, that tell one of its options."""
    told: dict[tuple[str, str, str], list[tuple[str, Span]]] = defaultdict(list)
    for fact in resolution.facts:
        told[fact.subject, fact.predicate, n3(fact.object)] += [
            (claim.evidence.document, claim.evidence.sentence) for claim in fact.claims
        ]
    return [
        [place for option in each.options for place in told[each.subject, each.predicate, n3(option)]]
        for each in resolution.disagreements
    ]


def _disagreements(
    gold: Sequence[Mapping[str, Any]], sides: Sequence[Sequence[tuple[str, Span]]], texts: Mapping[str, str]
) -> tuple[int, int]:
    """Count gold disagreements that one of the graph's has in two articles, and those of the graph that one has."""
    hits = [[_meets(each["values"], side, texts) for side in sides] for each in gold]
    return sum(any(row) for row in hits), sum(any(column) for column in zip(*hits, strict=True))


def _meets(values: Iterable[Mapping[str, str]], side: Sequence[tuple[str, Span]], texts: Mapping[str, str]) -> bool:
    articles = set()
    for value in values:
        start = texts[value["article"]].find(value["evidence"])
        where = Span(start, start + len(value["evidence"]))
        if start >= 0 and any(document == value["article"] and span.overlaps(where) for document, span in side):
            articles.add(value["article"])
    return len(articles) >= 2

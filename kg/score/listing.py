"""Lists what was missed, invented or read otherwise: the sentence, what was expected and which frame fired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.score.article import ArticleFacts, Deal, Happening, Promise
from kg.score.compare import compare, same_date
from kg.score.evaluate import Resolve, read_articles
from kg.score.tally import Figures, Tally
from kg.types import Extraction, Span
from kg.vocab import local

Item = Happening | Deal | Promise


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between what was annotated and what was found in an article.

    ``frame`` are the rows of the lexicon that fired in the sentence, empty where none did.
    """

    article: str
    error: Literal["missed", "invented", "differs"]
    expected: str
    found: str
    sentence: str
    frame: str

    def __str__(self) -> str:
        """Write it as a block of lines."""
        lines = [f"{self.article}: {self.error}", f"  sentence  {self.sentence}"]
        lines += [f"  expected  {self.expected}"] if self.expected else []
        lines += [f"  found     {self.found}"] if self.found else []
        return "\n".join([*lines, f"  frame     {self.frame or 'none fired'}"])


def findings(folder: Path, extractions: Sequence[Extraction], resolve: Resolve) -> Iterator[Finding]:
    """Yield the differences in events, agreements and commitments, article by article, in text order.

    Raises:
        InputError: The folder is no gold set.
    """
    for gold, found, extraction in read_articles(folder, extractions, resolve):
        if extraction is not None:
            yield from _Listing(gold, found, extraction).findings()


def type_figures(folder: Path, extractions: Sequence[Extraction], resolve: Resolve) -> dict[str, Figures]:
    """Score each type of event by itself; a pair of two types counts as missed for one and invented for the other."""
    tally = Tally()
    for gold, found, extraction in read_articles(folder, extractions, resolve):
        if extraction is None:
            continue
        pairs, given = compare(gold, found, Tally()), {each.id: each for each in found.events}
        for event in gold.events:
            match = given.get(pairs.get(event.id, ""))
            tally.add(event.type, right=match is not None and match.type == event.type, predicted=0, gold=1)
        for event in found.events:
            tally.add(event.type, right=0, predicted=1, gold=0)
    return {kind: Figures(tally.right[kind], tally.predicted[kind], tally.gold[kind]) for kind in sorted(tally.gold)}


class _Listing:
    """Compares one article item by item."""

    def __init__(self, gold: ArticleFacts, found: ArticleFacts, extraction: Extraction) -> None:
        self._gold = gold
        self._found = found
        self._extraction = extraction
        self._pairs = compare(gold, found, Tally())

    def findings(self) -> list[Finding]:
        gold: list[Item] = [*self._gold.events, *self._gold.agreements, *self._gold.commitments]
        found: list[Item] = [*self._found.events, *self._found.agreements, *self._found.commitments]
        by_id: Mapping[str, Item] = {item.id: item for item in found}
        listed: list[tuple[Item, Item | None]] = [(item, by_id.get(self._pairs.get(item.id, ""))) for item in gold]
        matched = {match.id for _, match in listed if match is not None}
        errors = [(_start(item), self._finding(item, match)) for item, match in listed if _differ(item, match)]
        errors += [(_start(item), self._finding(None, item)) for item in found if item.id not in matched]
        return [finding for _, finding in sorted(errors, key=lambda pair: pair[0])]

    def _finding(self, gold: Item | None, found: Item | None) -> Finding:
        spans = gold.spans if gold is not None else found.spans if found is not None else ()
        sentence = self._sentence(spans)
        return Finding(
            article=self._gold.id,
            error="missed" if found is None else "invented" if gold is None else "differs",
            expected=_described(gold) if gold is not None else "",
            found=_described(found) if found is not None else "",
            sentence=" ".join(self._extraction.document.text[sentence.start : sentence.end].split()),
            frame=", ".join(e.frame for e in self._extraction.events if e.evidence.overlaps(sentence)),
        )

    def _sentence(self, spans: Sequence[Span]) -> Span:
        """Give the sentence in which an item is told first."""
        first = min(spans, default=Span(0, 0))
        return next((s for s in self._extraction.sentences if s.overlaps(first)), first)


def _start(item: Item) -> int:
    return min((span.start for span in item.spans), default=0)


def _differ(gold: Item, found: Item | None) -> bool:
    if isinstance(gold, Happening) and isinstance(found, Happening):
        same = (gold.type, gold.factuality) == (found.type, found.factuality)
        return not (same and (not gold.date or same_date(gold.date, found.date)))
    return found is None


def _described(item: Item) -> str:
    """Write an item in a line: its kind, who takes part, where and when."""
    match item:
        case Happening():
            told = [item.type, item.factuality, _names(item.participants), _names(item.places), item.date]
        case Deal():
            told = ["agreement", _names(item.parties)]
        case Promise():
            told = ["commitment", _names(item.by), "" if item.amount is None else f"{item.amount:g}"]
    return "; ".join(part for part in told if part)


def _names(ids: frozenset[str]) -> str:
    return ", ".join(sorted(local(each) if ":" in each else each for each in ids))

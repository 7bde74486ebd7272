"""Scores extractions against a gold set, and keeps the figures from falling.

A gold set is a folder with ``texts/`` and ``annotations/`` and, where articles tell the same stories,
``clusters.json``; ``tests/gold/README.md`` describes the files. Floors are F1 values by kind, kept with a digest of the
gold set: other articles make other figures, so floors for one set say nothing of another.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.files import replace_file
from kg.score.article import ArticleFacts, read_gold
from kg.score.compare import compare
from kg.score.predicted import predicted
from kg.score.tally import Figures, Tally
from kg.types import Extraction, Resolution

Resolve = Callable[[Sequence[Extraction]], Resolution]

_PARTS = ("annotations", "stories", "texts")
CLUSTER_SLACK = 0.03
"""How far below the figure of the day a floor for clusters is set; a dozen stories make coarse figures."""


def article_figures(folder: Path, extractions: Sequence[Extraction], resolve: Resolve) -> dict[str, Figures]:
    """Score each article of a gold set alone; what was not extracted counts as missed.

    Raises:
        InputError: The folder is no gold set.
    """
    tally = Tally()
    for gold, found, _ in read_articles(folder, extractions, resolve):
        compare(gold, found, tally)
    return tally.figures()


def read_articles(
    folder: Path, extractions: Sequence[Extraction], resolve: Resolve
) -> Iterator[tuple[ArticleFacts, ArticleFacts, Extraction | None]]:
    """Yield what is annotated and what was found in each article alone, None where it was not extracted.

    Raises:
        InputError: The folder is no gold set.
    """
    known = {extraction.document.id: extraction for extraction in extractions}
    for path in annotated(folder):
        extraction = known.get(path.stem)
        texts = folder / "texts" / f"{path.stem}.txt"
        gold = read_gold(path, extraction.document.text if extraction else texts.read_text(encoding="utf-8"))
        yield gold, predicted(resolve([extraction] if extraction else []), path.stem), extraction


def digest(folder: Path) -> str:
    """Hash a gold set with its stories, file names and contents; other sets may lie in its folder."""
    hashed = hashlib.sha256()
    files = (path for part in _PARTS for path in (folder / part).rglob("*") if path.suffix in {".txt", ".json"})
    for path in sorted(files):
        hashed.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return hashed.hexdigest()


def _read_floors(path: Path) -> tuple[str, dict[str, float]]:
    """Give the digest of the gold set that floors are for, and the floors."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return kept["gold"], kept["floors"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"no floors: expected JSON with gold and floors, found {error!r}") from error


def below_floors(figures: dict[str, float], path: Path, folder: Path) -> list[str]:
    """Say which figures fell below their floors.

    Raises:
        InputError: The floors belong to another gold set, or the file holds none.
    """
    gold, floors = _read_floors(path)
    if gold != digest(folder):
        raise InputError(str(path), "the gold set has changed since; set new floors with kg eval --raise-floors")
    return [
        f"{kind}: F1 {figures.get(kind, 0.0):.3f} is below its floor {floor:.3f}"
        for kind, floor in floors.items()
        if figures.get(kind, 0.0) < floor
    ]


def floors_for(articles: Mapping[str, Figures], clusters: Mapping[str, float]) -> dict[str, float]:
    """Give floors just below today's figures: room for one item of a kind, not for a loss."""
    floors = {kind: each.f1 - 2 / max(1, each.gold + each.predicted) for kind, each in articles.items()}
    floors |= {kind: f1 - CLUSTER_SLACK for kind, f1 in clusters.items()}
    return {kind: math.floor(max(0.0, floor) * 1000) / 1000 for kind, floor in sorted(floors.items())}


def raise_floors(floors: Mapping[str, float], path: Path, folder: Path) -> None:
    """Keep floors in a file; on the same gold set a floor never sinks."""
    old: dict[str, float] = {}
    if path.exists():
        gold, kept = _read_floors(path)
        old = kept if gold == digest(folder) else {}
    raised = {kind: max(old.get(kind, 0.0), floors[kind]) for kind in sorted(floors)}
    replace_file(path, (json.dumps({"gold": digest(folder), "floors": raised}, indent=1) + "\n").encode())


def annotated(folder: Path) -> list[Path]:
    """Give the files with the annotations of a gold set.

    Raises:
        InputError: There are none.
    """
    found = sorted((folder / "annotations").glob("*.json"))
    if not found:
        raise InputError(str(folder), "no gold set: expected texts/ and annotations/ with one JSON file an article")
    return found

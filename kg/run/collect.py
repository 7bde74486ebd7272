"""What all articles say: taken over from earlier runs where it still holds, else read now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kg.run.extractions import read_lines, to_line, write_lines
from kg.run.manifest import Manifest
from kg.run.report import describe_article
from kg.run.shards import Plan, run_shards
from kg.types import Document, Extraction, Report

Progress = Callable[[int, int], None]
"""Called with how many articles are read, and of how many."""


def collect(
    documents: Iterable[Document],
    earlier: Sequence[Manifest],
    plan: Plan,
    *,
    report: Report,
    on_progress: Progress | None = None,
) -> list[Extraction]:
    """Give the extractions of all documents, sorted by document id; what cannot be read is in the report."""
    found: dict[str, Extraction] = {}
    missing: list[Document] = []
    for document in documents:
        known = next((manifest.fresh[document.id] for manifest in earlier if manifest.holds(document)), None)
        if known is None:
            missing.append(document)
        else:
            found[document.id] = known
            describe_article(report, known, status="reused")
    done = 0
    for shard, outcome in run_shards(plan, missing):
        report.skipped += outcome.failed
        for extraction in read_lines(outcome.path) if outcome.path.exists() else ():  # a lost one left no file
            found[extraction.document.id] = extraction
            describe_article(report, extraction, status="extracted")
        done += len(shard.documents)
        if on_progress:
            on_progress(done, len(missing))
    return [found[name] for name in sorted(found)]


def pack(extractions: Sequence[Extraction], plan: Plan) -> None:
    """Write all extractions in full shards: the same articles give the same files, however many runs it took."""
    by_id = {extraction.document.id: extraction for extraction in extractions}
    kept: set[Path] = set()
    for shard in plan.shards([extraction.document for extraction in extractions]):
        kept.add(shard.path)
        lines = (to_line(by_id[document.id], plover=plan.plover) for document in shard.documents)
        write_lines(lines, shard.path)
    for path in set(plan.directory.glob("*.jsonl")) - kept:
        path.unlink()

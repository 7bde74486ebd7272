"""``report.json``: what became of each article, what the graph holds, and what the run could not use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from kg.files import replace_file
from kg.types import Extraction, Report, Resolution

LEVELS = ("mentions", "events", "agreements", "commitments", "statements", "tenures")


@contextmanager
def timed(report: Report, step: str) -> Iterator[None]:
    """Add the seconds of a block to the report."""
    start = perf_counter()
    try:
        yield
    finally:
        report.timings[step] = round(report.timings.get(step, 0.0) + perf_counter() - start, 3)


def describe_article(report: Report, extraction: Extraction, *, status: str) -> None:
    """Say what an article gave, and whether it was ``extracted`` now or ``reused`` from an earlier run."""
    document = extraction.document
    report.articles[document.id] = {
        "status": status,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published and document.published.isoformat(),
        "sentences": len(extraction.sentences),
        **{level: len(getattr(extraction, level)) for level in LEVELS},
        "silences": [
            {"start": silence.span.start, "end": silence.span.end, "reason": silence.reason}
            for silence in extraction.silences
        ],
    }


def count(report: Report, extractions: list[Extraction], resolution: Resolution) -> None:
    """Count what the graph holds."""
    report.counts = {
        "articles": len(resolution.documents),
        "entities": len(resolution.entities),
        "nodes": len(resolution.nodes),
        "facts": len(resolution.facts),
        "claims": sum(len(fact.claims) for fact in resolution.facts),
        "disagreements": len(resolution.disagreements),
        "merges": len(resolution.merges),
        "copies": len(resolution.copies),
        "silences": sum(len(extraction.silences) for extraction in extractions),
    }


def write_report(report: Report, path: Path) -> None:
    """Write the report; what differs between two runs over the same articles stands under ``timings`` alone."""
    content = asdict(report)
    content["articles"] = dict(sorted(report.articles.items()))
    content["skipped"] = sorted(content["skipped"], key=lambda skipped: (skipped["source"], skipped["reason"]))
    replace_file(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode(errors="replace"))

"""Articles in shards: read by the extractor, linked, written to disk; a bad article never costs the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.config import Config
from kg.protocols import Executor
from kg.registry import load
from kg.run.extractions import to_line, write_lines
from kg.run.manifest import shard_name
from kg.types import Document, Extraction, Lost, Skipped

Reading = Callable[[list[Document]], Iterator[Extraction]]

SHARD = 32
"""Documents a shard: the batch at which the model is fastest for its memory."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One task: documents to read and the file to write."""

    documents: tuple[Document, ...]
    path: Path
    config: Config
    plover: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a shard: its file, and the documents that gave nothing."""

    path: Path
    failed: tuple[Skipped, ...] = ()


@dataclass(slots=True)
class Plan:
    """How shards are cut, named and run."""

    directory: Path
    mark: str
    config: Config
    executor: Executor
    plover: dict[str, str] = field(default_factory=dict)

    def shards(self, documents: list[Document]) -> list[Shard]:
        """Cut documents, sorted by id, into shards."""
        ordered = sorted(documents, key=lambda document: document.id)
        return [self.shard(tuple(ordered[start : start + SHARD])) for start in range(0, len(ordered), SHARD)]

    def shard(self, documents: tuple[Document, ...]) -> Shard:
        """Make the task of these documents."""
        path = self.directory / shard_name(self.mark, documents)
        return Shard(documents, path, self.config, tuple(sorted(self.plover.items())))


def run_shards(plan: Plan, documents: list[Document]) -> Iterator[tuple[Shard, Outcome]]:
    """Read all documents; the documents of a lost shard are tried again one by one."""
    shards = plan.shards(documents)
    for shard, outcome in zip(shards, plan.executor.map(process_shard, shards), strict=True):
        if not isinstance(outcome, Lost):
            yield shard, outcome
            continue
        singles = [plan.shard((document,)) for document in shard.documents]
        for single, result in zip(singles, plan.executor.map(process_shard, singles), strict=True):
            yield single, result if isinstance(result, Outcome) else _lost(single, result)


def _lost(shard: Shard, lost: Lost) -> Outcome:
    return Outcome(shard.path, tuple(Skipped(document.id, lost.reason) for document in shard.documents))


def process_shard(shard: Shard) -> Outcome:
    """Read the documents of a shard and write its file."""
    plover = dict(shard.plover)
    lines: list[str] = []
    failed: list[Skipped] = []
    for document, result in _read(shard):
        if isinstance(result, Skipped):
            failed.append(result)
            continue
        try:
            line = to_line(result, plover=plover)
            line.encode()
        except UnicodeEncodeError as error:
            failed.append(Skipped(document.id, f"text that is not Unicode: {error}"))
            continue
        lines.append(line)
    write_lines(lines, shard.path)
    return Outcome(shard.path, tuple(failed))


def _read(shard: Shard) -> Iterator[tuple[Document, Extraction | Skipped]]:
    """Extract the whole batch; where it fails, each document alone."""
    reading = reader(shard.config)
    try:
        results: list[Extraction | Skipped] = list(reading(list(shard.documents)))
    except Exception:  # one document broke the batch: the next pass finds it and says why
        results = [_alone(reading, document) for document in shard.documents]
    yield from zip(shard.documents, results, strict=True)


def _alone(reading: Reading, document: Document) -> Extraction | Skipped:
    try:
        (extraction,) = reading([document])
    except Exception as error:
        return Skipped(document.id, f"could not be read: {type(error).__name__}: {error}")
    return extraction


@cache
def reader(config: Config) -> Reading:
    """Build what reads articles, once a process: loading the model takes longer than a shard of short articles."""
    from kg.gazetteer import Gazetteer

    gazetteer = Gazetteer.load(config.gazetteer)
    extractor = load("extractor", config.extractor)(config.model, config.frames, gazetteer=gazetteer)
    linker = load("linker", config.linker)(gazetteer)

    def read(documents: list[Document]) -> Iterator[Extraction]:
        return map(linker.link, extractor.extract(documents))

    return read

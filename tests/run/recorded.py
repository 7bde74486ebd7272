"""Builds in a process of its own, from articles that were read before, so that all stages that write are real."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import kg.pipeline
from kg import registry
from kg.errors import KgError
from kg.gazetteer import Gazetteer
from kg.run import shards
from kg.run.extractions import read_lines

PAUSE = 0.01
"""Seconds that reading an article takes, so that runs can be cut off there too."""

EXPLAINED = 2
"""Exit code of a build that ended in an error that says what to do."""

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__, "kg.view.page", "kg.view.resolution", "pyoxigraph"])


class RecordedExtractor:
    """Gives what the folder in RECORDED says of each document."""

    def __init__(self, model, frames, *, gazetteer):
        folder = Path(os.environ["RECORDED"])
        self._known = {each.document.id: each for path in folder.glob("*.jsonl") for each in read_lines(path)}

    def extract(self, documents):
        for document in documents:
            time.sleep(PAUSE)
            yield self._known[document.id]


def start(sources: list[Path], out: Path, *, recorded: Path, largest_file: int | None = None) -> ForkServerProcess:
    """Start a build; with ``largest_file``, writing more bytes than that to a file fails as on a full disk."""
    process = _CONTEXT.Process(target=_build, args=(sources, out, recorded, largest_file))
    process.start()
    return process


def _build(sources: list[Path], out: Path, recorded: Path, largest_file: int | None) -> None:
    os.environ["RECORDED"] = str(recorded)
    registry.BUILT_IN["extractor", "spacy"] = f"{__name__}:RecordedExtractor"
    kg.pipeline.validate = lambda quads: []  # the longest stage, and the one that leaves no trace
    shards.SHARD = 2
    Gazetteer.load()
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    try:
        kg.build(sources, out=out)
    except KgError as error:
        raise SystemExit(EXPLAINED) from error

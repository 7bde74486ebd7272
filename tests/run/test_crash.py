"""A run that is killed, or runs out of disk, leaves the old graph or the new one, and the next run finishes."""

import json
import os
import random
import shutil
import time
from pathlib import Path

import pytest

from kg.store.oxigraph import OxigraphStore
from tests.run.recorded import EXPLAINED, start

EXAMPLES = Path(__file__).parents[2] / "examples"
KILLS = int(os.environ.get("KG_KILLS", "12"))
SOURCES = sorted(path for path in EXAMPLES.glob("truce-*") if path.suffix in {".txt", ".jsonl"})


def state(out):
    """Read a graph: all that two equal runs have in common."""
    report = json.loads((out / "report.json").read_text())
    del report["timings"], report["articles"]  # what was read now and what was reused depends on the run
    files = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file() and path.name != "report.json"}
    shards = {path.name: path.read_bytes() for path in (out / "extractions").iterdir()}
    return report, files, shards, len(OxigraphStore.open(out))


@pytest.fixture(scope="module")
def runs(sample, tmp_path_factory):
    """A graph of all articles but one, one of all, and how long the second takes to become of the first."""
    folder, recorded = tmp_path_factory.mktemp("runs"), sample.directory / "extractions"
    finish(start(SOURCES[1:], folder / "old", recorded=recorded))
    shutil.copytree(folder / "old", folder / "new")
    began = time.perf_counter()
    finish(start(SOURCES, folder / "new", recorded=recorded))
    return folder, recorded, time.perf_counter() - began


def finish(process):
    process.join(120)
    assert process.exitcode == 0


def test_killed_at_any_moment_a_run_leaves_a_whole_graph_and_the_next_finishes(runs, tmp_path):
    folder, recorded, seconds = runs
    old, new = state(folder / "old"), state(folder / "new")
    assert old != new
    out, chance = tmp_path / "out", random.Random(5)
    shutil.copytree(folder / "old", out)
    for kill in range(KILLS):
        process = start(SOURCES, out, recorded=recorded)
        time.sleep(seconds * (kill + chance.random()) / KILLS)
        process.kill()
        process.join()
        found = state(out)
        assert found in (old, new), f"kill {kill} left something else"
        if found == new:
            shutil.rmtree(out)
            shutil.copytree(folder / "old", out)
    finish(start(SOURCES, out, recorded=recorded))
    assert state(out) == new
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("largest_file", [500, 20_000, 200_000])
def test_a_full_disk_leaves_the_old_graph_and_an_error_that_says_so(runs, tmp_path, largest_file):
    folder, recorded, _ = runs
    out = tmp_path / "out"
    shutil.copytree(folder / "old", out)
    process = start(SOURCES, out, recorded=recorded, largest_file=largest_file)
    process.join(120)
    assert process.exitcode == EXPLAINED
    assert state(out) == state(folder / "old")
    finish(start(SOURCES, out, recorded=recorded))
    assert state(out) == state(folder / "new")

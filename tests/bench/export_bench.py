"""What each export takes from the store on disk, and what rdflib takes for the formats that it writes too, in one run.

::

    python -m tests.bench.export_bench --sizes 100000 1000000

It is no test: it prints milliseconds of processor time, how far memory grows beyond the open store (each export has a
process of its own), ratios and sizes. ``reading`` takes every quad from the store and drops it: what memory grows by
then is what RocksDB keeps of the files that it reads.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.protocols import Store
from kg.quads import from_nquads
from kg.registry import load, names
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import to_rdflib
from tests.bench.scale import grown, timed

RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
DEFAULT_GRAPH = ("turtle", "rdfxml")
"""Formats of one graph: the merged facts."""
READING = "reading"


def main() -> None:
    """Measure each size, or write one export for the process that measures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], metavar="QUADS")
    parser.add_argument("--limit", type=int, default=300, help="seconds after which an export of rdflib is given up")
    parser.add_argument("--one", nargs=3, metavar=("STORE", "FORMAT", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_export(*options.one)))
        return
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            _measure(size, Path(folder), limit=options.limit)


def _measure(size: int, folder: Path, *, limit: int) -> None:
    quads = from_nquads(grown(size))
    OxigraphStore.create(folder / "store", quads)
    theirs = to_rdflib(quads)
    print(
        f"\n{len(quads)} quads\n{'':10} {'ours (ms)':>10} {'memory':>9} {'size':>9} {'rdflib (ms)':>12} {'faster':>8}"
    )
    for name in (READING, *names("exporter")):
        command = [sys.executable, "-m", __spec__.name, "--one", str(folder), name, str(folder / "ours")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        spent, grew, size = json.loads(done.stdout)
        line = f"{name:10} {spent * 1000:10.0f} {grew:+6.0f} MB {size / 1e6:6.1f} MB"
        if name in RDFLIB:
            rdflib_spent, _ = timed(_serialiser(name, theirs, folder / "theirs"), limit=limit)
            mark = ">" if rdflib_spent is None else " "
            line += f" {mark}{(rdflib_spent or limit) * 1000:11.0f} {(rdflib_spent or limit) / spent:7.1f}x"
        print(line, flush=True)


def _export(place: str, name: str, out: str) -> tuple[float, float, int]:
    """Give seconds, megabytes of growth and bytes of one export."""
    store, target = OxigraphStore.open(Path(place)), Path(f"{out}-{name}")
    export = _read if name == READING else load("exporter", name)().export
    before = _megabytes()
    spent, _ = timed(lambda: export(store, target), limit=3600)
    size = sum(path.stat().st_size for path in [target, *target.glob("*")] if path.is_file())
    return spent or 0.0, _megabytes() - before, size


def _read(store: Store, out: Path) -> None:
    for _ in store.quads():
        pass


def _megabytes() -> float:
    """Give the most memory that this process has used; ``ru_maxrss`` would count what its parent had used too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def _serialiser(name: str, dataset: Any, out: Path) -> Callable[[], Any]:
    source = dataset.default_graph if name in DEFAULT_GRAPH else dataset
    return lambda: source.serialize(out, format=RDFLIB[name], encoding="utf-8")


if __name__ == "__main__":
    main()

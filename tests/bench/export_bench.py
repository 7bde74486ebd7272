"""How long each export takes, and what rdflib takes for the formats that it writes too, in one run.

::

    python -m tests.bench.export_bench --sizes 100000

It is no test: it prints milliseconds, ratios and sizes.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.quads import from_nquads
from kg.registry import load, names
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import to_rdflib
from tests.bench.scale import compared, grown, timed

RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
DEFAULT_GRAPH = ("turtle", "rdfxml")
"""Formats of one graph: the merged facts."""


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], metavar="QUADS")
    parser.add_argument("--limit", type=int, default=300, help="seconds after which an export is given up")
    options = parser.parse_args()
    for size in options.sizes:
        quads = from_nquads(grown(size))
        ours, theirs = OxigraphStore.memory(quads), to_rdflib(quads)
        print(f"\n{len(quads)} quads{'':14} ours (ms)  rdflib (ms)    faster")
        for name in names("exporter"):
            with tempfile.TemporaryDirectory() as folder:
                _measure(name, ours, theirs, out=Path(folder), limit=options.limit)


def _measure(name: str, ours: OxigraphStore, theirs: Any, *, out: Path, limit: int) -> None:
    exporter = load("exporter", name)()
    spent, _ = timed(lambda: exporter.export(ours, out / "ours"), limit=limit)
    rdflib_spent = timed(_serialiser(name, theirs, out / "theirs"), limit=limit)[0] if name in RDFLIB else None
    size = sum(path.stat().st_size for path in [out / "ours", *out.glob("ours/*")] if path.is_file())
    note = f"{size / 1e6:.1f} MB"
    if name in RDFLIB:
        print(compared(name, spent, rdflib_spent, limit=limit, note=note), flush=True)
    else:
        print(f"{name:26} {(spent or 0) * 1000:10.1f} {'-':>10} {'-':>9} {note}", flush=True)


def _serialiser(name: str, dataset: Any, out: Path) -> Callable[[], Any]:
    source = dataset.default_graph if name in DEFAULT_GRAPH else dataset
    return lambda: source.serialize(out, format=RDFLIB[name], encoding="utf-8")


if __name__ == "__main__":
    main()

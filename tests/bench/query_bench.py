"""How long loading, the named questions and exporting take here and in rdflib, in one run.

::

    python -m tests.bench.query_bench              # 10,000 and 100,000 quads
    python -m tests.bench.query_bench --sizes 1000000 --limit 60

It is no test: it prints milliseconds and ratios, and says where the two engines do not give the same rows.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from kg.export.turtle import TurtleExporter
from kg.graph.named import named
from kg.graph.query import ask
from kg.protocols import Store
from kg.quads import from_nquads
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import RdflibStore
from kg.types import Answer
from tests.bench.scale import compared, grown, timed

VALUES = {
    "about": "commitment:japan-united-states-investment",
    "date": "2025-10-28",
    "event": "event:2025-10-28-summit-takaichi-trump",
    "first": "state:japan",
    "office": "office:prime-minister-of-japan",
    "outlet": "outlet:test-post",
    "person": "person:sanae-takaichi",
    "place": "state:japan",
    "second": "state:united-states",
    "source": "group:white-house",
    "state": "state:japan",
    "topic": "topic:defence-spending",
    "type": "Meeting",
    "who": "state:japan",
}


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], metavar="QUADS")
    parser.add_argument("--limit", type=int, default=20, help="seconds after which a question is given up")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder), options.limit)


def measure(size: int, folder: Path, limit: int) -> None:
    """Measure one size."""
    nquads = grown(size)
    quads = from_nquads(nquads)
    print(f"\n{len(quads)} quads{'':14} ours (ms)  rdflib (ms)    faster")
    load_limit = limit * 20
    ours_time, ours = timed(lambda: OxigraphStore.create(folder / "store", quads), limit=load_limit)
    theirs_time, theirs = timed(lambda: _loaded(nquads), limit=load_limit)
    print(compared("load", ours_time, theirs_time, limit=load_limit))
    for question in named():
        values = {each.name: VALUES[each.name] for each in question.parameters if each.default is None}
        ours_time, found = timed(lambda: ask(ours, question.name, values), limit=limit, repeat=3)  # noqa: B023
        theirs_time, other = timed(lambda: ask(theirs, question.name, values), limit=limit)  # noqa: B023
        print(compared(question.name, ours_time, theirs_time, limit=limit, note=_note(found, other)), flush=True)
    ours_time, _ = timed(lambda: TurtleExporter().export(ours, folder / "ours.ttl"), limit=load_limit)
    theirs_time, _ = timed(lambda: _serialised(theirs, folder / "theirs.ttl"), limit=load_limit)
    print(compared("export turtle", ours_time, theirs_time, limit=load_limit))


def _loaded(nquads: bytes) -> RdflibStore:
    store = RdflibStore()
    store.load(nquads)
    return store


def _serialised(store: Store, out: Path) -> None:
    from rdflib import Graph

    from kg.rdflib_terms import to_rdflib_term

    graph = Graph()
    for quad in store.quads():
        if not quad.graph:
            graph.add(tuple(map(to_rdflib_term, quad[:3])))
    graph.serialize(out, format="turtle")


def _note(ours: Answer | None, theirs: Answer | None) -> str:
    if ours is None:
        return "given up"
    rows = "" if ours.truth is not None else f"{len(ours.rows)} rows"
    return f"{rows}, rdflib DIFFERS" if theirs is not None and theirs != ours else rows


if __name__ == "__main__":
    main()

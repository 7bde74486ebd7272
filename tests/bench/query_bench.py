"""How long loading, the named questions and exporting take here and in rdflib, in one run.

::

    python -m tests.bench.query_bench              # 10,000 and 100,000 quads
    python -m tests.bench.query_bench --sizes 1000000 --limit 60

It is no test: it prints milliseconds of processor time, which a busy machine does not stretch as it does the clock.
``memory`` is the graph in this process, as rdflib has it; ``disk`` the store that ``kg query`` reads. Ratios compare
the two in memory; where rdflib is given up, its limit stands for its time. Answers that differ are named.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg.export.turtle import TurtleExporter
from kg.graph.named import NamedQuery, named
from kg.graph.query import ask
from kg.protocols import Store
from kg.quads import from_nquads
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import RdflibStore
from kg.types import Answer
from tests.bench.scale import Row, grown, timed

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
    "region": "Japan",
    "source": "group:white-house",
    "state": "state:japan",
    "topic": "topic:defence-spending",
    "type": "Meeting",
    "who": "state:japan",
}
OF_ONE = {("denied-by", "who"): "group:government-of-japan", ("quotes-by", "who"): "person:sanae-takaichi"}
"""Values for a question that has no answer with those above."""
HEAD = f"{'':26} {'disk':>10} {'memory':>10} {'rdflib':>10} {'faster':>9}"


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
    print(f"\n{len(quads)} quads, processor time in ms\n{HEAD}")
    load_limit = limit * 20
    disk_time, disk = timed(lambda: OxigraphStore.create(folder / "store", quads), limit=load_limit)
    memory_time, memory = timed(lambda: OxigraphStore.memory(quads), limit=load_limit)
    theirs_time, theirs = timed(lambda: _loaded(nquads), limit=load_limit)
    print(Row("load", disk_time, memory_time, theirs_time, load_limit), flush=True)
    rows = list(_questions(disk, memory, theirs, limit=limit))
    print(_medians(rows))
    disk_time, _ = timed(lambda: TurtleExporter().export(disk, folder / "disk.ttl"), limit=load_limit)
    memory_time, _ = timed(lambda: TurtleExporter().export(memory, folder / "memory.ttl"), limit=load_limit)
    theirs_time, _ = timed(lambda: _serialised(theirs, folder / "theirs.ttl"), limit=load_limit)
    print(Row("export turtle", disk_time, memory_time, theirs_time, load_limit), flush=True)


def given(question: NamedQuery) -> dict[str, str]:
    """Give the values with which a question is asked."""
    names = [each.name for each in question.parameters if each.default is None]
    return {name: OF_ONE.get((question.name, name), VALUES[name]) for name in names}


def _questions(disk: Store, memory: Store, theirs: Store, *, limit: int) -> Iterator[Row]:
    for question in named():
        values = given(question)
        disk_time, found = _asked(disk, question, values, limit=limit, repeat=3)
        memory_time, _ = _asked(memory, question, values, limit=limit, repeat=3)
        theirs_time, other = _asked(theirs, question, values, limit=limit, repeat=2)
        row = Row(question.name, disk_time, memory_time, theirs_time, limit, _note(found, other))
        print(row, flush=True)
        yield row


def _asked(
    store: Store, question: NamedQuery, values: dict[str, str], *, limit: int, repeat: int
) -> tuple[float | None, Answer | None]:
    return timed(lambda: ask(store, question.name, values), limit=limit, repeat=repeat)


def _medians(rows: list[Row]) -> str:
    def median(column: str) -> float:
        spent = [getattr(row, column) for row in rows]
        return statistics.median(row.limit if each is None else each for row, each in zip(rows, spent, strict=True))

    ratio = statistics.median(row.ratio for row in rows)
    medians = [median(column) * 1000 for column in ("disk", "memory", "theirs")]
    return f"{'median of the questions':26} " + " ".join(f"{each:10.1f}" for each in medians) + f" {ratio:8.1f}x"


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

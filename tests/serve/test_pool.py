"""Workers: who waits, who is sent away, and what happens to those that misbehave."""

import asyncio
import shutil

import pytest

from kg.errors import GraphError
from kg.serve.limits import MEBIBYTE, Limits
from kg.serve.pool import Busy, Pool
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad
from tests.serve.conftest import SAMPLE
from tests.serve.test_endpoint import ENDLESS

BASE = "http://127.0.0.1/sparql"


def query(sparql):
    return {"task": "query", "sparql": sparql, "accept": "text/csv", "default": [], "named": [], "base": BASE}


def in_pool(place, limits, work):
    """Run ``work(pool)`` in a pool of its own."""

    async def run():
        pool = Pool(place, limits)
        await pool.start()
        try:
            return await work(pool)
        finally:
            await pool.close()

    return asyncio.run(run())


def test_who_finds_no_room_to_wait_is_sent_away():
    async def work(pool):
        first = asyncio.create_task(pool.run(query(ENDLESS)))
        await asyncio.sleep(0.1)
        with pytest.raises(Busy):
            await pool.run(query("ASK {}"))
        return await first

    assert in_pool(SAMPLE, Limits(workers=1, waiting=0, seconds=1), work).status == 503


def test_who_waits_too_long_is_sent_away():
    async def work(pool):
        first = asyncio.create_task(pool.run(query(ENDLESS)))
        await asyncio.sleep(0.1)
        with pytest.raises(Busy):
            await pool.run(query("ASK {}"))
        await first
        return await pool.run(query("ASK {}"))

    assert in_pool(SAMPLE, Limits(workers=1, patience=0.2, seconds=1), work).body == b"true\r\n"


def test_a_query_that_takes_too_much_memory_ends_alone():
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"

    async def work(pool):
        return await pool.run(query(greedy)), await pool.run(query("ASK {}"))

    stopped, after = in_pool(SAMPLE, Limits(workers=1, seconds=60, memory=64 * MEBIBYTE), work)
    assert (stopped.status, b"memory" in stopped.body) == (503, True)
    assert after.body == b"true\r\n"


def test_a_task_that_is_given_up_leaves_a_whole_worker():
    async def work(pool):
        given_up = asyncio.create_task(pool.run(query(ENDLESS)))
        await asyncio.sleep(0.2)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        return await pool.run(query("ASK {}"))

    assert in_pool(SAMPLE, Limits(workers=1), work).body == b"true\r\n"


def test_a_graph_that_is_built_anew_is_opened_anew(tmp_path):
    def build(value):
        OxigraphStore.create(tmp_path / "new", [Quad("urn:a", "urn:b", Literal(value))])
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        (tmp_path / "new").rename(tmp_path / "store")

    async def work(pool):
        before = await pool.run(query("SELECT ?o { ?s ?p ?o }"))
        build("new")
        return before.body, (await pool.run(query("SELECT ?o { ?s ?p ?o }"))).body

    build("old")
    assert in_pool(tmp_path, Limits(workers=1), work) == (b"o\r\nold\r\n", b"o\r\nnew\r\n")


def test_a_graph_that_is_one_file_takes_no_updates():
    task = {**query("CLEAR ALL"), "task": "update"}
    reply = in_pool(SAMPLE, Limits(workers=1), lambda pool: pool.update(task))
    assert (reply.status, b"read-only" in reply.body) == (503, True)


def test_no_graph_is_an_error(tmp_path):
    with pytest.raises(GraphError, match="no graph here"):
        in_pool(tmp_path, Limits(workers=1), lambda pool: pool.run(query("ASK {}")))

from dataclasses import replace

import pytest

from kg.config import Config
from kg.run.collect import collect, pack
from kg.run.local import LocalExecutor
from kg.run.manifest import fingerprint, recorded
from kg.run.shards import SHARD, Plan, run_shards
from kg.types import Document, Lost, Report


def documents(count):
    return [Document(f"a{number:03}", f"Text {number}.") for number in range(count)]


@pytest.fixture
def plan(tmp_path, stubbed):
    return Plan(tmp_path / "shards", "mark", Config(), LocalExecutor())


def test_a_bad_article_never_costs_the_others(plan):
    broken = Document("bad", "BROKEN")
    report = Report()
    found = collect([*documents(3), broken], (), plan, report=report)
    assert [extraction.document.id for extraction in found] == ["a000", "a001", "a002"]
    (skipped,) = report.skipped
    assert skipped.source == "bad"
    assert "ZeroDivisionError: in the middle of a batch" in skipped.reason


def test_text_that_no_file_can_hold_is_skipped(plan):
    report = Report()
    found = collect([Document("bad", "\ud800"), *documents(1)], (), plan, report=report)
    assert [extraction.document.id for extraction in found] == ["a000"]
    assert "not Unicode" in report.skipped[0].reason


def test_documents_of_a_lost_shard_are_tried_one_by_one(plan):
    class Losing:
        def map(self, function, items):
            for item in items:
                deadly = any(document.id == "a001" for document in item.documents)
                yield Lost("died") if deadly else function(item)

    plan.executor = Losing()
    report = Report()
    found = collect(documents(3), (), plan, report=report)
    assert [extraction.document.id for extraction in found] == ["a000", "a002"]
    assert [(skipped.source, skipped.reason) for skipped in report.skipped] == [("a001", "died")]


def test_shards_are_full_and_in_the_order_of_ids(plan):
    sizes = [len(shard.documents) for shard, _ in run_shards(plan, documents(SHARD + 1)[::-1])]
    assert sizes == [SHARD, 1]


def test_what_is_read_and_unchanged_is_not_read_again(plan, stubbed):
    pack(collect(documents(3), (), plan, report=Report()), plan)
    stubbed.clear()
    changed = replace(documents(2)[1], text="Other words.")
    report = Report()
    known = recorded(plan.directory, "mark")
    collect([documents(1)[0], changed, Document("new", "New.")], (known,), plan, report=report)
    assert stubbed == ["a001", "new"]
    assert {name: article["status"] for name, article in report.articles.items()} == {
        "a000": "reused",
        "a001": "extracted",
        "new": "extracted",
    }


def test_other_settings_make_shards_stale(plan):
    pack(collect(documents(2), (), plan, report=Report()), plan)
    known = recorded(plan.directory, "other")
    assert known.fresh == {}
    assert sorted(known.documents()) == ["a000", "a001"]


def test_a_damaged_shard_is_reported_and_its_whole_lines_used(plan):
    pack(collect(documents(2), (), plan, report=Report()), plan)
    (shard,) = plan.directory.glob("*.jsonl")
    shard.write_text(shard.read_text()[:-20])
    known = recorded(plan.directory, "mark")
    assert list(known.fresh) == ["a000"]
    assert f"{shard}:2" in known.warnings[0]


def test_same_articles_give_same_shards_however_many_runs_it_took(plan, tmp_path):
    together = collect(documents(3), (), plan, report=Report())
    pack(together, plan)
    at_once = {path.name: path.read_bytes() for path in plan.directory.iterdir()}
    first = collect(documents(2), (), plan, report=Report())
    pack(first, plan)
    later = collect(documents(3), (recorded(plan.directory, "mark"),), plan, report=Report())
    pack(later, plan)
    assert {path.name: path.read_bytes() for path in plan.directory.iterdir()} == at_once


@pytest.mark.parametrize("setting", [{"model": "en_core_web_md"}, {"extractor": "other"}])
def test_fingerprint_follows_what_decides_the_reading(setting):
    assert fingerprint(Config()) != fingerprint(Config().override(setting))


def test_fingerprint_follows_the_words_of_a_file(tmp_path):
    path = tmp_path / "frames.tsv"
    path.write_text("one")
    config = Config(frames=path)
    before = fingerprint(config)
    path.write_text("two")
    assert fingerprint(config) != before

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import ConfigError, GraphError
from kg.store.oxigraph import OxigraphStore
from kg.types import Report

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


def write(folder, **texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def files_of(directory):
    """All files that two runs over the same articles must agree on, byte for byte."""
    paths = [path for path in sorted(directory.rglob("*")) if path.is_file() and path.parent.name != "store"]
    return {str(path.relative_to(directory)): path.read_bytes() for path in paths if path.name != "report.json"}


# ---------------------------------------------------------------- with stand-ins for the stages that read text
@pytest.fixture
def articles(tmp_path, stubbed):
    return write(tmp_path / "articles", one="The ministers met.", two="They parted.")


def test_earlier_articles_stay_and_are_not_read_again(articles, tmp_path, stubbed):
    kg.build([articles / "one.txt"], out=tmp_path / "out", html=False)
    graph = kg.build([articles / "two.txt"], out=tmp_path / "out", html=False)
    assert stubbed == ["one", "two"]
    statuses = {name: article["status"] for name, article in graph.report["articles"].items()}
    assert statuses == {"one": "reused", "two": "extracted"}


def test_a_changed_article_takes_the_place_of_the_old(articles, tmp_path, stubbed):
    kg.build([articles], out=tmp_path / "out", html=False)
    write(articles, one="The ministers did not meet.")
    kg.build([articles], out=tmp_path / "out", html=False)
    assert stubbed == ["one", "two", "one"]
    (shard,) = (tmp_path / "out" / "extractions").glob("*.jsonl")
    assert "did not meet" in shard.read_text() and "ministers met" not in shard.read_text()


def interrupt(resolution):
    raise KeyboardInterrupt


def test_articles_of_an_interrupted_run_do_not_slip_in(articles, tmp_path, stubbed, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("kg.pipeline.to_quads", interrupt)
        with pytest.raises(KeyboardInterrupt):
            kg.build([articles], out=tmp_path / "out", html=False)
    graph = kg.build([articles / "one.txt"], out=tmp_path / "out", html=False)
    assert stubbed == ["one", "two"]
    assert list(graph.report["articles"]) == ["one"]


def test_report_says_why_an_article_is_missing_and_which_sentences_gave_nothing(articles, tmp_path):
    write(articles, bad="BROKEN")
    report = kg.build([articles], out=tmp_path / "out", html=False).report
    assert [skipped["source"] for skipped in report["skipped"]] == ["bad"]
    assert report["articles"]["two"]["silences"] == [{"start": 0, "end": 12, "reason": "a stub reads nothing"}]
    assert report["counts"]["silences"] == 2


def test_reports_of_two_equal_runs_differ_in_timings_alone(articles, tmp_path):
    reports = [kg.build([articles], out=tmp_path / name, html=False).report for name in ("a", "b")]
    assert reports[0].pop("timings").keys() == reports[1].pop("timings").keys()
    assert reports[0] == reports[1]


def test_settings_are_checked_before_anything_is_read(articles, tmp_path, stubbed):
    with pytest.raises(ConfigError, match="unknown key 'job'"):
        kg.build([articles], out=tmp_path / "out", job=2)
    assert stubbed == []


def test_extract_reports_what_it_could_not_read(articles):
    write(articles, bad="BROKEN")
    report = Report()
    extractions = kg.extract([articles], report=report)
    assert [extraction.document.id for extraction in extractions] == ["one", "two"]
    assert [skipped.source for skipped in report.skipped] == ["bad"]


def test_retract_of_an_unknown_article_changes_nothing(articles, tmp_path):
    graph = kg.build([articles], out=tmp_path / "out", html=False)
    before = files_of(graph.directory)
    with pytest.raises(GraphError, match="no article has the id 'three'; there are: one, two"):
        kg.retract(["three"], out=tmp_path / "out")
    assert files_of(graph.directory) == before


# ---------------------------------------------------------------- the whole line over the sample articles
def test_graph_directory_is_complete(sample):
    names = {path.name for path in sample.directory.iterdir()}
    assert names == {"graph.trig", "graph.ttl", "graph.html", "store", "extractions", "report.json"}
    assert sample.report["skipped"] == []
    assert len(sample.report["articles"]) == 8


@pytest.mark.parametrize("name", ["graph.ttl", "graph.html"])
def test_sample_in_the_repository_is_current(sample, name):
    kept = ROOT / "output" / "sample" / name
    assert kept.read_bytes() == (sample.directory / name).read_bytes(), "run: make sample"


def test_sample_conforms_to_the_shapes(sample):
    assert sample.report["violations"] == []


def test_order_workers_hash_seed_and_number_of_runs_change_no_byte(sample, tmp_path):
    everything = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html", ".jsonl"})
    script = (
        "import sys, kg\n"
        "from kg.run import shards\n"
        "if __name__ == '__main__':\n"
        "    shards.SHARD = 2\n"
        "    kg.build(sys.argv[2:6], out=sys.argv[1], jobs=2, html=False)\n"
        "    shards.SHARD = 32\n"
        "    kg.build(sys.argv[6:], out=sys.argv[1])\n"
    )
    (tmp_path / "twice.py").write_text(script)
    command = [sys.executable, tmp_path / "twice.py", tmp_path / "out", *everything[::-1]]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    assert files_of(tmp_path / "out") == files_of(sample.directory)


def test_one_article_alone_gives_its_whole_graph(tmp_path):
    graph = kg.build([EXAMPLES / "truce-llanos-daily.jsonl"], out=tmp_path / "out", html=False)
    assert len(graph.report["articles"]) == 1
    assert graph.query("ASK { ?event a dip:Event ; dip:factuality ?known }").truth


def test_graph_as_rdflib_holds_every_quad(sample):
    quads = {tuple(quad) for quad in sample.to_rdflib().quads()}
    assert len(quads) == len(OxigraphStore.open(sample.directory))


def test_explain_leads_from_a_name_to_sentences(sample):
    facts = sample.explain("Kenya")
    assert all(fact.testimonies for fact in facts)

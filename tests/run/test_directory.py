import errno
import os

import pytest

from kg.errors import GraphError
from kg.run import directory
from kg.run.directory import replacing


def write_graph(out, word):
    with replacing(out) as work:
        work.report.write_text(word)
        work.trig.write_text(word)


@pytest.fixture(params=["exchange", "two renames"])
def way(request, monkeypatch):
    if request.param == "two renames":
        monkeypatch.setattr(directory, "_exchanged", lambda left, right: False)


def test_new_graph_takes_the_place_of_the_old(tmp_path, way):
    write_graph(tmp_path / "out", "old")
    write_graph(tmp_path / "out", "new")
    assert (tmp_path / "out" / "graph.trig").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_run_leaves_the_old_graph(tmp_path):
    write_graph(tmp_path / "out", "old")
    with pytest.raises(RuntimeError), replacing(tmp_path / "out") as work:
        work.trig.write_text("half")
        raise RuntimeError
    assert (tmp_path / "out" / "graph.trig").read_text() == "old"


@pytest.mark.parametrize(("code", "expected"), [(errno.ENOSPC, GraphError), (errno.ENOENT, FileNotFoundError)])
def test_a_full_disk_is_named(tmp_path, code, expected):
    write_graph(tmp_path / "out", "old")
    with pytest.raises(expected, match=os.strerror(code)), replacing(tmp_path / "out"):
        raise OSError(code, os.strerror(code))
    assert (tmp_path / "out" / "graph.trig").read_text() == "old"


def test_shards_of_an_interrupted_run_are_found_by_the_next(tmp_path):
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "out") as work:
        work.extractions.mkdir()
        (work.extractions / "a.jsonl").write_text("{}")
        work.trig.write_text("half")
        raise KeyboardInterrupt
    with replacing(tmp_path / "out") as work:
        assert [path.name for path in work.path.rglob("*")] == ["extractions", "a.jsonl"]


def test_what_people_put_there_is_kept(tmp_path, way):
    out = tmp_path / "out"
    (out / "sample").mkdir(parents=True)
    (out / "sample" / "graph.ttl").write_text("sample")
    (out / "decisions.toml").write_text("decided")
    write_graph(out, "new")
    write_graph(out, "newer")
    assert (out / "sample" / "graph.ttl").read_text() == "sample"
    assert (out / "decisions.toml").read_text() == "decided"


def test_a_folder_with_other_files_is_refused(tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(GraphError, match=r"thesis\.docx"):
        write_graph(tmp_path, "new")
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(GraphError, match="expected a directory"):
        write_graph(tmp_path / "out", "new")


def test_two_runs_on_one_graph_are_refused(tmp_path):
    with replacing(tmp_path / "out"), pytest.raises(GraphError, match="another run"):
        write_graph(tmp_path / "out", "other")

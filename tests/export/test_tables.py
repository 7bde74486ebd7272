"""Parquet read back by pyarrow, and the CSV of Neo4j by the rules of its importer."""

import csv
import sys

import pytest

from kg.errors import ConfigError
from kg.export.neo4j import Neo4jExporter
from kg.export.parquet import ParquetExporter
from kg.export.world import World

SUMMIT = "https://w3id.org/dip/id/event/2025-10-28-summit-takaichi-trump"
TAKAICHI = "https://w3id.org/dip/id/person/sanae-takaichi"


def joined(store):
    return [(edge.source, edge.target, edge.property) for edge in World(store).edges()]


def rows(path):
    return list(csv.DictReader(path.open(encoding="utf-8", newline="")))


def test_parquet_comes_back(sample, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    ParquetExporter().export(sample, tmp_path)
    nodes, edges = (pq.read_table(tmp_path / name).to_pylist() for name in ("nodes.parquet", "edges.parquet"))
    assert [(node["id"], node["label"]) for node in nodes] == [(each.id, each.label) for each in World(sample).nodes()]
    assert [(edge["source"], edge["target"], edge["property"]) for edge in edges] == joined(sample)
    (summit,) = [node for node in nodes if node["id"] == SUMMIT]
    assert (summit["date"], summit["factuality"], summit["deadline"]) == ("2025-10-28", "actual", None)


def test_equal_graphs_give_equal_parquet(sample, tmp_path):
    pytest.importorskip("pyarrow")
    for name in ("one", "two"):
        ParquetExporter().export(sample, tmp_path / name)
    assert (tmp_path / "one/nodes.parquet").read_bytes() == (tmp_path / "two/nodes.parquet").read_bytes()


def test_without_pyarrow_the_extra_is_named(sample, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"kg-diplomacy\[parquet\]"):
        ParquetExporter().export(sample, tmp_path)


def test_every_relationship_of_neo4j_joins_two_nodes(sample, tmp_path):
    Neo4jExporter().export(sample, tmp_path)
    nodes, edges = rows(tmp_path / "nodes.csv"), rows(tmp_path / "relationships.csv")
    ids = [node["iri:ID"] for node in nodes]
    assert sorted(set(ids)) == ids == [node.id for node in World(sample).nodes()]
    found = [(edge[":START_ID"], edge[":END_ID"], edge[":TYPE"]) for edge in edges]
    assert found == joined(sample)
    assert {source for source, _, _ in found} | {target for _, target, _ in found} <= set(ids)
    assert (SUMMIT, TAKAICHI, "participant") in found


def test_classes_are_labels_in_neo4j(sample, tmp_path):
    Neo4jExporter().export(sample, tmp_path)
    (summit,) = [node for node in rows(tmp_path / "nodes.csv") if node["iri:ID"] == SUMMIT]
    assert summit[":LABEL"].split(";") == ["Consultation", "Event", "Meeting", "Summit"]
    assert (summit["label"], summit["date"]) == ("Takaichi-Trump summit, 28 October 2025", "2025-10-28")


def test_text_reaches_a_database_as_it_is(hostile, tmp_path):
    Neo4jExporter().export(hostile, tmp_path)
    (node,) = rows(tmp_path / "nodes.csv")
    assert (node["label"], node["content"]) == ('<script>"&\u2028', "=HYPERLINK(1)\x0b")

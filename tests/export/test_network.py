"""GraphML and GEXF read back by networkx, and the two tables."""

import csv

import networkx as nx
import pytest

from kg.export.csv import CsvExporter, table
from kg.export.gexf import GexfExporter
from kg.export.graphml import GraphmlExporter
from kg.export.world import World

SUMMIT = "https://w3id.org/dip/id/event/2025-10-28-summit-takaichi-trump"
TAKAICHI = "https://w3id.org/dip/id/person/sanae-takaichi"
FORMATS = [(GraphmlExporter, nx.read_graphml), (GexfExporter, nx.read_gexf)]


@pytest.mark.parametrize(("exporter", "read"), FORMATS)
def test_nodes_and_edges_come_back(sample, tmp_path, exporter, read):
    exporter().export(sample, tmp_path / "out")
    found, world = read(tmp_path / "out"), World(sample)
    assert list(found.nodes) == [node.id for node in world.nodes()]
    edges = [(edge.source, edge.target, edge.property) for edge in world.edges()]
    assert sorted(found.edges(data="property")) == edges
    assert len(edges) > 100
    assert found.nodes[SUMMIT]["label"] == "Takaichi-Trump summit, 28 October 2025"
    assert found.nodes[SUMMIT]["factuality"] == "actual"
    assert (SUMMIT, TAKAICHI, "participant") in found.edges(data="property")


@pytest.mark.parametrize(("exporter", "read"), FORMATS)
def test_hostile_text_stays_text(hostile, tmp_path, exporter, read):
    exporter().export(hostile, tmp_path / "out")
    (described,) = read(tmp_path / "out").nodes.values()
    assert described["label"] == '<script>"&\u2028'
    assert described["content"] == "=HYPERLINK(1)\ufffd"


def test_no_clock_in_gexf(sample, tmp_path):
    GexfExporter().export(sample, tmp_path / "out")
    assert b"lastmodified" not in (tmp_path / "out").read_bytes()


def test_csv_has_a_row_a_node_and_a_row_an_edge(sample, tmp_path):
    CsvExporter().export(sample, tmp_path)
    nodes = list(csv.DictReader((tmp_path / "nodes.csv").open(encoding="utf-8")))
    edges = list(csv.DictReader((tmp_path / "edges.csv").open(encoding="utf-8")))
    world = World(sample)
    assert (len(nodes), len(edges)) == (len(list(world.nodes())), len(list(world.edges())))
    (summit,) = [node for node in nodes if node["id"] == SUMMIT]
    assert (summit["kind"], summit["classes"], summit["date"]) == (
        "event",
        "Consultation Event Meeting Summit",
        "2025-10-28",
    )
    assert {"source": SUMMIT, "property": "participant", "target": TAKAICHI} in edges


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5", "-5"), ("-139.5", "-139.5"), ("+A1", "'+A1"), ("a=1", "a=1")],
)
def test_no_cell_is_a_formula(cell, written):
    assert "".join(table(["x"], [[cell]])) == f"x\n{written}\n"

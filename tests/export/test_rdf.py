"""The RDF formats, read back by rdflib, which wrote none of them."""

from decimal import Decimal

import pytest
import rdflib

from kg.export.jsonld import JsonldExporter
from kg.export.nquads import NquadsExporter
from kg.export.rdfxml import RdfxmlExporter
from kg.export.trig import TrigExporter
from kg.export.turtle import TurtleExporter
from kg.quads import to_nquads
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import from_rdflib
from kg.types import Literal

WHOLE = [(TrigExporter, "trig"), (NquadsExporter, "nquads"), (JsonldExporter, "json-ld")]
WORLD = [(TurtleExporter, "turtle"), (RdfxmlExporter, "xml")]


def by_value(quad):
    """Decimals by value: rdflib writes and reads 2 as 2.0."""
    term = quad.object
    if isinstance(term, Literal) and term.datatype == "decimal":
        return quad._replace(object=Decimal(term.value))
    return quad


@pytest.mark.parametrize(("exporter", "form"), WHOLE)
def test_every_graph_comes_back(sample, tmp_path, exporter, form):
    exporter().export(sample, tmp_path / "out")
    read = rdflib.Dataset()
    read.parse(data=(tmp_path / "out").read_text("utf-8"), format=form)
    assert set(map(by_value, from_rdflib(read))) == set(map(by_value, sample.quads()))


@pytest.mark.parametrize(("exporter", "form"), WORLD)
def test_the_default_graph_comes_back(sample, tmp_path, exporter, form):
    exporter().export(sample, tmp_path / "out")
    read = rdflib.Dataset()
    read.default_graph.parse(data=(tmp_path / "out").read_text("utf-8"), format=form)
    world = {by_value(quad) for quad in sample.quads() if not quad.graph}
    assert set(map(by_value, from_rdflib(read))) == world


@pytest.mark.parametrize("exporter", [exporter for exporter, _ in WHOLE + WORLD])
def test_the_bytes_do_not_depend_on_the_order_of_loading(sample, tmp_path, exporter):
    backwards = OxigraphStore.memory()
    for quad in sorted(sample.quads(), key=str, reverse=True):
        backwards.load(to_nquads([quad]))
    exporter().export(sample, tmp_path / "a")
    exporter().export(backwards, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_rdfxml_survives_what_xml_cannot_hold(hostile, tmp_path):
    RdfxmlExporter().export(hostile, tmp_path / "out.rdf")
    found = {str(text) for text in rdflib.Graph().parse(tmp_path / "out.rdf", format="xml").objects()}
    assert {"=HYPERLINK(1)\ufffd", '<script>"&\u2028'} <= found

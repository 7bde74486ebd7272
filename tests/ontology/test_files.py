"""The files hang together: both engines read the same, every term is described, every term in use exists."""

import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

import kg
from kg import vocab
from kg.graph.ontology import load
from kg.graph.rules import materialise
from kg.graph.serialise import write_turtle
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import from_rdflib, to_rdflib
from kg.types import Literal
from kg.vocab import DIP, PLOVER

TURTLE = ["dip.ttl", "plover.ttl", "alignments.ttl", "shapes.ttl", "shapes-sparql.ttl", "examples/sample.ttl"]
USED = re.compile(r"(?<![\w:/])dip:([A-Za-z]\w*)")
IN_CODE = re.compile(r'\bdip\("([A-Za-z]\w*)"\)')


@pytest.fixture(scope="module")
def ontology(folder):
    return rdflib.Graph().parse(folder / "dip.ttl")


@pytest.fixture(scope="module")
def terms(ontology):
    return {str(term).removeprefix(DIP) for term in ontology.subjects(RDF.type) if str(term).startswith(DIP)}


@pytest.mark.parametrize("name", TURTLE)
def test_both_engines_read_the_same(folder, name):
    blank = rdflib.Graph().parse(folder / name)
    assert len(blank) == len({str(triple) for triple in ox.parse(path=str(folder / name))}) > 0


def test_a_triple_lives_in_one_graph(quads):
    twice = [triple for triple, count in Counter(quad[:3] for quad in quads).items() if count > 1]
    assert twice == []


def test_sample_ttl_is_the_default_graph_of_sample_trig(folder, quads, tmp_path):
    write_turtle(quads, tmp_path / "sample.ttl")
    whole = [line for line in (folder / "examples/sample.ttl").read_text("utf-8").splitlines() if line[:1] != "#"]
    assert (tmp_path / "sample.ttl").read_text("utf-8").splitlines() == whole


def test_the_rules_have_nothing_to_add_to_the_sample(quads):
    assert set(materialise(quads)) == set(quads)


def test_the_rules_say_the_same_in_rdflib(folder, quads):
    derived = {DIP + name for name in ("met", "visited", "earliest", "latest", "plover", "mode", "reportedBy")}
    kept = [
        quad for quad in quads if quad.predicate not in derived or quad.subject.startswith(f"{vocab.ID_BASE}period")
    ]
    dataset = to_rdflib(kept)
    dataset.graph(rdflib.URIRef("https://w3id.org/dip/ontology")).parse(folder / "dip.ttl")
    dataset.default_union = False
    dataset.update((folder / "rules/shortcuts.ru").read_text())
    dataset.remove_graph(rdflib.URIRef("https://w3id.org/dip/ontology"))
    assert set(map(plain, from_rdflib(dataset))) == set(map(plain, materialise(kept)))


def plain(quad):
    """Decimals by value: engines keep them so."""
    decimal = isinstance(quad.object, Literal) and quad.object.datatype == "decimal"
    return quad._replace(object=float(quad.object.value)) if decimal else quad


@pytest.mark.parametrize("described", [RDFS.label, RDFS.comment, RDFS.isDefinedBy, SKOS.example])
def test_every_term_is_described(ontology, terms, described):
    assert [name for name in sorted(terms) if (rdflib.URIRef(DIP + name), described, None) not in ontology] == []


def test_labels_are_single_and_comments_differ(ontology, terms):
    comments = Counter()
    for name in terms:
        term = rdflib.URIRef(DIP + name)
        assert len(list(ontology.objects(term, RDFS.label))) == 1, name
        comments.update(str(text) for text in ontology.objects(term, RDFS.comment))
    assert [text for text, count in comments.items() if count > 1] == []


def test_every_term_in_use_is_declared(folder, terms, quads):
    package = Path(kg.__file__).parent
    files = [*folder.rglob("*.rq"), *folder.glob("*.ttl"), folder / "rules/shortcuts.ru", *package.rglob("*.rq")]
    used = {name for file in files if file.name != "dip.ttl" for name in USED.findall(file.read_text("utf-8"))}
    used |= {name for file in package.rglob("*.py") for name in IN_CODE.findall(file.read_text("utf-8"))}
    used |= {each.removeprefix(DIP) for quad in quads for each in quad[:3] if str(each).startswith(DIP)}
    assert len(used) > 100
    assert used - terms == set()


def test_every_prefix_of_the_code_is_bound_in_the_sample(folder):
    text = (folder / "examples/sample.trig").read_text("utf-8")
    assert dict(re.findall(r"^@prefix (\w+): <(.+)> \.$", text, re.MULTILINE)) == vocab.PREFIXES


def test_every_plover_type_is_reached(folder, ontology):
    codes = rdflib.Graph().parse(folder / "plover.ttl")
    reached = {str(code) for code in ontology.objects(None, rdflib.URIRef(f"{DIP}ploverType"))}
    types = {str(code) for code in codes.subjects(RDF.type, rdflib.URIRef(f"{PLOVER}EventType"))}
    assert len(types) == 16
    assert reached == types


@pytest.mark.parametrize("annotation", ["ploverType", "ploverMode", "ploverContext", "cameoRoot"])
def test_every_code_exists(folder, ontology, annotation):
    codes = rdflib.Graph().parse(folder / "plover.ttl")
    used = set(ontology.objects(None, rdflib.URIRef(DIP + annotation)))
    assert used
    assert {code for code in used if (code, None, None) not in codes} == set()


def test_events_without_a_plover_type():
    known = load()
    without = {
        name for name in known.subclasses("Event") if not any(c in known.plover for c in known.superclasses(name))
    }
    assert without == {"Event", "LeadershipChange", "Statement", "Vote"}


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("Summit", ("Summit", "Meeting", "Consultation", "Event")),
        ("JointExercise", ("JointExercise", "Cooperation", "Event")),
        ("State", ("State", "Actor", "Place")),
        ("Treaty", ("Treaty", "Agreement")),
    ],
)
def test_superclasses(name, above):
    assert load().superclasses(name) == above


@pytest.mark.parametrize(
    ("name", "single"), [("date", True), ("place", True), ("agreementStatus", False), ("topic", False)]
)
def test_single_valued_properties(name, single):
    assert (name in load().single_valued) is single


@pytest.mark.parametrize("form", ["TRIG", "N_QUADS", "JSON_LD"])
def test_oxigraph_round_trip(quads, form):
    form = getattr(ox.RdfFormat, form)
    first, second = OxigraphStore.memory(quads)._store, ox.Store()
    second.load(first.dump(format=form), format=form)
    assert set(second) == set(first)


def test_the_rdfs_closure_does_no_harm(folder, quads):
    """With the ontology and its alignments loaded, a person is still no concept and no place."""
    import owlrl

    graph = (
        rdflib.Graph().parse(folder / "examples/sample.ttl").parse(folder / "dip.ttl").parse(folder / "alignments.ttl")
    )
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    people = set(graph.subjects(RDF.type, rdflib.URIRef(f"{DIP}Person")))
    assert len(people) == 4
    assert not people & {
        *graph.subjects(RDF.type, SKOS.Concept),
        *graph.subjects(RDF.type, rdflib.URIRef(f"{DIP}Place")),
    }

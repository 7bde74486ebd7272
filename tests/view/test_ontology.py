"""The page of the ontology and its JSON-LD context."""

import json
import re
from html.parser import HTMLParser

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace

from kg.schema import terms
from kg.view.ontology import branches, context_document, render, write_ontology

DIP, ID = Namespace("https://w3id.org/dip/ontology#"), Namespace("https://w3id.org/dip/id/")


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found[name] for name in ("href", "src") if name in found]


@pytest.fixture(scope="module")
def page():
    return Page(render())


def test_every_term_has_its_place(page):
    names = [term.name for term in terms()]
    assert len(names) > 150
    assert [name for name in names if page.ids.count(name) != 1] == []


def test_every_link_leads_somewhere_and_none_elsewhere(page):
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert {link for link in page.links if not link.startswith("#")} == {"data:,", "context.jsonld"}
    assert "script" not in page.tags


@pytest.mark.parametrize("text", ["Two or more actors meet in person.", "plover:CONSULT", "symmetric"])
def test_what_the_file_says_is_on_the_page(text):
    assert text.lower() in render().lower()


def test_classes_stand_below_their_classes():
    def under(found, name):
        return next(each for each in found if each.link.text == name).below

    top = tuple(branches(terms()))
    assert [each.link.text for each in under(under(under(top, "Event"), "Consultation"), "Meeting")] == ["Summit"]
    assert "State" in {each.link.text for each in under(top, "Actor")} & {
        each.link.text for each in under(top, "Place")
    }


def test_the_files(tmp_path):
    assert write_ontology(tmp_path / "new") == tmp_path / "new" / "ontology.html"
    assert sorted(each.name for each in (tmp_path / "new").iterdir()) == ["context.jsonld", "ontology.html"]


def test_rdflib_reads_plain_json_with_the_context():
    plain = {
        "@id": f"{ID}event/e", "@type": "Meeting", "label": "Talks in Quito", "date": "2031-05-06", "mode": f"{ID}x",
        "participant": [f"{ID}person/a", f"{ID}person/b"],
    }  # fmt: skip
    graph = Graph().parse(data=json.dumps({**json.loads(context_document()), **plain}), format="json-ld")
    node = ID["event/e"]
    assert (node, RDF.type, DIP.Meeting) in graph
    assert (node, DIP.date, Literal("2031-05-06", datatype=XSD.date)) in graph
    assert set(graph.objects(node, DIP.participant)) == {ID["person/a"], ID["person/b"]}
    assert len(graph) == 6


def test_the_context_has_every_term_but_individuals():
    known = json.loads(context_document())["@context"]
    assert [term.name for term in terms() if term.kind != "individual" and term.name not in known] == []
    assert not [name for name, iri in known.items() if isinstance(iri, str) and re.match("https?://", iri) is None
                and iri.partition(":")[0] not in known]  # fmt: skip

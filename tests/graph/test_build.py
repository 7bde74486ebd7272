"""A resolution becomes quads: what goes into which graph."""

import hashlib
import random
from dataclasses import replace

import pytest

from kg.graph.build import to_quads
from kg.ids import article_iri, fact_iri
from kg.quads import to_nquads
from kg.types import Literal, Node, Quad
from kg.vocab import DCTERMS, FACTS_GRAPH, GEO, ID_BASE, LABEL, NIF, PROV, RUN_GRAPH, SCHEMA, SKOS, TYPE, dip

FIRST, SECOND = article_iri("first"), article_iri("Second Paper/7")
MEETING, ANNA = f"{ID_BASE}event/2031-05-06-meeting-berg-holm", f"{ID_BASE}person/anna-berg"
MONEY = f"{ID_BASE}money/EUR-2000000000-upTo"
DAY, OTHER_DAY = Literal("2031-05-06", "date"), Literal("2031-05-07", "date")
SENTENCE, MENTION = f"{ID_BASE}sentence/first-s01", f"{ID_BASE}mention/first-0-9"


@pytest.fixture(scope="module")
def quads(resolution):
    return to_quads(resolution)


@pytest.mark.parametrize(
    "quad",
    [
        Quad(ANNA, TYPE, dip("Person")),
        Quad(ANNA, f"{SKOS}altLabel", Literal("Berg")),
        Quad(f"{ID_BASE}place/porthaven", f"{GEO}lat", Literal("59.5", "decimal")),
        Quad(f"{ID_BASE}state/norland", dip("region"), Literal("Nordics")),
        Quad(f"{ID_BASE}office/minister-of-norland", dip("officeOf"), f"{ID_BASE}state/norland"),
        Quad(MONEY, dip("value"), Literal("2000000000", "integer")),
        Quad(MEETING, LABEL, Literal("Berg-Holm meeting")),
        Quad(MEETING, dip("factuality"), dip("actual")),
        Quad(MEETING, dip("date"), DAY),
        Quad(f"{ID_BASE}outlet/first-wire", TYPE, dip("NewsOutlet")),
        Quad(fact_iri(MEETING, dip("date"), OTHER_DAY), dip("status"), dip("alternative"), FACTS_GRAPH),
        Quad(fact_iri(ANNA, TYPE, dip("Person")), dip("outletCount"), Literal("2", "integer"), FACTS_GRAPH),
        Quad(FIRST, f"{DCTERMS}identifier", Literal("first"), FIRST),
        Quad(FIRST, f"{SCHEMA}datePublished", DAY, FIRST),
        Quad(FIRST, f"{SCHEMA}url", Literal("https://example.org/a b", "anyURI"), FIRST),
        Quad(SECOND, f"{DCTERMS}identifier", Literal("Second Paper/7"), SECOND),
        Quad(SENTENCE, f"{NIF}endIndex", Literal("47", "integer"), FIRST),
        Quad(MENTION, f"{NIF}anchorOf", Literal("Anna Berg"), FIRST),
        Quad(ANNA, dip("denotedBy"), MENTION, FIRST),
        Quad(SECOND, f"{PROV}wasDerivedFrom", FIRST, RUN_GRAPH),
    ],
)
def test_it_is_written(quads, quad):
    assert quad in quads


@pytest.mark.parametrize("status", ["alternative", "rejected"])
def test_only_accepted_facts_are_triples_of_the_world(resolution, quads, status):
    kept_out = {(fact.subject, fact.predicate, fact.object) for fact in resolution.facts if fact.status == status}
    assert kept_out
    assert not {quad[:3] for quad in quads if not quad.graph} & kept_out


def described(quads, kind, **wanted):
    nodes = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == dip(kind)}
    found = {node: {q.predicate: q.object for q in quads if q.subject == node} for node in nodes}
    return [each for each in found.values() if all(each.get(dip(name)) == term for name, term in wanted.items())]


def test_a_claim_carries_its_words_and_its_source(quads):
    (claim,) = described(quads, "Claim", modality=dip("denied"))
    assert claim[dip("attributedTo")] == ANNA
    assert claim[dip("attributionText")] == Literal("Both denied")
    assert (claim[dip("wordsBegin")], claim[dip("wordsEnd")]) == (Literal("28", "integer"), Literal("32", "integer"))
    assert claim[dip("confidence")] == Literal("0.9", "decimal")
    assert claim[dip("inArticle")] == SECOND


def test_a_disagreement_names_its_options_and_the_one_kept(quads):
    (found,) = described(quads, "Disagreement")
    options = {quad.object for quad in quads if quad.predicate == dip("option")}
    assert options == {fact_iri(MEETING, dip("date"), day) for day in (DAY, OTHER_DAY)}
    assert found[dip("preferred")] == fact_iri(MEETING, dip("date"), DAY)


def test_a_merge_says_why(quads):
    (merge,) = described(quads, "Merge")
    features = {quad.object.value for quad in quads if quad.predicate == dip("mergeFeature")}
    assert merge[dip("mergedNode")] == MEETING
    assert features == {"participants +0.500", "date -0.100"}


def test_of_the_text_only_sentences_that_bear_a_claim_are_published(resolution, quads):
    texts = {document.text for document in resolution.documents}
    published = {quad.object.value for quad in quads if quad.predicate == f"{NIF}anchorOf"}
    assert not texts & {getattr(quad.object, "value", "") for quad in quads}
    assert "Both denied a breakdown of the talks 😀." in published
    digest = hashlib.sha256(resolution.documents[0].text.encode()).hexdigest()
    assert Quad(FIRST, dip("textSha256"), Literal(digest), FIRST) in quads


def test_offsets_are_code_points(resolution, quads):
    texts = {article_iri(document.id): document.text for document in resolution.documents}
    spans = {}
    for quad in quads:
        if quad.predicate in (f"{NIF}beginIndex", f"{NIF}endIndex", f"{NIF}anchorOf"):
            spans.setdefault((quad.graph, quad.subject), {})[quad.predicate] = quad.object.value
    assert len(spans) == 6
    for (article, _), span in spans.items():
        begin, end = int(span[f"{NIF}beginIndex"]), int(span[f"{NIF}endIndex"])
        assert texts[article][begin:end] == span[f"{NIF}anchorOf"]


def test_the_order_of_the_resolution_does_not_matter(resolution, quads):
    mixed = random.Random(1)
    names = ("documents", "sentences", "entities", "values", "nodes", "facts")
    shuffled = {name: tuple(mixed.sample(getattr(resolution, name), len(getattr(resolution, name)))) for name in names}
    assert to_nquads(to_quads(replace(resolution, **shuffled))) == to_nquads(quads)


def test_of_two_claims_on_one_node_the_surer_speaks(resolution):
    fact = resolution.facts[0]
    unsure = replace(fact.claims[0], confidence=0.2, attribution_text="someone said")
    quads = to_quads(replace(resolution, facts=(replace(fact, claims=(unsure, *fact.claims)), *resolution.facts[1:])))
    assert not [quad for quad in quads if quad.object == Literal("someone said")]


def test_background_knowledge_needs_no_claim(resolution):
    tenure = Node(f"{ID_BASE}tenure/x", ("Tenure",), "Berg as minister", None, ())
    quads = to_quads(replace(resolution, nodes=(*resolution.nodes, tenure)))
    assert Quad(tenure.iri, TYPE, dip("Tenure")) in quads


def test_an_article_without_metadata_is_still_an_article(resolution):
    bare = replace(resolution.documents[0], title=None, url=None, publisher=None, published=None, language=None)
    quads = to_quads(replace(resolution, documents=(bare,), copies=()))
    about = {quad.predicate for quad in quads if quad.subject == FIRST}
    assert about == {TYPE, f"{DCTERMS}identifier", dip("textSha256")}

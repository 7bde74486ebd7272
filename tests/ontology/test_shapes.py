"""The sample conforms; each of its single-fault mutants is rejected by the shape that is meant for the fault."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.graph.validate import validate
from kg.ontologies import read
from kg.quads import from_nquads, to_nquads
from kg.rdflib_terms import flat_graph
from kg.vocab import PREFIXES, local

SUMMIT = "event:2025-10-28-summit-takaichi-trump"
AGREEMENT = "agreement:2025-10-28-japan-united-states-critical-minerals"
TENURE = "tenure:sanae-takaichi-prime-minister-of-japan-2025"
DEFENCE = "commitment:japan-defence-spending"
SENTENCE = "sentence:daily-example-2025-10-28-s02"


def changed(node, name, value):
    return f"DELETE {{ {node} {name} ?old }} INSERT {{ {node} {name} {value} }} WHERE {{ {node} {name} ?old }}"


VIOLATIONS = [
    ("no label", "DELETE WHERE { person:donald-trump rdfs:label ?l }", "Named"),
    ("two labels", 'INSERT DATA { state:japan rdfs:label "Nippon" }', "Named"),
    ("label with a language", changed("state:china", "rdfs:label", '"China"@en'), "Named"),
    ("sameAs beside Wikidata", "INSERT DATA { state:japan owl:sameAs <https://en.wikipedia.org/wiki/Japan> }", "Named"),
    ("place within itself", "INSERT DATA { state:japan dip:within place:tokyo }", "PlaceLoop"),
    ("place within a person", changed("place:tokyo", "dip:within", "person:xi-jinping"), "Place"),
    ("office of a town", changed("office:president-of-china", "dip:officeOf", "place:tokyo"), "Office"),
    ("tenure ends before its start", f'INSERT DATA {{ {TENURE} dip:endDate "2025-01-01"^^xsd:date }}', "Tenure"),
    ("tenure without holder", f"DELETE WHERE {{ {TENURE} dip:holder ?x }}", "Tenure"),
    ("no factuality", f"DELETE WHERE {{ {SUMMIT} dip:factuality ?f }}", "Dated"),
    ("two dates", f'INSERT DATA {{ {SUMMIT} dip:date "2025-10-29"^^xsd:date }}', "Dated"),
    ("date of a wrong type", changed(SUMMIT, "dip:date", '"2025-10"^^xsd:gYearMonth'), "Dated"),
    ("earliest after latest", changed(SUMMIT, "dip:latest", '"2025-10-01"^^xsd:date'), "Dated"),
    ("a person as place", changed(SUMMIT, "dip:place", "person:xi-jinping"), "Event"),
    ("a person as party", f"INSERT DATA {{ {SUMMIT} dip:party person:xi-jinping }}", "Event"),
    ("no such PLOVER type", f"INSERT DATA {{ {SUMMIT} dip:plover plover:MEET }}", "Event"),
    ("a person bound by an agreement", f"INSERT DATA {{ {AGREEMENT} dip:party person:xi-jinping }}", "Agreement"),
    ("no such status", changed(AGREEMENT, "dip:agreementStatus", "dip:pledged"), "Agreement"),
    ("commitment by a place", changed(DEFENCE, "dip:committedBy", "place:tokyo"), "Commitment"),
    ("300 percent of GDP", changed("?c", "dip:percentOfGDP", "300.0"), "Commitment"),
    ("currency as a symbol", changed("money:USD-550000000000", "dip:currency", '"$"'), "Money"),
    ("money that its IRI does not spell", changed("money:USD-550000000000", "dip:value", "55"), "MoneyName"),
    ("quantity of nothing", "DELETE WHERE { quantity:250-cherry-trees dip:unit ?u }", "Quantity"),
    ("period backwards", changed("period:2026-01-01--2026-04-30", "dip:latest", '"2025-01-01"^^xsd:date'), "Period"),
    ("statement without words", "DELETE WHERE { ?s dip:quote ?q }", "Statement"),
    ("article without identifier", "DELETE WHERE { ?a dcterms:identifier ?i }", "Article"),
    (
        "offsets shifted by one",
        f"DELETE {{ {SENTENCE} nif:beginIndex ?b ; nif:endIndex ?e }}"
        f" INSERT {{ {SENTENCE} nif:beginIndex ?c ; nif:endIndex ?f }}"
        f" WHERE {{ {SENTENCE} nif:beginIndex ?b ; nif:endIndex ?e BIND(?b + 1 AS ?c) BIND(?e + 1 AS ?f) }}",
        "SpanText",
    ),
    ("confidence above 1", changed("claim:013ce1e70f91", "dip:confidence", "1.5"), "Claim"),
    ("words that end before they begin", changed("?c", "dip:wordsEnd", "-1"), "Claim"),
    (
        "denial by nobody",
        "DELETE { ?c dip:attributedTo ?w ; dip:attributionText ?t } WHERE"
        " { ?c dip:modality dip:denied ; dip:attributedTo ?w ; dip:attributionText ?t }",
        "DenialSource",
    ),
    (
        "evidence from another article",
        "DELETE { ?c dip:evidence ?x } INSERT { ?c dip:evidence sentence:sample-wire-2025-10-28-s01 }"
        " WHERE { ?c dip:inArticle article:test-post-2025-10-28 ; dip:evidence ?x }",
        "ClaimArticle",
    ),
    (
        "fact without claim",
        f"DELETE {{ ?c dip:states ?f }} WHERE {{ ?f rdf:subject {SUMMIT} . ?c dip:states ?f }}",
        "Fact",
    ),
    ("sentence of no article", f"DELETE WHERE {{ {SENTENCE} dip:inArticle ?a }}", "Span"),
    ("accepted but not in the world", f"DELETE WHERE {{ {SUMMIT} dip:topic topic:taiwan-strait }}", "FactAsserted"),
    ("rejected but in the world", f"INSERT DATA {{ {SUMMIT} dip:topic topic:trade-tariffs }}", "FactNotAsserted"),
    ("triple without source", f"INSERT DATA {{ {SUMMIT} dip:topic topic:nobel-peace-prize }}", "Sourced"),
    ("shortcut without meeting", "INSERT DATA { person:sanae-takaichi dip:met person:xi-jinping }", "MetTrue"),
    ("disagreement without options", "DELETE WHERE { ?d dip:option ?f }", "Disagreement"),
]  # fmt: skip
WARNINGS = [
    ("event without a day", f"DELETE WHERE {{ {SUMMIT} dip:date ?d }}", "EventTime"),
    ("event without actors", "DELETE WHERE { event:2025-10-29-visit-trump-south-korea ?p person:donald-trump . "
     "event:2025-10-29-visit-trump-south-korea dip:party ?s }", "EventActors"),
    (
        "meeting of one",
        f"DELETE {{ {SUMMIT} dip:participant ?p ; dip:party ?q }} WHERE"
        f" {{ {SUMMIT} dip:participant ?p ; dip:party ?q FILTER(?p != person:donald-trump) }}",
        "MeetingActors",
    ),
    ("signing of nothing", "DELETE WHERE { ?e dip:agreement ?a }", "SigningAgreement"),
    ("agreement of one", f"DELETE DATA {{ {AGREEMENT} dip:party state:japan }}", "AgreementParties"),
    ("commitment by nobody", f"DELETE WHERE {{ {DEFENCE} dip:committedBy ?x }}", "CommitmentActor"),
    ("statement by nobody", "DELETE WHERE { ?s dip:speaker ?x }", "StatementSpeaker"),
    ("office of nothing", "DELETE WHERE { ?o dip:officeOf ?x }", "OfficeState"),
    ("article without publisher", "DELETE WHERE { ?a schema:publisher ?o }", "ArticleSource"),
]  # fmt: skip


@pytest.fixture(scope="module")
def flat(quads):
    """All triples in one graph, so that a fault is one update."""
    return to_nquads({quad._replace(graph="") for quad in quads})


def mutant(flat, update):
    store = ox.Store()
    store.load(flat, format=ox.RdfFormat.N_QUADS)
    before = len(store), set(store)
    store.update(update, prefixes=PREFIXES)
    assert (len(store), set(store)) != before, "the fault changes nothing"
    return from_nquads(store.dump(format=ox.RdfFormat.N_QUADS))


def found(quads, severity):
    return {each.shape for each in validate(quads) if each.severity == severity}


def test_the_sample_conforms_without_a_warning(quads):
    assert validate(quads) == []


@pytest.mark.parametrize(("update", "shape"), [row[1:] for row in VIOLATIONS], ids=[row[0] for row in VIOLATIONS])
def test_a_fault_is_a_violation(flat, update, shape):
    assert shape in found(mutant(flat, update), "violation")


@pytest.mark.parametrize(("update", "shape"), [row[1:] for row in WARNINGS], ids=[row[0] for row in WARNINGS])
def test_a_gap_is_a_warning(flat, update, shape):
    assert shape in found(mutant(flat, update), "warning")


def test_every_shape_has_a_fault():
    shapes = rdflib.Graph()
    for name in ("shapes.ttl", "shapes-sparql.ttl"):
        shapes.parse(data=read(name), format="turtle")
    kind = rdflib.URIRef("http://www.w3.org/ns/shacl#NodeShape")
    known = {local(str(shape)) for shape in shapes.subjects(rdflib.RDF.type, kind)}
    assert known == {row[2] for row in VIOLATIONS + WARNINGS}


@pytest.mark.parametrize("name", ["PlaceLoop", "MoneyName", "MetTrue"])
def test_pyshacl_gives_the_same_verdict_on_a_sparql_constraint(flat, name):
    """What runs once over the graph in Oxigraph is plain SHACL-SPARQL."""
    (update,) = (update for _, update, shape in VIOLATIONS if shape == name)
    shapes = rdflib.Graph().parse(data=read("shapes-sparql.ttl"), format="turtle")
    shape = f"https://w3id.org/dip/shapes#{name}"
    conforms, _, _ = pyshacl.validate(flat_graph(mutant(flat, update)), shacl_graph=shapes, use_shapes=[shape])
    assert not conforms

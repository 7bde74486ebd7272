"""A reasoner of others (OWL RL) finds the ontology and its graphs consistent, and graphs that are not."""

from pathlib import Path

import owlrl
import pytest
import rdflib

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "ontologies" / "examples" / "sample.ttl"
BUILT = ROOT / "output" / "sample" / "graph.ttl"
PROBLEM = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
PREFIXES = """@prefix dip: <https://w3id.org/dip/ontology#> . @prefix person: <https://w3id.org/dip/id/person/> .
@prefix state: <https://w3id.org/dip/id/state/> . @prefix event: <https://w3id.org/dip/id/event/> .
"""


def problems(path, more=""):
    graph = rdflib.Graph().parse(path).parse(data=PREFIXES + more, format="turtle")
    for name in ("dip.ttl", "plover.ttl", "alignments.ttl"):
        graph.parse(ROOT / "ontologies" / name)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [str(message) for message in graph.objects(None, PROBLEM)]


@pytest.mark.parametrize("path", [SAMPLE, BUILT], ids=["example", "built"])
def test_graphs_are_consistent(path):
    assert problems(path) == []


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ("person:sanae-takaichi a dip:Place .", ("Person", "Place")),
        ("state:japan a dip:Organisation .", ("Organisation", "Place")),
        ("event:2025-10-28-summit-takaichi-trump a dip:Agreement .", ("Agreement", "Event")),
    ],
)
def test_what_cannot_be_both_is_found(more, names):
    first, second = (f"https://w3id.org/dip/ontology#{name}" for name in names)
    assert any(first in message and second in message for message in problems(SAMPLE, more))

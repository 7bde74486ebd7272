"""Properties of whole collections: order, identity of IRIs, growth, agreement with the ontology."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

from kg.resolve.article import Article
from kg.resolve.block import SMALL, candidate_pairs
from kg.resolve.disagree import SINGLE
from kg.resolve.families import FAMILIES, PARENT
from kg.resolve.read_tellings import event_telling
from kg.resolve.resolver import resolve
from kg.resolve.world import World
from kg.vocab import dip, local

ROOT = Path(__file__).parents[2]
ONTOLOGY = (ROOT / "ontologies" / "dip.ttl").read_text()


def small_collection(summit):
    told = []
    for number, day in enumerate((3, 3, 4)):
        one = summit(
            f"doc-{number}", "Berg met Okoye.", "Berg pledged grain.", "“We will eat,” Berg said.", publisher=f"P{day}"
        )
        one.event("Meeting", "met", participant=[one.berg, one.okoye], day=date(2031, 5, day), topics=["grain"])
        one.event("Pledging", "pledged", at=1, initiator=one.berg, topics=["grain"])
        one.commitment(one.berg, "deliver grain", at=1, to=one.sudmark, deadline=date(2031, 12, day))
        one.statement(one.berg, "We will eat", at=2)
        told.append(one.told())
    return told


def test_the_order_of_articles_does_not_matter(summit):
    told = small_collection(summit)
    first = resolve(told)
    assert all(resolve(order) == first for order in permutations(told))


def test_no_iri_names_two_things(summit):
    resolution = resolve(small_collection(summit))
    named = [*resolution.entities, *resolution.nodes, *resolution.topics, *resolution.offices, *resolution.values]
    assert max(Counter(thing.iri for thing in named).values()) == 1


def test_facts_speak_of_things_that_are_there(summit):
    resolution = resolve(small_collection(summit))
    known = {thing.iri for thing in (*resolution.entities, *resolution.nodes)}
    assert {fact.subject for fact in resolution.facts} <= known
    assert len({(fact.subject, fact.predicate, fact.object) for fact in resolution.facts}) == len(resolution.facts)


def test_an_empty_collection_is_empty():
    assert resolve([]).facts == ()


def test_candidate_pairs_grow_with_articles_and_not_with_their_square(summit):
    tellings = []
    for number in range(300):
        one = summit(f"doc-{number:04}")
        one.event(
            "Meeting", "met", participant=[one.berg, one.okoye], day=date(2031, 5, 1) + timedelta(days=number % 28)
        )
        extraction = one.told()
        tellings.append(
            event_telling(Article(extraction, {e.id: e.iri for e in extraction.entities}), extraction.events[0])
        )
    assert len(list(candidate_pairs(tellings, World()))) <= 2 * SMALL * len(tellings)


def test_classes_and_properties_are_those_of_the_ontology():
    for child, parent in PARENT.items():
        block = ONTOLOGY[ONTOLOGY.index(f"\ndip:{child} a owl:Class") :].split(" .\n", 1)[0]
        assert f"dip:{parent}" in block, child
    for name in FAMILIES:
        assert f"\ndip:{name} a owl:Class" in ONTOLOGY, name
    for predicate in SINGLE:
        assert predicate == dip(local(predicate))
        assert f"\ndip:{local(predicate)} a owl:" in ONTOLOGY, predicate


def test_order_and_hash_seed_change_no_byte():
    script = (
        "import hashlib, random, sys\n"
        "from kg.graph.build import to_quads\n"
        "from kg.quads import to_nquads\n"
        "from kg.resolve.resolver import resolve\n"
        "from tests.bench.resolve_bench import collection\n"
        "articles, _ = collection(60)\n"
        "random.Random(sys.argv[1]).shuffle(articles)\n"
        "print(hashlib.sha256(to_nquads(to_quads(resolve(articles)))).hexdigest())\n"
    )
    digests = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script, seed]
        digests.add(subprocess.run(command, check=True, env=environment, capture_output=True, cwd=ROOT).stdout)
    assert len(digests) == 1

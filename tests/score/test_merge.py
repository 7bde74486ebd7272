"""Merging is scored on a collection of three short articles about two meetings."""

import json

import pytest

from kg.errors import InputError
from kg.score.merge import merge_figures
from kg.types import (
    Claim,
    Disagreement,
    Document,
    Entity,
    Evidence,
    Extraction,
    Fact,
    Literal,
    Node,
    Resolution,
    Span,
)
from kg.vocab import ID_BASE, TYPE, dip

TEXT = "Berg met Okoye."
HERE = Span(0, len(TEXT))
BERG = f"{ID_BASE}person/anna-berg"
DOCUMENTS = ("a", "b", "c")


@pytest.fixture
def stories(tmp_path):
    """Articles a and b tell one meeting, c another; a and b differ on its day."""
    for folder in ("texts", "annotations"):
        (tmp_path / folder).mkdir()
    for document in DOCUMENTS:
        event = {
            **{"id": "e1", "type": "meet", "factuality": "actual", "actors": ["berg"], "recipients": [], "place": []},
            **{"date": None, "evidence": [TEXT]},
        }
        person = {"id": "berg", "type": "person", "name": "Anna Berg", "aliases": ["Berg"]}
        empty = {"agreements": [], "commitments": [], "statements": [], "positions": []}
        gold = {"id": document, "entities": [person], "events": [event], **empty}
        (tmp_path / "annotations" / f"{document}.json").write_text(json.dumps(gold))
        (tmp_path / "texts" / f"{document}.txt").write_text(TEXT)
    write_clusters(tmp_path)
    return tmp_path


def write_clusters(folder, **changed):
    clusters = {
        "events": [{"id": "g1", "members": [["a", "e1"], ["b", "e1"]]}, {"id": "g2", "members": [["c", "e1"]]}],
        "agreements": [],
        "commitments": [],
        "disagreements": [
            {"values": [{"article": "a", "evidence": "met Okoye"}, {"article": "b", "evidence": "met Okoye"}]}
        ],
    }
    (folder / "clusters.json").write_text(json.dumps(clusters | changed))


def claim(document, subject, predicate, value):
    return Claim(subject, predicate, value, "asserted", Evidence(document, HERE, HERE), 0.9)


def fact(subject, predicate, value, *documents):
    claims = tuple(claim(document, subject, predicate, value) for document in documents)
    return Fact(subject, predicate, value, claims, "accepted", 0.9, len(documents))


def merged(groups, disagreements=()):
    """Resolve as told: ``groups`` are the documents of each event."""

    def resolve(extractions):
        facts = [fact(BERG, TYPE, dip("Person"), *DOCUMENTS)]
        nodes = []
        for number, documents in enumerate(groups):
            iri = f"{ID_BASE}event/{number}"
            keys = tuple((document, "ev1") for document in documents)
            nodes.append(Node(iri, ("Meeting",), "meeting", "actual", keys))
            facts.append(fact(iri, TYPE, dip("Meeting"), *documents))
            facts.append(fact(iri, dip("participant"), BERG, *documents))
            facts += [fact(iri, dip("date"), Literal(document), document) for document in documents]
        return Resolution(
            entities=(Entity(BERG, "person", "Anna Berg"),),
            nodes=tuple(nodes),
            facts=tuple(facts),
            disagreements=tuple(disagreements),
        )

    return resolve


def read():
    return [Extraction(Document(document, TEXT)) for document in DOCUMENTS]


@pytest.mark.parametrize(
    ("groups", "wrong_merges", "wrong_splits", "f1"),
    [
        (("ab", "c"), "0/1", "0/1", 1.0),
        (("abc",), "2/3", "0/1", 5 / 7),
        (("a", "b", "c"), "0/0", "1/1", 0.8),
        (("ac",), "1/1", "0/0", 2 / 3),
    ],
    ids=["right", "all in one", "each alone", "one not found"],
)
def test_wrong_merges_and_splits_are_pairs_over_two_articles(stories, groups, wrong_merges, wrong_splits, f1):
    events = merge_figures(stories, read(), merged(groups)).groupings["events"]
    assert f"{events.wrong_merges}/{events.merged}" == wrong_merges
    assert f"{events.wrong_splits}/{events.same}" == wrong_splits
    assert events.f1 == pytest.approx(f1)


def test_one_person_in_three_articles_is_one_entity(stories):
    entities = merge_figures(stories, read(), merged(("ab", "c"))).groupings["entities"]
    assert (entities.merged, entities.wrong_splits, entities.f1) == (3, 0, 1.0)


@pytest.mark.parametrize(("documents", "seen"), [("ab", 1), ("a", 0), ("ac", 0)])
def test_a_disagreement_is_found_when_it_has_the_sentences_of_two_articles(stories, documents, seen):
    options = tuple(Literal(document) for document in documents)
    told = Disagreement(f"{ID_BASE}event/0", dip("date"), options, None, "")
    figures = merge_figures(stories, read(), merged(("abc",), [told]))
    assert (figures.disagreements_found, figures.disagreements, figures.useful, figures.claimed) == (seen, 1, seen, 1)


def test_the_table_has_a_line_a_kind(stories):
    lines = str(merge_figures(stories, read(), merged(("ab", "c")))).splitlines()
    assert [line.split()[0] for line in lines[1:]] == [
        *("events", "agreements", "commitments", "entities"),
        "disagreements",
    ]


def test_a_folder_without_clusters_is_named(tmp_path):
    with pytest.raises(InputError, match=r"clusters\.json"):
        merge_figures(tmp_path, [], merged(()))


def test_clusters_that_lack_a_kind_are_named(stories):
    (stories / "clusters.json").write_text('{"events": []}')
    with pytest.raises(InputError, match="lacks 'agreements'"):
        merge_figures(stories, [], merged(()))


def test_what_has_floors_are_shares_in_which_more_is_better(stories):
    shares = merge_figures(stories, read(), merged(("abc",))).shares
    assert shares["right merges"] == pytest.approx(1 / 3)
    assert shares["disagreements"] == 0.0
    assert shares["the same events"] == pytest.approx(5 / 7)

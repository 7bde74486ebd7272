"""The gold set checks itself: a slip of the annotator must not land."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[1] / "gold"
STORIES = (GOLD / "stories", GOLD / "later" / "stories")
FOLDERS = (GOLD, GOLD / "later", GOLD / "unread", *STORIES)
FILES = [path for folder in FOLDERS for path in sorted((folder / "annotations").glob("*.json"))]
LISTS = ("entities", "positions", "events", "agreements", "commitments", "statements")
ENTITY_TYPES = {"person", "organization", "state", "place", "office", "treaty_body", "other"}
EVENT_TYPES = {
    *("meet", "call", "visit", "negotiate", "mediate", "discuss", "sign", "agree", "pledge", "cooperate", "support"),
    *("aid", "invest", "gift", "concede", "request", "accuse", "reject", "threaten", "protest", "sanction"),
    *("mobilize", "coerce", "assault", "appoint", "vote"),
}
FACTUALITIES = {"actual", "planned", "negated", "possible"}
AGREEMENT_STATUSES = {"signed", "reached", "planned", "in_force", "withdrawn", "rejected"}
COMMITMENT_STATUSES = {"pledged", "planned", "confirmed", "fulfilled", "refused"}
METADATA = {"title", "url", "publisher", "published"}

per_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def gold(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def article(path: Path) -> str:
    return (path.parents[1] / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")


def is_date(value: str) -> bool:
    """Accept a day, a month, a year, or two of these as ``start/end``."""
    parts = value.split("/")
    return len(parts) <= 2 and all(_is_day(part) for part in parts)


def _is_day(part: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", part):
        return False
    date.fromisoformat(part + "-01" * (2 - part.count("-")))
    return True


def test_there_are_enough_articles_for_a_floor():
    assert sum(path.parents[1] == GOLD for path in FILES) >= 25


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(GOLD).as_posix())
def test_every_text_is_annotated_and_has_metadata(folder):
    texts = {path.stem for path in (folder / "texts").glob("*.txt")}
    assert texts == {path.stem for path in (folder / "annotations").glob("*.json")}
    assert texts == {path.name.removesuffix(".meta.json") for path in (folder / "texts").glob("*.meta.json")}


@per_file
def test_metadata_agree_with_the_annotation(path):
    metadata = json.loads((path.parents[1] / "texts" / f"{path.stem}.meta.json").read_text(encoding="utf-8"))
    assert set(metadata) == METADATA
    assert gold(path)["id"] == path.stem
    assert gold(path)["published"] == metadata["published"]


@per_file
def test_evidence_is_verbatim(path):
    items = [item for name in LISTS[2:] for item in gold(path)[name]]
    assert all(item["evidence"] for item in items)
    assert [quote for item in items for quote in item["evidence"] if quote not in article(path)] == []


@per_file
def test_quotations_and_names_are_verbatim(path):
    wanted = [item["quote"] for item in gold(path)["statements"]]
    wanted += [name for entity in gold(path)["entities"] for name in (entity["name"], *entity["aliases"])]
    assert [text for text in wanted if text not in article(path)] == []


@per_file
def test_direct_statements_stand_in_quotation_marks(path):
    text = article(path)
    for item in gold(path)["statements"]:
        if item["direct"]:
            starts = [found.start() for found in re.finditer(re.escape(item["quote"]), text)]
            assert any(_is_quoted(text, start) for start in starts), item["quote"]


def _is_quoted(text: str, start: int) -> bool:
    """A mark stands right before, or the quotation went on from a sentence that was annotated apart."""
    paragraph = text[text.rfind("\n", 0, start) + 1 : start]
    still_open = paragraph.count('"') % 2 == 1 or paragraph.count("“") > paragraph.count("”")
    return text[start - 1] in "\"“‘'«" or still_open


@per_file
def test_ids_resolve(path):
    entities = [entity["id"] for entity in gold(path)["entities"]]
    assert len(entities) == len(set(entities))
    used = set()
    for item in gold(path)["events"]:
        used |= {*item["actors"], *item["recipients"], *item["place"], item["attributed_to"]}
    for item in gold(path)["agreements"]:
        used |= {*item["parties"], *item["signatories"]}
    for item in gold(path)["commitments"]:
        used |= {item["by"], item["to"], item["attributed_to"]}
    used |= {item["speaker"] for item in gold(path)["statements"]}
    for item in gold(path)["positions"]:
        used |= {item["person"], item["of"]}
    assert used - {None} <= set(entities)


@per_file
def test_entities_are_well_formed(path):
    for entity in gold(path)["entities"]:
        assert entity["type"] in ENTITY_TYPES
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entity["id"]), entity["id"]
        assert entity["wikidata"] is None or re.fullmatch(r"Q[1-9]\d*", entity["wikidata"])


@per_file
def test_events_are_well_formed(path):
    events = gold(path)["events"]
    assert [event["id"] for event in events] == [f"e{number}" for number in range(1, len(events) + 1)]
    for event in events:
        assert event["type"] in EVENT_TYPES
        assert event["factuality"] in FACTUALITIES
        assert event["date"] is None or is_date(event["date"])
        assert not set(event["actors"]) & set(event["recipients"]), event["id"]


@per_file
def test_agreements_and_commitments_are_well_formed(path):
    for item in gold(path)["agreements"]:
        assert item["status"] in AGREEMENT_STATUSES
        assert item["date"] is None or is_date(item["date"])
    for item in gold(path)["commitments"]:
        assert item["status"] in COMMITMENT_STATUSES
        assert item["deadline"] is None or is_date(item["deadline"])
        if item["amount"]:
            assert set(item["amount"]) == {"value", "unit"}
            assert isinstance(item["amount"]["value"], int | float)


@per_file
def test_no_event_is_annotated_twice(path):
    keys = [(e["type"], *e["actors"], "", *e["recipients"], *e["evidence"]) for e in gold(path)["events"]]
    assert len(keys) == len(set(keys))


@cache
def clusters(folder: Path) -> dict:
    return json.loads((folder / "clusters.json").read_text(encoding="utf-8"))


per_set_of_stories = pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.parent.name)


@per_set_of_stories
@pytest.mark.parametrize("kind", ["events", "agreements", "commitments"])
def test_every_item_of_the_stories_is_in_one_cluster(folder, kind):
    told = (path for path in FILES if path.parents[1] == folder)
    expected = sorted((path.stem, item["id"]) for path in told for item in gold(path)[kind])
    assert sorted(tuple(member) for row in clusters(folder)[kind] for member in row["members"]) == expected


@per_set_of_stories
@pytest.mark.parametrize("kind", ["events", "agreements", "commitments"])
def test_cluster_ids_are_unique(folder, kind):
    ids = [row["id"] for row in clusters(folder)[kind]]
    assert len(ids) == len(set(ids))


@per_set_of_stories
def test_disagreements_quote_two_articles_or_more(folder):
    for row in clusters(folder)["disagreements"]:
        assert len({value["article"] for value in row["values"]}) >= 2, row["about"]
        for value in row["values"]:
            assert value["evidence"] in article(folder / "annotations" / f"{value['article']}.json")

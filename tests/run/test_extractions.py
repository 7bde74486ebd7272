import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.run.extractions import from_json, read_lines, to_json, to_line, write_lines
from kg.types import Amount, CommitmentMention, Document, DocumentEntity, EventMention, Extraction, Role, Span

DOCUMENT = Document("a1", "Norland's envoy met Sudria's envoy.", published=date(2024, 5, 3))
ENVOY = DocumentEntity("e1", "person", "Norland's envoy", iri="https://w3id.org/dip/id/person/envoy")
MEETING = EventMention(
    id="ev1",
    type="Meeting",
    trigger=Span(16, 19),
    roles=(Role("initiator", Span(0, 15), "Norland's envoy", "e1"),),
    factuality="actual",
    date=None,
    attribution=None,
    evidence=Span(0, 35),
    confidence=0.9,
    frame="meet",
)
SCHEMA = {
    "document": {"id", "title", "url", "publisher", "published", "language", "sha256"},
    "mentions": {"id", "start", "end", "text", "kind", "entity"},
    "events": {"id", "type", "plover", "trigger", "roles", "factuality", "date", "attributed_to", "evidence"}
    | {"confidence", "frame", "amounts"},
    "agreements": {"id", "name", "kind", "parties", "topics", "status", "date", "evidence", "confidence"},
    "commitments": {"id", "by", "to", "content", "amount", "deadline", "status", "evidence", "confidence"},
    "statements": {"id", "speaker", "addressee", "quote", "direct", "topic", "evidence"},
    "tenures": {"id", "holder", "office", "of", "former", "evidence"},
    "silences": {"start", "end", "reason"},
}

extractions = st.from_type(Extraction)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(extractions)
def test_round_trip_loses_nothing(extraction):
    read = from_json(json.loads(to_line(extraction)))
    assert repr(read) == repr(extraction)  # by repr, as nan differs from itself


@few
@given(extractions)
def test_line_holds_every_key_of_the_schema(extraction):
    line = to_json(extraction)
    for key, expected in SCHEMA.items():
        for item in [line[key]] if key == "document" else line[key]:
            assert expected <= item.keys()


def test_roles_carry_the_iri_of_their_entity():
    line = to_json(Extraction(DOCUMENT, entities=(ENVOY,), events=(MEETING,)), plover={"Meeting": "CONSULT"})
    event = line["events"][0]
    assert event["roles"][0]["entity"] == ENVOY.iri
    assert event["trigger"]["text"] == "met"
    assert event["plover"] == "CONSULT"


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("USD", {"value": 5.0, "currency": "USD", "qualifier": "about"}),
        ("percent_gdp", {"percent_of_gdp": 5.0, "qualifier": "about"}),
        ("cherry trees", {"value": 5.0, "unit": "cherry trees", "qualifier": "about"}),
    ],
)
def test_amount(unit, expected):
    amount = Amount(5.0, unit, "about", "some", Span(0, 4))
    by = Role("committedBy", Span(0, 4), "some")
    promise = CommitmentMention("c1", by, None, "give", amount, None, (), "pledged", "actual", None, Span(0, 9), 0.5)
    written = to_json(Extraction(DOCUMENT, commitments=(promise,)))["commitments"][0]["amount"]
    assert expected.items() <= written.items()


def test_lines_of_a_version_without_amounts_of_events_are_read():
    line = to_json(Extraction(DOCUMENT, events=(MEETING,)))
    del line["events"][0]["amounts"]
    assert from_json(line).events == (MEETING,)


def test_lines_survive_the_disk(tmp_path):
    written = [Extraction(DOCUMENT, events=(MEETING,)), Extraction(Document("a2", "line\u2028separator\r\n"))]
    write_lines(map(to_line, written), tmp_path / "x.jsonl")
    assert list(read_lines(tmp_path / "x.jsonl")) == written


@pytest.mark.parametrize("broken", ["{", "{}", '{"document": 3}', "[]"])
def test_broken_line_is_named(tmp_path, broken):
    path = tmp_path / "x.jsonl"
    path.write_text(to_line(Extraction(DOCUMENT)) + broken + "\n")
    with pytest.raises(InputError, match=r"x\.jsonl:2"):
        list(read_lines(path))


@pytest.mark.parametrize(
    ("factuality", "root", "code"),
    [("actual", "CONSULT", "CONSULT"), ("planned", "CONSULT", "AGREE"), ("planned", "ASSAULT", "ASSAULT")],
)
def test_what_cooperation_is_to_come_is_an_agreement_to_plover(factuality, root, code):
    event = replace(MEETING, factuality=factuality)
    line = to_json(Extraction(DOCUMENT, entities=(ENVOY,), events=(event,)), plover={"Meeting": root})
    assert line["events"][0]["plover"] == code

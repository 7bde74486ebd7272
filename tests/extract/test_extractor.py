"""Whole articles: what comes out, that it stands in the text, and that no text stops it."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import ConfigError, ModelError
from kg.extract import extractor as module
from kg.extract.extractor import SpacyExtractor
from kg.run.extractions import to_line
from kg.types import Attribution, Document, Extraction, Mention, Role, Span

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
ARTICLE = "nairobi-equator-wire"
TEXT = "President Omar Sall of Chad met Mary Berg in Oslo on Monday. Sall said the truce would hold for years."


@pytest.fixture(scope="module")
def article():
    """One of the sample articles."""
    about = json.loads((ROOT / "examples" / f"{ARTICLE}.meta.json").read_text(encoding="utf-8"))
    text = (ROOT / "examples" / f"{ARTICLE}.txt").read_text(encoding="utf-8")
    return Document(ARTICLE, text, **about | {"published": date.fromisoformat(about["published"])})


@pytest.fixture(scope="module")
def extraction(article):
    """What the sample article says."""
    return next(SpacyExtractor().extract([article]))


def test_golden(extraction):
    """After an intended change, write the line anew with :func:`write_golden` and read its difference."""
    assert json.loads(to_line(extraction)) == json.loads((GOLDEN / f"{ARTICLE}.jsonl").read_text(encoding="utf-8"))


def write_golden(extraction):
    """Write what the article gives now."""
    (GOLDEN / f"{ARTICLE}.jsonl").write_text(to_line(extraction).rstrip("\n") + "\n", encoding="utf-8")


# ---------------------------------------------------------------- what holds of every extraction
def _values(value) -> Iterator[object]:
    """Walk through all values within one."""
    if isinstance(value, tuple):
        for item in value:
            yield from _values(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _values(getattr(value, field.name))


def check(extraction: Extraction) -> None:
    """Check that spans lie in the text and spell their words, that ids are known, and that nothing is passed over."""
    text = extraction.document.text
    entities = {entity.id for entity in extraction.entities}
    for value in _values(extraction):
        if isinstance(value, Span):
            assert 0 <= value.start <= value.end <= len(text)
        if isinstance(value, Mention | Role):
            assert _plain(text[value.span.start : value.span.end]) == _plain(value.text) or value.text in text
        if isinstance(value, Mention | Role | Attribution):
            assert value.entity is None or value.entity in entities
    told = {e.evidence for e in extraction.events} | {s.evidence for s in extraction.statements}
    silent = {silence.span for silence in extraction.silences}
    assert set(extraction.sentences) == (told | silent) & set(extraction.sentences)
    assert not told & silent
    for span in (silence.span for silence in extraction.silences):
        assert text[span.start : span.end].strip()


def _plain(words: str) -> str:
    return " ".join(words.split())


def test_the_article_holds(extraction):
    check(extraction)


def test_offsets_slice_the_text(extraction):
    text = extraction.document.text
    for statement in (s for s in extraction.statements if s.direct):
        assert text[statement.span.start : statement.span.end].strip(" ,") == statement.quote
    for quantity in (c.amount for c in extraction.commitments if c.amount):
        assert text[quantity.span.start : quantity.span.end] == quantity.text
    for when in (e.date for e in extraction.events if e.date):
        assert text[when.span.start : when.span.end] == when.text
    for event in extraction.events:
        assert event.evidence.contains(event.trigger)


def test_ids_are_given_once(extraction):
    for values in (extraction.mentions, extraction.events, extraction.statements, extraction.commitments):
        assert len({v.id for v in values}) == len(values)


# ---------------------------------------------------------------- hostile texts
SNIPPETS = st.sampled_from(
    [
        "Chad",
        "President Omar Sall of Chad",
        "met",
        "signed a treaty with",
        "pledged $5 million to",
        "by June 2030",
        "on the 31st of February",
        '"We will pay,"',
        "he said",
        "they",
        "the two leaders",
        "according to",
        "and",
        ",",
        ".",
        "\n\n",
        "“",
        "”",
        "'s",
        "’",
        "(",
        "-",
        "\u200b",
        "\u202e",
        "\ufeff",
        "e\u0301",
        "🇹🇩",
        "ЧАД",
        "乍得",
        "<script>alert(1)</script>",
        "SELECT * WHERE { ?s ?p ?o }",
        "\x00",
        "\r\n",
        "\u2028",
        "9" * 30,
        "A" * 300,
    ]
)
TEXTS = st.lists(SNIPPETS | st.text(max_size=8), max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(text="")
@example(text=" \n\n ")
@example(text=".")
@example(text='"' * 9)
@example(text="\n\n".join(["Chad"] * 50))
@given(text=TEXTS)
def test_no_text_stops_it(text):
    check(next(SpacyExtractor().extract([Document("d", text, published=date(2026, 3, 12))])))


@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_no_day_stops_it(published):
    text = f"{TEXT} They will meet again next week, next year, on Friday, in May and at Christmas."
    check(next(SpacyExtractor().extract([Document("d", text, published=published)])))


def test_a_long_sentence_is_read():
    text = f"Chad met {', '.join(['Niger'] * 2000)}."
    check(next(SpacyExtractor().extract([Document("d", text)])))


# ---------------------------------------------------------------- many documents
def test_documents_come_back_in_order():
    documents = [Document(str(i), TEXT if i % 3 else "") for i in range(40)]
    assert [x.document for x in SpacyExtractor().extract(documents)] == documents


def test_other_documents_change_nothing(extraction, article):
    around = [Document("a", TEXT), article, Document("b", "")]
    assert list(SpacyExtractor().extract(around))[1] == extraction


def test_who_stops_listening_leaves_the_model_whole(extraction, article):
    half_heard = SpacyExtractor().extract([Document(str(i), TEXT) for i in range(3)])
    next(half_heard)
    assert next(SpacyExtractor().extract([article])) == extraction


def test_a_failure_leaves_the_model_whole(monkeypatch, extraction, article):
    with monkeypatch.context() as patch:
        patch.setattr(module, "find_names", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            list(SpacyExtractor().extract([Document("d", TEXT)]))
    assert next(SpacyExtractor().extract([article])) == extraction


# ---------------------------------------------------------------- settings
def test_an_unknown_model_is_named():
    with pytest.raises(ModelError, match="en_core_web_xxl"):
        list(SpacyExtractor("en_core_web_xxl").extract([Document("d", TEXT)]))


def test_own_frames(tmp_path):
    frames = tmp_path / "frames.tsv"
    header = "predicate\ttype\troles\twhen\tfactuality\texample"
    frames.write_text(f"{header}\nserenade.v\tMeeting\tsubject|object=participant\t\t\tChad serenaded Niger.\n")
    document = Document("d", "The envoys of Chad serenaded Niger in Oslo on Monday. Nothing more was known of it.")
    assert [e.type for e in next(SpacyExtractor(frames=frames).extract([document])).events] == ["Meeting"]


def test_wrong_frames_name_file_and_line(tmp_path):
    frames = tmp_path / "frames.tsv"
    frames.write_text("predicate\ttype\troles\twhen\tfactuality\texample\nserenade.v\tSerenade\t\t\t\t\n")
    with pytest.raises(ConfigError, match=r"frames\.tsv, line 2.*Serenade"):
        list(SpacyExtractor(frames=frames).extract([Document("d", TEXT)]))


def test_the_two_are_those_who_met_and_not_who_is_still_to_be_met():
    text = (
        "President Omar Sall of Chad flew to Oslo to meet Prime Minister Mary Berg. His tour includes a forthcoming "
        "meeting with Malian President Idris Ba. The two leaders signed an agreement on fishing."
    )
    found = next(SpacyExtractor().extract([Document("d", text, published=date(2020, 5, 4))]))
    names = {entity.id: entity.name for entity in found.entities}
    (signing,) = (event for event in found.events if event.type == "Signing")
    assert {names[role.entity] for role in signing.roles if role.entity} == {"Omar Sall", "Mary Berg"}

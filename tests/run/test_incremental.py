"""However a graph came about, it is the graph of its articles: added at once, one by one, or with others taken out."""

from pathlib import Path

import pytest

import kg
from kg import registry
from kg.run import shards
from tests.run.test_crash import state

EXAMPLES = Path(__file__).parents[2] / "examples"
WIRE, COPY = EXAMPLES / "nairobi-equator-wire.txt", EXAMPLES / "nairobi-port-city-mail.txt"
COURIER = EXAMPLES / "nairobi-rift-valley-courier.txt"


@pytest.fixture
def recorded(sample, monkeypatch):
    """Take what articles say from the graph of the samples."""
    monkeypatch.setenv("RECORDED", str(sample.directory / "extractions"))
    monkeypatch.setitem(registry.BUILT_IN, ("extractor", "spacy"), "tests.run.recorded:RecordedExtractor")
    monkeypatch.setattr("kg.pipeline.validate", lambda quads: [])
    shards.reader.cache_clear()
    yield
    shards.reader.cache_clear()


def built(out, *batches):
    for batch in batches:
        kg.build(batch, out=out)
    return state(out)


def test_articles_may_come_one_by_one_in_any_order(recorded, tmp_path):
    at_once = built(tmp_path / "once", [WIRE, COPY, COURIER])
    assert built(tmp_path / "steps", [COURIER], [COPY], [WIRE]) == at_once


@pytest.mark.parametrize(
    ("left", "leaving"),
    [([COPY, COURIER], WIRE), ([WIRE, COURIER], COPY), ([WIRE, COPY], COURIER)],
    ids=["the original of a copy", "the copy", "an independent article"],
)
def test_what_is_retracted_might_never_have_been_there(recorded, tmp_path, left, leaving):
    built(tmp_path / "all", [WIRE, COPY, COURIER])
    kg.retract([leaving.stem], out=tmp_path / "all")
    assert state(tmp_path / "all") == built(tmp_path / "fresh", left)

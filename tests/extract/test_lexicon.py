"""Every row of the frame tables fires in its own example."""

from datetime import date

import pytest

from kg.extract.extractor import SpacyExtractor
from kg.extract.lexicon import Frame, Lexicon
from kg.types import Document

# Two sentences are read as text; one alone would be taken for a title.
_MORE = " Nothing more was known of it."


def _place(identifier: str) -> str:
    """Give the table and line of a frame: the lemmas of one row share it."""
    table, _, line = identifier.split(":")
    return f"{table}:{line}"


def _rows() -> dict[str, Frame]:
    frames = [frame for group in Lexicon.load().frames.values() for frame in group]
    return {_place(f.id): f for f in sorted(frames, key=lambda f: f.id)}


ROWS = _rows()


@pytest.fixture(scope="session")
def fired():
    """The rows that fire in each example, by the row whose example it is."""
    documents = [Document(place, frame.example + _MORE, published=date(2026, 3, 12)) for place, frame in ROWS.items()]
    return {
        x.document.id: {_place(e.frame) for e in x.events if e.frame.count(":") == 2}
        for x in SpacyExtractor().extract(documents)
    }


@pytest.mark.parametrize("place", ROWS)
def test_row_fires_in_its_example(place, fired):
    assert place in fired[place], f"{ROWS[place].line}: {ROWS[place].example!r} gave {sorted(fired[place])}"


@pytest.mark.parametrize("place", ROWS)
def test_row_names_each_predicate_once(place):
    same = [f.id for group in Lexicon.load().frames.values() for f in group if _place(f.id) == place]
    assert len(same) == len(set(same))


def test_verb_takes_the_narrower_row_first():
    boycott = Lexicon.load().frames["boycott", "v"]
    counts = [len(f.tests) for f in boycott]
    assert counts == sorted(counts, reverse=True)

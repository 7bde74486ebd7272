from datetime import date

import pytest

from kg.extract.extractor import SpacyExtractor
from kg.extract.model import load_model
from kg.extract.reading import assemble
from kg.types import Document

PUBLISHED = date(2026, 3, 12)
"""A Thursday."""
# Two sentences are read as text; one alone would be taken for a title.
MORE = " Nothing more was known of it."


@pytest.fixture(scope="session")
def nlp():
    """The model, loaded once."""
    return load_model()


@pytest.fixture(scope="session")
def sentence(nlp):
    """Parse one sentence."""

    def parse(text):
        return assemble(Document("d", text), [(nlp(text), 0, "body")]).sentences[0]

    return parse


@pytest.fixture(scope="session")
def extract():
    """Extract what a text says; it was published on 12 March 2026 unless told otherwise."""
    extractor = SpacyExtractor()

    def run(text, **metadata):
        document = Document("d", text + MORE, **{"published": PUBLISHED} | metadata)
        return next(extractor.extract([document]))

    return run


@pytest.fixture(scope="session")
def named():
    """Name entities of an extraction by their ids."""

    def names(extraction, ids):
        by_id = {entity.id: entity.name for entity in extraction.entities}
        return {by_id[i] for i in ids if i}

    return names

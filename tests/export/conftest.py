from pathlib import Path

import pytest

from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad
from kg.vocab import LABEL, TYPE, dip

SAMPLE = Path(__file__).parents[2] / "ontologies" / "examples" / "sample.trig"


@pytest.fixture(scope="session")
def sample():
    return OxigraphStore.open(SAMPLE)


@pytest.fixture
def hostile():
    """A node whose names come from a page that means no good."""
    node = "https://w3id.org/dip/id/person/x"
    texts = [dip("content"), "=HYPERLINK(1)\x0b"], [LABEL, '<script>"&\u2028']
    return OxigraphStore.memory(
        [Quad(node, TYPE, dip("Person")), *(Quad(node, name, Literal(text)) for name, text in texts)]
    )

from pathlib import Path

import pytest

from kg.store.oxigraph import OxigraphStore

FOLDER = Path(__file__).parents[2] / "ontologies"


@pytest.fixture(scope="session")
def folder():
    return FOLDER


@pytest.fixture(scope="session")
def quads():
    """All quads of the sample."""
    return list(OxigraphStore.open(FOLDER / "examples" / "sample.trig").quads())

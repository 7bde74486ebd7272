from pathlib import Path

import pytest

from kg import registry

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def stubbed(monkeypatch):
    """Replace the stages that read text by quick ones; gives the list of ids that they read."""
    from kg.run import shards
    from tests.run import stubs

    monkeypatch.setitem(registry.BUILT_IN, ("extractor", "spacy"), "tests.run.stubs:StubExtractor")
    monkeypatch.setitem(registry.BUILT_IN, ("linker", "gazetteer"), "tests.run.stubs:StubLinker")
    shards.reader.cache_clear()
    stubs.READ.clear()
    yield stubs.READ
    shards.reader.cache_clear()


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The graph of the sample articles; tests that change it copy it first."""
    import kg

    return kg.build([EXAMPLES], out=tmp_path_factory.mktemp("sample") / "output")


@pytest.fixture
def sample_copy(sample, tmp_path):
    """A copy of the graph of the sample articles."""
    import shutil

    import kg

    shutil.copytree(sample.directory, tmp_path / "copy")
    return kg.Graph(tmp_path / "copy")

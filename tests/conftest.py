import pytest

from kg import registry


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

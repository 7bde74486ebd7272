import json
from importlib import import_module, metadata

import pytest

from kg.errors import ConfigError
from kg.registry import BUILT_IN, load, names


@pytest.mark.parametrize(("kind", "name"), sorted(BUILT_IN))
def test_every_built_in_name_leads_to_something(kind, name):
    assert callable(load(kind, name))


def test_unknown_name_lists_those_there_are():
    with pytest.raises(ConfigError, match="no executor is called 'cloud'; there are: local"):
        load("executor", "cloud")


def test_packages_add_their_own(monkeypatch):
    entry = metadata.EntryPoint("mine", "json:dumps", "kg.extractor")
    monkeypatch.setattr(import_module("kg.registry"), "entry_points", lambda **_: [entry])
    assert load("extractor", "mine") is json.dumps
    assert names("extractor") == ["mine", "spacy"]

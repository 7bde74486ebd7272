from datetime import date
from pathlib import Path

import pytest

from kg.config import Config
from kg.errors import ConfigError


def written(tmp_path, text):
    path = tmp_path / "kg.toml"
    path.write_text(text)
    return path


def test_file_sets_what_it_names(tmp_path):
    (tmp_path / "names.tsv").write_text("")
    path = written(tmp_path, 'model = "en_core_web_md"\njobs = 4\ngazetteer = ["names.tsv"]\npublished = 2024-05-03\n')
    config = Config.load(path)
    assert config == Config(
        model="en_core_web_md", jobs=4, gazetteer=(tmp_path / "names.tsv",), published=date(2024, 5, 3)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("job = 4", r"kg\.toml: unknown key 'job'; did you mean 'jobs'\?"),
        ("zzz = 4", r"unknown key 'zzz'; known keys: published"),
        ("jobs = 0", r"jobs = 0; expected a whole number from 1"),
        ("jobs = true", r"jobs = True; expected a whole number"),
        ('html = "no"', r"html = 'no'; expected true or false"),
        ('published = "May"', r"published = 'May'; expected a day such as"),
        ('frames = "none.tsv"', r"frames = 'none\.tsv'; there is no such file"),
        ("model = 3", r"model = 3; expected a name"),
        ("gazetteer = 3", r"gazetteer = 3; expected a file or a list of files"),
        ("prefer = []", r"prefer = \[\]; expected a list of outlets, confidence, claims, latest"),
        ('prefer = ["loudest"]', r"prefer = \['loudest'\]; expected a list of outlets"),
        ("jobs 4", r"kg\.toml: not valid TOML: .*line 1"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, message):
    with pytest.raises(ConfigError, match=message):
        Config.load(written(tmp_path, text))


def test_missing_file_is_named():
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read"):
        Config.load(Path("nowhere.toml"))


def test_override_takes_words_of_the_command_line():
    assert Config().override({"published": "2024-05-03"}).published == date(2024, 5, 3)

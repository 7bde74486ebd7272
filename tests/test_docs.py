"""The documents keep up with the code: a command, option, file or setting that nobody describes fails here."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import kg
from kg.cli import main
from kg.config import Config
from kg.run.directory import OURS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(main.app).commands


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_readme_describes_every_command(command):
    assert re.search(rf"^\| `kg {command}\b", README, re.MULTILINE)


def test_readme_describes_no_command_that_is_gone():
    assert set(re.findall(r"(?:^|`)kg ([a-z]+)", README, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("entry", sorted(OURS))
def test_readme_describes_every_file_of_the_graph_directory(entry):
    assert re.search(rf"^\| `{re.escape(entry)}/?`", README, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_has_a_help_text(command):
    assert [option.name for option in COMMANDS[command].params if not getattr(option, "help", None)] == []


def test_every_setting_is_explained():
    told = re.findall(r"^        (\w+): ", Config.__doc__, re.MULTILINE)
    assert told == [field.name for field in fields(Config)]


def test_changelog_knows_this_version():
    assert f"## {kg.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", kg.__all__)
def test_public_names_are_there(name):
    assert getattr(kg, name) is not None


def test_unknown_public_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = kg.nonsense


@pytest.mark.parametrize("document", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_files_that_documents_name_are_there(document):
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"`((?:kg|ontologies|notebooks|tests|examples)/[\w./-]*)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


CONSOLE = re.findall(r"^```console\n\$ kg ([^\n]+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("command", "output"), CONSOLE, ids=[command[:60] for command, _ in CONSOLE])
def test_readme_shows_what_a_query_answers(command, output, monkeypatch):
    monkeypatch.chdir(ROOT)
    answer = CliRunner().invoke(main.app, shlex.split(command))
    assert answer.exit_code == 0
    assert [line.rstrip() for line in answer.output.splitlines()] == output.splitlines()

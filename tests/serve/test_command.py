"""``kg serve`` as a command: what it refuses, and what the other commands do not pay for."""

import socket
import subprocess
import sys

import pytest

from kg.errors import ConfigError, GraphError
from kg.serve.server import read_token, serve
from tests.serve.conftest import ROOT, SAMPLE


@pytest.mark.parametrize(
    ("content", "said"),
    [("short", "at least 16"), ("two words in a token", "without spaces"), ("é" * 20, "ASCII"), ("", "at least 16")],
)
def test_a_weak_token_is_refused(tmp_path, content, said):
    (tmp_path / "token").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        read_token(tmp_path / "token")


def test_a_token_file_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        read_token(tmp_path / "token")


def test_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ConfigError, match="cannot listen there"):
        serve(SAMPLE, port=taken.getsockname()[1])


def test_no_graph(tmp_path):
    with pytest.raises(GraphError, match="no graph here"):
        serve(tmp_path, port=0)


def test_without_the_extra_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(ConfigError, match=r"kg-diplomacy\[serve\]"):
        serve(SAMPLE, port=0)


def test_a_server_is_not_served_again():
    command = [sys.executable, "-m", "kg", "serve", "--graph", "http://127.0.0.1:9/query"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is served already" in done.stderr


def test_a_query_on_the_command_line_imports_no_server():
    script = (
        "import sys; from kg.cli import main; sys.argv = ['kg', 'query', 'ASK {}', '--graph', sys.argv[1]]\n"
        "try: main.main()\nexcept SystemExit: pass\n"
        "heavy = {'starlette', 'uvicorn', 'asyncio', 'rdflib'}\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & heavy))\n"
        "print([name for name in sys.modules if name.startswith('kg.serve')])"
    )
    command = [sys.executable, "-c", script, str(SAMPLE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["yes", "[]", "[]"]

"""A server that really runs, on the sample graph, with a short time limit and a token for updates."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

import httpx

from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "ontologies" / "examples" / "sample.trig"
TOKEN = "a-token-for-tests-0123456789"
SECONDS = 2


@contextmanager
def running(*options):
    """Start ``kg serve`` on a free port; gives its address."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--workers", "2", *map(str, options)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), "the server did not start"
            yield address.rstrip("/")
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def graph_directory(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    OxigraphStore.create(folder / "store", OxigraphStore.open(SAMPLE).quads())
    (folder / "graph.html").write_text("<!doctype html><title>The page</title>")
    (folder / "token").write_text(f"{TOKEN}\n")
    return folder


@pytest.fixture(scope="session")
def address(graph_directory):
    token = graph_directory / "token"
    with running("--graph", graph_directory, "--timeout", SECONDS, "--update-token-file", token) as found:
        yield found


@pytest.fixture(scope="session")
def client(address):
    trusting = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    with httpx.Client(base_url=address, timeout=30, trust_env=not trusting) as opened:
        yield opened

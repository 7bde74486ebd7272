"""The three stores, the remote one on a really started Oxigraph server."""

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import RdflibStore
from kg.store.remote import RemoteStore


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running_server(port, *options):
    """Run an Oxigraph server; gives its address and its process."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if binary is None:
        pytest.skip("no oxigraph server here: pip install oxigraph")
    address = f"127.0.0.1:{port}"
    command = [binary, "serve", "--bind", address, *map(str, options)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            await_answer(f"http://{address}/")
            yield f"http://{address}", process
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def server():
    """The address of a running server, empty at first."""
    with running_server(free_port()) as (address, _):
        yield address


def await_answer(url):
    for _ in range(100):
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"{url} does not answer")


@pytest.fixture(params=["oxigraph", "rdflib", "remote"])
def empty(request):
    """An empty store of each kind."""
    if request.param == "oxigraph":
        return OxigraphStore.memory()
    if request.param == "rdflib":
        return RdflibStore()
    server = request.getfixturevalue("server")
    httpx.post(f"{server}/update", data={"update": "CLEAR ALL"}).raise_for_status()
    return RemoteStore(f"{server}/query", store_url=f"{server}/store", pause=0.01)

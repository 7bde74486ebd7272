"""The files of ``ontologies/``: in a checkout beside the package, installed inside it."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import GraphError


def folder() -> Traversable:
    """Give the folder of the ontology files.

    Raises:
        GraphError: They are neither beside the package nor inside it.
    """
    package = Path(__file__).resolve().parent
    for found in (package.parent / "ontologies", resources.files("kg") / "_ontologies"):
        if found.joinpath("dip.ttl").is_file():
            return found
    raise GraphError(f"the ontology is missing: expected dip.ttl in {package.parent / 'ontologies'} or in the package")


def read(name: str) -> bytes:
    """Read one file, such as ``"dip.ttl"`` or ``"rules/shortcuts.ru"``."""
    return folder().joinpath(name).read_bytes()

"""News articles in, a sourced and queryable graph of diplomacy out.

::

    import kg

    graph = kg.build(["articles/"], out="output")
    graph.query("SELECT ?who ?whom { ?who dip:met ?whom }")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline import build, extract, retract
    from kg.run.handle import Graph
    from kg.types import Document

__version__ = "0.1.0"
__all__ = ["Document", "Graph", "__version__", "build", "extract", "retract"]

_HOMES = {
    "build": "kg.pipeline",
    "extract": "kg.pipeline",
    "retract": "kg.pipeline",
    "Graph": "kg.run.handle",
    "Document": "kg.types",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that ``import kg`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

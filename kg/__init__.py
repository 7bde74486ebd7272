"""News articles in, a sourced and queryable graph of diplomacy out.

::

    import kg

    graph = kg.build(["articles/"], out="output")
    graph.query("SELECT ?who ?whom { ?who dip:met ?whom }")
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

import kg.extract  # noqa: F401 - the package must be there before it learns to be called
from kg.version import __version__

if TYPE_CHECKING:
    from kg.pipeline import build, decide, extract, retract
    from kg.run.handle import Graph
    from kg.types import Document

__all__ = ["Document", "Graph", "__version__", "build", "decide", "extract", "retract"]

_HOMES = {
    "build": "kg.pipeline",
    "decide": "kg.pipeline",
    "retract": "kg.pipeline",
    "Graph": "kg.run.handle",
    "Document": "kg.types",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that ``import kg`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


class _CallablePackage(ModuleType):
    """``kg.extract``: a package, as a step of the pipeline, and a function, as a command is.

    Importing any module of a package binds the package's name in its parent, whatever else stood there.
    """

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Read articles without merging them; see :func:`kg.pipeline.extract`."""
        return import_module("kg.pipeline").extract(*arguments, **options)


sys.modules["kg.extract"].__class__ = _CallablePackage

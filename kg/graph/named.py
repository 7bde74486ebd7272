"""The named questions: SPARQL files whose head says what they answer and which parameters they take.

A head has lines ``# title:``, ``# description:``, ``# scope: default|union`` and, for each parameter,
``# param: NAME TYPE DESCRIPTION [DEFAULT]`` with a type of entity, node, date, number or text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

from kg.errors import QueryError

TYPES = ("entity", "node", "date", "number", "text")
_HEAD = re.compile(r"^# (title|description|scope|param): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"(?P<name>\w+) (?P<type>\w+) (?P<description>.+?)(?: \[(?P<default>[^\]]*)\])?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a named question that the user sets; without a default it must be set."""

    name: str
    type: str
    description: str
    default: str | None


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that the graph answers; ``scope`` is ``"default"`` or ``"union"``."""

    name: str
    title: str
    description: str
    scope: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def named() -> tuple[NamedQuery, ...]:
    """Give all named questions by name; the files are part of the package, so they are read once."""
    files = resources.files("kg.graph").joinpath("queries").iterdir()
    texts = {each.name.removesuffix(".rq"): each.read_text("utf-8") for each in files if each.name.endswith(".rq")}
    return tuple(parse(name, texts[name]) for name in sorted(texts))


def find(name: str) -> NamedQuery:
    """Give one named question.

    Raises:
        QueryError: There is none; names the nearest.
    """
    known = {question.name: question for question in named()}
    if name not in known:
        near = get_close_matches(name, known, n=3) or sorted(known)
        raise QueryError(f"no question is called {name!r}; there is {', '.join(near)}")
    return known[name]


def parse(name: str, text: str) -> NamedQuery:
    """Read a question from its file.

    Raises:
        QueryError: The head lacks a line or a parameter is malformed.
    """
    lines = _HEAD.findall(text)
    head = dict(lines)
    missing = [key for key in ("title", "description", "scope") if key not in head]
    if missing or head.get("scope") not in ("default", "union"):
        raise QueryError(f"{name}.rq: expected '# title:', '# description:' and '# scope: default|union' at the top")
    parameters = tuple(_parameter(name, value) for key, value in lines if key == "param")
    return NamedQuery(name, head["title"], head["description"], head["scope"], parameters, text)


def _parameter(name: str, text: str) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    if found is None or found["type"] not in TYPES:
        raise QueryError(f"{name}.rq: '# param: {text}': expected NAME TYPE DESCRIPTION [DEFAULT], TYPE of {TYPES}")
    return Parameter(found["name"], found["type"], found["description"], found["default"])

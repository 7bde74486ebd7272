"""``kg diff``: what changed between two graphs."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import ConfigFile, Quiet, open_graph
from kg.vocab import local

if TYPE_CHECKING:
    from kg.graph.difference import Difference, Standing


class Format(StrEnum):
    """How the change is printed."""

    text = "text"
    turtle_patch = "turtle-patch"
    json = "json"


def run(
    before: Annotated[str, typer.Argument(metavar="A", help="A graph directory, RDF file or server.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The same, later.")],
    format: Annotated[Format, typer.Option("--format", help="How to print the change.")] = Format.text,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Show facts added, removed, and of changed status.

    Example: kg diff output.old output
    """
    from kg.graph.difference import compare, turtle_patch

    change = compare(open_graph(before, config).quads(), open_graph(after, config).quads())
    match format:
        case Format.turtle_patch:
            print(turtle_patch(change), end="")
        case Format.json:
            print(json.dumps(_as_json(change), indent=1, ensure_ascii=False))
        case Format.text:
            for line in _as_text(change):
                print(line)


def _as_text(change: Difference) -> list[str]:
    lines = [f"+ {_told(fact)} ({fact.status})" for fact in change.added.values()]
    lines += [f"- {_told(fact)} ({fact.status})" for fact in change.removed.values()]
    lines += [f"~ {_told(new)} ({old.status} -> {new.status})" for old, new in change.changed.values()]
    return lines


def _as_json(change: Difference) -> dict[str, list[dict[str, str]]]:
    return {
        "added": [_described(iri, fact) for iri, fact in change.added.items()],
        "removed": [_described(iri, fact) for iri, fact in change.removed.items()],
        "changed": [{**_described(iri, new), "before": old.status} for iri, (old, new) in change.changed.items()],
    }


def _described(iri: str, fact: Standing) -> dict[str, str]:
    return {
        "fact": iri,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": _value(fact),
        "status": fact.status,
    }


def _told(fact: Standing) -> str:
    value = _value(fact)
    named = local(value) if isinstance(fact.object, str) else value
    return f"{local(fact.subject)} · {local(fact.predicate)} · {named}"


def _value(fact: Standing) -> str:
    return fact.object if isinstance(fact.object, str) else fact.object.value

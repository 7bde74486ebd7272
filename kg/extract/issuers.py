"""Tells who speaks in an official text: the state of the body that publishes it, or several states together."""

from __future__ import annotations

import re

from kg.extract.entities import EntityTable
from kg.extract.words import word_class
from kg.types import Document, Span, Temporal

_OFFICIAL = word_class(
    "department ministry government embassy presidency president office chancellery house body cabinet executive"
)
"""Words in the name of a publisher, and kinds of bodies, that speak for a state."""
_LONGEST_STATE = 3
_JOINT = re.compile(
    r"\b(?:joint|leaders['’]?|ministers['’]?|ministerial|summit)\b.{0,40}\b(?:statement|communiqu[eé]|declaration)\b",
    re.IGNORECASE,
)
"""Headings of texts that several issue together."""
_HEAD = 120


def issuer_of(document: Document, table: EntityTable) -> str | None:
    """Find who says *we*: the entity of the state whose body publishes the text, None for news."""
    publisher = document.publisher or ""
    words = publisher.split()
    parts = (" ".join(part) for n in range(1, _LONGEST_STATE + 1) for part in (words[:n], words[-n:]))
    state = next((s for part in parts if (s := table.gazetteer.state(part))), None)
    if state is not None and not _OFFICIAL.isdisjoint(w.lower() for w in words):
        return table.state(state.key).id
    named = (table.gazetteer.organisation(name) for name in (publisher, publisher.rpartition(", ")[2]))
    body = next((found for found in named if found is not None), None)
    if body is None or body.state is None or body.kind not in _OFFICIAL:
        return None
    return table.state(body.state).id


def is_joint(document: Document) -> bool:
    """Tell a text that several issue together, by its title or its first words."""
    return _JOINT.search(document.title or document.text[:_HEAD]) is not None


def day_of_issue(document: Document) -> Temporal | None:
    """Give the day of publication as a date that no words tell."""
    day = document.published
    return Temporal(day, day, day.isoformat(), Span(0, 0)) if day is not None else None

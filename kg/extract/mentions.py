"""Gathers the mentions of an article and tells which entities are worth keeping."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.entities import EntityTable
from kg.extract.names import Names
from kg.extract.reading import Reading
from kg.types import EventMention, Mention, Span, StatementMention


def mentions_of(
    reading: Reading,
    names: Names,
    events: Iterable[EventMention],
    statements: Iterable[StatementMention],
    table: EntityTable,
) -> tuple[tuple[Mention, ...], set[str]]:
    """Give all mentions in text order, and the ids of the entities they name.

    Names count wherever they stand; phrases (pronouns, titles, groups) only where an event or statement uses them.
    """
    found: dict[tuple[Span, str], tuple[str, str]] = {}
    for name in names.found:
        if name.entity and not _mere_source(name.entity, table):
            found[name.span, name.entity] = (name.text, table.drafts[name.entity].kind)
    roles = [r for e in events for r in e.roles] + [
        r for s in statements for r in (s.speaker, s.addressee) if r is not None
    ]
    for role in roles:
        if role.entity:
            found.setdefault((role.span, role.entity), (role.text, table.drafts[role.entity].kind))
    for event in events:
        if event.attribution is not None and event.attribution.entity:
            source = event.attribution.entity
            found.setdefault((event.attribution.span, source), (event.attribution.text, table.drafts[source].kind))
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[0][1]))
    mentions = tuple(
        Mention(f"m{i}", span, text, kind, entity)  # type: ignore[arg-type]
        for i, ((span, entity), (text, kind)) in enumerate(ordered, 1)
    )
    return mentions, {m.entity for m in mentions if m.entity}


def _mere_source(entity: str, table: EntityTable) -> bool:
    """Tell a news medium, which counts only where something is told on its word."""
    entry = table.drafts[entity].entry
    return entry is not None and entry.kind == "organisation" and getattr(entry.value, "kind", "") == "media"

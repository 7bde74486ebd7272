"""Gathers the mentions of an article; what is mentioned is worth keeping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.entities import EntityTable
from kg.extract.names import Names
from kg.types import Attribution, EventMention, Mention, Role, Span, StatementMention


def mentions_of(
    names: Names, table: EntityTable, events: Iterable[EventMention], statements: Iterable[StatementMention]
) -> tuple[Mention, ...]:
    """Give all mentions in text order.

    Names count wherever they stand; phrases (pronouns, titles, groups) only where an event or statement uses them.
    """
    found: dict[tuple[Span, str], str] = {}
    for name in names.found:
        if name.entity and not table.is_medium(name.entity):
            found[name.span, name.entity] = name.text
    for used in _used(list(events), statements):
        if used.entity:
            found.setdefault((used.span, used.entity), used.text)
    ordered = sorted(found.items())
    return tuple(
        Mention(f"m{i}", span, text, table.kind(entity), entity) for i, ((span, entity), text) in enumerate(ordered, 1)
    )


def _used(events: Iterable[EventMention], statements: Iterable[StatementMention]) -> Iterator[Role | Attribution]:
    for event in events:
        yield from event.roles
    for statement in statements:
        yield from (role for role in (statement.speaker, statement.addressee) if role is not None)
    for event in events:
        if event.attribution is not None:
            yield event.attribution

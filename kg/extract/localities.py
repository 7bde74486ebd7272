"""Tells which town is meant where none is named: *here*, the place of the report, and *the Nigerian capital*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.dates import dateline
from kg.extract.reading import token_span
from kg.types import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.entities import EntityTable
    from kg.extract.reading import Reading, Sentence
    from kg.extract.reference import Resolver


@dataclass(frozen=True, slots=True)
class Report:
    """From where an article reports: the town of its dateline, as a role, and the sentence that the dateline heads."""

    place: Role
    lead: Sentence | None


def report_of(reading: Reading, table: EntityTable) -> Report | None:
    """Read the first dateline of an article."""
    for silence in reading.silences:
        head = dateline(reading.document.text[silence.span.start : silence.span.end + 1])
        if silence.reason == "dateline" and head is not None:
            town, _, land = (part.strip() for part in head.place.partition(","))
            state = table.gazetteer.state(land.title()) if land else None
            entity = _town(town.title() if town.isupper() else town, state.key if state is not None else None, table)
            start = silence.span.start + head.span.start
            lead = next((s for s in reading.sentences if s.span.start >= silence.span.end), None)
            return Report(Role("place", Span(start, start + len(town)), town, entity), lead)
    return None


def unnamed_place(head: Token, sentence: Sentence, resolver: Resolver) -> Role | None:
    """Give the place that *here* or *the capital* of a state means."""
    if head.lower_ == "here":
        return replace(resolver.report.place, span=token_span(head), text=head.text) if resolver.report else None
    if head.lower_ != "capital":
        return None
    table = resolver.table
    for owner in resolver.owners(head, sentence):
        state = table.gazetteer.states.get(table.drafts[owner.entity].country or "")
        if table.kind(owner.entity) == "state" and state is not None and state.capital is not None:
            return Role("place", token_span(head), head.text, _town(state.capital, state.key, table))
    return None


def _town(name: str, state: str | None, table: EntityTable) -> str:
    """Give the entity of a town, in a state where that is known."""
    known = [e for e in table.gazetteer.lookup(name) if e.kind == "place"]
    entry = next((e for e in known if state in {None, getattr(e.value, "state", None)}), None)
    if entry is None:
        draft = table.add("place", name)
        draft.country = draft.country or state
        return draft.id
    draft = table.add("place", entry.label, key=entry.key, entry=entry)
    draft.country = draft.country or getattr(entry.value, "state", None)
    return draft.id

"""Tells which town is meant where none is named: *here*, the place of the report, and *the Nigerian capital*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.dates import dateline
from kg.extract.reading import token_span
from kg.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.entities import EntityTable
    from kg.extract.reading import Reading, Sentence
    from kg.extract.reference import Resolver


def place_of_report(reading: Reading, table: EntityTable) -> str:
    """Give the entity of the place that the first dateline of an article names, "" where there is none."""
    for silence in reading.silences:
        head = dateline(reading.document.text[silence.span.start : silence.span.end + 1])
        if silence.reason == "dateline" and head is not None:
            town, _, land = (part.strip() for part in head.place.partition(","))
            state = table.gazetteer.state(land.title()) if land else None
            return _town(town.title() if town.isupper() else town, state.key if state is not None else None, table)
    return ""


def unnamed_place(head: Token, sentence: Sentence, resolver: Resolver) -> Role | None:
    """Give the place that *here* or *the capital* of a state means."""
    if head.lower_ == "here":
        return Role("place", token_span(head), head.text, resolver.here) if resolver.here else None
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

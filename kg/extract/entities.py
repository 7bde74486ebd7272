"""The entities of one article while it is read."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date

from kg.extract.words import NEWS_WORDS
from kg.gazetteer import Entry, Gazetteer, Organisation, Person, fold
from kg.types import DocumentEntity, EntityKind


@dataclass(slots=True)
class Draft:
    """An entity in the making; ``country`` is the key of a state, ``gender`` "m", "f" or "u" for unknown."""

    id: str
    kind: EntityKind
    name: str
    aliases: dict[str, None] = field(default_factory=dict)
    country: str | None = None
    entry: Entry | None = None
    gender: str = "u"


@dataclass(slots=True)
class EntityTable:
    """The entities of one article, by id."""

    gazetteer: Gazetteer
    published: date | None
    drafts: dict[str, Draft] = field(default_factory=dict)
    _by_key: dict[tuple[EntityKind, str], Draft] = field(default_factory=dict)

    def add(self, kind: EntityKind, name: str, *, key: str | None = None, entry: Entry | None = None) -> Draft:
        """Give the entity of that kind and key (by default its folded name), made when new."""
        handle = (kind, key or fold(name))
        draft = self._by_key.get(handle)
        if draft is None:
            draft = self._by_key[handle] = Draft(f"e{len(self.drafts) + 1}", kind, name, entry=entry)
            self.drafts[draft.id] = draft
        return draft

    def state(self, key: str) -> Draft:
        """Give the entity of a state of the gazetteer."""
        value = self.gazetteer.states[key]
        draft = self.add("state", value.label, key=key)
        draft.country = key
        if draft.entry is None:
            draft.entry = Entry(value, "state", "name")
        return draft

    def state_of(self, entity: str) -> Draft | None:
        """Give the state that an entity belongs to, where it is one that the gazetteer knows."""
        country = self.drafts[entity].country
        return self.state(country) if country is not None and country in self.gazetteer.states else None

    def person(self, person: Person, entry: Entry | None) -> Draft:
        """Give the entity of a person of the gazetteer."""
        draft = self.add("person", person.label, key=person.key, entry=entry)
        draft.gender = person.gender
        return draft

    def kind(self, entity: str) -> EntityKind:
        """Give the kind of an entity."""
        return self.drafts[entity].kind

    def is_medium(self, entity: str) -> bool:
        """Tell a news medium, by the gazetteer or by its name; it counts only where something is told on its word."""
        draft = self.drafts[entity]
        if draft.entry is None:
            return draft.kind == "organisation" and draft.name.lower().split()[-1] in NEWS_WORDS
        return isinstance(draft.entry.value, Organisation) and draft.entry.value.kind == "media"

    def freeze(self, used: Set[str]) -> tuple[DocumentEntity, ...]:
        """Give the finished entities whose ids are used."""
        return tuple(
            DocumentEntity(d.id, d.kind, d.name, tuple(a for a in d.aliases if a != d.name), d.country)
            for d in self.drafts.values()
            if d.id in used
        )

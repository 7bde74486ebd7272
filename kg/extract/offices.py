"""Tells whom an office without a name means: *the president*, *the Danish foreign minister*, *both ministers*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.memory import Memory
from kg.extract.phrases import is_definite, is_definite_or_capital
from kg.extract.reading import Sentence
from kg.extract.words import OFFICE_HEADS, OFFICE_MODIFIERS, RULER_HEADS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = OFFICE_HEADS | word_class("foreign prime defence defense finance vice trade interior deputy")
"""Words of a title that must be found again in the title of whom it means."""
_DISTINCT = word_class("foreign vice deputy defence defense")
"""Words that make an office another one: a *vice* president is not *the president*."""
_OF_DEPARTMENTS = frozenset({"minister", "secretary"})
_DISTINCT_MINISTERS = word_class("prime vice deputy")
"""The same for who has a department: a *foreign* minister is *the minister* once named, a *prime* minister is not."""
_LEADERS = frozenset({"leader", "ruler"})
_OWN = word_class("president prime chancellor premier")
"""Titles of who leads the state that issues a text, which then needs no name."""
_GENERIC = _LEADERS | word_class("official diplomat chief head")
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a person holds or held; ``of`` is the key of a state, the id of an entity, or empty."""

    office: str
    of: str
    former: bool

    @property
    def words(self) -> set[str]:
        """The words of the title in lower case; a prime minister may be called premier."""
        words = set(self.office.lower().replace("-", " ").split())
        return words | {"premier", "pm"} if {"prime", "minister"} <= words else words


@dataclass(slots=True)
class Offices:
    """The offices of the persons of one article, by entity id."""

    memory: Memory
    held: dict[str, list[Held]] = field(default_factory=dict)
    home: str = ""
    """Key of the state whose body issues the text: its *Prime Minister* needs no more words."""

    def add(self, person: str, held: Held) -> None:
        """Take in that a person holds or held an office."""
        known = self.held.setdefault(person, [])
        if held not in known:
            known.append(held)

    def knows(self, person: str, office: str) -> bool:
        """Tell whether an office of a person has been taken in, current or not."""
        return any(held.office == office for held in self.held.get(person, ()))

    # ------------------------------------------------------------ one holder
    def holder(self, token: Token, sentence: Sentence, owners: Sequence[str]) -> str | None:
        """Resolve *the president* to a person of the article, or of the gazetteer; ``owners`` are entity ids."""
        pointing = is_definite_or_capital(token) or is_definite(token) or bool(owners)
        if token.tag_ in _PLURAL_TAGS or not pointing:
            return None
        lower = token.lower_.rstrip(".")
        wanted = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod"}} | {lower}
        wanted &= _TELLING
        drafts = self.memory.table.drafts
        states = [drafts[e].country or e for e in owners]
        if self.home and not states and token.text[:1].isupper():
            own = self._one_of(token, sentence, wanted, [self.home])
            if own is None and wanted & _OWN:
                own = self._from_gazetteer(token, wanted, [self.home])
            if own is not None:
                return own
        return self._one_of(token, sentence, wanted, states) or self._from_gazetteer(token, wanted, states)

    def _one_of(self, token: Token, sentence: Sentence, wanted: set[str], states: Sequence[str]) -> str | None:
        """Give who of the article holds an office of some states, or of any where none are given."""
        before = self.memory.told_before(token)
        fitting = [
            (person, held.former)
            for person, offices in self.held.items()
            for held in offices
            if (held.of in states or (not states and person in before))
            and _fits(held, token.lower_.rstrip("."), wanted)
        ]
        live = list(dict.fromkeys([p for p, former in fitting if not former] or [p for p, _ in fitting]))
        if len(live) > 1:
            return self.memory.latest_of(live, sentence, token)
        return live[0] if live else None

    def _from_gazetteer(self, token: Token, wanted: set[str], states: list[str]) -> str | None:
        table = self.memory.table
        if len(states) != 1 or table.published is None or states[0] not in table.gazetteer.states:
            return None
        title = [t.text for t in token.doc[max(0, token.i - 2) : token.i + 1] if t.lower_ in wanted]
        if token.lower_ == "leader" or not title:
            return None
        person = table.gazetteer.holder(" ".join(title), states[0], on=table.published)
        if person is None:
            return None
        entries = table.gazetteer.lookup(person.label)
        entry = next((e for e in entries if e.kind == "person" and e.key == person.key), None)
        draft = table.person(person, entry)
        draft.country = states[0]
        return draft.id

    # ------------------------------------------------------------ several
    def holders(self, token: Token) -> list[str]:
        """Give all persons of the article who hold an office: *the foreign ministers*."""
        office = token.lower_.rstrip(".").removesuffix("s")
        if token.tag_ not in _PLURAL_TAGS or office not in OFFICE_HEADS - _GENERIC or not is_definite_or_capital(token):
            return []
        modifiers = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod"}} & OFFICE_MODIFIERS
        wanted = {office, *modifiers}
        before = self.memory.told_before(token)
        found = [
            person
            for person, offices in self.held.items()
            if person in before and any(wanted <= set(h.office.lower().split()) and not h.former for h in offices)
        ]
        counted = [_NUMBERS[c.lower_] for c in token.children if c.lower_ in _NUMBERS]
        return found if not counted or len(found) == counted[0] else []


def _fits(held: Held, lower: str, wanted: set[str]) -> bool:
    words = held.words
    if lower in _GENERIC and (lower not in _LEADERS or words & RULER_HEADS):
        return True
    distinct = _DISTINCT_MINISTERS if lower in _OF_DEPARTMENTS else _DISTINCT
    return wanted <= words and not words & distinct - wanted

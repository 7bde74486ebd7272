"""Reads the office that stands before or after a person's name: *French Foreign Minister X*, *X, the envoy of Y*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.names import Name, Names
from kg.extract.words import FORMER, HONORIFICS, OFFICE_HEADS, OFFICE_MODIFIERS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINERS = word_class("of for and the - to on at & in")
_INSIDE = OFFICE_MODIFIERS | _JOINERS
_POSSESSIVE = frozenset({"'s", "’s"})
_TERRITORIES = frozenset({"state", "place"})
_UNSPELT = FORMER | word_class("'s ’s new first female newly current then -")
_OPENERS = word_class(", ( – -")
_STOPS = word_class(", ) . ; –")
_RELATIVES = word_class("who which that with")
_LEADING = word_class("the a an its their 's ’s top")
_FARTHEST = 14


@dataclass(slots=True, frozen=True)
class Title:
    """An office as written, without the state; ``of`` is the name of the state or body it belongs to."""

    text: str
    former: bool
    of: Name | None
    first: Token
    last: Token
    head: Token


# ---------------------------------------------------------------- before the name
def title_before(name: Name, names: Names) -> Title | None:
    """Read the title that ends right before a name, with a comma between at most."""
    doc, i = name.first.doc, name.first.i - 1
    floor = name.sentence.start
    while i >= floor and doc[i].lower_.rstrip(".") in HONORIFICS:
        i -= 1
    if i > floor and doc[i].text == ",":
        i -= 1
    if i < floor or not (_is_office(doc[i]) or _closes_title(doc[i])):
        return None
    return _Scan(doc[i], floor, names).title()


def _closes_title(token: Token) -> bool:
    """Tell whether a capitalised word may end a title, as in *Secretary of State*, *Minister for Trade*."""
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN"}


@dataclass(slots=True)
class _Scan:
    """Walks left from the last word of a title, never beyond the start of the sentence (``floor``)."""

    last: Token
    floor: int
    names: Names
    at: int = field(init=False)
    first: int = field(init=False)
    head: Token | None = None
    of: Name | None = None
    former: bool = False

    def title(self) -> Title | None:
        """Give the title, None where the words name no office."""
        doc, last = self.last.doc, self.last
        self.at = self.first = last.i
        while self.at >= max(self.floor, last.i - _FARTHEST) and self._takes(doc[self.at]):
            self.at -= 1
        if self.head is None:
            return None
        first = self.first
        while doc[first].lower_ in _JOINERS and first < last.i:
            first += 1
        former = self.former or any(t.lower_ in FORMER for t in doc[max(self.floor, self.at - 1) : last.i])
        return Title(_spell(doc[first : last.i + 1], self.of), former, self.of, doc[first], last, self.head)

    def _takes(self, token: Token) -> bool:
        """Take in a token, or tell that the title has begun behind it."""
        lower = token.lower_.rstrip(".")
        owner = self.names.at(token)
        if lower in OFFICE_HEADS:
            self.head = self.head or token
        elif owner is not None and owner.kind != "person":
            return self._takes_owner(owner)
        elif lower == "and" and self.head is not None and token.i > self.floor:
            if self.names.at(token.nbor(-1)) is not None:
                return False  # *President X of Chad and President Y*
        elif lower in FORMER:
            self.former = True
        elif token.text in _POSSESSIVE:
            self.of = self.of or (self.names.at(token.nbor(-1)) if token.i > self.floor else None)
            return False
        elif not (lower in _INSIDE or (token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"})):
            return False
        self.first = token.i
        return True

    def _takes_owner(self, owner: Name) -> bool:
        first = owner.first.i
        joined = first > self.floor and owner.first.nbor(-1).lower_ in _JOINERS
        if self.head is None and not joined:
            return False
        self.of = self.of or owner
        self.at = self.first = first
        if owner.kind in _TERRITORIES and not joined:
            self.at -= 1
            return False
        return True


def _spell(tokens: Iterable[Token], of: Name | None) -> str:
    """Spell the office without the state that owns it and without marks of time."""
    skip = range(of.first.i, of.last.i + 1) if of is not None and of.kind in _TERRITORIES else range(0)
    words = [t.text for t in tokens if t.i not in skip and t.lower_ not in _UNSPELT]
    text = re.sub(r"\s+", " ", " ".join(words)).strip(" -,")
    return re.sub(r"^(?:of|for|the|in|and) |(?: of| for| the| in| and)+$", "", text)


# ---------------------------------------------------------------- after the name
def title_after(name: Name, names: Names) -> Title | None:
    """Read an appositive title: *X, France's foreign minister,* and *X, the head of Y*."""
    doc, start = name.last.doc, name.last.i + 2
    if start > name.sentence.end - 1 or doc[start - 1].text not in _OPENERS:
        return None
    aside = _aside(doc, start, name.sentence.end)
    head = _head_of_aside(aside, name.sentence.end)
    if (
        head is None
        or _is_of_another(aside, head, names)
        or (head.dep_ in {"nsubj", "dobj", "pobj"} and aside[0].lower_ in {"and", "as"})
    ):
        return None
    first = start
    while first < head.i and (doc[first].lower_ in _LEADING or doc[first].pos_ == "DET"):
        first += 1
    of = _owner_within(aside, names)
    if any(t.pos_ == "ADP" for t in doc[start : head.i]):
        return None  # *a friend of the king*
    former = any(t.lower_ in FORMER for t in doc[start : head.i])
    return Title(_spell(doc[first : aside[-1].i + 1], of), former, of, doc[first], aside[-1], head)


def _is_of_another(aside: list[Token], head: Token, names: Names) -> bool:
    """Tell the title of the next person: *X, President Y and others*."""
    others = [t for t in aside[1:] if (n := names.at(t)) is not None and n.kind == "person" and n.first.i >= aside[1].i]
    return any(t.i < head.i or t.i == head.i + 1 for t in others)


def _aside(doc: Doc, start: int, end: int) -> list[Token]:
    """Give the words up to the next mark or clause."""
    found: list[Token] = []
    for i in range(start, min(end, start + _FARTHEST)):
        token = doc[i]
        if token.text in _STOPS or token.pos_ in {"VERB", "AUX"} or token.lower_ in _RELATIVES:
            break
        found.append(token)
    return found


def _head_of_aside(aside: list[Token], end: int) -> Token | None:
    """Find the first office that no other office follows, as one does in *deputy director*."""
    return next((t for t in aside if _is_office(t) and not (t.i + 1 < end and _is_office(t.nbor(1)))), None)


def _is_office(token: Token) -> bool:
    return token.lower_.rstrip(".") in OFFICE_HEADS


def _owner_within(aside: list[Token], names: Names) -> Name | None:
    inside = [n for t in aside if (n := names.at(t)) is not None]
    territory = next((n for n in inside if n.kind in _TERRITORIES), None)
    return territory or next((n for n in inside if n.kind == "organisation"), None)


def owner_after(name: Name, names: Names) -> Name | None:
    """Find the state in *President X of Kenya*."""
    doc, i, end = name.last.doc, name.last.i + 1, name.sentence.end
    if i + 1 >= end or doc[i].lower_ != "of":
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    following = names.at(doc[i]) if i < end else None
    return following if following is not None and following.kind in {"state", "organisation"} else None

"""Walks over the words of a title of office: where it begins, what it is called, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.names import Name, Names
from kg.extract.remits import Remit, is_office_head
from kg.extract.words import FORMER, OFFICE_HEADS, OFFICE_MODIFIERS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LINKS = word_class("of for to on at in")
_JOINERS = LINKS | word_class("and the - &")
_INSIDE = OFFICE_MODIFIERS | _JOINERS
POSSESSIVE = frozenset({"'s", "’s"})
TERRITORIES = frozenset({"state", "place"})
_UNSPELT = FORMER | word_class("'s ’s ' ’ new first female newly current then -")
_FARTHEST = 14
_HELD_AT = word_class("at in with on")
"""Before a body, these tell whose office it is; *for* and *to* tell what it is for."""
_HELD_OF = word_class("of at with in")
_OWNING = word_class("amod compound poss")


@dataclass(slots=True, frozen=True)
class Title:
    """An office as written, without the state; ``of`` is the name of the state or body it belongs to.

    ``suffix`` is *-elect* or *-designate*, where the office is still to be taken.
    """

    text: str
    former: bool
    of: Name | None
    first: Token
    last: Token
    head: Token
    suffix: str = ""


def is_office(token: Token) -> bool:
    """Tell a noun that names an office."""
    return token.lower_.rstrip(".") in OFFICE_HEADS


def is_plural(remit: Remit | None, doc: Doc) -> bool:
    """Tell the title of several with their remit: *the presidents of Kenya*."""
    return remit is not None and is_office_head(doc[remit.head]) and not is_office(doc[remit.head])


@dataclass(slots=True)
class Scan:
    """Walks left from the last word of a title, never beyond the start of the sentence (``floor``)."""

    last: Token
    floor: int
    names: Names
    suffix: str
    at: int = field(init=False)
    first: int = field(init=False)
    next_title: int = -1
    """Where a second title ends, which *and* joins to this one."""
    head: Token | None = None
    of: Name | None = None
    held_at: Name | None = None
    former: bool = False

    def title(self) -> Title | None:
        """Give the title, None where the words name no office."""
        doc, last = self.last.doc, self.last
        self.at = self.first = last.i
        while self.at >= max(self.floor, self.first - _FARTHEST) and self._takes(doc[self.at]):
            self.at -= 1
        if self.head is None:
            return None
        first = self.first
        while doc[first].lower_ in _JOINERS and first < last.i:
            first += 1
        former = self.former or any(t.lower_ in FORMER for t in doc[max(self.floor, self.at - 1) : last.i])
        of = self.of or self.held_at
        return Title(spell(doc[first : last.i + 1], of), former, of, doc[first], last, self.head, self.suffix)

    def _takes(self, token: Token) -> bool:
        """Take in a token, or tell that the title has begun behind it."""
        lower = token.lower_.rstrip(".")
        remit = self.names.remit_to(token) if self.head is None else None
        owner = self.names.at(token)
        if remit is not None and (token == self.last or not is_plural(remit, token.doc)):
            self._take_remit(token.doc[remit.head])
            return True
        if lower in OFFICE_HEADS or token == self.head:
            self.head = self.head or token
        elif owner is not None:
            return owner.kind != "person" and self._takes_owner(owner)
        elif lower == "and" and self.head is not None and token.i > self.floor:
            if not self._goes_on_before(token.nbor(-1)):
                return False
        elif lower in LINKS and self.head is not None and self._begins_with_office():
            return False  # *spokesman for President X*
        elif lower == "the" and token.i > self.floor and token.nbor(-1).lower_ not in LINKS:
            return False
        elif lower in FORMER:
            self.former = True
        elif token.text in POSSESSIVE:
            self.of = self.of or (self.names.at(token.nbor(-1)) if token.i > self.floor else None)
            return False
        elif not (lower in _INSIDE or (token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"})):
            return False
        self.first = token.i
        return True

    def _take_remit(self, head: Token) -> None:
        """Take in a title with its remit whole."""
        self.head = head
        self.of, self.held_at = owner_within(list(head.doc[head.i : self.last.i + 1]), self.names)
        self.at = self.first = head.i

    def _goes_on_before(self, token: Token) -> bool:
        """Tell whether a title goes on before *and*; another one that ends there is read next."""
        if is_office(token) or self.names.remit_to(token) is not None:
            self.next_title = token.i
            return False
        return self.names.at(token) is None  # *President X of Chad and President Y*

    def _begins_with_office(self) -> bool:
        first = self.last.doc[self.first].lower_.rstrip(".")
        return first in OFFICE_HEADS or first in OFFICE_MODIFIERS

    def _takes_owner(self, owner: Name) -> bool:
        first = owner.first.i
        link = link_before(owner) if first > self.floor else ""
        if self.head is None and not link:
            return False
        if link not in LINKS - {"of"}:
            self.of = self.of or owner
        elif link in _HELD_AT and owner.kind == "organisation":
            self.held_at = self.held_at or owner
        self.at = self.first = first
        if owner.kind in TERRITORIES and not link:
            self.at -= 1
            return False
        return True


def link_before(name: Name) -> str:
    """Give the word that joins a name to what stands before it, empty where none does."""
    before = name.before()
    while before is not None and before.dep_ in {"amod", "det"} and before.i and name.first.i <= before.head.i:
        before = before.nbor(-1)  # *of the outlawed Front*
    if before is None:
        return ""
    lower = before.lower_
    return lower if lower in _JOINERS else "the" if name.first.i and name.first.nbor(-1).lower_ == "the" else ""


def owner_within(tokens: list[Token], names: Names) -> tuple[Name | None, Name | None]:
    """Find in a title whose office it is, and at which body it is held: *director for Asia at the council*."""
    inside = [n for t in tokens if (n := names.at(t)) is not None and n.kind != "person" and t == n.last]
    of = held_at = None
    for name in inside:
        run = [n for n in inside if 0 < n.first.i - name.last.i <= 1 + _is_possessor(name)]
        link = link_before(name)
        if link == "of" and of is None:
            of = run[0] if run else name  # *of the U.S. Coast Guard*
        elif link in _HELD_AT and name.kind == "organisation":
            held_at = held_at or name
    return of, held_at


def spell(tokens: Iterable[Token], of: Name | None) -> str:
    """Spell the office without the state that owns it and without marks of time."""
    tokens = list(tokens)
    ends = of is not None and tokens[-1].i == of.last.i and of.first.doc[_after_link(of) - 1].lower_ in _HELD_OF
    unspelt = of is not None and (ends or of.kind in TERRITORIES or _is_possessor(of))
    skip = range(_after_link(of), of.last.i + 1) if of is not None and unspelt else range(0)
    words = [t.text for t in tokens if t.i not in skip and t.lower_ not in _UNSPELT]
    text = re.sub(r"\s+([,’'])", r"\1", re.sub(r"\s+", " ", " ".join(words))).strip(" -,")
    text = re.sub(r" of(?= (?:to|for|in|at|and)\b)", "", text)
    return re.sub(r"^(?:of|for|the|in|and) |(?: of| for| the| in| and| at| with)+$", "", text)


def _after_link(name: Name) -> int:
    """Give where the words after *of* begin of which a name is the last: *of Chad's Water Fund*."""
    doc, i = name.first.doc, name.first.i
    while i > name.sentence.start and (doc[i - 1].lower_ in POSSESSIVE | {"the"} or doc[i - 1].dep_ in _OWNING):
        i -= 1
    return i


def _is_possessor(name: Name) -> bool:
    return name.last.i + 1 < len(name.last.doc) and name.last.nbor(1).text in POSSESSIVE

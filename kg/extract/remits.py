"""Finds titles that tell the remit of an office (*Minister of Trade, Water and the Environment*).

What follows a remit without a comma is the holder's name, which the model tends to run together with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.reading import Sentence
from kg.extract.words import EXTENDABLE_BODIES, OFFICE_HEADS, ORGANISATION_WORDS, REMITS, word_class
from kg.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = word_class("of for to on at in")
_LISTING = word_class(", and & as well")
_SKIPPED = word_class("the all his her its their")
_CHARGES = word_class("chargé charge chargés")
_AFFAIRS = word_class("d'affaires d’affaires")
_INTERIM = word_class("ad interim a.i a.i.")
_BODIES = ORGANISATION_WORDS | EXTENDABLE_BODIES
_LONGEST_NAME = 7
_NEAR = 4
_RANK_OF_ENVOYS = word_class("extraordinary and plenipotentiary")
_MATTERS = word_class("affairs issues matters relations policy programs programmes")
"""Words that make the name of a region the word of a remit: *Western Hemisphere Affairs*."""


@dataclass(slots=True, frozen=True)
class Remit:
    """A title from its head to the end of its remit, as indices of tokens in their paragraph.

    ``words`` are those that name nothing by themselves; a state or body in the title keeps its name.
    """

    head: int
    last: int
    words: frozenset[int]


def remits_of(sentence: Sentence, gazetteer: Gazetteer) -> list[Remit]:
    """Find the titles with a remit in a sentence, none within another."""
    found: list[Remit] = []
    for i in range(sentence.start, sentence.end):
        if (not found or i > found[-1].last) and _may_start(sentence.parse.doc[i]):
            remit = _Walk(sentence, gazetteer, i).remit()
            if remit is not None:
                found.append(remit)
    return found


def _may_start(token: Token) -> bool:
    return token.lower_ in _CHARGES or is_office_head(token)


def is_office_head(token: Token) -> bool:
    """Tell a noun that names an office, in the plural, too."""
    lower = token.lower_.rstrip(".")
    return lower in OFFICE_HEADS or lower.removesuffix("s") in OFFICE_HEADS


class _Walk:
    """Walks right from the head of a title over its remit."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer, head: int) -> None:
        self._doc, self._end = sentence.parse.doc, sentence.end
        self._gazetteer = gazetteer
        self._head = self._last = head
        self._words: set[int] = set()
        self._in_body = False

    def remit(self) -> Remit | None:
        """Give the title, None where no remit follows."""
        head = self._doc[self._head]
        if head.lower_ in _CHARGES:
            return self._charge()
        self._take_rank()
        while self._takes_item(self._after_link()) or self._takes_item(self._after_comma(), listed=True):
            pass
        return self._made() if self._last > self._head else None

    def _take_rank(self) -> None:
        """Read *Ambassador Extraordinary and Plenipotentiary*."""
        while self._last + 1 < self._end and self._doc[self._last + 1].lower_ in _RANK_OF_ENVOYS:
            self._last += 1
        if self._doc[self._last].lower_ == "and":
            self._last -= 1
        self._words.update(range(self._head + 1, self._last + 1))

    def _made(self) -> Remit:
        return Remit(self._head, self._last, frozenset({self._head, *self._words}))

    def _charge(self) -> Remit | None:
        """Read *Chargé d'Affaires ad interim*."""
        following = self._head + 1
        if following >= self._end or self._doc[following].lower_ not in _AFFAIRS:
            return None
        self._last = following
        while self._last + 1 < self._end and self._doc[self._last + 1].lower_ in _INTERIM:
            self._last += 1
        self._words.update(range(self._head, self._last + 1))
        return self._made()

    # ------------------------------------------------------------ one item of the list
    def _after_link(self) -> int:
        """Give where the words after *of*, *for* … begin, or the end of the sentence."""
        place = self._last + 1
        return self._skipped(place + 1) if place < self._end and self._doc[place].lower_ in _LINKS else self._end

    def _after_comma(self) -> int:
        place = self._last + 1
        if self._last == self._head:
            return self._end
        while place < self._end and self._doc[place].lower_ in _LISTING:
            place += 1
        return self._skipped(place) if place > self._last + 1 else self._end

    def _skipped(self, place: int) -> int:
        return place + 1 if place < self._end and self._doc[place].lower_ in _SKIPPED else place

    def _takes_item(self, start: int, *, listed: bool = False) -> bool:
        """Take in the words of one item; in a list only words of remits, and none that begin the next title."""
        place, named, in_body = start, False, self._in_body
        for stop, is_name in self._pieces(start):
            place, named = stop, named or is_name
        named_only = named and not self._ends_in_matters(place)
        if place == start or (listed and (named_only or self._begins_title(place))):
            return False
        if not in_body and (not named or self._doc[place - 1].lower_ in _MATTERS):
            self._words.update(range(self._last + 1, place))
        self._last = place - 1
        return True

    def _ends_in_matters(self, place: int) -> bool:
        """Tell *Foreign, Commonwealth | and Development Affairs*, a list of matters, from a list of bodies."""
        for token in self._doc[place : min(place + _NEAR, self._end)]:
            if token.lower_ in _MATTERS:
                return True
            if token.lower_ not in _LISTING and not token.text[:1].isupper():
                return False
        return False

    def _pieces(self, start: int) -> Iterator[tuple[int, bool]]:
        """Yield where each piece of an item ends, and whether it names something: a state, or the *Water Fund*."""
        place = start
        while place < self._end:
            stop = self._end_of_name(place)
            lower = self._doc[place].lower_.rstrip(".")
            if stop > place:
                place = stop
                yield place, True
            elif lower in REMITS or lower in _BODIES:
                place += 1
                names_body = lower in _BODIES and lower not in REMITS
                self._in_body = self._in_body or names_body
                yield place, names_body
            else:
                return

    def _end_of_name(self, place: int) -> int:
        doc = self._doc
        if not doc[place].text[:1].isupper():
            return place
        for stop in range(min(self._end, place + _LONGEST_NAME), place, -1):
            if doc[stop - 1].text[:1].isupper():
                entries = self._gazetteer.lookup(str(doc[place:stop].text))
                if any(e.kind != "person" and e.role_of_name != "surname" for e in entries[:1]):
                    return stop
        return place

    def _begins_title(self, place: int) -> bool:
        return place < self._end and is_office_head(self._doc[place])

"""Reads the offices before a person's name: *French Foreign Minister X*, *Minister of Trade and Tourism X*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.names import Name, Names
from kg.extract.title_words import Scan, Title, is_office, is_plural
from kg.extract.words import FORMER, HONORIFICS, RANKS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ELECT = word_class("elect designate")


def title_before(name: Name, names: Names) -> Title | None:
    """Read the title that ends right before a name, with a comma between at most."""
    return next(iter(titles_before(name, names)), None)


def titles_before(name: Name, names: Names) -> list[Title]:
    """Read the titles before a name, the nearest first: *Deputy Prime Minister and Minister of Trade X*."""
    doc, floor = name.first.doc, name.sentence.start
    i, suffix = _end_of_title(name, names)
    found: list[Title] = []
    while i >= floor and (is_office(doc[i]) or _closes_title(doc[i]) or names.remit_to(doc[i]) is not None):
        if is_plural(names.remit_to(doc[i]), doc):
            break  # *the presidents of Kenya and Chad, X and Y*
        scan = Scan(doc[i], floor, names, suffix)
        title = scan.title()
        if title is None:
            break
        found.append(title)
        i = scan.next_title if scan.next_title >= 0 else _before_past(title, floor, names)
    return found


def _end_of_title(name: Name, names: Names) -> tuple[int, str]:
    """Give where the title before a name would end, and whether it is one of somebody *-elect*."""
    doc, floor = name.first.doc, name.sentence.start
    if is_office(name.first) and len(name.words) > 1:
        return _last_of_rank(name), ""
    i = name.first.i - 1
    while i >= floor and doc[i].lower_.rstrip(".") in HONORIFICS:
        i -= 1
    if i > floor and doc[i].text == ",":
        i -= 1
    if i > floor + 2 and doc[i].text == ")" and doc[i - 2].text == "(":
        i -= 3  # *head of the Joint Observer Mission (JOM) X*
    i = _before_rank(doc, i, floor, names)
    if i > floor + 1 and doc[i].lower_ in _ELECT and doc[i - 1].text == "-":
        return i - 2, f"-{doc[i].lower_}"
    return i, ""


def _last_of_rank(name: Name) -> int:
    """Give the last word of the rank that belongs to a name: *Crown Prince X*."""
    i = name.first.i
    while i + 1 < name.last.i and is_office(name.first.doc[i + 1]):
        i += 1
    return i


def _before_past(title: Title, floor: int, names: Names) -> int:
    """Step over the comma before what somebody was: *the envoy, former president X*."""
    doc, i = title.first.doc, title.first.i - 1
    while i > floor and doc[i].lower_ in FORMER:
        i -= 1
    passed = title.former and i > floor and doc[i].text == ","
    ends = passed and (is_office(doc[i - 1]) or names.remit_to(doc[i - 1]) is not None)
    return i - 1 if ends else -1


def _before_rank(doc: Doc, last: int, floor: int, names: Names) -> int:
    """Step over a military rank or the like where an office stands before it: *the army chief, Lt. Gen. X*."""
    i = last
    while i > floor and (doc[i].lower_.rstrip(".") in RANKS or (i < last and doc[i].text in {",", "."})):
        i -= 1
    return i if i >= floor and (is_office(doc[i]) or names.remit_to(doc[i]) is not None) else last


def title_at(head: Token, floor: int, names: Names) -> Title | None:
    """Read the title around its head; ``floor`` is where its sentence starts."""
    remit = names.remit_from(head)
    scan = Scan(head.doc[remit.last] if remit is not None else head, floor, names, "")
    scan.head = head if remit is None else None
    return scan.title()


def _closes_title(token: Token) -> bool:
    """Tell whether a capitalised word may end a title, as in *Secretary of State*, *Minister for Trade*."""
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN"}

"""Reads the office that stands before or after a person's name: *French Foreign Minister X*, *X, the envoy of Y*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.names import Name, Names
from kg.extract.words import HONORIFICS, OFFICE_HEADS, OFFICE_MODIFIERS

if TYPE_CHECKING:
    from spacy.tokens import Token

FORMER = frozenset(
    ["former", "ex", "ex-", "late", "then", "outgoing", "onetime", "one-time", "ousted", "deposed", "retired", "erstwhile", "exiled", "fallen"]
)
_JOINERS = frozenset({"of", "for", "and", "the", "-", "to", "on", "at", "&", "in"})
_FAR = 14


@dataclass(slots=True, frozen=True)
class Title:
    """An office as written, without the state; ``of`` is the name of the state or body it belongs to."""

    text: str
    former: bool
    of: Name | None
    first: Token
    last: Token
    head: Token


def title_before(name: Name, names: Names) -> Title | None:
    """Read the title that ends right before a name, with a comma between at most."""
    doc, i = name.first.doc, name.first.i - 1
    floor = name.sentence.tokens.start
    while i >= floor and doc[i].lower_.rstrip(".") in HONORIFICS:
        i -= 1
    comma = i > floor and doc[i].text == ","
    if comma:
        i -= 1
    if i < floor or (doc[i].lower_.rstrip(".") not in OFFICE_HEADS and not _closes_title(doc[i])):
        return None
    return _scan_back(doc[i], floor, names)


def _closes_title(token: Token) -> bool:
    """Tell whether a capitalised word may end a title, as in *Secretary of State*, *Minister for Trade*."""
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN"}


def _scan_back(last: Token, floor: int, names: Names) -> Title | None:
    doc, first, head, of = last.doc, last.i, None, None
    i = last.i
    former = False
    while i >= max(floor, last.i - _FAR):
        token = doc[i]
        lower = token.lower_.rstrip(".")
        owner = names.at(token)
        if lower in OFFICE_HEADS:
            head, first = (token if head is None else head), i
        elif owner is not None and owner.kind != "person":
            if head is None and not (i > floor and doc[owner.first.i - 1].lower_ in _JOINERS):
                return None
            of = of or owner
            i = first = owner.first.i
            if owner.kind in {"state", "place"} and not (i > floor and doc[i - 1].lower_ in _JOINERS):
                i -= 1
                break
        elif lower in FORMER:
            former, first = True, i
        elif (
            lower in OFFICE_MODIFIERS
            or lower in _JOINERS
            or (token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"})
        ):
            first = i
        elif token.text in {"'s", "’s"} and i > floor and names.at(doc[i - 1]) is not None:
            of = of or names.at(doc[i - 1])
            break
        else:
            break
        i -= 1
    if head is None:
        return None
    while doc[first].lower_ in _JOINERS | {"-"} and first < last.i:
        first += 1
    if of is None and i >= floor and doc[i].text in {"'s", "’s"} and i > floor:
        of = names.at(doc[i - 1])
    former = former or any(t.lower_ in FORMER for t in doc[max(floor, i - 1) : last.i])
    return Title(_text(doc, first, last.i, of), former, of, doc[first], last, head)


def _text(doc, first: int, last: int, of: Name | None) -> str:  # type: ignore[no-untyped-def]
    """Spell the office without the state that owns it and without marks of time."""
    skip = range(of.first.i, of.last.i + 1) if of is not None and of.kind in {"state", "place"} else range(0)
    words = [
        t.text
        for t in doc[first : last + 1]
        if t.i not in skip
        and t.lower_ not in FORMER | {"'s", "’s", "new", "first", "female", "newly", "current", "then", "-"}
    ]
    text = re.sub(r"\s+", " ", " ".join(words)).strip(" -,")
    return re.sub(r"^(?:of|for|the|in|and) |(?: of| for| the| in| and)+$", "", text)


def title_after(name: Name, names: Names) -> Title | None:
    """Read an appositive title: *X, France's foreign minister,* and *X, the head of Y*; also *President X of Y*."""
    doc, i = name.last.doc, name.last.i + 1
    end = name.sentence.tokens.end
    if i >= end - 1 or doc[i].text not in {",", "(", "–", "-"}:
        return None
    i += 1
    j, head = i, None
    while j < min(end, i + _FAR) and doc[j].text not in {",", ")", ".", ";", "–"}:
        token = doc[j]
        if token.pos_ in {"VERB", "AUX"} or token.lower_ in {"who", "which", "that", "with"}:
            break
        if head is None and token.lower_.rstrip(".") in OFFICE_HEADS:
            following = doc[j + 1].lower_.rstrip(".") if j + 1 < end else ""
            if following not in OFFICE_HEADS:
                head = token
        owner = names.at(token)
        if (
            owner is not None
            and owner.kind == "person"
            and owner.first.i > i
            and (head is None or token.i == head.i + 1)
        ):
            return None
        j += 1
    if head is None or (head.dep_ in {"nsubj", "dobj", "pobj"} and doc[i].lower_ in {"and", "as"}):
        return None
    inside = [names.at(t) for t in doc[i:j]]
    of = next((n for n in inside if n is not None and n.kind in {"state", "place"}), None) or next(
        (n for n in inside if n is not None and n.kind == "organisation"), None
    )
    former = any(t.lower_ in FORMER for t in doc[i : head.i])
    first = i
    while first < head.i and (
        doc[first].lower_ in {"the", "a", "an", "its", "their", "'s", "’s", "top"} or doc[first].pos_ == "DET"
    ):
        first += 1
    return Title(_text(doc, first, j - 1, of), former, of, doc[first], doc[j - 1], head)


def owner_after(name: Name, names: Names) -> Name | None:
    """Find the state in *President X of Kenya*."""
    doc, i = name.last.doc, name.last.i + 1
    if i + 1 < name.sentence.tokens.end and doc[i].lower_ == "of":
        j = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        following = names.at(doc[j]) if j < name.sentence.tokens.end else None
        if following is not None and following.kind in {"state", "organisation"}:
            return following
    return None

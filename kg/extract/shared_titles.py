"""Reads offices told of several at once or by comparison: *Presidents X and Y*, *his Danish counterpart, Z*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.asides import owner_after
from kg.extract.names import Name, Names
from kg.extract.remits import is_office_head
from kg.extract.title_words import Title, is_office
from kg.extract.titles import title_at
from kg.extract.words import HONORIFICS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LISTING = word_class(", and &")
_COUNTERPARTS = word_class("counterpart counterparts")
_BEFORE_COUNTERPART = 3


# ---------------------------------------------------------------- several holders
def joint_titles(names: Names) -> Iterator[tuple[Name, Title]]:
    """Give the office of each of several persons named after a plural, with whose office it is."""
    for name in names.found:
        if name.kind == "person" and name.entity:
            yield from _shared_by(name, names)


def _shared_by(first: Name, names: Names) -> Iterator[tuple[Name, Title]]:
    doc, floor = first.first.doc, first.sentence.start
    i = first.first.i - 1
    if i > floor and doc[i].text == ",":
        i -= 1
    states: list[Name] = []
    if i > floor and (remit := names.remit_to(doc[i])) is not None and not names.at(doc[i]):
        i = remit.head
    elif i > floor:
        i, states = _over_states(doc, i, floor, names)
    if i < floor or is_office(doc[i]) or not is_office_head(doc[i]):
        return
    title = title_at(doc[i], floor, names)
    holders = _listed(first, names)
    if title is None or len(holders) < 2:
        return
    title = replace(title, text=title.text.replace(title.head.text, title.head.text.removesuffix("s")))
    for k, holder in enumerate(holders):
        told = states[k] if len(states) == len(holders) else _state_behind(holder, names)
        yield holder, replace(title, of=told or title.of)


def _over_states(doc: Doc, last: int, floor: int, names: Names) -> tuple[int, list[Name]]:
    """Step left over *of A, B and C*, giving where the words before begin and the names in order."""
    states: list[Name] = []
    i = last
    while i > floor and ((state := names.at(doc[i])) is not None or doc[i].lower_ in _LISTING | {"the"}):
        if state is not None:
            states.insert(0, state)
            i = state.first.i
        i -= 1
    return (i - 1, states) if states and doc[i].lower_ == "of" else (last, [])


def _listed(first: Name, names: Names) -> list[Name]:
    """Give the persons of a list: *X of A, Y of B and Z*."""
    found, doc, end = [first], first.first.doc, first.sentence.end
    while True:
        state = _state_behind(found[-1], names)
        i = (state or found[-1]).last.i + 1
        i += state is not None and i < end and doc[i].text == ")"
        start = i
        while i < end and (doc[i].lower_ in _LISTING or doc[i].lower_.rstrip(".") in HONORIFICS):
            i += 1
        following = names.at(doc[i]) if start < i < end else None
        if following is None or following.kind != "person" or not following.entity or following.first.i != i:
            return found
        found.append(following)


def _state_behind(name: Name, names: Names) -> Name | None:
    """Find the state in *X of Kenya* and *X (Kenya)*."""
    doc, i = name.last.doc, name.last.i + 1
    if i + 2 < name.sentence.end and doc[i].text == "(":
        state = names.at(doc[i + 1])
        closed = state is not None and state.last.i + 1 < name.sentence.end and doc[state.last.i + 1].text == ")"
        return state if state is not None and closed and state.kind == "state" else None
    return owner_after(name, names)


# ---------------------------------------------------------------- compared with somebody's office
def counterpart(name: Name, names: Names) -> tuple[Token, Name | None] | None:
    """Read *his Danish counterpart, X* and *X, his Danish counterpart*: the word, and the state told with it."""
    doc, floor, end = name.first.doc, name.sentence.start, name.sentence.end
    before, after = name.first.i - 1, name.last.i + 1
    while before >= floor and (doc[before].text == "," or doc[before].lower_.rstrip(".") in HONORIFICS):
        before -= 1
    if before >= floor and doc[before].lower_ in _COUNTERPARTS:
        return doc[before], _state_before(doc[before], names) or owner_after(name, names)
    if after < end and doc[after].text == ",":
        for token in doc[after + 1 : min(end, after + 2 + _BEFORE_COUNTERPART)]:
            if token.lower_ in _COUNTERPARTS:
                return token, _state_before(token, names)
            owner = names.at(token)
            if token.pos_ not in {"PRON", "DET"} and (owner is None or owner.kind != "state"):
                break
    return None


def _state_before(token: Token, names: Names) -> Name | None:
    near = reversed(token.doc[max(0, token.i - _BEFORE_COUNTERPART) : token.i])
    return next((n for t in near if (n := names.at(t)) is not None and n.kind == "state"), None)


def compared_with(name: Name, names: Names, holders: set[str]) -> str | None:
    """Find whose counterpart somebody is: who holds an office and is told of before, subjects first."""
    place = names.found.index(name)
    before = [
        n
        for n in reversed(names.found[:place])
        if n.entity in holders and n.entity != name.entity and 0 <= name.sentence.index - n.sentence.index <= 1
    ]
    subject = next((n for n in before if n.head.dep_ in {"nsubj", "nsubjpass"}), None)
    chosen = subject or next(iter(before), None)
    return chosen.entity if chosen is not None else None

"""Reads the offices behind a person's name: *X, France's foreign minister,* and *X, who heads the mission*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.names import Name, Names
from kg.extract.title_words import LINKS, TERRITORIES, Title, is_office, owner_within, spell
from kg.extract.titles import title_before
from kg.extract.words import COLLECTIVES, FORMER, ORGANISATION_WORDS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = word_class(", ( – -")
_STOPS = word_class(", ( ) . ; –")
_RELATIVES = word_class("who which that with")
_LEADING = word_class("the a an its their 's ’s top")
_FARTHEST = 14
_LEADS = {"heads": "head", "leads": "leader", "chairs": "chair", "runs": "head", "commands": "commander"}
"""Verbs that tell an office: *who chairs the committee*."""
_BODIES = (ORGANISATION_WORDS | COLLECTIVES) - word_class("delegation team crew force forces") | {"subcommittee"}


def titles_after(name: Name, names: Names) -> list[Title]:
    """Read appositive titles: *X, France's foreign minister,* and *X, the head of Y and envoy to Z*."""
    doc, start = name.last.doc, name.last.i + 2
    if start > name.sentence.end - 1 or doc[start - 1].text not in _OPENERS:
        return []
    if doc[start].lower_ == "who":
        title = _by_verb(doc, start + 1, name.sentence.end, names)
        return [title] if title is not None else []
    aside = _aside(doc, start, name.sentence.end, names)
    if not aside or aside[0].lower_ == "and" or _begins_next(aside, name, names):
        return []
    found = []
    for part in _parts(aside):
        title = _title_of(part, name, names)
        if title is None:
            break
        found.append(title)
    return found


def _begins_next(aside: list[Token], name: Name, names: Names) -> bool:
    """Tell the title of the next person in a list: *President X, Foreign Minister of Y Z* and *the envoy of Y, Z*."""
    if title_before(name, names) is None:
        return False
    after = aside[-1].i + 2
    following = names.at(name.last.doc[after]) if after < name.sentence.end else None
    return aside[0].text[:1].isupper() or (following is not None and following.kind == "person")


def title_after(name: Name, names: Names) -> Title | None:
    """Read the first appositive title."""
    return next(iter(titles_after(name, names)), None)


def _title_of(part: list[Token], name: Name, names: Names) -> Title | None:
    head = _head_of(part, name.sentence.end)
    if head is None or _is_of_another(part, head, names):
        return None
    if head.dep_ in {"nsubj", "dobj", "pobj"} and part[0].lower_ == "as":
        return None
    before_head = [t for t in part if t.i < head.i]
    if any(t.pos_ == "ADP" and t.lower_ != "under" for t in before_head):
        return None  # *a friend of the king*
    first = next(t for t in part if t.i == head.i or not (t.lower_ in _LEADING or t.pos_ == "DET"))
    of = _owner(part, head, names)
    former = any(t.lower_ in FORMER for t in before_head)
    words = [t for t in part if t.i >= first.i]
    return Title(spell(words, of), former, of, words[0], words[-1], head)


def _parts(aside: list[Token]) -> Iterator[list[Token]]:
    """Split at *and* where both sides name an office."""
    start = 0
    for i, token in enumerate(aside):
        if token.lower_ == "and" and any(map(is_office, aside[start:i])) and any(map(is_office, aside[i + 1 :])):
            yield aside[start:i]
            start = i + 1
    yield aside[start:]


def _owner(part: list[Token], head: Token, names: Names) -> Name | None:
    """Prefer whom the office is *of* to who stands before it, and that to whom it is *for*."""
    of, held_at = owner_within([t for t in part if t.i > head.i], names)
    leading = [n for t in part if t.i < head.i and (n := names.at(t)) is not None and n.kind != "person"]
    territory = next((n for n in leading if n.kind in TERRITORIES), None)
    return of or territory or (leading[0] if leading else None) or held_at


def _is_of_another(part: list[Token], head: Token, names: Names) -> bool:
    """Tell the title of the next person: *X, President Y and others*."""
    others = [n for t in part[1:] if (n := names.at(t)) is not None and n.kind == "person" and t == n.first]
    return any(n.first.i < head.i or not _is_served(n, head, names) for n in others)


def _is_served(person: Name, head: Token, names: Names) -> bool:
    """Tell *spokesman for President Y* from *minister for trade Y*."""
    linked = any(t.lower_ in LINKS for t in head.doc[head.i + 1 : person.first.i])
    return linked and names.remit_to(person.first.nbor(-1)) is None


def _aside(doc: Doc, start: int, end: int, names: Names) -> list[Token]:
    """Give the words up to the next mark or clause; the marks within a remit do not end it."""
    found: list[Token] = []
    inside = start
    for i in range(start, min(end, start + 2 * _FARTHEST)):
        token = doc[i]
        remit = names.remit_from(token)
        inside = max(inside, remit.last + 1 if remit is not None else inside)
        acts = token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"
        if i >= inside and (acts or token.text in _STOPS or token.text in _RELATIVES):
            break
        found.append(token)
    return found if inside > start else found[:_FARTHEST]


def _head_of(part: list[Token], end: int) -> Token | None:
    """Find the first office that no other office follows, as one does in *deputy director*."""
    return next((t for t in part if is_office(t) and not (t.i + 1 < end and is_office(t.nbor(1)))), None)


def _by_verb(doc: Doc, place: int, end: int, names: Names) -> Title | None:
    """Read *who heads the council*: the head of the council."""
    if place + 1 >= end or (office := _LEADS.get(doc[place].lower_)) is None:
        return None
    verb, told = doc[place], _aside(doc, place + 1, end, names)
    owner = next((n for t in told if (n := names.at(t)) is not None and n.kind in {"organisation", "state"}), None)
    if not told or not any(t.lower_ in _BODIES or names.at(t) is owner is not None for t in told):
        return None
    body = [t for t in told if t.pos_ != "DET"]
    whole = owner is not None and owner.first == body[0] and owner.last == body[-1]
    text = office if whole else f"{office} of the {spell(body, owner)}"
    return Title(text, False, owner, verb, told[-1], verb)


def owner_after(name: Name, names: Names) -> Name | None:
    """Find the state in *President X of Kenya*."""
    doc, i, end = name.last.doc, name.last.i + 1, name.sentence.end
    if i + 1 >= end or doc[i].lower_ != "of":
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    following = names.at(doc[i]) if i < end else None
    return following if following is not None and following.kind in {"state", "organisation"} else None

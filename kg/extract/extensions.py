"""Lengthens names by what belongs to them: the *Ministry* of Trade, *Lima* airport, the *Chad-Niger* alliance."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.names import Name
from kg.extract.witnesses import is_capital
from kg.extract.words import EXTENDABLE_BODIES, word_class
from kg.gazetteer import Entry

_GOING_ON = word_class("of for on")
FACILITIES = word_class("airport airfield airbase port harbour harbor base field oilfield dam pass barracks")
_REGIONS = word_class("region area province district basin enclave island")
"""Nouns that only complete the name of a place that no table knows."""
_KINDS_OF_FACILITY = word_class("international air naval military gas oil border army")
_NO_PLACES = word_class("person group organisation")
_PACTS = frozenset({"alliance"})


def longer_names(names: list[Name]) -> list[Name]:
    """Give the longer forms of names that go on behind their capitals."""
    by_start = {n.first.i: n for n in names}
    known = {n.first.i: n for n in names if n.entries}
    best = [n for n in names if known.get(n.first.i, n) is n]
    found = [
        *(_body(n, by_start) for n in names),
        *(_place(n) for n in best),
        *(_alliance(n, known) for n in known.values()),
    ]
    return [n for n in found if n is not None]


def _body(name: Name, by_start: dict[int, Name]) -> Name | None:
    """Lengthen a body by what follows *of* or *for*: the *Mission for Chad*, the *Ministry of Trade of Peru*."""
    if name.words[-1].lower() not in EXTENDABLE_BODIES or name.last.i + 2 >= name.sentence.end:
        return None
    doc, i = name.last.doc, name.last.i + 1
    if doc[i].lower_ not in _GOING_ON:
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    if i not in by_start or not is_capital(doc[i]):
        return None
    if doc[name.last.i + 1].lower_ == "on" and _is_state(by_start[i].entries):
        return None  # what a council decides on
    return Name(name.first, by_start[i].last, name.sentence, label="organisation")


def _place(name: Name) -> Name | None:
    """Lengthen a place by the noun that tells what is there: *Lima airport*, the *Serra gas field*."""
    doc, i, end = name.last.doc, name.last.i + 1, name.sentence.end
    known = {e.kind for e in name.entries} | {e.role_of_name for e in name.entries}
    if known & {"demonym", "acronym", "organisation"} or ("state" in known and "capital" not in known):
        return None
    if not known and len(name.words) > 1 and name.label in _NO_PLACES:
        return None
    if i + 1 < end and doc[i].lower_ in _KINDS_OF_FACILITY:
        i += 1
    if i >= end or doc[i].dep_ == "poss" or not _is_noun_of_place(doc[i].lower_, known=bool(known)):
        return None
    return Name(name.first, doc[i], name.sentence, label="place")


def _is_noun_of_place(word: str, *, known: bool) -> bool:
    return word in FACILITIES or (word in _REGIONS and not known)


def _alliance(name: Name, known: dict[int, Name]) -> Name | None:
    """Join two states to their alliance: the *Chad-Niger alliance*."""
    doc, i = name.last.doc, name.last.i + 1
    other = known.get(i + 1) if i + 2 < name.sentence.end and doc[i].text in {"-", "–"} else None
    if other is None or not (_is_state(name.entries) and _is_state(other.entries)):
        return None
    last = other.last.i + 1
    if last >= name.sentence.end or doc[last].lower_ not in _PACTS:
        return None
    return Name(name.first, doc[last], name.sentence, label="organisation")


def _is_state(entries: Iterable[Entry]) -> bool:
    return any(e.kind == "state" for e in entries)

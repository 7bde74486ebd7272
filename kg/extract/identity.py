"""Gathers the names of one thing into one entity, over the whole article."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.entities import Draft, EntityTable
from kg.extract.kinds import decide_kinds
from kg.extract.names import Name, Names
from kg.extract.words import HONORIFICS, OFFICE_HEADS, ORGANISATION_WORDS, STATE_ORGANS, word_class
from kg.gazetteer import Entry, Person, fold

_MALE = word_class("mr sir lord king prince spokesman chairman")
_FEMALE = word_class("mrs ms miss dame lady queen princess spokeswoman chairwoman")
_NO_SURNAMES = OFFICE_HEADS | STATE_ORGANS


def identify(names: Names, table: EntityTable) -> None:
    """Give each name its kind and its entity."""
    decide_kinds(names, table.gazetteer, table.published)
    persons = _persons(names, table)
    for name in names.found:
        if name.entity or name.kind is None:
            continue
        draft = _draft_of(name, persons, table)
        if draft is not None:
            name.entity, name.kind = draft.id, draft.kind
            draft.aliases.setdefault(name.text)
    _tie_acronyms(names, table)
    _tie_short_forms(names)


# ---------------------------------------------------------------- persons
def _persons(names: Names, table: EntityTable) -> dict[str, Draft]:
    """Make the entities of persons, fullest names first, and index them by each name that may stand alone."""
    index: dict[str, Draft] = {}
    full = [n for n in names.found if n.kind == "person" and len(n.words) > 1]
    for name in sorted(full, key=lambda n: (-len(n.words), n.span.start)):
        entry = next((e for e in name.entries if e.kind == "person"), None)
        key = entry.key if entry is not None else None
        draft = index.get(name.form) or _same_person(name, index)
        draft = draft or table.add("person", _clean(name), key=key, entry=entry)
        _describe(draft, name, entry, table)
        for form in _short_forms(name, entry):
            index.setdefault(form, draft)
        name.entity = draft.id
    return index


def _same_person(name: Name, index: dict[str, Draft]) -> Draft | None:
    """Find *Antony Blinken* for *Antony J. Blinken*: the same first and last word."""
    words = _own_words(name)
    candidate = index.get(words[-1])
    if candidate is None:
        return None
    known = fold(candidate.name).split()
    return candidate if words[-1] == known[-1] and (words[0] in known or known[0] in words) else None


def _own_words(name: Name) -> list[str]:
    """Give the words of a name without *Sheikh* and *Jr.*."""
    words = [fold(w) for w in name.words if fold(w) not in {"jr", "sr", ""}]
    return [w for w in words if w not in HONORIFICS] or words


def _clean(name: Name) -> str:
    return name.text if name.text.endswith("Jr.") else name.text.strip(" ,.-")


def _short_forms(name: Name, entry: Entry | None) -> list[str]:
    words = _own_words(name)
    forms = [name.form, words[-1]]
    if entry is not None and isinstance(entry.value, Person):
        forms += [fold(entry.value.surname), fold(entry.label)]
    if len(words) > 2:
        forms += [" ".join(words[1:]), " ".join(words[-2:])]
    forms += [w.split()[-1] for w in forms if " " in w]
    return [f for f in dict.fromkeys([*forms, words[0]]) if f]


def _describe(draft: Draft, name: Name, entry: Entry | None, table: EntityTable) -> None:
    draft.aliases.setdefault(name.text)
    if entry is not None and isinstance(entry.value, Person):
        draft.entry = draft.entry or entry
        draft.gender = entry.value.gender
    if draft.gender == "u":
        draft.gender = table.gazetteer.given_names.get(fold(name.words[0]), "u")
    before = name.before()
    address = before.lower_.rstrip(".") if before is not None else ""
    if address in _MALE:
        draft.gender = "m"
    elif address in _FEMALE:
        draft.gender = "f"


# ---------------------------------------------------------------- everything else
def _draft_of(name: Name, persons: dict[str, Draft], table: EntityTable) -> Draft | None:
    if name.kind == "person" or (name.form in persons and not name.entries):
        return persons.get(name.form) or _lone_surname(name, table, persons)
    entry = next((e for e in name.entries if e.kind == name.kind), name.entries[0] if name.entries else None)
    if entry is None:
        return table.add(name.kind, _clean(name)) if name.kind in {"organisation", "place"} else None
    if entry.kind == "state":
        return _state_or_capital(name, entry, table)
    draft = table.add(entry.kind, entry.label if entry.kind != "person" else name.text, key=entry.key, entry=entry)
    draft.country = draft.country or getattr(entry.value, "state", None)
    return draft


def _state_or_capital(name: Name, entry: Entry, table: EntityTable) -> Draft:
    if name.kind != "place":
        return table.state(entry.key)
    place = next((e for e in name.entries if e.kind == "place"), None)
    draft = table.add("place", place.label if place else name.text, key=place.key if place else None, entry=place)
    draft.country = entry.key
    return draft


def _lone_surname(name: Name, table: EntityTable, persons: dict[str, Draft]) -> Draft | None:
    """Resolve a surname that no fuller name of the article explains: an office-holder of the time, or itself."""
    holders = [e for e in table.gazetteer.lookup(name.text) if e.kind == "person"]
    current = table.gazetteer.in_office(name.text, table.published)
    pool = current if len(current) == 1 else holders if len(holders) == 1 else []
    if pool and isinstance(pool[0].value, Person):
        draft = table.person(pool[0].value, pool[0])
    elif name.text.lower() in _NO_SURNAMES:
        return None
    else:
        draft = table.add("person", _clean(name))
    persons.setdefault(name.form, draft)
    return draft


# ---------------------------------------------------------------- short forms
def _tie_acronyms(names: Names, table: EntityTable) -> None:
    """Tie *Joint Observer Mission (JOM)*: both are one entity, and so is every later *JOM*."""
    same = {
        right.text: left.entity
        for left, right in pairwise(names.found)
        if left.entity
        and not right.entries
        and _in_brackets_after(left, right)
        and _abbreviates(right.text, left.words)
    }
    for name in names.found:
        if name.text in same:
            draft = table.drafts[same[name.text]]
            name.entity, name.kind = draft.id, draft.kind
            draft.aliases.setdefault(name.text)


def _in_brackets_after(left: Name, right: Name) -> bool:
    doc = left.last.doc
    return right.first.doc is doc and right.first.i == left.last.i + 2 and doc[left.last.i + 1].text == "("


def _abbreviates(acronym: str, words: tuple[str, ...]) -> bool:
    """Tell whether the capitals of an acronym are the first letters of the words, small words left out or not."""
    letters = [c.lower() for c in acronym if c.isupper()]
    initials = [w[0].lower() for w in words if w[0].isupper()]
    spelt = [c.lower() for w in words if w[0].isupper() for c in ([w[0]] if not w.isupper() else w)]
    return len(letters) >= 2 and (letters in (initials, spelt) or letters == [w[0].lower() for w in words])


def _tie_short_forms(names: Names) -> None:
    """Tie *the Observatory* to the *Riverine Observatory for Peace* named before it."""
    fuller: list[tuple[set[str], str]] = []
    for name in names.found:
        if name.kind != "organisation" or not name.entity:
            continue
        words = {w.lower() for w in name.words}
        if len(words) == 1 and not name.entries and next(iter(words)) in ORGANISATION_WORDS:
            match = next((entity for full, entity in reversed(fuller) if words < full), None)
            if match is not None:
                name.entity = match
        elif len(words) > 1:
            fuller.append((words, name.entity))

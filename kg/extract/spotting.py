"""Finds the stretches of an article that name somebody or something.

Three witnesses are heard (:mod:`kg.extract.witnesses`); where they overlap, the longest name stands. What a name is
of (person, state, body, place) is decided later, over the whole article, in :mod:`kg.extract.identity`.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from kg.extract.extensions import longer_names
from kg.extract.names import Name, Names
from kg.extract.reading import Sentence, key
from kg.extract.remits import Remit, is_office_head, remits_of
from kg.extract.witnesses import capital_runs, gazetteer_names, is_capital, is_official, recognised_names
from kg.extract.words import EXTENDABLE_BODIES, OFFICE_HEADS, ORGANISATION_WORDS, REMITS
from kg.gazetteer import Gazetteer, fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADINGS = frozenset({"title", "subheading"})
_LONGEST_TITLE = 10
_BONUS = {"place": 0.3, "person": 0.6}
"""What a name of the gazetteer counts more than its words: *Lima* and *Juan Carlos* may be part of a longer name."""
_ALONE = 0.6
"""The same for a body known by one word, which may be somebody's first name: *Rafael*."""


def find_names(sentences: Iterable[Sentence], gazetteer: Gazetteer) -> Names:
    """Find the names of all sentences."""
    sentences = list(sentences)
    names = Names()
    found: list[Name] = []
    for sentence in sentences:
        known = gazetteer_names(sentence, gazetteer)
        if sentence.region not in _HEADINGS:  # capitals tell nothing there
            remits = _remits(sentence, known, gazetteer)
            names.add_remits(remits, sentence)
            known = _sentence_names(sentence, known, remits, gazetteer)
        found += known
    surnames = {fold(n.words[-1]) for n in found if len(n.words) > 1 and _is_taken_for_person(n)}
    for name in found:
        for part in _pair_of_persons(name, surnames) or [name]:
            names.add(part)
    for name in _overlooked(sentences, names, surnames):
        names.add(name)
    names.found.sort(key=lambda n: key(n.first))
    return names


def _pair_of_persons(name: Name, surnames: Set[str]) -> list[Name]:
    """Part *X and Y*, which the model took for one name, where both are surnames of persons named in full elsewhere."""
    words = list(name.first.doc[name.first.i : name.last.i + 1])
    if name.entries or len(words) != 3 or words[1].lower_ != "and":
        return []
    both = fold(words[0].text) in surnames and fold(words[2].text) in surnames
    return [Name(w, w, name.sentence, label="person") for w in (words[0], words[2])] if both else []


def _overlooked(sentences: Iterable[Sentence], names: Names, surnames: Set[str]) -> list[Name]:
    """Find surnames alone that no witness saw, as at the start of a sentence, of persons named in full elsewhere."""
    found = []
    for sentence in sentences:
        if sentence.region not in _HEADINGS:
            for token in sentence.tokens:
                if token.is_title and len(token) > 2 and names.at(token) is None and fold(token.text) in surnames:
                    found.append(Name(token, token, sentence, label="person"))
    return found


def _is_taken_for_person(name: Name) -> bool:
    return name.label == "person" or any(e.kind == "person" for e in name.entries[:1])


def _remits(sentence: Sentence, known: list[Name], gazetteer: Gazetteer) -> list[Remit]:
    """Find titles with a remit, but not within names: *Office of the High Commissioner for Refugees*."""
    inside = {i for n in known for i in range(n.first.i + 1, n.last.i + 1)}
    return [r for r in remits_of(sentence, gazetteer) if r.head not in inside and not _names_office(sentence, r)]


def _names_office(sentence: Sentence, remit: Remit) -> bool:
    """Tell whether a title only says whose body is named: *Office of the Commissioner for Refugees*."""
    doc, i = sentence.parse.doc, remit.head - 1
    while i > sentence.start and (is_capital(doc[i]) or doc[i].lower_ == "the"):
        i -= 1
    return i > sentence.start and doc[i].lower_ == "of" and doc[i - 1].lower_ in EXTENDABLE_BODIES


def _sentence_names(sentence: Sentence, known: list[Name], remits: list[Remit], gazetteer: Gazetteer) -> list[Name]:
    titles = _title_tokens(sentence, gazetteer).union(*(r.words for r in remits))
    ends = {r.last for r in remits}.union(_ends_at_persons(sentence, gazetteer))
    known = _outside(titles, ends, known)
    recognised = _outside(titles, ends, recognised_names(sentence, titles, gazetteer))
    modifiers = _modifiers_of_heads(sentence)
    recognised = [n for n in recognised if not _is_pair_of_states(n, known)]
    found = [*recognised, *_outside(titles, ends, capital_runs(sentence))]
    candidates = [*known, *(kept for n in found if (kept := _before_modifiers(n, modifiers)) is not None)]
    return _apart([*candidates, *longer_names(candidates)], titles)


def _apart(candidates: list[Name], titles: set[int]) -> list[Name]:
    """Keep the weightiest of names that overlap, and none within a title."""
    taken = set(titles)
    chosen: list[Name] = []
    for name in sorted(candidates, key=lambda n: (-_weight(n), n.first.i)):
        positions = range(name.first.i, name.last.i + 1)
        if taken.isdisjoint(positions):
            taken.update(positions)
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.first.i)


def _weight(name: Name) -> float:
    """Prefer long names; among equally long ones the gazetteer's, then the model's."""
    words = name.words
    length = len(words) + (0.5 if name.entries else 0.2 if name.label else 0)
    if name.entries and name.entries[0].role_of_name != "surname":
        alone = len(words) == 1 and name.entries[0].kind == "organisation" and not words[0].isupper()
        return length + (_ALONE if alone else _BONUS.get(name.entries[0].kind, 1.2))
    if words[-1].lower().rstrip(".") in ORGANISATION_WORDS or words[0].lower() in ORGANISATION_WORDS:
        return length + 0.6
    return length


def _is_pair_of_states(name: Name, known: list[Name]) -> bool:
    """Tell *U.S.-Japan* and *Congo and M23*, which the model may take for one name."""
    inside = [k for k in known if name.first.i <= k.first.i and k.last.i <= name.last.i]
    states = [k for k in inside if k.entries and k.entries[0].kind == "state"]
    if name.words[-1].lower() in ORGANISATION_WORDS:
        return False
    first = states[0].last if states and states[0].first == name.first else None
    return len(states) >= 2 or (first is not None and first != name.last and first.nbor(1).lower_ == "and")


# ---------------------------------------------------------------- titles
def _title_tokens(sentence: Sentence, gazetteer: Gazetteer) -> set[int]:
    """Give the tokens of titles of several words (*Secretary of State*), whose words are no names of their own."""
    taken: set[int] = set()
    tokens = sentence.tokens
    for i, token in enumerate(tokens[:-2]):
        if token.lower_ not in OFFICE_HEADS or token.i in taken or tokens[i + 1].lower_ not in {"of", "for"}:
            continue
        for j in range(min(len(tokens), i + _LONGEST_TITLE), i + 2, -1):
            last = tokens[j - 1]
            if not is_capital(last) or gazetteer.office(str(token.doc[token.i : last.i + 1].text)) is None:
                continue
            if not gazetteer.state(last.text) and last.lower_ not in ORGANISATION_WORDS:
                taken.update(range(token.i, last.i + 1))
                break
    return taken


def _outside(titles: set[int], ends: set[int], names: Iterable[Name]) -> list[Name]:
    """Cut title words off the start of names; nothing is left of a name that lies in a title.

    A name never goes on over the end of a title: *ambassador to Peru Ana Solis* tells of Peru and of Ana Solis.
    """
    parts = [part for name in names for part in _split_at(ends, name)]
    return [kept for part in parts if (kept := _without(part, titles)) is not None]


def _ends_at_persons(sentence: Sentence, gazetteer: Gazetteer) -> list[int]:
    """Give where a body ends before a person, and a person before *of*: *Harbour Authority Lena Holm of Norway*."""
    tokens = sentence.tokens
    found = []
    for before, given, surname, after in zip(tokens, tokens[1:], tokens[2:], [*tokens[3:], tokens[-1]], strict=False):
        if given.is_title and is_capital(surname) and gazetteer.given_name(given.text) is not None:
            found += [before.i] if before.lower_ in ORGANISATION_WORDS and before.is_title else []
            found += [surname.i] if after.lower_ == "of" else []
    return found


def _split_at(ends: set[int], name: Name) -> list[Name]:
    cut = next((i for i in range(name.first.i, name.last.i) if i in ends), None)
    if cut is None:
        return [name]
    doc = name.first.doc
    first = next(i for i in range(cut + 1, name.last.i + 1) if is_capital(doc[i]) or i == name.last.i)
    rest = Name(doc[first], name.last, name.sentence, label=name.label)
    return [Name(name.first, doc[cut], name.sentence), *_split_at(ends, rest)]


def _without(name: Name, titles: set[int]) -> Name | None:
    doc, first = name.first.doc, name.first.i
    inside = any(i in titles for i in range(first, name.last.i + 1))
    while inside and first <= name.last.i and (first in titles or not is_capital(doc[first]) or _leads(doc[first])):
        first += 1
    if first > name.last.i or any(i in titles for i in range(first, name.last.i + 1)):
        return None
    kept = name if first == name.first.i else Name(doc[first], name.last, name.sentence, label=name.label)
    known = bool(kept.entries)  # "EU" stands in titles, too
    return kept if kept.words and (known or not all(is_official(w) for w in kept.words)) else None


def _modifiers_of_heads(sentence: Sentence) -> set[int]:
    """Give the words of remits right before the head of a title: *External Relations* Commissioner."""
    found: set[int] = set()
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        j = i - 1
        while is_office_head(token) and j >= 0 and tokens[j].is_title and tokens[j].lower_ in REMITS:
            found.add(tokens[j].i)
            j -= 1
    return found


def _before_modifiers(name: Name, modifiers: set[int]) -> Name | None:
    last = name.last.i
    while last >= name.first.i and last in modifiers:
        last -= 1
    if last == name.last.i:
        return name
    doc = name.first.doc
    return Name(name.first, doc[last], name.sentence, label=name.label) if last >= name.first.i else None


def _leads(token: Token) -> bool:
    """Tell *Permanent* in *Permanent Representative of Chad*."""
    return is_official(token.text) and token.lower_ not in OFFICE_HEADS

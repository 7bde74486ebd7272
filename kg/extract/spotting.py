"""Finds the stretches of an article that name somebody or something.

Three witnesses are heard (:mod:`kg.extract.witnesses`); where they overlap, the longest name stands. What a name is
of (person, state, body, place) is decided later, over the whole article, in :mod:`kg.extract.identity`.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.names import Name, Names
from kg.extract.reading import Sentence, key
from kg.extract.witnesses import capital_runs, gazetteer_names, is_capital, is_official, recognised_names
from kg.extract.words import EXTENDABLE_BODIES, OFFICE_HEADS, ORGANISATION_WORDS
from kg.gazetteer import Gazetteer, fold

_HEADINGS = frozenset({"title", "subheading"})
_LONGEST_TITLE = 8


def find_names(sentences: Iterable[Sentence], gazetteer: Gazetteer) -> Names:
    """Find the names of all sentences."""
    sentences = list(sentences)
    names = Names()
    for sentence in sentences:
        for name in _sentence_names(sentence, gazetteer):
            names.add(name)
    for name in _overlooked(sentences, names):
        names.add(name)
    names.found.sort(key=lambda n: key(n.first))
    return names


def _overlooked(sentences: Iterable[Sentence], names: Names) -> list[Name]:
    """Find surnames alone that no witness saw, as at the start of a sentence, of persons named in full elsewhere."""
    surnames = {fold(n.words[-1]) for n in names.found if len(n.words) > 1 and _is_taken_for_person(n)}
    found = []
    for sentence in sentences:
        if sentence.region not in _HEADINGS:
            for token in sentence.tokens:
                if token.is_title and len(token) > 2 and names.at(token) is None and fold(token.text) in surnames:
                    found.append(Name(token, token, sentence, label="person"))
    return found


def _is_taken_for_person(name: Name) -> bool:
    return name.label == "person" or any(e.kind == "person" for e in name.entries[:1])


def _sentence_names(sentence: Sentence, gazetteer: Gazetteer) -> list[Name]:
    known = gazetteer_names(sentence, gazetteer)
    if sentence.region in _HEADINGS:
        return known  # capitals tell nothing there
    titles = _title_tokens(sentence, gazetteer)
    known = _outside(titles, known)
    recognised = _outside(titles, recognised_names(sentence, titles))
    recognised = [n for n in recognised if not _is_pair_of_states(n, known)]
    candidates = [*known, *recognised, *_outside(titles, capital_runs(sentence))]
    return _apart([*candidates, *_extended(candidates)], titles)


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
        return length + (0.3 if name.entries[0].kind == "place" else 1.2)
    if words[-1].lower().rstrip(".") in ORGANISATION_WORDS or words[0].lower() in ORGANISATION_WORDS:
        return length + 0.6
    return length


def _is_pair_of_states(name: Name, known: list[Name]) -> bool:
    """Tell *U.S.-Japan*, which the model may take for one name."""
    inside = [k for k in known if name.first.i <= k.first.i and k.last.i <= name.last.i]
    states = sum(bool(k.entries) and k.entries[0].kind == "state" for k in inside)
    return states >= 2 and name.words[-1].lower() not in ORGANISATION_WORDS


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
            if not gazetteer.state(last.text):
                taken.update(range(token.i, last.i + 1))
                break
    return taken


def _outside(titles: set[int], names: Iterable[Name]) -> list[Name]:
    """Cut title words off the start of names; nothing is left of a name that lies in a title."""
    return [kept for name in names if (kept := _without(name, titles)) is not None]


def _without(name: Name, titles: set[int]) -> Name | None:
    doc, first = name.first.doc, name.first.i
    while first <= name.last.i and first in titles:
        first += 1
    if first > name.last.i or any(i in titles for i in range(first, name.last.i + 1)):
        return None
    kept = name if first == name.first.i else Name(doc[first], name.last, name.sentence, label=name.label)
    known = bool(kept.entries)  # "EU" stands in titles, too
    return kept if kept.words and (known or not all(is_official(w) for w in kept.words)) else None


# ---------------------------------------------------------------- bodies with a long name
def _extended(names: list[Name]) -> list[Name]:
    """Lengthen bodies by what follows *of* or *for*: the *Mission for Chad*, the *Ministry of Trade of Peru*."""
    by_start = {n.first.i: n for n in names}
    found = []
    for name in names:
        if name.words[-1].lower() not in EXTENDABLE_BODIES or name.last.i + 2 >= name.sentence.end:
            continue
        doc, i = name.last.doc, name.last.i + 1
        if doc[i].lower_ not in {"of", "for", "on"}:
            continue
        i += 2 if doc[i + 1].lower_ == "the" else 1
        if i in by_start and is_capital(doc[i]):
            found.append(Name(name.first, by_start[i].last, name.sentence, label="organisation"))
    return found

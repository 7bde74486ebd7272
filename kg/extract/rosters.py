"""Finds lists of persons with their titles, whose conjuncts the parser loses: *President X, Minister Y and Z*."""

from __future__ import annotations

from kg.extract.names import Name, Names
from kg.extract.reading import key
from kg.extract.titles import titles_before
from kg.extract.words import HONORIFICS, word_class

_BETWEEN = word_class(", ; and & ( ) the of as well")
_JOINING = word_class(", ; and &")
_FEWEST = 3


def rosters(names: Names) -> dict[int, tuple[Name, ...]]:
    """Give for the head of each person in a list, of which *and* joins the last, and of his title, all of the list.

    Of two only, the second has a title and is nobody who acts: *met X and the head of the mission, Y*.
    """
    found: dict[int, tuple[Name, ...]] = {}
    chain: list[Name] = []
    for name in [*(n for n in names.found if n.kind == "person" and n.entity), None]:
        if name is not None and chain and _follows(chain[-1], name, names):
            chain.append(name)
            continue
        if _is_joined_last(chain, names) and (len(chain) >= _FEWEST or _is_told_with(chain[-1], names)):
            for member in chain:
                heads = (member.head, *(title.head for title in titles_before(member, names)))
                found.update((key(head), tuple(chain)) for head in heads)
        chain = [name] if name is not None else []
    return found


def _gap(left: Name, right: Name, names: Names) -> range:
    """Give the tokens between a name and the title of the next."""
    titles = titles_before(right, names)
    start = min((t.first.i for t in titles), default=right.first.i)
    doc = right.first.doc
    while start - 1 > left.last.i and doc[start - 1].lower_.rstrip(".") in HONORIFICS:
        start -= 1
    return range(left.last.i + 1, start)


def _follows(left: Name, right: Name, names: Names) -> bool:
    if left.sentence is not right.sentence:
        return False
    between = [left.last.doc[i] for i in _gap(left, right, names)]
    fits = all(t.lower_ in _BETWEEN or ((n := names.at(t)) is not None and n.kind == "state") for t in between)
    return fits and any(t.lower_ in _JOINING for t in between)


def _is_told_with(name: Name, names: Names) -> bool:
    return name.head.dep_ not in {"nsubj", "nsubjpass"} and bool(titles_before(name, names))


def _is_joined_last(chain: list[Name], names: Names) -> bool:
    return len(chain) > 1 and any(chain[-1].last.doc[i].lower_ == "and" for i in _gap(chain[-2], chain[-1], names))

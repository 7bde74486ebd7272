"""One telling of one thing by one article, in the form in which tellings are compared.

Events, agreements, commitments and statements share the form, so that one comparison serves all of them. Tellings
that were found to mean the same are pooled into one telling of the same form.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kg.resolve.families import ancestors, family
from kg.resolve.words import one

Key = tuple[str, str]
"""(document id, id of the mention-level value)."""

Window = tuple[date, date]
"""First and last possible day, both inclusive."""

_SUBJECTS = 6
"""So many wordings of one thing are kept at most; more would only cost time."""

EARLIER = "earlier"
"""The occurrence of "their last meeting" and "a previous visit"."""

FURTHER = "further"
"""The occurrence of "another million" and "met again", which are not what was given or held before."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said of a thing, with entities of the collection in place of words.

    ``agents`` act (or take part as peers), ``patients`` are acted on, ``mentioned`` stand in the same sentence.
    ``topics`` are stems of the topics as extracted; ``subjects`` are what it is about, from the topics and what
    follows the verb, one for each wording: stems, and IRIs for names. ``figures`` are numbers of its sentence that
    tell things apart; ``manner`` sets apart what has the same class (a lunch and a summit), ``occurrence`` what
    happens again ("fifth", or EARLIER). ``when`` is None where the article gives no date; it is ``dated`` where the
    sentence itself gives it. ``sentences`` are (document id, start) pairs.
    """

    keys: tuple[Key, ...]
    type: str
    agents: frozenset[str]
    patients: frozenset[str]
    mentioned: frozenset[str]
    places: frozenset[str]
    topics: frozenset[str]
    subjects: tuple[frozenset[str], ...]
    figures: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    when: Window | None
    dated: bool
    published: date | None
    factuality: str
    manner: str
    occurrence: str
    position: int
    sentences: frozenset[tuple[str, int]]
    participants: frozenset[str] = field(init=False)
    """Everybody in it."""
    documents: frozenset[str] = field(init=False)
    """The articles that tell it."""

    def __post_init__(self) -> None:
        """Work out once what every comparison asks for."""
        object.__setattr__(self, "participants", one(self.agents | self.patients))
        object.__setattr__(self, "documents", one(frozenset(document for document, _ in self.keys)))


def join(left: Telling, right: Telling) -> Telling:
    """Join two tellings of one thing; a day that a sentence gives counts for more than one taken from around it."""
    firm = [telling.when for telling in (left, right) if telling.dated]
    when = firm[0] if len(firm) == 1 else _narrower(left.when, right.when)
    return replace(
        left,
        type=right.type if _says_more(right.type, left.type) else left.type,
        keys=tuple(sorted(left.keys + right.keys)),
        agents=left.agents | right.agents,
        patients=left.patients | right.patients,
        mentioned=left.mentioned | right.mentioned,
        places=left.places | right.places,
        topics=left.topics | right.topics,
        subjects=tuple(dict.fromkeys(left.subjects + right.subjects))[:_SUBJECTS],
        figures=left.figures | right.figures,
        amounts=left.amounts | right.amounts,
        when=when,
        dated=any(telling.dated for telling in (left, right) if telling.when == when),
        published=min((day for day in (left.published, right.published) if day), default=None),
        factuality=left.factuality if left.factuality == "actual" else right.factuality,
        manner=left.manner or right.manner,
        occurrence=left.occurrence or right.occurrence,
        position=min(left.position, right.position),
        sentences=left.sentences | right.sentences,
    )


def _says_more(type_: str, other: str) -> bool:
    """Tell whether a class is the finer one; who exchanged views at a summit met there."""
    return other in ancestors(type_) or (other == "Discussion" and family(type_).name == family(other).name)


def _narrower(left: Window | None, right: Window | None) -> Window | None:
    if left is None or right is None:
        return left or right
    return min(left, right, key=lambda days: (days[1] - days[0], days))


def without_words(telling: Telling) -> Telling:
    """Drop what only comparison needs; a large collection could not keep it for all its things."""
    nothing: frozenset[Any] = frozenset()
    return replace(
        telling, mentioned=nothing, topics=nothing, subjects=(), figures=nothing, amounts=nothing, sentences=nothing
    )

"""Events within events: a lunch at a summit, a signing during talks, where a sentence says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.resolve.article import Article
from kg.resolve.claims import Said, sentence_of
from kg.resolve.families import family
from kg.resolve.tellings import Telling
from kg.resolve.things import Thing
from kg.resolve.world import World
from kg.types import Claim, Span
from kg.vocab import dip

_AT_A_MEETING = re.compile(
    r"\b(?:during|at|over|in|on the sidelines of)\b[^.;]{0,50}?"
    r"\b(?:meeting|summit|talks|conference|negotiations|visit)\b",
    re.IGNORECASE,
)
_SURE = 0.7


def part_claims(things: Sequence[Thing], articles: Mapping[str, Article], world: World) -> Iterator[Claim]:
    """State ``dip:subEventOf`` for meals, signings and gifts on the day of a meeting of the same people."""
    wholes: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.kind == "event" and family(thing.type).name == "meet" and not thing.telling.manner:
            for document in thing.telling.documents:
                wholes[document].append(thing)
    for part in things:
        if part.kind != "event" or not _may_be_part(part):
            continue
        for document, mention in part.telling.keys:
            whole = _whole(part.telling, wholes[document], world)
            said = whole and _said(articles[document], mention, part.iri)
            if whole is not None and said:
                yield said.claim(dip("subEventOf"), whole.iri)
                break


def _may_be_part(thing: Thing) -> bool:
    return thing.telling.manner == "meal" or thing.type in ("Signing", "Gift")


def _whole(part: Telling, candidates: Sequence[Thing], world: World) -> Thing | None:
    ours = world.parties(part.participants)
    fitting = [
        whole
        for whole in candidates
        if ours <= world.parties(whole.telling.participants)
        and whole.telling.factuality == part.factuality
        and (part.when is None or whole.telling.when is None or part.when == whole.telling.when)
    ]
    return min(fitting, key=lambda whole: (-len(whole.telling.keys), whole.iri), default=None)


def _said(article: Article, mention: str, iri: str) -> Said | None:
    event = next(event for event in article.extraction.events if event.id == mention)
    sentence = sentence_of(article, event.trigger)
    found = _AT_A_MEETING.search(article.text(sentence))
    if found is None:
        return None
    words = Span(sentence.start + found.start(), sentence.start + found.end())
    return Said(article, iri, sentence, words, "asserted", _SURE)

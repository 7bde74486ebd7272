"""Builds the events that are done by saying something and that no word of the lexicon carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.attribution import attribute
from kg.extract.clauses import Clause
from kg.extract.control import arguments_of
from kg.extract.events import EventReader
from kg.extract.factuality import Stance
from kg.extract.found import Found
from kg.extract.lexicon import Frame
from kg.extract.reading import token_span
from kg.extract.reference import Referent
from kg.extract.topics import topic_roles
from kg.extract.verbs import TELLING_VERBS
from kg.types import EntityKind, EventMention, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONFIDENCE = 0.7
_ACTORS: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group"})


def reporter_of(verb: Token, telling: frozenset[str] = TELLING_VERBS) -> Token | None:
    """Find the telling verb above, through conjuncts."""
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
    return token.head if token.dep_ == "ccomp" and token.head.lemma_.lower() in telling else None


def sources_of(reader: EventReader, reporter: Token, clause: Clause) -> list[Referent]:
    """Give the actors on whose word something stands."""
    subjects = arguments_of(reporter).get("subject", [])
    return [r for r in reader.resolver.all_referents(subjects, clause.sentence) if is_actor(reader, r)]


def is_actor(reader: EventReader, referent: Referent) -> bool:
    """Tell whether somebody can ask, blame or be asked."""
    return reader.resolver.table.kind(referent.entity) in _ACTORS


def side_of(reader: EventReader, referent: Referent) -> str:
    """Give for whom somebody stands: the state, or himself."""
    draft = reader.resolver.table.drafts[referent.entity]
    return draft.country or draft.id


def speech_act(
    reader: EventReader, clause: Clause, frame: Frame, roles: Sequence[Role], reporter: Token | None
) -> Found:
    """Give the event that a clause tells by what it says, on the word of who reports it."""
    told = Stance("actual", reporter)
    event = EventMention(
        id=reader.next_id(),
        type=frame.type,
        trigger=token_span(clause.predicate),
        roles=(*roles, *topic_roles(clause, frame, roles)),
        factuality="actual",
        date=reader.calendar.said(reporter) if reporter is not None else None,
        attribution=attribute(told, clause, reader.resolver),
        evidence=clause.sentence.span,
        confidence=_CONFIDENCE,
        frame=frame.id,
    )
    return Found(event, clause, frame, told)

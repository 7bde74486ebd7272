"""Remembers who was told of in an article so far, where, and who together, for the phrases that point back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.entities import EntityTable
from kg.extract.reading import Sentence, begin
from kg.types import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 4
"""How many sentences back a pronoun looks."""
_SUBJECT_BONUS = 1.2
_GENDER_BONUS = 0.6
_CLEARLY = 2
"""How many times as often as any other the main state of an article is told of."""


@dataclass(frozen=True, slots=True)
class _Seen:
    entity: str
    sentence: int
    subject: bool
    position: int


@dataclass(frozen=True, slots=True)
class Together:
    """Entities told of together in a sentence; ``subject`` where they do something together."""

    sentence: int
    entities: tuple[str, ...]
    subject: bool


@dataclass(slots=True)
class Memory:
    """What the article has told before."""

    table: EntityTable
    groups: list[Together] = field(default_factory=list)
    _seen: list[_Seen] = field(default_factory=list)

    def see(self, entity: str, sentence: Sentence, token: Token, *, subject: bool) -> None:
        """Remember that an entity is named."""
        self._seen.append(_Seen(entity, sentence.index, subject, begin(token)))

    def see_together(self, sentence: Sentence, entities: tuple[str, ...], *, subject: bool) -> None:
        """Remember that some entities are told of together; fewer than two are no group, nor are media as sources."""
        entities = tuple(e for e in entities if not self.table.is_medium(e))
        latest = self.groups[-1] if self.groups else None
        if len(entities) < 2 or (latest and (latest.sentence, latest.entities) == (sentence.index, entities)):
            return
        self.groups.append(Together(sentence.index, entities, subject))

    # ------------------------------------------------------------ one entity
    def latest_of_kind(
        self, kinds: Set[EntityKind], sentence: Sentence, token: Token, *, gender: str = "u", blocked: str = ""
    ) -> str | None:
        """Give the most salient entity of some kinds before a token; persons of that or unknown gender."""
        of_kind = [d for d in self.table.drafts.values() if d.kind in kinds]
        fitting = {d.id for d in of_kind if gender == "u" or d.gender in {gender, "u"}}
        sure = {d.id for d in of_kind if d.gender == gender}
        return self.latest_of(fitting, sentence, token, sure=sure, blocked=blocked)

    def latest_of(
        self,
        entities: Collection[str],
        sentence: Sentence,
        token: Token,
        *,
        sure: Collection[str] = (),
        blocked: str = "",
    ) -> str | None:
        """Pick the most salient of some entities before a token: near sentences first, subjects before others."""
        at = begin(token)
        best, answer = (-float("inf"), 0), None
        for seen in reversed(self._seen):
            distance = sentence.index - seen.sentence
            if distance > REACH:
                break
            if seen.position >= at or seen.entity not in entities or seen.entity == blocked:
                continue
            score = -distance + _SUBJECT_BONUS * seen.subject + _GENDER_BONUS * (seen.entity in sure)
            near = distance == 0 and not seen.subject
            rank = (score, seen.position - at if near else seen.position)
            if rank > best:
                best, answer = rank, seen.entity
        return answer

    def main_state(self, sentence: Sentence, token: Token) -> str | None:
        """Give the state that an article is about, by how often it is told of; else the only one told of just now."""
        counts = self._counts_before(token, frozenset({"state"})).most_common(2)
        if counts and (len(counts) == 1 or counts[0][1] >= _CLEARLY * counts[1][1]):
            return counts[0][0]
        recent = [s for s in self._before(token) if 0 <= sentence.index - s.sentence <= 1]
        states = [s.entity for s in recent if self.table.kind(s.entity) == "state"]
        return states[-1] if len(set(states)) == 1 else None

    # ------------------------------------------------------------ several
    def latest_group(self, sentence: Sentence, token: Token) -> Together | None:
        """Give the latest entities told of together before a token, subjects before others."""
        at = begin(token)
        near = [g for g in reversed(self.groups) if 0 <= sentence.index - g.sentence <= 2 * REACH]
        before = [g for g in near if all(first < at for first in self._first_positions(g.entities))]
        return next((g for g in before if g.subject), before[0] if before else None)

    def is_latest(self, group: Together, token: Token) -> bool:
        """Tell whether nobody else was told of in the sentences between a group and a token."""
        at = begin(token)
        since = [s.entity for s in self._seen if s.sentence > group.sentence and s.position < at]
        return all(e in group.entities or self.table.kind(e) == "place" for e in since)

    def _first_positions(self, entities: Iterable[str]) -> list[int]:
        first: dict[str, int] = {}
        for seen in self._seen:
            first.setdefault(seen.entity, seen.position)
        return [first[e] for e in entities if e in first]

    def told_before(self, token: Token) -> set[str]:
        """Give all that was told of before a word."""
        return {seen.entity for seen in self._before(token)}

    def told_again(self, entities: Iterable[str], token: Token) -> bool:
        """Tell whether each of some entities, or who belongs to it, was told of more than once before a word."""
        seen = [s.entity for s in self._before(token)]
        kin = {
            e: {e, *(p for p in seen if (state := self.table.state_of(p)) is not None and state.id == e)}
            for e in entities
        }
        return all(sum(s in kin[e] for s in seen) > 1 for e in entities)

    def most_told(self, kinds: Set[EntityKind], size: int, token: Token) -> list[str]:
        """Give the entities of some kinds named most before a word, where it is clear which ``size`` those are.

        Where states are asked for, and no persons, who is named counts for the state.
        """
        counts = self._counts_before(token, kinds)
        best = [entity for entity, _ in counts.most_common(size + 1)]
        if len(best) < size or (len(best) > size and counts[best[size - 1]] == counts[best[size]]):
            return []
        return best[:size]

    def _counts_before(self, token: Token, kinds: Set[EntityKind]) -> Counter[str]:
        counted = (self._counted(seen.entity, kinds) for seen in self._before(token))
        return Counter(entity for entity in counted if entity is not None)

    def _before(self, token: Token) -> list[_Seen]:
        at = begin(token)
        return [seen for seen in self._seen if seen.position < at]

    def _counted(self, entity: str, kinds: Set[EntityKind]) -> str | None:
        kind = self.table.kind(entity)
        if kind in kinds:
            return entity
        state = self.table.state_of(entity) if kind == "person" and "state" in kinds else None
        return state.id if state is not None else None

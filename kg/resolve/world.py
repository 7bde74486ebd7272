"""What comparison needs to know of the collection: who speaks for which state, and which place lies in which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class World:
    """Relations between entities of the collection, all by IRI.

    ``represents`` maps a person or body to the state it acts for; ``within`` maps a place to the next larger one;
    ``capitals`` maps a capital to its state; ``vague`` are groups without a name of their own.
    """

    represents: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)
    capitals: Mapping[str, str] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    _groups: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """What groups were found to stand for: comparison asks for the same ones again and again."""

    def party(self, iri: str) -> str:
        """Give the state that an actor stands for, or the actor itself."""
        return self.represents.get(iri, iri)

    def parties(self, iris: frozenset[str]) -> frozenset[str]:
        """Give what a group of actors stands for."""
        found = self._groups.get(iris)
        if found is None:
            found = self._groups[iris] = frozenset(self.party(iri) for iri in iris)
        return found

    def around(self, place: str) -> tuple[str, ...]:
        """List a place and all places that contain it, smallest first."""
        chain = [place]
        while (above := self.within.get(chain[-1])) is not None and above not in chain:
            chain.append(above)
        return tuple(chain)

    def nested(self, left: str, right: str) -> bool:
        """Tell whether one place lies in the other, or both are one."""
        return left in self.around(right) or right in self.around(left)

    def finest(self, places: Iterable[str]) -> tuple[str, ...]:
        """Keep the places that contain no other of them, sorted."""
        listed = sorted(set(places))
        return tuple(place for place in listed if not any(place in self.around(other)[1:] for other in listed))

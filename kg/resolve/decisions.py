"""What people decided about merges: pairs that are the same or different, each with a reason.

::

    [[same]]
    left = "https://w3id.org/dip/id/person/a-berg"
    right = "https://w3id.org/dip/id/person/anna-berg"
    reason = "The ministry's page gives both names."

    [[different]]
    left = "daily-7#e3"          # one telling: document id, "#", id of the mention-level value
    right = "wire-2#e1"
    reason = "Two calls on one day."
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import DecisionError

if TYPE_CHECKING:
    from kg.resolve.entities import Body

Verdict = Literal["same", "different"]
Ref = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One decision; ``left`` and ``right`` are IRIs, or tellings written ``document#id``."""

    left: str
    right: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a collection, checked against each other."""

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()

    @staticmethod
    def of(decisions: Sequence[Decision]) -> Decisions:
        """Order decisions and check them.

        Raises:
            DecisionError: A pair is said to be different while a chain of other decisions makes it the same.
        """
        same = tuple(sorted(d for d in decisions if d.verdict == "same"))
        different = tuple(sorted(d for d in decisions if d.verdict == "different"))
        for decision in different:
            chain = _chain(decision.left, decision.right, same)
            if chain:
                told = "; ".join(f"{d.left} = {d.right} ({d.reason})" for d in chain)
                raise DecisionError(
                    f"decisions contradict each other: {decision.left} and {decision.right} are said to be different "
                    f"({decision.reason}), yet the same by: {told}; expected one of them to be withdrawn"
                )
        return Decisions(same, different)

    def same_bodies(self, bodies: Iterable[Body]) -> Iterator[tuple[str, str, str]]:
        """Yield pairs of entity IRIs that people joined."""
        if not self.same:
            return
        at = {name: body.iri for body in bodies for name in (body.iri, *(written(ref) for ref, _ in body.members))}
        for decision in self.same:
            if decision.left in at and decision.right in at:
                yield at[decision.left], at[decision.right], f"decided: {decision.reason}"

    def differs(self, left: Ref, right: Ref) -> bool:
        """Tell whether two document-level values were told apart."""
        return bool(self.different) and self.keeps_apart((left,), (right,))

    def keeps_apart(self, left: Iterable[Ref | str], right: Iterable[Ref | str]) -> bool:
        """Tell whether a decision keeps any of the left from any of the right."""
        ours, theirs = {written(x) for x in left}, {written(x) for x in right}
        return any(
            (d.left in ours and d.right in theirs) or (d.right in ours and d.left in theirs) for d in self.different
        )


def written(ref: Ref | str) -> str:
    """Spell a reference as decisions do.

    >>> written(("wire-2", "e1"))
    'wire-2#e1'
    """
    return ref if isinstance(ref, str) else f"{ref[0]}#{ref[1]}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a decisions file.

    Raises:
        DecisionError: The file is no TOML, or an entry lacks a key; names file and entry.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read as decisions: {error}") from error
    unknown = sorted(set(table) - {"same", "different"})
    if unknown:
        raise DecisionError(f"{path}: unknown table {unknown[0]!r}; expected [[same]] or [[different]]")
    return tuple(
        _decision(path, verdict, number, entry)
        for verdict in ("same", "different")
        for number, entry in enumerate(table.get(verdict, ()), start=1)
    )


def write_decisions(decisions: Sequence[Decision]) -> str:
    """Write decisions as TOML, in a fixed order."""
    blocks = []
    for decision in sorted(decisions, key=lambda d: (d.verdict != "same", d)):
        lines = [f"{key} = {_quoted(getattr(decision, key))}" for key in ("left", "right", "reason")]
        blocks.append("\n".join([f"[[{decision.verdict}]]", *lines]))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _decision(path: Path, verdict: Verdict, number: int, entry: object) -> Decision:
    where = f"{path}: [[{verdict}]] number {number}"
    if not isinstance(entry, dict):
        raise DecisionError(f"{where} is not a table; expected left, right and reason")
    for key in ("left", "right", "reason"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise DecisionError(f"{where} lacks {key!r}; expected left, right and reason as text")
    return Decision(entry["left"], entry["right"], verdict, entry["reason"])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}" for c in escaped) + '"'


def _chain(start: str, goal: str, same: Sequence[Decision]) -> list[Decision]:
    """Find decisions that lead from one name to the other."""
    paths: dict[str, list[Decision]] = {start: []}
    frontier = [start]
    while frontier:
        here = frontier.pop(0)
        for decision in same:
            for a, b in ((decision.left, decision.right), (decision.right, decision.left)):
                if a == here and b not in paths:
                    paths[b] = [*paths[a], decision]
                    frontier.append(b)
    return paths.get(goal, [])

"""Compares what was found in one article with what its annotators found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.score.article import ArticleFacts, Deal, Happening, Named, Position, Promise, Quotation
from kg.score.tally import Tally, pair
from kg.types import Span

COUNTED = frozenset({"person", "organization", "state", "place"})
"""Kinds of entity that count; vague groups are matched, so that events may name them, and no more."""

FAMILIES = (
    "meet call visit negotiate mediate discuss",
    "sign agree pledge",
    "cooperate invest",
    "support gift",
    *("appoint", "vote", "aid", "concede", "request", "accuse", "reject", "threaten", "protest", "sanction"),
    *("mobilize", "coerce", "assault"),
)
"""Event types of one line may be taken for each other and still be one event."""
_FAMILY = {kind: number for number, kinds in enumerate(FAMILIES) for kind in kinds.split()}


def compare(gold: ArticleFacts, found: ArticleFacts, tally: Tally) -> dict[str, str]:
    """Add one article to the tally; give which gold events, agreements and commitments were found as which nodes."""
    return _Comparison(gold, found, tally).run()


class _Comparison:
    """Compares one article; entities first, since all else names them."""

    def __init__(self, gold: ArticleFacts, found: ArticleFacts, tally: Tally) -> None:
        self._gold = gold
        self._found = found
        self._tally = tally
        self._links: dict[str, str] = {}
        self._acts_for: dict[str, set[str]] = defaultdict(set)
        for position in gold.positions:
            if position.of:
                self._acts_for[position.holder].add(position.of)
                self._acts_for[position.of].add(position.holder)

    def run(self) -> dict[str, str]:
        self._entities()
        self._positions()
        self._quotations()
        return self._events() | self._agreements() | self._commitments()

    # ------------------------------------------------------------ entities
    def _entities(self) -> None:
        gold, found = self._gold.entities, self._found.entities
        pairs = pair(gold, found, likeness)
        self._links = {right.id: left.id for left, right in pairs}
        self._tally.add(
            "entity",
            right=sum(left.kind in COUNTED for left, _ in pairs),
            predicted=sum(
                left.kind in COUNTED if (left := self._gold_entity(each)) else each.kind in COUNTED for each in found
            ),
            gold=sum(each.kind in COUNTED for each in gold),
        )

    def _gold_entity(self, found: Named) -> Named | None:
        link = self._links.get(found.id)
        return next((each for each in self._gold.entities if each.id == link), None)

    def _linked(self, ids: Iterable[str]) -> frozenset[str]:
        """Put gold ids for found ones; what has none stays itself and can match nothing."""
        return frozenset(self._links.get(each, each) for each in ids)

    def _shared(self, gold: frozenset[str], found: frozenset[str]) -> tuple[int, int]:
        """Count participants that agree, and found ones that count; an office-holder may stand for the state."""
        given = self._linked(found)
        right = given & gold
        rest, missing = given - right, gold - right
        for each in sorted(rest):
            stands_for = sorted(missing & self._acts_for[each])
            if stands_for:
                missing -= {stands_for[0]}
                rest -= {each}
                right |= {stands_for[0]}
        rest = frozenset(each for each in rest if not self._acts_for[each] & right)
        return len(right), len(right) + len(rest)

    def _share(self, gold: frozenset[str], found: frozenset[str]) -> float:
        right, given = self._shared(gold, found)
        return right / max(1, len(gold) + given - right)

    # ------------------------------------------------------------ events
    def _events(self) -> dict[str, str]:
        gold, found = self._gold.events, self._found.events
        pairs = pair(gold, found, self._event_weight)
        counts = {"predicted": len(found), "gold": len(gold)}
        self._tally.add("event", right=len(pairs), **counts)
        self._tally.add("event type", right=sum(left.type == right.type for left, right in pairs), **counts)
        agreed = sum(left.factuality == right.factuality for left, right in pairs)
        self._tally.add("factuality", right=agreed, **counts)
        paired = {left.id: right for left, right in pairs}
        for left in gold:
            self._event_parts(left, paired.get(left.id))
        matched = {right.id for right in paired.values()}
        for right in found:
            if right.id not in matched:
                self._tally.add("participant", right=0, predicted=len(right.participants), gold=0)
                self._tally.add("place", right=0, predicted=bool(right.places), gold=0)
                self._tally.add("date", right=0, predicted=bool(right.date), gold=0)
        return {left: right.id for left, right in paired.items()}

    def _event_weight(self, gold: Happening, found: Happening) -> float:
        if _FAMILY[gold.type] != _FAMILY[found.type]:
            return 0
        share = self._share(gold.participants, found.participants)
        near = _overlap(gold.spans, found.spans)
        return 1 + 2 * share + near + (gold.type == found.type) if near or share >= 0.5 else 0

    def _event_parts(self, gold: Happening, found: Happening | None) -> None:
        """Count participants, place and date; a place or date that the gold leaves open is not held against us."""
        participants = found.participants if found else frozenset[str]()
        right, given = self._shared(gold.participants, participants)
        self._tally.add("participant", right=right, predicted=given, gold=len(gold.participants))
        if gold.places:
            places = self._linked(found.places) if found else frozenset[str]()
            self._tally.add("place", right=bool(places & gold.places), predicted=bool(places), gold=1)
        if gold.date:
            day = found.date if found else ""
            self._tally.add("date", right=same_date(gold.date, day), predicted=bool(day), gold=1)

    # ------------------------------------------------------------ the rest
    def _agreements(self) -> dict[str, str]:
        def weight(gold: Deal, found: Deal) -> float:
            near = _overlap(gold.spans, found.spans)
            return near and 1 + self._share(gold.parties, found.parties)

        gold, found = self._gold.agreements, self._found.agreements
        pairs = pair(gold, found, weight)
        self._tally.add("agreement", right=len(pairs), predicted=len(found), gold=len(gold))
        for left, right in pairs:
            shared, given = self._shared(left.parties, right.parties)
            self._tally.add("agreement party", right=shared, predicted=given, gold=len(left.parties))
        return {left.id: right.id for left, right in pairs}

    def _commitments(self) -> dict[str, str]:
        def weight(gold: Promise, found: Promise) -> float:
            both = gold.amount is not None and found.amount is not None
            return _overlap(gold.spans, found.spans) and 1 + self._share(gold.by, found.by) + both

        gold, found = self._gold.commitments, self._found.commitments
        pairs = pair(gold, found, weight)
        self._tally.add("commitment", right=len(pairs), predicted=len(found), gold=len(gold))
        for left, right in pairs:
            shared, given = self._shared(left.by, right.by)
            self._tally.add("commitment by", right=shared, predicted=given, gold=len(left.by))
            self._tally.add(
                "commitment amount",
                right=same_amount(left.amount, right.amount),
                predicted=right.amount is not None,
                gold=left.amount is not None,
            )
        return {left.id: right.id for left, right in pairs}

    def _quotations(self) -> None:
        def weight(gold: Quotation, found: Quotation) -> float:
            same = gold.words[:40] in found.words or found.words[:40] in gold.words
            return same and 1 + bool(gold.speaker & self._linked(found.speaker))

        gold, found = self._gold.quotations, self._found.quotations
        pairs = pair(gold, found, weight)
        self._tally.add("quotation", right=len(pairs), predicted=len(found), gold=len(gold))
        for left, right in pairs:
            agreed = len(left.speaker & self._linked(right.speaker))
            self._tally.add("speaker", right=agreed, predicted=len(right.speaker), gold=len(left.speaker))

    def _positions(self) -> None:
        def weight(gold: Position, found: Position) -> float:
            if self._links.get(found.holder) != gold.holder:
                return 0
            same_body = not (gold.of and found.of) or self._links.get(found.of) == gold.of
            return 1 + bool(gold.office & found.office) if same_body or gold.office & found.office else 0

        gold, found = self._gold.positions, self._found.positions
        pairs = pair(gold, found, weight)
        self._tally.add("position", right=len(pairs), predicted=len(found), gold=len(gold))


def same_date(gold: str, found: str) -> bool:
    """Tell whether two dates agree as far as the coarser goes; of two periods the beginnings count.

    >>> same_date("2024-05", "2024-05-17"), same_date("2024-05-17", "2024-05-18")
    (True, False)
    """
    if not gold or not found:
        return False
    if "/" in gold and "/" in found:
        return gold.partition("/")[0] == found.partition("/")[0]
    return gold.startswith(found) or found.startswith(gold)


def same_amount(gold: float | None, found: float | None) -> bool:
    """Tell whether two amounts agree to half a percent."""
    return gold is not None and found is not None and abs(gold - found) <= 0.005 * abs(gold)


def likeness(gold: Named, found: Named) -> float:
    """Weigh a pair of entities: the same Wikidata id, else a shared name."""
    if gold.wikidata and gold.wikidata == found.wikidata:
        return 3
    kinds = {gold.kind, found.kind}
    if len(kinds) == 2 and "person" in kinds and kinds <= COUNTED:
        return 0
    shared = gold.names & found.names
    return len(shared) / len(gold.names | found.names) + 1 if shared else 0


def _overlap(left: tuple[Span, ...], right: tuple[Span, ...]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)

"""From named things and facts to the view graph: types, dates, places and outlets of a node follow from its facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.view.model import NODE_KINDS, ViewDisagreement, ViewFact, ViewGraph, ViewNode, kind_of
from kg.vocab import TYPE, dip, local

_STRENGTH = ("asserted", "planned", "hypothetical", "denied", "negated")
_AGAINST = {"denied", "negated"}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a label, before its facts are looked at; ``factuality`` is empty for an entity."""

    iri: str
    label: str
    factuality: str = ""
    coordinates: tuple[float, float] | None = None
    aliases: tuple[str, ...] = ()
    same_as: str = ""


def assemble(
    named: Iterable[Named], facts: Iterable[ViewFact], disagreements: Iterable[ViewDisagreement] = ()
) -> ViewGraph:
    """Build the graph; the order of the arguments' items does not matter."""
    ordered = tuple(sorted(facts, key=lambda fact: (fact.subject, fact.predicate, fact.object, fact.datatype)))
    of_subject: dict[str, list[ViewFact]] = defaultdict(list)
    of_object: dict[str, list[ViewFact]] = defaultdict(list)
    for fact in ordered:
        of_subject[fact.subject].append(fact)
        if not fact.datatype:
            of_object[fact.object].append(fact)
    things = {thing.iri: thing for thing in sorted(named, key=lambda thing: thing.iri)}
    nodes = (
        _node(thing, of_subject[iri], of_object[iri]) for iri, thing in things.items() if kind_of(iri) in NODE_KINDS
    )
    kept = tuple(sorted(disagreements, key=lambda d: (d.subject, d.predicate)))
    return ViewGraph(_dated_commitments(tuple(nodes), of_subject), ordered, kept)


def modality_of(modalities: Iterable[str]) -> str:
    """Give the strongest modality; asserted here and denied there is disputed.

    >>> modality_of(["planned", "asserted"]), modality_of(["asserted", "denied"]), modality_of([])
    ('actual', 'disputed', 'actual')
    """
    seen = set(modalities)
    if "asserted" in seen:
        return "disputed" if seen & _AGAINST else "actual"
    return next((modality for modality in _STRENGTH if modality in seen), "actual")


def _node(thing: Named, own: list[ViewFact], pointing: list[ViewFact]) -> ViewNode:
    live = [fact for fact in own if fact.status == "accepted"] or own
    earliest, latest = _interval(live)
    sources = [source for fact in (own or pointing) for source in fact.sources]
    return ViewNode(
        iri=thing.iri,
        kind=kind_of(thing.iri),
        type=_type(thing.iri, live),
        label=thing.label,
        factuality=thing.factuality,
        earliest=earliest,
        latest=latest,
        places=tuple(sorted({fact.object for fact in live if fact.predicate == dip("place")})),
        # an article that names no outlet speaks for itself
        outlets=tuple(sorted({source.outlet or source.document for source in sources})),
        coordinates=thing.coordinates,
        aliases=thing.aliases,
        same_as=thing.same_as,
    )


def _type(iri: str, facts: list[ViewFact]) -> str:
    types = [fact for fact in facts if fact.predicate == TYPE]
    if not types:
        return kind_of(iri).capitalize()
    return local(min(types, key=lambda fact: (-fact.outlets, -len(fact.sources), fact.object)).object)


def _interval(facts: list[ViewFact]) -> tuple[str, str]:
    """Give the first and last day told of; an open side is empty."""
    ends = {"startDate": "", "endDate": ""}
    for fact in facts:
        name = local(fact.predicate)
        if name == "date":
            return fact.object, fact.object
        if name == "period":
            first, _, last = local(fact.object).partition("--")
            return first.replace("open", ""), last.replace("open", "")
        if name in ends:
            ends[name] = fact.object
    return ends["startDate"], ends["endDate"]


def _dated_commitments(nodes: tuple[ViewNode, ...], facts: dict[str, list[ViewFact]]) -> tuple[ViewNode, ...]:
    """Date a commitment by the event in which it was made."""
    when = {node.iri: (node.earliest, node.latest) for node in nodes}
    made = {fact.subject: fact.object for own in facts.values() for fact in own if fact.predicate == dip("madeIn")}

    def dated(node: ViewNode) -> ViewNode:
        event = made.get(node.iri, "")
        if node.earliest or node.latest or event not in when:
            return node
        earliest, latest = when[event]
        return replace(node, earliest=earliest, latest=latest)

    return tuple(map(dated, nodes))

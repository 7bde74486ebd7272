"""From tellings to things: first within each article, then over articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from kg.resolve.block import candidate_pairs
from kg.resolve.cluster import Links, Union, cluster
from kg.resolve.compare import Comparison, Yardstick, alike
from kg.resolve.families import ancestors, family
from kg.resolve.subjects import Rarity
from kg.resolve.tellings import Telling, join
from kg.resolve.world import World

_ATTACHED = Comparison((("event noun without participants", 1.0), ("nearest event of the article", 2.0)))


def group_tellings(told: Iterable[Telling], world: World, links: Links) -> tuple[list[Telling], list[Union]]:
    """Group tellings of one kind into things.

    Returns:
        One pooled telling a thing, ordered by keys, and the unions with their reasons.
    """
    tellings = [_about_others(telling, world) for telling in told]
    yardstick = Yardstick(world, Rarity.of(tellings))
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.keys):
        by_document[telling.keys[0][0]].append(telling)
    things: list[Telling] = []
    unions: list[Union] = []
    del tellings
    for document in sorted(by_document):
        found, why = _within_article(by_document.pop(document), yardstick, links)
        things += found
        unions += why
    pairs = candidate_pairs(things, world)
    merged, why = cluster(things, pairs, yardstick.compare, links=links, apart=True)
    return merged, unions + why


def _about_others(telling: Telling, world: World) -> Telling:
    """Leave out of the subject who takes part, and for whom they act: that is compared by itself.

    So is the place where people meet; what they speak of may be a place.
    """
    others = telling.participants | world.parties(telling.participants)
    if not family(telling.type).topical:
        others = others.union(*(world.around(place) for place in telling.places))
    return replace(telling, subjects=tuple(subject - others for subject in telling.subjects))


def _within_article(tellings: list[Telling], yardstick: Yardstick, links: Links) -> tuple[list[Telling], list[Union]]:
    named = [telling for telling in tellings if telling.participants]
    bare = [telling for telling in tellings if not telling.participants]
    pairs = [(i, j) for i, j in combinations(range(len(named)), 2) if alike(named[i].type, named[j].type)]
    things, unions = cluster(named, pairs, yardstick.compare, links=links)
    for noun in bare:
        at = _nearest(noun, things, yardstick, links)
        if at is None:
            things.append(noun)
            continue
        unions.append(Union(things[at].keys[0], noun.keys[0], _ATTACHED))
        things[at] = join(things[at], noun)
    return sorted(things, key=lambda telling: telling.keys), unions


def _nearest(noun: Telling, things: list[Telling], yardstick: Yardstick, links: Links) -> int | None:
    """Find the event that "the talks" mean: of its class or below, nothing against it, told nearest before."""
    fitting = [
        (
            noun.type not in ancestors(thing.type),
            not yardstick.one_place(thing, noun),
            thing.position > noun.position,
            abs(thing.position - noun.position),
            i,
        )
        for i, thing in enumerate(things)
        if family(thing.type).name == family(noun.type).name
        and (not family(noun.type).directed or _is_that_act(thing, noun, yardstick))
        and thing.manner == noun.manner
        and not links.forbids(thing.keys, noun.keys)
        and _fits(thing, noun, yardstick)
    ]
    return min(fitting)[-1] if fitting else None


def _is_that_act(thing: Telling, noun: Telling, yardstick: Yardstick) -> bool:
    """Tell whether "the bombing in Arauca" may be an act that is told: of its class, and there."""
    return thing.type == noun.type and (not noun.places or yardstick.one_place(thing, noun))


def _fits(thing: Telling, noun: Telling, yardstick: Yardstick) -> bool:
    found = yardstick.compare(thing, noun)
    if found is None:
        return False
    against = {"other place", "dated long before publication", "said and denied", "other factuality"}
    return not against & {name for name, _ in found.features}

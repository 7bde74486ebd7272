"""One entity for each person, state, body and place of the collection, whatever the articles call it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.ids import mint, short_hash, slug
from kg.resolve.decisions import Decisions
from kg.resolve.names import acronym_in, acronym_of, body_key, name_words, person_keys, same_person
from kg.resolve.words import containment, stems
from kg.types import DocumentEntity, EntityKind, Extraction, Merge

KIND_PREFIX: dict[EntityKind, str] = {
    "person": "person", "state": "state", "organisation": "group", "group": "group", "place": "place",
}  # fmt: skip

Ref = tuple[str, str]
"""(document id, id of the document entity)."""
_COMPANIES = frozenset({"business", "businesses", "companies", "conglomerates", "corporations", "firms", "groups"})


@dataclass(frozen=True, slots=True)
class Body:
    """What the collection knows of one entity: the document entities it joins, in a fixed order."""

    iri: str
    kind: EntityKind
    members: tuple[tuple[Ref, DocumentEntity], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Main names of the members, most frequent first."""
        counts = Counter(entity.name for _, entity in self.members)
        return tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))

    @property
    def country(self) -> str | None:
        """The state most members give."""
        counts = Counter(entity.country for _, entity in self.members if entity.country)
        return min(counts, key=lambda country: (-counts[country], country)) if counts else None

    @property
    def wikidata(self) -> str | None:
        """The Wikidata id, where linking found one."""
        return next((entity.wikidata for _, entity in self.members if entity.wikidata), None)


def merge_entities(extractions: Sequence[Extraction], decisions: Decisions) -> tuple[list[Body], list[Merge]]:
    """Join the entities of all documents.

    Returns:
        The entities sorted by IRI, and why document entities were joined.
    """
    bodies = _by_iri(extractions, decisions)
    parent = {iri: iri for iri in bodies}
    reasons: list[tuple[str, str, str]] = []
    for left, right, reason in _proposals(bodies, decisions):
        a, b = _root(parent, left), _root(parent, right)
        if a == b or _kept_apart(bodies, parent, a, b, decisions):
            continue
        keep, drop = sorted((a, b), key=lambda iri: _rank(bodies[iri]))
        parent[drop] = keep
        reasons.append((left, right, reason))
    merged: dict[str, list[Body]] = defaultdict(list)
    for iri in sorted(bodies):
        merged[_root(parent, iri)].append(bodies[iri])
    joined = [_join(iri, parts) for iri, parts in sorted(merged.items())]
    return joined, sorted(
        _merges(joined, bodies, parent, reasons), key=lambda merge: (merge.node, merge.left, merge.right)
    )


def _rank(body: Body) -> tuple[bool, int, int, int, str]:
    """Order IRIs for survival: linked ones, then fuller names, then more articles."""
    return (body.wikidata is None, -len(name_words(body.names[0])), -len(body.members), len(body.iri), body.iri)


def _root(parent: dict[str, str], iri: str) -> str:
    while parent[iri] != iri:
        iri = parent[iri]
    return iri


# ---------------------------------------------------------------- first grouping: by IRI, homonyms apart
def _by_iri(extractions: Sequence[Extraction], decisions: Decisions) -> dict[str, Body]:
    groups: dict[tuple[str, EntityKind], list[tuple[Ref, DocumentEntity]]] = defaultdict(list)
    for extraction in extractions:
        for entity in extraction.entities:
            iri = entity.iri or mint(KIND_PREFIX[entity.kind], entity.name)
            if entity.wikidata is None and entity.kind in ("organisation", "group") and entity.name.islower():
                # "the foreign ministry" is another one in every article, unless it is said whose
                iri += f"-{entity.country or short_hash(extraction.document.id)[:6]}"
            groups[iri, entity.kind].append(((extraction.document.id, entity.id), entity))
    bodies: dict[str, Body] = {}
    for (iri, kind), members in sorted(groups.items()):
        for name, part in _homonyms(iri, kind, members, decisions):
            free = name if name not in bodies else f"{name}-{slug(kind)}"
            bodies[free] = Body(free, kind, tuple(part))
    return bodies


def _homonyms(
    iri: str, kind: EntityKind, members: list[tuple[Ref, DocumentEntity]], decisions: Decisions
) -> Iterator[tuple[str, list[tuple[Ref, DocumentEntity]]]]:
    """Split people of one name whom articles place in different countries, and what people decided is different."""
    first = [member for member in members if not decisions.differs(members[0][0], member[0])]
    others = [member for member in members if decisions.differs(members[0][0], member[0])]
    countries = Counter(entity.country for _, entity in first if entity.country)
    linked = any(entity.wikidata for _, entity in first)
    if kind != "person" or linked or len(countries) < 2:
        yield iri, first
    else:
        _, *rest = sorted(countries, key=lambda country: (-countries[country], country))
        yield iri, [member for member in first if member[1].country not in rest]
        for country in rest:
            yield f"{iri}-{country}", [member for member in first if member[1].country == country]
    if others:
        yield f"{iri}-2", others


# ---------------------------------------------------------------- second grouping: name variants
def _proposals(bodies: Mapping[str, Body], decisions: Decisions) -> Iterator[tuple[str, str, str]]:
    by_kind: dict[str, list[Body]] = defaultdict(list)
    for body in bodies.values():
        by_kind[body.kind].append(body)
    yield from decisions.same_bodies(bodies.values())
    yield from _people(by_kind["person"])
    named = [body for body in by_kind["organisation"] + by_kind["group"] if not all(map(str.islower, body.names))]
    yield from _organisations(named)
    yield from _vague_groups(by_kind["group"])
    yield from _places(by_kind["place"])


def _people(people: Sequence[Body]) -> Iterator[tuple[str, str, str]]:
    for left, right in _sharing(people, lambda body: [key for name in body.names for key in person_keys(name)]):
        rules = [rule for a in left.names for b in right.names if (rule := same_person(a, b))]
        if rules and _compatible(left, right):
            yield left.iri, right.iri, rules[0]
    fuller: dict[str, list[Body]] = defaultdict(list)
    for body in people:
        for word in sorted(
            {word for name in body.names if len(words := name_words(name)) > 1 for word in (words[0], words[-1])}
        ):
            fuller[word].append(body)
    for body in people:
        words = name_words(body.names[0])
        if len(words) == 1 and all(len(name_words(name)) <= 1 for name in body.names):
            fitting = [other for other in fuller[words[0]] if other.iri != body.iri and _compatible(body, other)]
            if len(fitting) == 1 and _told_apart(fitting[0], body):
                yield fitting[0].iri, body.iri, "only fuller name with this surname"


def _organisations(bodies: Sequence[Body]) -> Iterator[tuple[str, str, str]]:
    def keys(body: Body) -> list[str]:
        found = [body_key(name) for _, entity in body.members for name in (entity.name, *entity.aliases)]
        for name in body.names:
            short = acronym_in(name) or acronym_of(name)
            found += [f"acronym {short}"] if short else []
        return found

    for left, right in _sharing(bodies, keys):
        cores = {body_key(name) for name in left.names} & {body_key(name) for name in right.names}
        short = any(acronym_in(name) for name in left.names) != any(acronym_in(name) for name in right.names)
        if _compatible(left, right) and (cores or short):
            yield left.iri, right.iri, "same name but for article and legal form" if cores else "acronym"


def _vague_groups(groups: Sequence[Body]) -> Iterator[tuple[str, str, str]]:
    """Descriptions such as "relatives of the sailors held in Port X" match by their words, if they have enough.

    The companies of one country are known by many words: "Korean business", "South Korean firms".
    """
    companies: dict[str, Body] = {}
    for body in groups:
        if body.country and _are_companies(body):
            first = companies.setdefault(body.country, body)
            if first is not body:
                yield first.iri, body.iri, "companies of one country"
    for left, right in _sharing(groups, lambda body: sorted(stems(body.names[0]))):
        ours, theirs = stems(left.names[0]), stems(right.names[0])
        heads = stems(left.names[0].split(" of ")[0]) & stems(right.names[0].split(" of ")[0])
        if (
            min(len(ours), len(theirs)) >= 3
            and containment(ours, theirs) >= 0.75
            and heads
            and _told_apart(left, right)
        ):
            yield left.iri, right.iri, "same description"


def _are_companies(body: Body) -> bool:
    """Tell "Korean firms" from "Korean oil firms"."""
    *what, companies = body.names[0].split()
    return companies in _COMPANIES and bool(what) and all(word.istitle() for word in what)


def _places(places: Sequence[Body]) -> Iterator[tuple[str, str, str]]:
    for left, right in _sharing(places, lambda body: [body_key(name) for name in body.names]):
        if _compatible(left, right):
            yield left.iri, right.iri, "same name"


def _sharing(bodies: Sequence[Body], keys: Callable[[Body], list[str]]) -> Iterator[tuple[Body, Body]]:
    """Yield pairs that share a key; a key that very many share tells nothing."""
    blocks: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for key in sorted(set(keys(body))):
            blocks[key].append(body)
    for key in sorted(blocks):
        members = blocks[key]
        if len(members) <= 50:
            yield from ((a, b) for i, a in enumerate(members) for b in members[i + 1 :])


def _told_apart(left: Body, right: Body) -> bool:
    """Tell whether no article has both; one that does keeps them apart itself."""
    return not {ref[0] for ref, _ in left.members} & {ref[0] for ref, _ in right.members}


def _compatible(left: Body, right: Body) -> bool:
    if left.wikidata and right.wikidata and left.wikidata != right.wikidata:
        return False
    return not left.country or not right.country or left.country == right.country


def _kept_apart(bodies: Mapping[str, Body], parent: dict[str, str], a: str, b: str, decisions: Decisions) -> bool:
    if not decisions.different:
        return False
    ours = [ref for iri in bodies if _root(parent, iri) == a for ref, _ in bodies[iri].members]
    theirs = [ref for iri in bodies if _root(parent, iri) == b for ref, _ in bodies[iri].members]
    return decisions.keeps_apart((*ours, a), (*theirs, b))


def _join(iri: str, parts: Sequence[Body]) -> Body:
    kind = next(part.kind for part in parts if part.iri == iri)
    return Body(
        iri, kind, tuple(sorted((member for part in parts for member in part.members), key=lambda member: member[0]))
    )


def _merges(
    joined: Iterable[Body], bodies: Mapping[str, Body], parent: dict[str, str], reasons: list[tuple[str, str, str]]
) -> Iterator[Merge]:
    for body in bodies.values():
        for (left, _), (right, _) in zip(body.members, body.members[1:], strict=False):
            yield Merge(_root(parent, body.iri), left, right, (("same link", 1.0),), 1.0)
    for left_iri, right_iri, reason in reasons:
        node = _root(parent, left_iri)
        yield Merge(node, bodies[left_iri].members[0][0], bodies[right_iri].members[0][0], ((reason, 1.0),), 1.0)

"""Reads who holds which office, and tells :mod:`kg.extract.reference` for *the president* further on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses import Clause
from kg.extract.entities import EntityTable
from kg.extract.events import Found
from kg.extract.names import Name, Names
from kg.extract.reading import begin
from kg.extract.reference import Resolver
from kg.extract.titles import Title, owner_after, title_after, title_before
from kg.extract.words import OFFICE_HEADS
from kg.gazetteer import Gazetteer, Tenure
from kg.types import Span, TenureMention

# A function that is no post: "the leader", "an analyst".
_NO_POST = frozenset(
    {
        "official",
        "diplomat",
        "analyst",
        "expert",
        "aide",
        "politician",
        "lawmaker",
        "activist",
        "candidate",
        "reporter",
        "journalist",
        "author",
        "member",
        "officer",
        "source",
        "scholar",
        "researcher",
    }
)
_ONLY_WITH_BODY = frozenset(
    {
        "leader",
        "ruler",
        "dictator",
        "strongman",
        "chief",
        "head",
        "chairman",
        "director",
        "general",
        "spokesman",
        "spokeswoman",
    }
)


@dataclass(frozen=True, slots=True)
class _Held:
    office: str
    of: str | None
    former: bool
    evidence: Span


def read_tenures(names: Names, table: EntityTable, resolver: Resolver) -> list[TenureMention]:
    """Give the tenures that titles around names tell; fills nationality and offices of persons as it goes."""
    found: dict[tuple[str, str], TenureMention] = {}
    for name in names.found:
        if name.kind != "person" or not name.entity:
            continue
        for title in (title_before(name, names), title_after(name, names)):
            if title is None:
                continue
            held = _held(name, title, names, table)
            if held is None:
                continue
            _remember(name, held, table, resolver)
            if len(name.words) == 1:  # "Pope Francis" is how such a name is known
                table.drafts[name.entity].aliases.setdefault(f"{title.head.text} {name.text}")
            mention = TenureMention(
                f"te{len(found) + 1}", name.entity, held.office, held.of, held.former, held.evidence, 0.9
            )
            earlier = found.get((name.entity, held.office))
            if earlier is None or (earlier.of is None and held.of is not None):
                found[name.entity, held.office] = mention
    _recall(names, table, resolver)
    return list(found.values())


def _held(name: Name, title: Title, names: Names, table: EntityTable) -> _Held | None:
    office = table.gazetteer.normalise_office(title.text)
    if not office or office.lower() in _NO_POST or len(office.split()) > 12:
        return None
    owner = title.of or owner_after(name, names)
    of = owner.entity if owner is not None and owner.entity and owner.entity != name.entity else None
    if owner is not None and owner.kind == "place" and of is not None:
        country = table.drafts[of].country
        of = (
            table.state(country).id
            if country in table.gazetteer.states and "mayor" not in office.lower() and "governor" not in office.lower()
            else of
        )
    if of is None:
        known = _in_gazetteer(name, office, table)
        of = table.state(known).id if known in table.gazetteer.states else None
    if of is None and office.lower() in _ONLY_WITH_BODY:
        return None
    start = min(begin(title.first), name.span.start)
    end = max(begin(title.last) + len(title.last.text), name.span.end)
    return _Held(office[0].upper() + office[1:], of, title.former, Span(start, end))


def _in_gazetteer(name: Name, office: str, table: EntityTable) -> str:
    entry = table.drafts[name.entity].entry
    tenures: tuple[Tenure, ...] = (
        table.gazetteer.tenures_of(entry.key) if entry is not None and entry.kind == "person" else ()
    )
    return next((t.of for t in tenures if t.office == office), "")


def _remember(name: Name, held: _Held, table: EntityTable, resolver: Resolver) -> None:
    draft = table.drafts[name.entity]
    owner = table.drafts[held.of] if held.of else None
    if owner is not None and draft.country is None:
        draft.country = owner.country
    body = (owner.country if owner is not None and owner.country else held.of) or ""
    record = (held.office, body, held.former)
    known = resolver.offices.setdefault(name.entity, [])
    if record not in known:
        known.append(record)


def _recall(names: Names, table: EntityTable, resolver: Resolver) -> None:
    """Add what the gazetteer knows of persons in office on the day: *the president* may be named without a title."""
    for draft in table.drafts.values():
        if draft.kind != "person" or draft.entry is None or draft.entry.kind != "person":
            continue
        day = table.published
        for tenure in table.gazetteer.tenures_of(draft.entry.key):
            current = tenure.covers(day) if day is not None else not tenure.end
            if current:
                records = resolver.offices.setdefault(draft.id, [])
                if not any(office == tenure.office for office, _, _ in records):
                    records.append((tenure.office, tenure.of, False))
                if draft.country is None and tenure.of in table.gazetteer.states:
                    draft.country = tenure.of


def tenures_of_events(found: list[Found], resolver: Resolver, gazetteer: Gazetteer, count: int) -> list[TenureMention]:
    """Give the tenures told by events: *became foreign minister of Chad*, *was elected president*."""
    mentions: list[TenureMention] = []
    for one in found:
        if one.event.type != "LeadershipChange" or one.event.factuality != "actual":
            continue
        for head in one.clause.heads("attribute", "object"):
            if head.lemma_.lower() not in OFFICE_HEADS or resolver.names.at(head) is not None:
                continue
            holder = next((r.entity for r in one.event.roles if r.role == "recipient" and r.entity), None)
            office = _office_words(one.clause, head.i)
            if holder is None or not office:
                continue
            owners = [
                r
                for r in resolver.referents(head, one.clause.sentence)
                if not r.direct and resolver.table.drafts[r.entity].kind == "state"
            ]
            title = gazetteer.normalise_office(office)
            mentions.append(
                TenureMention(
                    f"te{count + len(mentions) + 1}",
                    holder,
                    title[0].upper() + title[1:],
                    owners[0].entity if owners else None,
                    False,
                    one.event.evidence,
                    0.85,
                    start=one.event.date,
                )
            )
    return mentions


def _office_words(clause: Clause, index: int) -> str:
    doc = clause.predicate.doc
    first = index
    while (
        first > 0
        and doc[first - 1].dep_ in {"compound", "amod"}
        and doc[first - 1].lower_ not in {"new", "first", "female", "next"}
        and doc[first - 1].ent_type_ not in {"GPE", "NORP", "ORDINAL"}
    ):
        first -= 1
    return str(doc[first : index + 1].text)

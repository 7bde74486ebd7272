"""Reads who holds which office, and tells :mod:`kg.extract.offices` for *the president* further on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.appointments import CHANGES, titles_told
from kg.extract.asides import owner_after, titles_after
from kg.extract.found import Found
from kg.extract.names import Name
from kg.extract.offices import Held
from kg.extract.reading import begin
from kg.extract.reference import Resolver
from kg.extract.shared_titles import compared_with, counterpart, joint_titles
from kg.extract.title_words import Title
from kg.extract.titles import titles_before
from kg.extract.words import word_class
from kg.gazetteer import Organisation
from kg.gazetteer.titles import core_title
from kg.types import Span, TenureMention

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_POST = word_class(
    "official diplomat analyst expert aide politician lawmaker activist candidate reporter journalist author member "
    "officer source scholar researcher"
)
"""Functions that are no post by themselves."""
_ONLY_WITH_BODY = word_class(
    "leader ruler dictator strongman chief head chairman director spokesman spokeswoman general admiral marshal "
    "colonel major captain lieutenant sergeant brigadier commodore deputy adviser advisor assistant"
)
"""Functions and ranks that are a post only of something."""
_RANKS = word_class("deputy vice assistant")
_LEADERS = frozenset({"leader", "ruler"})
_LONGEST = 16
_CALLED_DIFFERENTLY = word_class(
    "foreign-minister deputy-foreign-minister defence-minister finance-minister interior-minister head-of-government"
)


@dataclass(frozen=True, slots=True)
class TenureReader:
    """Reads the tenures of one article."""

    resolver: Resolver

    # ------------------------------------------------------------ titles
    def of_titles(self) -> list[TenureMention]:
        """Give the tenures that titles around names tell; tells the resolver nationality and offices of persons."""
        found: dict[tuple[str, str], TenureMention] = {}
        names = self.resolver.names
        for name in names.found:
            if name.kind != "person" or not name.entity:
                continue
            for title in (*titles_before(name, names), *titles_after(name, names)):
                self._take(name, title, found)
        for name, title in joint_titles(names):
            self._take(name, title, found)
        for name in names.found:
            told = counterpart(name, names) if name.kind == "person" and name.entity else None
            if told is not None and (shared := self._as_counterpart(name, *told)) is not None:
                self._take(name, shared, found)
        self._recall()
        tenures = [t for t in found.values() if not any(_abridges(t, other) for other in found.values())]
        return [replace(t, id=f"te{number}") for number, t in enumerate(tenures, 1)]

    def _take(self, name: Name, title: Title, found: dict[tuple[str, str], TenureMention]) -> None:
        """File the tenure that a title tells; one with its state or body replaces one without."""
        mention = self._of_title(name, title)
        if mention is None:
            return
        earlier = found.get((mention.holder, mention.office))
        if earlier is None or (earlier.of is None and mention.of is not None):
            found[mention.holder, mention.office] = mention

    def _as_counterpart(self, name: Name, word: Token, of: Name | None) -> Title | None:
        """Give the office in *his Danish counterpart, X*: that of whom X is compared with."""
        offices = self.resolver.offices
        current = {p: h.office for p, told in offices.held.items() for h in reversed(told) if not h.former}
        other = compared_with(name, self.resolver.names, set(current))
        return Title(self._usual(current[other]), False, of, word, word, word) if other is not None else None

    def _usual(self, office: str) -> str:
        """Give the usual title for an office that states call differently: a *foreign minister* for a secretary."""
        gazetteer = self.resolver.table.gazetteer
        known = gazetteer.office(office)
        if known is None or known.function not in _CALLED_DIFFERENTLY:
            return office
        return next(o.title for o in gazetteer.offices.values() if o.function == known.function)

    def _of_title(self, name: Name, title: Title) -> TenureMention | None:
        office = self._normal(title)
        if not office or len(office.split()) > _LONGEST:
            return None
        of = self._owner(name, title, office)
        self._remember(name, Held(_capital(office) + title.suffix, self._body(of), title.former), of)
        if office.lower() in _NO_POST or (of is None and office.lower() in _ONLY_WITH_BODY):
            return None
        office = _capital(office) + title.suffix
        if len(name.words) == 1:  # "Pope Francis" is how such a name is known
            self.resolver.table.drafts[name.entity].aliases.setdefault(f"{title.head.text} {name.text}")
        start = min(begin(title.first), name.span.start)
        end = max(begin(title.last) + len(title.last), name.span.end)
        return TenureMention("", name.entity, office, of, title.former, Span(start, end), 0.9)

    def _normal(self, title: Title) -> str:
        """Give the normal title; a body whose office it is need not be told in it, too."""
        gazetteer, text = self.resolver.table.gazetteer, title.text
        if title.of is not None and gazetteer.office(text) is None:
            text = text.removeprefix(f"{title.of.text} ")
        normal = gazetteer.normalise_office(text)
        lost = _RANKS & set(text.lower().split()) - set(normal.lower().split())
        return core_title(text) if lost else normal  # a deputy director is no director

    def _owner(self, name: Name, title: Title, office: str) -> str | None:
        """Find in whose office somebody is: by the words, or else by what the gazetteer knows of the person."""
        table = self.resolver.table
        owner = title.of or owner_after(name, self.resolver.names)
        if owner is not None and _is_one_of_two(owner):
            return None
        if owner is None or owner.kind == "person" or not owner.entity or owner.entity == name.entity:
            key = self._known_body(name, office)
            return table.state(key).id if key in table.gazetteer.states else None
        seat = owner.kind == "place" and any(e.role_of_name == "metonym" for e in owner.entries)  # *Kremlin spokesman*
        state = table.state_of(owner.entity) if seat or self._is_ministry_of(owner, office) else None
        return state.id if state is not None else owner.entity

    def _is_ministry_of(self, owner: Name, office: str) -> bool:
        """Tell the *Treasury* of a Treasury Secretary, who is a minister of the state."""
        known = self.resolver.table.gazetteer.office(office)
        ministry = any(isinstance(e.value, Organisation) and e.value.kind == "ministry" for e in owner.entries[:1])
        return ministry and known is not None and known.function.endswith("minister")

    def _known_body(self, name: Name, office: str) -> str:
        entry = self.resolver.table.drafts[name.entity].entry
        if entry is None or entry.kind != "person":
            return ""
        tenures = self.resolver.table.gazetteer.tenures_of(entry.key)
        day = self.resolver.table.published
        leads = office.lower() in _LEADERS
        return next((t.of for t in tenures if t.office == office or (leads and day and t.covers(day))), "")

    def _body(self, of: str | None) -> str:
        """Give what an office is compared by: the key of the state that its body belongs to, or the body's id."""
        return (self.resolver.table.drafts[of].country or of) if of is not None else ""

    def _remember(self, name: Name, held: Held, of: str | None) -> None:
        draft = self.resolver.table.drafts[name.entity]
        if of is not None and draft.country is None:
            draft.country = self.resolver.table.drafts[of].country
        self.resolver.offices.add(name.entity, held)

    def _recall(self) -> None:
        """Add the offices of the day that the gazetteer knows: *the president* may be named without a title."""
        table, offices = self.resolver.table, self.resolver.offices
        for draft in table.drafts.values():
            if draft.kind != "person" or draft.entry is None or draft.entry.kind != "person":
                continue
            for tenure in table.gazetteer.tenures_of(draft.entry.key):
                if not (tenure.covers(table.published) if table.published is not None else not tenure.end):
                    continue
                if not offices.knows(draft.id, tenure.office):
                    offices.add(draft.id, Held(tenure.office, tenure.of, former=False))
                if draft.country is None and tenure.of in table.gazetteer.states:
                    draft.country = tenure.of

    # ------------------------------------------------------------ events
    def of_events(self, found: Iterable[Found], count: int) -> list[TenureMention]:
        """Give the tenures told by events, after ``count`` others: *became foreign minister of Chad*."""
        mentions: list[TenureMention] = []
        for told in found:
            if told.event.type not in CHANGES or told.event.factuality != "actual":
                continue
            holder = self._holder(told)
            if holder is not None:
                for title in titles_told(told, self.resolver.names):
                    mentions.append(self._of_event(told, title, holder, f"te{count + len(mentions) + 1}"))
        return mentions

    def _holder(self, told: Found) -> str | None:
        """Give who comes to an office, or leaves it: *X resigned*."""
        role = CHANGES[told.event.type]
        return next((r.entity for r in told.event.roles if r.role == role and r.entity), None)

    def _of_event(self, told: Found, title: Title, holder: str, identifier: str) -> TenureMention:
        pronouns = [c for c in title.head.children if c.dep_ == "poss" and c.tag_ == "PRP$"]
        meant = self.resolver.all_referents(pronouns, told.clause.sentence)
        owners = [r.entity for r in meant if self.resolver.table.kind(r.entity) in {"state", "organisation"}]
        told_owner = title.of.entity if title.of is not None else ""
        return TenureMention(
            id=identifier,
            holder=holder,
            office=_capital(self._normal(title)),
            of=told_owner or (owners[0] if owners else None),
            former=title.former,
            evidence=told.event.evidence,
            confidence=0.85,
            start=None if title.former else told.event.date,
        )


def _is_one_of_two(state: Name) -> bool:
    """Tell the states of a *Franco-Chadian* or *British-Chadian* writer, who is of both."""
    before = state.before()
    behind = state.last.nbor(1) if state.last.i + 1 < len(state.last.doc) else None
    hyphens = (t for t in (before, behind) if t is not None and t.text in {"-", "–"})
    return any(not t.whitespace_ for t in hyphens)


def _abridges(short: TenureMention, full: TenureMention) -> bool:
    """Tell *Secretary X* where the same person is a *Secretary of State* of the same state."""
    same = (short.holder, short.former) == (full.holder, full.former) and short.of in {None, full.of}
    return same and set(short.office.lower().split()) < set(full.office.lower().split())


def _capital(office: str) -> str:
    return office[0].upper() + office[1:]

"""Reads who holds which office, and tells :mod:`kg.extract.offices` for *the president* further on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.asides import owner_after, titles_after
from kg.extract.found import Found
from kg.extract.names import Name
from kg.extract.offices import Held
from kg.extract.reading import begin
from kg.extract.reference import Resolver
from kg.extract.titles import Title, titles_before
from kg.extract.words import OFFICE_HEADS, word_class
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
    "colonel major captain lieutenant sergeant brigadier commodore"
)
"""Functions and ranks that are a post only of something."""
_LONGEST = 12
_UNSPELT = word_class("new first female next")
_OWNER_LABELS = word_class("GPE NORP ORDINAL")


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
                mention = self._of_title(name, title, f"te{len(found) + 1}")
                if mention is None:
                    continue
                earlier = found.get((mention.holder, mention.office))
                if earlier is None or (earlier.of is None and mention.of is not None):
                    found[mention.holder, mention.office] = mention
        self._recall()
        return list(found.values())

    def _of_title(self, name: Name, title: Title, identifier: str) -> TenureMention | None:
        office = self._normal(title)
        if not office or office.lower() in _NO_POST or len(office.split()) > _LONGEST:
            return None
        of = self._owner(name, title, office)
        if of is None and office.lower() in _ONLY_WITH_BODY:
            return None
        office = office[0].upper() + office[1:] + title.suffix
        self._remember(name, Held(office, self._body(of), title.former), of)
        if len(name.words) == 1:  # "Pope Francis" is how such a name is known
            self.resolver.table.drafts[name.entity].aliases.setdefault(f"{title.head.text} {name.text}")
        start = min(begin(title.first), name.span.start)
        end = max(begin(title.last) + len(title.last), name.span.end)
        return TenureMention(identifier, name.entity, office, of, title.former, Span(start, end), 0.9)

    def _normal(self, title: Title) -> str:
        """Give the normal title; a body whose office it is need not be told in it, too."""
        gazetteer, text = self.resolver.table.gazetteer, title.text
        if title.of is not None and gazetteer.office(text) is None:
            text = text.removeprefix(f"{title.of.text} ")
        return gazetteer.normalise_office(text)

    def _owner(self, name: Name, title: Title, office: str) -> str | None:
        """Find in whose office somebody is: by the words, or else by what the gazetteer knows of the person."""
        table = self.resolver.table
        owner = title.of or owner_after(name, self.resolver.names)
        if owner is None or not owner.entity or owner.entity == name.entity:
            key = self._known_body(name, office)
            return table.state(key).id if key in table.gazetteer.states else None
        local = "mayor" in office.lower() or "governor" in office.lower()
        state = table.state_of(owner.entity) if owner.kind == "place" and not local else None
        return state.id if state is not None else owner.entity

    def _known_body(self, name: Name, office: str) -> str:
        entry = self.resolver.table.drafts[name.entity].entry
        if entry is None or entry.kind != "person":
            return ""
        tenures = self.resolver.table.gazetteer.tenures_of(entry.key)
        return next((t.of for t in tenures if t.office == office), "")

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
            if told.event.type != "LeadershipChange" or told.event.factuality != "actual":
                continue
            holder = next((r.entity for r in told.event.roles if r.role == "recipient" and r.entity), None)
            for head in told.clause.heads("attribute", "object"):
                office = head.lemma_.lower() in OFFICE_HEADS and self.resolver.names.at(head) is None
                if office and holder is not None:
                    mentions.append(self._of_event(told, head, holder, f"te{count + len(mentions) + 1}"))
        return mentions

    def _of_event(self, told: Found, head: Token, holder: str, identifier: str) -> TenureMention:
        owners = [
            r.entity
            for r in self.resolver.referents(head, told.clause.sentence)
            if not r.direct and self.resolver.table.kind(r.entity) == "state"
        ]
        title = self.resolver.table.gazetteer.normalise_office(_office_words(head))
        return TenureMention(
            id=identifier,
            holder=holder,
            office=title[0].upper() + title[1:],
            of=owners[0] if owners else None,
            former=False,
            evidence=told.event.evidence,
            confidence=0.85,
            start=told.event.date,
        )


def _office_words(head: Token) -> str:
    """Give the words of a title before its head, without *new* and the state."""
    doc, first = head.doc, head.i
    while first > 0 and _belongs(doc[first - 1]):
        first -= 1
    return str(doc[first : head.i + 1].text)


def _belongs(token: Token) -> bool:
    return token.dep_ in {"compound", "amod"} and token.lower_ not in _UNSPELT and token.ent_type_ not in _OWNER_LABELS

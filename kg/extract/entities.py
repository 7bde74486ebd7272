"""Decides, over the whole article, what each name is of, and gathers the names of one thing into one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from kg.extract.names import Name, Names
from kg.extract.titles import title_before
from kg.extract.words import HONORIFICS, OFFICE_HEADS, ORGANISATION_WORDS, REPORTING_VERBS, STATE_ORGANS
from kg.gazetteer import Entry, Gazetteer, Person, fold
from kg.types import DocumentEntity, EntityKind

_LOCATIVE = frozenset(
    ["in", "at", "to", "from", "near", "outside", "around", "into", "through", "across", "throughout", "off", "toward", "towards", "inside", "over", "via", "above"]
)
_PLACE_VERBS = frozenset(["visit", "leave", "reach", "tour", "enter"])


@dataclass(slots=True)
class Draft:
    """An entity while the article is read."""

    id: str
    kind: EntityKind
    name: str
    aliases: dict[str, None] = field(default_factory=dict)
    country: str | None = None
    entry: Entry | None = None
    gender: str = "u"
    offices: list[str] = field(default_factory=list)


@dataclass(slots=True)
class EntityTable:
    """The entities of one article, by id."""

    gazetteer: Gazetteer
    published: date | None
    drafts: dict[str, Draft] = field(default_factory=dict)
    _by_key: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: EntityKind, name: str, *, key: str | None = None, entry: Entry | None = None) -> Draft:
        """Give the entity of that kind and key (by default its folded name), made when new."""
        handle = (kind, key or fold(name))
        if handle not in self._by_key:
            draft = Draft(f"e{len(self.drafts) + 1}", kind, name, entry=entry)
            self._by_key[handle] = draft.id
            self.drafts[draft.id] = draft
        return self.drafts[self._by_key[handle]]

    def state(self, key: str) -> Draft:
        """Give the entity of a state of the gazetteer."""
        value = self.gazetteer.states[key]
        draft = self.add("state", value.label, key=key)
        draft.country = key
        if draft.entry is None:
            draft.entry = Entry(value, "state", "name")
        return draft

    def freeze(self, used: set[str]) -> tuple[DocumentEntity, ...]:
        """Give the finished entities whose ids are used."""
        return tuple(
            DocumentEntity(d.id, d.kind, d.name, tuple(a for a in d.aliases if a != d.name), d.country)
            for d in self.drafts.values()
            if d.id in used
        )


def decide(names: Names, table: EntityTable) -> None:
    """Give each name its kind and its entity."""
    kinds = _kinds(names, table.gazetteer)
    for name in names.found:
        name.kind = _kind_here(name, kinds[fold(name.text)])
    persons = _persons(names, table)
    for name in names.found:
        if name.entity or name.kind == "nothing":
            continue
        draft = _draft_of(name, persons, table)
        if draft is not None:
            name.entity, name.kind = draft.id, draft.kind
            draft.aliases.setdefault(name.text)
    _tie_acronyms(names, table)
    _tie_short_forms(names, table)


# ---------------------------------------------------------------- kinds
def _kinds(names: Names, gazetteer: Gazetteer) -> dict[str, str]:
    """Vote on the kind of each surface form over all its occurrences."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names.found:
        votes[fold(name.text)].update(_votes(name, names, gazetteer))
    last_words = {
        fold(n.words[-1]) for n in names.found if len(n.words) > 1 and _winner(votes[fold(n.text)]) == "person"
    }
    for form, vote in votes.items():
        if form in last_words and not vote["known"]:
            vote["person"] += 4
    return {form: _winner(vote) for form, vote in votes.items()}


def _winner(vote: Counter[str]) -> str:
    kinds = sorted(kind for kind in vote if kind != "known" and vote[kind] > 0)
    return max(kinds, key=lambda kind: vote[kind], default="nothing")


def _votes(name: Name, names: Names, gazetteer: Gazetteer) -> Counter[str]:
    vote: Counter[str] = Counter()
    for entry in name.entries[:1]:
        vote[entry.kind] += 5
        vote["known"] += 1
    words = [w.lower().rstrip(".") for w in name.words]
    if words[-1] in ORGANISATION_WORDS or words[0] in {
        "ministry",
        "department",
        "bank",
        "university",
        "organization",
        "organisation",
        "association",
        "committee",
        "council",
        "institute",
    }:
        vote["organisation"] += 3
    if name.label:
        vote[name.label] += 1
    before = name.first.nbor(-1) if name.first.i else None
    if before is not None and (before.lower_.rstrip(".") in HONORIFICS or title_before(name, names) is not None):
        vote["person"] += 3
    if (
        len(words) in {2, 3, 4}
        and not name.entries
        and fold(name.words[0]) in gazetteer.given_names
        and words[-1] not in ORGANISATION_WORDS
    ):
        vote["person"] += 2
    head = name.head
    if head.dep_ == "nsubj" and head.head.lemma_ in REPORTING_VERBS and len(words) <= 3 and not name.entries:
        vote["person"] += 1
    if before is not None and before.lower_ in _LOCATIVE and not name.entries and name.label != "person":
        vote["place"] += 1
    if before is not None and before.lower_ == "the" and not name.entries:
        vote["person"] -= 2
        vote["organisation"] += 1
    return vote


def _kind_here(name: Name, voted: str) -> str:
    """Decide a name whose kind depends on where it stands: a capital is a place, or the government in it."""
    roles = {e.role_of_name for e in name.entries}
    if "capital" in roles:
        return "place" if _stands_for_place(name) else "state"
    if voted == "nothing" or (not name.entries and not name.label and voted not in {"person", "organisation"}):
        return "nothing" if voted != "place" else voted
    return voted


def _stands_for_place(name: Name) -> bool:
    head = name.head
    before = head.head
    if head.dep_ == "pobj" and before.lower_ in _LOCATIVE:
        return not (
            before.lower_ in {"to", "from"}
            and before.head.lemma_.lower()
            in {"message", "aid", "demand", "appeal", "pressure", "letter", "offer", "threat", "warning", "response"}
        )
    if head.dep_ in {"dobj", "nsubjpass"} and before.lemma_ in _PLACE_VERBS:
        return True
    if head.dep_ in {"conj", "appos"} and before is not head:
        return before.dep_ == "pobj" and before.head.lower_ in _LOCATIVE
    if head.dep_ == "compound" and before.dep_ == "pobj" and before.head.lower_ in _LOCATIVE:
        return before.lemma_.lower() in {
            "airport",
            "suburb",
            "hotel",
            "neighborhood",
            "neighbourhood",
            "summit",
            "conference",
            "base",
            "area",
            "region",
            "district",
        }
    following = name.last.nbor(1) if name.last.i + 1 < len(name.last.doc) else None
    dateline = (
        following is not None
        and following.text in {"(", "-", "–", "—", "--"}
        and name.first.i == name.sentence.tokens.start
    )
    return dateline or head.dep_ in {"npadvmod", "ROOT", "dep"}


# ---------------------------------------------------------------- persons
def _persons(names: Names, table: EntityTable) -> dict[str, Draft]:
    """Make the entities of persons, fullest names first, and index them by each name that may stand alone."""
    index: dict[str, Draft] = {}
    full = [n for n in names.found if n.kind == "person" and len(n.words) > 1]
    for name in sorted(full, key=lambda n: (-len(n.words), n.span.start)):
        entry = next((e for e in name.entries if e.kind == "person"), None)
        draft = (
            index.get(fold(name.text))
            or _same_person(name, index, table)
            or table.add("person", _clean(name), entry=entry)
        )
        _describe(draft, name, entry, table)
        for form in _short_forms(name, entry):
            index.setdefault(form, draft)
        name.entity = draft.id
    return index


def _same_person(name: Name, index: dict[str, Draft], table: EntityTable) -> Draft | None:
    """Find *Antony Blinken* for *Antony J. Blinken*: the same first and last word."""
    words = [fold(w) for w in name.words]
    candidate = index.get(words[-1])
    if candidate is None:
        return None
    known = fold(candidate.name).split()
    return candidate if words[0] in known or known[0] in words else None


def _clean(name: Name) -> str:
    return name.text.strip(" ,.-") if not name.text.endswith("Jr.") else name.text


def _short_forms(name: Name, entry: Entry | None) -> list[str]:
    words = [fold(w) for w in name.words if fold(w) not in {"jr", "sr", ""}]
    forms = [fold(name.text), words[-1]]
    if entry is not None and isinstance(entry.value, Person):
        forms += [fold(entry.value.surname), fold(entry.label)]
    if len(words) > 2:
        forms += [" ".join(words[1:]), " ".join(words[-2:])]
    forms += [w.split()[-1] for w in forms if " " in w]
    return [f for f in dict.fromkeys([*forms, words[0]]) if f]


def _describe(draft: Draft, name: Name, entry: Entry | None, table: EntityTable) -> None:
    draft.aliases.setdefault(name.text)
    if entry is not None and isinstance(entry.value, Person):
        draft.entry = draft.entry or entry
        draft.gender = entry.value.gender
    if draft.gender == "u":
        draft.gender = table.gazetteer.given_names.get(fold(name.words[0]), "u")
    before = name.first.nbor(-1).lower_.rstrip(".") if name.first.i else ""
    if before in {"mr", "sir", "lord", "king", "prince", "spokesman", "chairman"}:
        draft.gender = "m"
    elif before in {"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman"}:
        draft.gender = "f"


def _draft_of(name: Name, persons: dict[str, Draft], table: EntityTable) -> Draft | None:
    form = fold(name.text)
    if name.kind == "person" or (form in persons and not name.entries):
        if form in persons:
            return persons[form]
        return _lone_surname(name, table, persons)
    entry = next((e for e in name.entries if e.kind == name.kind), name.entries[0] if name.entries else None)
    if entry is None:
        if name.kind in {"organisation", "place"}:
            return table.add(name.kind, _clean(name))  # type: ignore[arg-type]
        return None
    if entry.kind == "state":
        return _state_or_capital(name, entry, table)
    draft = table.add(entry.kind, entry.label if entry.kind != "person" else name.text, key=entry.key, entry=entry)
    draft.country = draft.country or getattr(entry.value, "state", None)
    return draft


def _state_or_capital(name: Name, entry: Entry, table: EntityTable) -> Draft:
    if name.kind == "place":
        place = next((e for e in name.entries if e.kind == "place"), None)
        draft = table.add("place", place.label if place else name.text, key=place.key if place else None, entry=place)
        draft.country = entry.key
        return draft
    return table.state(entry.key)


def _lone_surname(name: Name, table: EntityTable, persons: dict[str, Draft]) -> Draft | None:
    """Resolve a surname that no fuller name of the article explains: an office-holder of the time, or itself."""
    holders = [e for e in table.gazetteer.lookup(name.text) if e.kind == "person"]
    day = table.published
    current = [e for e in holders if day is None or any(t.covers(day) for t in table.gazetteer.tenures_of(e.key))]
    pool = current if len(current) == 1 else holders if len(holders) == 1 else []
    if pool:
        entry = pool[0]
        draft = table.add("person", entry.label, key=entry.key, entry=entry)
        draft.gender = entry.value.gender if isinstance(entry.value, Person) else "u"
    else:
        if name.text.lower() in OFFICE_HEADS | STATE_ORGANS:
            return None
        draft = table.add("person", _clean(name))
    persons.setdefault(fold(name.text), draft)
    return draft


# ---------------------------------------------------------------- short forms
def _tie_acronyms(names: Names, table: EntityTable) -> None:
    """Tie *Joint Observer Mission (JOM)*: both are one entity, and so is every later *JOM*."""
    same: dict[str, str] = {}
    for left, right in zip(names.found, names.found[1:], strict=False):
        doc = left.last.doc
        if (
            right.first.doc is not doc
            or right.first.i != left.last.i + 2
            or doc[left.last.i + 1].text != "("
            or not left.entity
        ):
            continue
        if not right.entries and _abbreviates(right.text, left.words):
            same[right.text] = left.entity
    for name in names.found:
        if name.text in same:
            name.entity = same[name.text]
            name.kind = table.drafts[name.entity].kind
            table.drafts[name.entity].aliases.setdefault(name.text)


def _abbreviates(acronym: str, words: list[str]) -> bool:
    """Tell whether the capitals of an acronym are the first letters of the words, small words left out or not."""
    letters = [c.lower() for c in acronym if c.isupper()]
    initials = [w[0].lower() for w in words if w[0].isupper()]
    spelt = [c.lower() for w in words if w[0].isupper() for c in ([w[0]] if not w.isupper() else w)]
    return len(letters) >= 2 and (letters in (initials, spelt) or letters == [w[0].lower() for w in words])


def _tie_short_forms(names: Names, table: EntityTable) -> None:
    """Tie *the Observatory* to the *Riverine Observatory for Peace* named before it."""
    fuller: list[tuple[set[str], str]] = []
    for name in names.found:
        if name.kind != "organisation" or not name.entity:
            continue
        words = {w.lower() for w in name.words}
        if len(words) == 1 and not name.entries and next(iter(words)) in ORGANISATION_WORDS:
            match = next((entity for full, entity in reversed(fuller) if words < full), None)
            if match is not None:
                name.entity = match
        elif len(words) > 1:
            fuller.append((words, name.entity))

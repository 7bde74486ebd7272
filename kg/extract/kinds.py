"""Decides what each name is of: a person, a state, a body, a place or nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, get_args

from kg.extract.extensions import FACILITIES
from kg.extract.names import Name, Names
from kg.extract.remits import is_office_head
from kg.extract.title_words import POSSESSIVE
from kg.extract.titles import title_before
from kg.extract.verbs import REPORTING_VERBS
from kg.extract.words import (
    COMPANIES,
    COMPANY_FIRST_WORDS,
    COMPANY_WORDS,
    HONORIFICS,
    ORGANISATION_WORDS,
    PLACE_NOUNS,
    word_class,
)
from kg.gazetteer import Gazetteer, fold
from kg.types import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS: tuple[EntityKind, ...] = tuple(sorted(get_args(EntityKind)))
_LOCATIVE = word_class(
    "in at to from near outside around into through across throughout off toward towards inside over via above"
)
_WHERE = word_class("in near outside at")
"""Locatives that do not stand before persons, whom the model may take an unknown town for."""
_STRIKES = word_class(
    "strike airstrike raid attack bombardment shelling bombing assault missile rocket drone offensive"
)
"""Nouns of what a capital is hit by as a town, not as a government: *strikes on Lima*."""
_LEAVING = word_class("leave depart head set embark fly sail bound")
_PLACE_VERBS = word_class("visit leave reach tour enter")
_FIRST_OF_BODIES = word_class(
    "ministry department bank university organization organisation association committee council institute"
)
_SENT_TO_GOVERNMENTS = word_class(
    "message aid demand appeal pressure letter offer threat warning response "
    "criticism condemnation protest rebuke praise support reaction call request permission concession"
)
"""What goes *to* a capital or comes *from* it as a government, not as a town."""
_WITH_TOWNS = word_class("airport suburb hotel neighborhood neighbourhood summit conference base area region district")
"""Nouns before which a capital is a town: *in the Lima suburb*."""
_STRETCHES = word_class("crossing border bridge tunnel canal checkpoint highway corridor valley region area")
"""Nouns of places behind a name that does not include them: *the Malo crossing*."""
_SITES = FACILITIES | word_class(
    "palace square hotel bridge stadium street avenue island islands strait straits sea bay river lake mountain "
    "mountains canal valley peninsula desert cathedral mosque monument memorial cemetery garden gardens plain heights "
    "mausoleum tomb shrine"
)
"""Last words of the names of places."""
_OF_TOWNS = word_class("mayor mayoress mayors archbishop bishop")
_DATELINE_MARKS = word_class("( - – — --")

_VESSELS = word_class(
    "tanker frigate destroyer vessel ship freighter supertanker submarine ferry warship corvette cruiser trawler "
    "carrier yacht boat icebreaker dinghy airliner"
)
_PREFIXES_OF_SHIPS = word_class("USS HMS HMAS INS MV MT RFA USCGC HMCS PNS")
_INDEFINITE = frozenset({"a", "an", "the"})
_CALLINGS = word_class("miner contractor broadcaster producer supplier operator brewer refiner retailer")
"""What both companies and persons are."""
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj"})
_LONGEST_CLASS = 4
"""Words of *a large Chilean copper miner* up to the noun."""
Votes = dict[EntityKind, int]


def decide_kinds(names: Names, gazetteer: Gazetteer, published: date | None) -> None:
    """Give each name its kind: by a vote over all its occurrences, and where it stands.

    ``published`` is the day of the article, which tells whose surname may stand alone.
    """
    voted = _elect(names, gazetteer, published)
    for name in names.found:
        name.kind = _kind_here(name, voted[name.form])


def _elect(names: Names, gazetteer: Gazetteer, published: date | None) -> dict[str, EntityKind | None]:
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    known: set[str] = set()
    for name in names.found:
        votes[name.form].update(_vote(name, names, gazetteer))
        if _is_leader(name, gazetteer, published):
            votes[name.form]["person"] += 3
        if name.entries:
            known.add(name.form)
    winners = {form: _winner(vote) for form, vote in votes.items()}
    surnames = {fold(n.words[-1]) for n in names.found if len(n.words) > 1 and winners[n.form] == "person"}
    for form in surnames & votes.keys() - known:
        votes[form]["person"] += 4
        winners[form] = _winner(votes[form])
    return winners


def _winner(vote: Counter[EntityKind]) -> EntityKind | None:
    kinds = [kind for kind in _KINDS if vote[kind] > 0]
    return max(kinds, key=lambda kind: vote[kind], default=None)


def _vote(name: Name, names: Names, gazetteer: Gazetteer) -> Counter[EntityKind]:
    vote: Counter[EntityKind] = Counter()
    if name.entries:
        vote[name.entries[0].kind] += 5
    if name.label:
        vote[name.label] += 1
    _vote_by_words(name, vote, gazetteer)
    _vote_by_context(name, vote, names)
    if not name.entries and _is_called_company(name, gazetteer):
        vote["organisation"] += 5
    return vote


def _is_leader(name: Name, gazetteer: Gazetteer, published: date | None) -> bool:
    """Tell the surname of one leader of the day that the model does not know, or takes for something else."""
    if name.entries or len(name.words) > 1 or name.label in {"person", "group"} or _leads_to_place(name):
        return False
    if name.label is None and name.head.dep_ not in _ARGUMENTS:
        return False
    readings = gazetteer.lookup(name.text)
    return all(e.kind == "person" for e in readings) and len(gazetteer.in_office(name.text, published)) == 1


def _leads_to_place(name: Name) -> bool:
    before = name.before()
    return before is not None and before.lower_ in _WHERE | {"the"} and not _precedes(name, POSSESSIVE)


def _vote_by_words(name: Name, vote: Counter[EntityKind], gazetteer: Gazetteer) -> None:
    first, last = (name.words[i].lower().rstrip(".") for i in (0, -1))
    if last in ORGANISATION_WORDS | COMPANY_WORDS or first in _FIRST_OF_BODIES | COMPANY_FIRST_WORDS:
        vote["organisation"] += 3 if len(name.words) > 1 else 1
    if last in _SITES or (name.words[-1].islower() and last in PLACE_NOUNS | FACILITIES):
        vote["place"] += 3
    if len(name.words) in {2, 3, 4} and not name.entries and last not in ORGANISATION_WORDS:
        vote["person"] += 2 if fold(name.words[0]) in gazetteer.given_names else 0


def _vote_by_context(name: Name, vote: Counter[EntityKind], names: Names) -> None:
    before, head = name.before(), name.head
    if (before is not None and before.lower_ in _VESSELS) or name.words[0] in _PREFIXES_OF_SHIPS:
        vote.subtract(dict.fromkeys(_KINDS, 10))
        return
    titled = before is not None and (before.lower_.rstrip(".") in HONORIFICS or is_office_head(before))
    if titled or title_before(name, names) is not None:
        vote["person"] += 3
    if name.entries:
        return
    if head.dep_ == "nsubj" and head.head.lemma_ in REPORTING_VERBS and len(name.words) <= 3:
        vote["person"] += 1
    if before is not None and before.lower_ in _LOCATIVE and name.label != "person":
        vote["place"] += 1
    if len(name.words) == 1 and before is not None and before.lower_ in _WHERE and not _precedes(name, POSSESSIVE):
        vote["place"] += 2
    if _precedes(name, FACILITIES | _STRETCHES):
        vote["place"] += 3
    if before is not None and before.lower_ == "the":
        vote["person"] -= 2
        vote["organisation"] += 1


def _is_called_company(name: Name, gazetteer: Gazetteer) -> bool:
    """Tell *the miner X* and *X, a Chilean miner,* from a man of that calling, whose given name is known."""
    before = name.before()
    callings = [t for t in (before, _class_after(name)) if t is not None and t.lower_ in COMPANIES]
    known = fold(name.words[0]) in gazetteer.given_names
    return any(not (known and t.lower_ in _CALLINGS) for t in callings)


def _class_after(name: Name) -> Token | None:
    """Give the noun of *X, a large Chilean copper miner,*."""
    doc, i = name.last.doc, name.last.i + 1
    if i + 1 >= name.sentence.end or doc[i].text != "," or doc[i + 1].lower_ not in _INDEFINITE:
        return None
    near = doc[i + 2 : i + 2 + _LONGEST_CLASS]
    return next((t for t in near if t.lower_ in COMPANIES and (t.dep_ == "appos" or t.head == name.head)), None)


def _kind_here(name: Name, voted: EntityKind | None) -> EntityKind | None:
    """Decide a name whose kind depends on where it stands: a capital or palace is a place or a government."""
    if any(e.role_of_name == "capital" for e in name.entries) or _is_seat(name):
        return "place" if _stands_for_place(name) else "state"
    if {"place", "organisation"} <= {e.kind for e in name.entries}:  # *met at the White House*, *the White House said*
        return "place" if _stands_for_place(name) else "organisation"
    unsupported = not name.entries and not name.label and voted in {"state", "group"}
    return None if unsupported else voted


def _is_seat(name: Name) -> bool:
    """Tell a building that also names a government: *Kremlin*."""
    readings = {(e.kind, e.role_of_name) for e in name.entries}
    return {("place", "name"), ("state", "metonym")} <= readings


def _stands_for_place(name: Name) -> bool:
    head, above = name.head, name.head.head
    if head.dep_ == "pobj" and above.lower_ in _LOCATIVE:
        governing = {above.head.lemma_.lower(), *(c.lemma_.lower() for c in above.head.children if c.dep_ == "dobj")}
        return above.lower_ not in {"to", "from"} or _SENT_TO_GOVERNMENTS.isdisjoint(governing)
    if head.dep_ == "pobj" and above.lower_ in {"on", "against", "at"} and above.head.lemma_.lower() in _STRIKES:
        return True
    if head.dep_ == "pobj" and above.lower_ == "for" and above.head.lemma_.lower() in _LEAVING:
        return True
    if head.dep_ in {"dobj", "nsubjpass"} and above.lemma_ in _PLACE_VERBS:
        return True
    if head.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in PLACE_NOUNS | _OF_TOWNS:
        return True
    if head.dep_ in {"conj", "appos"} and above != head:
        return _under_locative(above)
    if head.dep_ == "compound" and _under_locative(above):
        return above.lemma_.lower() in _WITH_TOWNS
    return _precedes(name, _OF_TOWNS) or _is_dateline(name) or head.dep_ in {"npadvmod", "ROOT", "dep"}


def _under_locative(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in _LOCATIVE


def _is_dateline(name: Name) -> bool:
    return name.first.i == name.sentence.start and _precedes(name, _DATELINE_MARKS)


def _precedes(name: Name, words: frozenset[str]) -> bool:
    return name.last.i + 1 < len(name.last.doc) and name.last.nbor(1).lower_ in words

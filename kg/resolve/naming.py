"""IRIs and labels of nodes: readable, and the same whatever the order of the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.ids import mint, short_hash, slug
from kg.resolve.tellings import Key, Telling
from kg.resolve.values import span_label
from kg.vocab import local

_NOUNS = {
    "Understanding": "understanding", "Pledging": "pledge", "Signing": "signing", "Endorsement": "praise or support",
    "PhoneCall": "call", "EconomicCooperation": "economic cooperation", "AidDelivery": "aid", "Refusal": "rejection",
    "LeadershipChange": "change of leadership", "MilitaryPosture": "military posture",
    "Discussion": "exchange of views", "JointExercise": "joint exercise", "IntelligenceSharing": "intelligence sharing",
    "DiplomaticProtest": "diplomatic protest", "JointStatement": "joint statement",
}  # fmt: skip
_PEERS = frozenset({"Meeting", "Summit", "Discussion", "Consultation", "Negotiation", "PhoneCall"})
_NAMED_AT_MOST = 3
_PERSON = mint("person", "x")[:-1]


@dataclass(frozen=True, slots=True)
class Name:
    """What a node is called: the words of its IRI and its label."""

    slug: str
    label: str


def type_noun(type_: str) -> str:
    """Give the noun for a class.

    >>> type_noun("PhoneCall"), type_noun("Summit")
    ('call', 'summit')
    """
    return _NOUNS.get(type_, type_.lower())


def event_name(thing: Telling, type_: str, names: Mapping[str, str], topic: str | None) -> Name:
    """Name an event by date, class and participants; by its subject too where that tells it from others."""
    agents = _names(thing.agents, names)
    patients = _names(thing.patients - thing.agents, names)
    noun = type_noun(type_)
    if type_ in _PEERS:
        topic = None
        head = f"{'–'.join(agents + patients)} {noun}".strip()
    elif type_ == "Visit":
        places = _names(thing.places, names) or patients
        head = "Visit" + (f" of {_and(agents)}" if agents else "") + (f" to {_and(places)}" if places else "")
        patients, topic = places, None
    else:
        head = noun[0].upper() + noun[1:]
        head += f" by {_and(agents)}" if agents else ""
        head += f" ({_and(patients)})" if patients else ""
    if thing.manner == "meal":
        head += " over a meal"
        noun = "meal"
    label = head + (f": {topic}" if topic else "") + _when(thing)
    return Name(_slug(_day(thing), noun, *agents, *patients, topic or ""), label)


def agreement_name(thing: Telling, name: str, names: Mapping[str, str]) -> Name:
    """Name an agreement by date, parties and its name in the articles."""
    bodies = {iri for iri in thing.agents if not iri.startswith(_PERSON)}
    parties = _names(bodies or thing.agents, names)
    label = name[:1].upper() + name[1:] + (f" ({'–'.join(parties)})" if parties else "")
    return Name(_slug(_day(thing), *parties, name), label)


def commitment_name(thing: Telling, content: str, names: Mapping[str, str]) -> Name:
    """Name a commitment by who promises what to whom."""
    by, to = _names(thing.agents, names), _names(thing.patients, names)
    head = _and(by) + (f" to {_and(to)}" if to else "")
    return Name(_slug(*by, *to, content), f"{head}: {_shortened(content)}")


def statement_name(thing: Telling, quote: str, names: Mapping[str, str]) -> Name:
    """Name a statement by its speaker and first words."""
    by = _names(thing.agents, names)
    return Name(_slug(*by, _shortened(quote, 40)), f"{_and(by)}: “{_shortened(quote)}”")


def mint_all(kind: str, named: Sequence[tuple[Name, Key]]) -> list[str]:
    """Mint one IRI a node; where several would share one, each adds a hash of its first telling."""
    shared = Counter(name.slug for name, _ in named)
    return [
        mint(kind, name.slug) if shared[name.slug] == 1 else mint(kind, name.slug) + "-" + short_hash(*key)[:6]
        for name, key in named
    ]


def _names(iris: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return sorted(names.get(iri, local(iri)) for iri in iris)[:_NAMED_AT_MOST]


def _and(listed: Sequence[str]) -> str:
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def _bounds(thing: Telling) -> tuple[date | None, date | None]:
    if thing.when is None:
        return None, None
    first, last = thing.when
    return (None if first == date.min else first), (None if last == date.max else last)


def _when(thing: Telling) -> str:
    earliest, latest = _bounds(thing)
    return f", {span_label(earliest, latest)}" if earliest or latest else ""


def _day(thing: Telling) -> str:
    earliest, latest = _bounds(thing)
    if earliest is None or latest is None:
        return "undated"
    if earliest == latest:
        return earliest.isoformat()
    return f"{earliest:%Y-%m}" if f"{earliest:%Y-%m}" == f"{latest:%Y-%m}" else f"{earliest:%Y}"


def _slug(*parts: str) -> str:
    return slug("-".join(slug(part, limit=40) for part in parts if part), limit=90)


def _shortened(text: str, limit: int = 80) -> str:
    """Cut a text at a word.

    >>> _shortened("to open the harbour again", 12)
    'to open the …'
    """
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"

"""Drops readings of a sentence that only repeat, carry or plan what another reading tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.clauses import tells_a_stage
from kg.extract.found import Found
from kg.extract.lexicon import Lexicon
from kg.extract.reading import key
from kg.extract.verbs import JOURNEYS, NOMINATING
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT_OF = word_class("Request Pledging Understanding Threat Refusal Accusation Invitation")
"""An event told inside these is what they are about, not an event of its own, unless it stands alone."""
_SAYINGS = word_class("Request Accusation Refusal Threat Pledging Invitation")
_SLOGANS = _SAYINGS | {"Demonstration"}
_STANDS_ALONE = word_class("meet visit call sign attack coerce sanction negotiate mobilise")
_MERE_PLANS = word_class("plan intend aim seek strive prepared ready willing want hope")
_PLANNING_NOUNS = word_class("plan intention decision")
_TOLD_BY_NOUN = word_class("Meeting Summit Visit Endorsement Accusation Threat Request PhoneCall Pledging")
"""Types for which the noun says more than the verb that carries it: *issued a warning*."""
_AGREEING = word_class("agree pledge vow promise undertake commit resolve decide work continue strive")
_MAKING = word_class("Signing Understanding Ratification")
_OBJECTS = word_class("dobj nsubjpass")
_ENDING = word_class("Concession Cancellation Ceasefire Sanction")
_ON_THE_WAY = frozenset({"ADP", "ADV"})
_UNDER = word_class("under in into")
_PUTTING = word_class("place put hold keep throw take remand")
_PARTS_OF_TALKS = word_class("round series war")
"""What is of talks, and tells of them; a *war of aggression* is one event as well."""
_FARTHEST = 6


def prune(found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Keep one reading of each event of a sentence."""
    plain = _without_slogans(_without_ended(_without_mere_plans(_without_doubles(found))))
    return without_content(_without_attended(plain, lexicon), lexicon)


# ---------------------------------------------------------------- doubles
def _without_doubles(found: Sequence[Found]) -> list[Found]:
    """Keep one of two readings of the same words: a light verb and its noun."""
    verbs = {key(f.clause.predicate): f for f in found if f.clause.kind == "verb"}
    doubles = [
        _lesser(noun, verbs[key(verb)])
        for noun in found
        if noun.clause.kind == "noun" and (verb := _carrying(noun)) is not None and key(verb) in verbs
    ]
    rounds = {key(f.clause.predicate) for f in found if f.clause.lemma in _PARTS_OF_TALKS}
    doubles += [f for f in found if f.clause.kind == "noun" and key(f.clause.predicate.head.head) in rounds]
    held = _held_under(found, verbs)
    fuller = {carrier.event.id for carrier in held.values()}
    kept = [f for f in found if f.event.id not in held and not any(f is double for double in doubles)]
    return [_with_circumstances(f, held, found) if f.event.id in fuller else f for f in kept]


def _held_under(found: Sequence[Found], verbs: Mapping[int, Found]) -> dict[str, Found]:
    """Give the verbs that tell the same as a noun that they govern or that they are said of, by the noun's event."""
    held = {}
    for noun in found:
        carrier = next((verbs[key(t)] for t in _telling(noun) if key(t) in verbs), None)
        if carrier is not None and carrier.event.type == noun.event.type:
            held[noun.event.id] = carrier
    return held


def _telling(noun: Found) -> list[Token]:
    """Give the verbs of *placed under arrest*, *gave $5 million in aid* and *the sanctions that Norway imposed*."""
    if noun.clause.kind != "noun":
        return []
    predicate = noun.clause.predicate
    found = [c for c in predicate.children if c.dep_ == "relcl" and not _tells_of_a_stop(c, noun)]
    if predicate.dep_ == "pobj" and predicate.head.lower_ in _UNDER:
        above = predicate.head.head
        if above.dep_ == "dobj" and predicate.head.lower_ == "in":
            found.insert(0, above.head)
        elif above.lemma_.lower() in _PUTTING:
            found.insert(0, above)
    return found


def _tells_of_a_stop(verb: Token, noun: Found) -> bool:
    """Tell *a tour that began in Lima*, a stop of the tour, from *a visit to Peru that began in Lima*."""
    hosted = any(r.role == "host" for r in noun.event.roles)
    return tells_a_stage(verb, noun.clause.predicate) and not hosted


def _carrying(noun: Found) -> Token | None:
    """Give the verb that carries a noun, or whose object it is: *reaffirmed its support*; *her tour began in Lima*."""
    predicate = noun.clause.predicate
    going_on = predicate.dep_ == "nsubj" and noun.clause.lemma in JOURNEYS
    governed = predicate.dep_ in _OBJECTS or going_on
    return noun.clause.light or (predicate.head if governed else None)


def _lesser(noun: Found, verb: Found) -> Found | None:
    """Give which of the two the other tells as well, None where they are two events."""
    same = noun.event.type == verb.event.type
    if noun.event.type == "Understanding" and verb.event.type in _MAKING:
        return noun  # *the accord between Chad and Niger was signed*
    if same and verb.event.type == "Signing":
        return noun  # *the leaders oversaw the signing of a pact by X and Y*
    if verb.event.type == "Visit" and not same:
        return None  # *flew to Lima for talks*
    of_noun, of_verb = ({r.entity for r in f.event.roles if r.entity} for f in (noun, verb))
    if noun.clause.light is not None:
        says_more = noun.event.type in _TOLD_BY_NOUN  # of such a verb, the noun itself is the only topic
        as_full = len(of_noun) >= len(of_verb) if says_more else len(noun.event.roles) >= len(verb.event.roles)
        return verb if (same or says_more) and as_full else noun if same else None
    if not same:
        return None
    return noun if of_noun <= of_verb else verb if of_verb <= of_noun else None


# ---------------------------------------------------------------- plans
def _without_mere_plans(found: Sequence[Found]) -> list[Found]:
    """Drop *plans to* where what is planned is an event that the lexicon knows."""
    inner = {key(token) for f in found for token in (f.clause.predicate, f.clause.anchor)}
    return [f for f in found if not any(key(h) in inner for h in _planned(f))]


def _planned(found: Found) -> list[Token]:
    """Give what a plan is to do: *plans to visit*, *announced her intention to visit*."""
    if found.clause.lemma in _MERE_PLANS:
        return found.clause.heads("complement")
    if found.event.type != "Pledging":
        return []
    plans = [h for h in found.clause.heads("object") if h.lemma_.lower() in _PLANNING_NOUNS]
    return [c for h in plans for c in h.children if c.dep_ == "acl"]


def _without_ended(found: Sequence[Found]) -> list[Found]:
    """Drop the measure that is lifted and the talks that are called off, which the verb tells as a whole.

    A penalty that is yet to be lifted stands.
    """
    ending = {key(f.clause.predicate): f for f in found if f.clause.kind == "verb" and f.event.type in _ENDING}
    return [
        f
        for f in found
        if f.clause.kind != "noun"
        or (over := ending.get(key(f.clause.predicate.head))) is None
        or (over.event.factuality == "negated" and f.event.type == "Sanction")
    ]


def _without_slogans(found: Sequence[Found]) -> list[Found]:
    """Drop what a demonstration is for: *marched to demand a deal*, *blocked the road to protest*."""
    marches = {key(f.clause.anchor) for f in found if f.event.type == "Demonstration"}
    return [
        f
        for f in found
        if not (f.event.type in _SLOGANS and f.clause.anchor.tag_ == "VB" and key(f.clause.anchor.head) in marches)
    ]


# ---------------------------------------------------------------- occasions
def _without_attended(found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Drop the occasion that somebody attends, chairs or shuns, and give its place and day to what tells of him."""
    taken: dict[str, Found] = {}
    for noun in [f for f in found if f.clause.kind == "noun" and _is_meeting(f, lexicon)]:
        verb = next((f for f in found if _attends(f, noun, lexicon)), None)
        if verb is not None:
            taken[noun.event.id] = verb
    richer = {verb.event.id: _with_circumstances(verb, taken, found) for verb in taken.values()}
    return [richer.get(f.event.id, f) for f in found if f.event.id not in taken]


def _is_meeting(found: Found, lexicon: Lexicon) -> bool:
    return lexicon.types[found.event.type].family == "meet"


def _attends(verb: Found, noun: Found, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells of a meeting whose noun it governs, with nobody there whom it does not name."""
    predicate = noun.clause.predicate
    above = next((t for t in predicate.ancestors if t.pos_ not in _ON_THE_WAY), predicate)
    if verb is noun or verb.clause.kind == "noun" or verb.clause.predicate != above or not _is_meeting(verb, lexicon):
        return False
    there = {r.entity for r in verb.event.roles}
    return all(r.entity in there for r in noun.event.roles if r.role not in {"place", "topic"})


def _with_circumstances(verb: Found, taken: Mapping[str, Found], found: Sequence[Found]) -> Found:
    """Let a verb have what only its noun tells, but not the day of *hailed on Monday the truce that they agreed*."""
    event = verb.event
    for noun in [f for f in found if taken.get(f.event.id) is verb]:
        missing = {"place", "recipient"} - {r.role for r in event.roles}
        roles = tuple(r for r in noun.event.roles if r.role in missing)
        day = None if verb.clause.predicate.head == noun.clause.predicate else noun.event.date
        amounts = event.amounts or noun.event.amounts
        event = replace(event, roles=event.roles + roles, date=event.date or day, amounts=amounts)
    return replace(verb, event=event)


# ---------------------------------------------------------------- content
def without_content(found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Drop what is only the content of a request, promise or agreement told in the same sentence."""
    telling = [f for f in found if f.event.type in _CONTENT_OF]
    carriers = {key(f.clause.anchor): f for f in telling} | {key(f.clause.predicate): f for f in telling}
    return [
        f
        for f in found
        if (above := _carrier(f.clause.anchor, carriers)) is None
        or above is f
        or _stands_alone(f, above, lexicon)
        or _was_said_before(f, above)
    ]


def _was_said_before(said: Found, answer: Found) -> bool:
    """Tell what somebody else said that is answered, *rejected a call by Chad*, and what a text says itself."""
    if answer.clause.kind == "noun" and said.clause.predicate.tag_ == "VBG" and said.clause.predicate.dep_ == "acl":
        return True  # *a statement condemning the raid*
    if said.clause.kind != "noun" or said.event.type not in _SAYINGS or said.event.factuality != "actual":
        return False
    speakers = {r.entity for r in said.event.roles if r.role == "initiator"}
    return bool(speakers) and speakers.isdisjoint(r.entity for r in answer.event.roles if r.role == "initiator")


def _stands_alone(found: Found, above: Found, lexicon: Lexicon) -> bool:
    """Tell content that is an event all the same: *asked for the talks in Doha*, *agreed to meet on Friday*."""
    event, family = found.event, lexicon.types[found.event.type].family
    if found.clause.kind == "noun" and family in _STANDS_ALONE and event.factuality in {"actual", "planned"}:
        return True
    if family == "visit" and above.event.type == "Invitation":
        return True
    if family == "support" and found.clause.lemma in NOMINATING and above.event.type == "Pledging":
        return True
    if family in {"vote", "appoint"} and event.factuality == "negated":
        return True  # *refused to ratify the pact*
    return family in {"meet", "visit"} and event.factuality == "planned" and event.date is not None


def _carrier(token: Token, carriers: dict[int, Found]) -> Found | None:
    """Find what embeds a predicate; a conjunct is not embedded in the first, nor *under a deal* in what follows."""
    for _ in range(_FARTHEST):
        if token.head == token or token.dep_ == "relcl" or (token.dep_ == "advcl" and not _goes_on(token)):
            return None
        joined = token.dep_ == "conj" or (token.dep_ == "prep" and token.i < token.head.i)
        token = token.head
        if key(token) in carriers:
            return None if joined else carriers[key(token)]
    return None


def _goes_on(infinitive: Token) -> bool:
    """Tell the infinitive of *agreed on Monday to send*, which the parser takes for a purpose."""
    return infinitive.tag_ == "VB" and infinitive.i > infinitive.head.i and infinitive.head.lemma_ in _AGREEING

"""Which classes of the ontology may be tellings of one thing, and what matters for each family."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

PARENT = {
    "Consultation": "Event", "Meeting": "Consultation", "Summit": "Meeting", "Visit": "Consultation",
    "PhoneCall": "Consultation", "Negotiation": "Consultation", "Mediation": "Consultation",
    "Discussion": "Consultation", "Cooperation": "Event", "JointExercise": "Cooperation",
    "IntelligenceSharing": "Cooperation", "EconomicCooperation": "Cooperation", "Apology": "Concession",
    "Cancellation": "Refusal", "Treaty": "Agreement", "Memorandum": "Agreement",
    "Framework": "Agreement", "JointStatement": "Agreement",
}  # fmt: skip
"""Super-classes within ``dip:``; what is not listed lies right under Event."""


@dataclass(frozen=True, slots=True)
class Family:
    """How tellings of a family are compared.

    Attributes:
        directed: Who acts on whom matters; otherwise all participants are peers.
        topical: Two tellings without a common subject are two things, even with the same participants and day.
        lasting: It may go on for long, so that articles far apart can mean the same.
        placed: Different places mean different things.
        verbatim: The words themselves are the thing, so that most of them must be the same.
    """

    name: str
    directed: bool = True
    topical: bool = True
    lasting: bool = False
    placed: bool = False
    verbatim: bool = False


_MEET = Family("meet", directed=False, topical=False, placed=True)
_CALL = Family("call", directed=False, topical=False)
_NEGOTIATE = Family("negotiate", directed=False, topical=False, lasting=True)
_VISIT = Family("visit", topical=False, placed=True)
_SIGN = Family("sign", directed=False, topical=False)
_AGREE = Family("agree", directed=False)
_CEREMONY = Family("ceremony")
_COOPERATE = Family("cooperate", directed=False, lasting=True)
_OFFICE = Family("office", topical=False)
_AGREEMENT = Family("agreement", directed=False, lasting=True)

_SINGULAR = ("Downgrade", "Expulsion", "Recognition", "Ceasefire")
"""Acts that one state does to another so seldom that class and day tell which is meant."""

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("Meeting", "Summit", "Discussion", "Consultation"), _MEET),
    "PhoneCall": _CALL,
    "Negotiation": _NEGOTIATE,
    "Visit": _VISIT,
    **dict.fromkeys(("Signing", "Ratification"), _SIGN),
    "Understanding": _AGREE,
    "Gift": _CEREMONY,
    "Mediation": Family("mediate", lasting=True, placed=True),
    **dict.fromkeys(("Cooperation", "JointExercise", "IntelligenceSharing"), _COOPERATE),
    "EconomicCooperation": Family("invest", lasting=True),
    **dict.fromkeys(("Attack", "Coercion"), Family("force", topical=False, lasting=True)),
    **dict.fromkeys(("MilitaryPosture", "Sanction"), Family("measure", lasting=True)),
    **dict.fromkeys(("LeadershipChange", "Resignation"), _OFFICE),
    **{name: Family(name, topical=False, lasting=True) for name in _SINGULAR},
    **dict.fromkeys(("Agreement", "Treaty", "Memorandum", "Framework", "JointStatement"), _AGREEMENT),
    "Commitment": Family("commitment", lasting=True),
    "Statement": Family("statement", verbatim=True),
}  # fmt: skip

_AKIN = {
    frozenset(pair)
    for pair in (
        ("Understanding", "Pledging"), ("Pledging", "Request"), ("Pledging", "EconomicCooperation"),
        ("Pledging", "AidDelivery"), ("Pledging", "Endorsement"), ("AidDelivery", "EconomicCooperation"),
        ("Meeting", "Negotiation"), ("Summit", "Negotiation"), ("Discussion", "Negotiation"),
        ("Threat", "Sanction"), ("Request", "Accusation"), ("Refusal", "Understanding"),
    )
}  # fmt: skip
"""Classes that reporters choose for one act: promising together is agreeing, a pledge is reported as a plan."""


@cache
def family(type_: str) -> Family:
    """Give the family of a class; a class of its own kind is a family of its own.

    >>> family("Summit").name, family("Apology").name
    ('meet', 'Concession')
    """
    found = FAMILIES.get(type_)
    return found if found is not None else Family(PARENT.get(type_, type_) if PARENT.get(type_) != "Event" else type_)


def akin(left: str, right: str) -> bool:
    """Tell whether two classes of different families may still be wordings of one act."""
    return frozenset((left, right)) in _AKIN


@cache
def ancestors(type_: str) -> tuple[str, ...]:
    """List a class and its super-classes, most specific first.

    >>> ancestors("Summit")
    ('Summit', 'Meeting', 'Consultation', 'Event')
    """
    chain = [type_]
    while (above := PARENT.get(chain[-1])) is not None:
        chain.append(above)
    rooted = chain[-1] in ("Event", "Agreement", "Commitment", "Tenure")
    return tuple(chain if rooted else [*chain, "Event"])


def common_ancestor(left: str, right: str) -> str:
    """Give the most specific class that covers both.

    >>> common_ancestor("Summit", "Discussion")
    'Consultation'
    """
    above = ancestors(right)
    return next((type_ for type_ in ancestors(left) if type_ in above), "Event")

"""How kinds, event families and factuality look; one table for the network, the legend and the other views.

Colours are those of Okabe and Ito, which stay apart for colour-blind readers; shape and line carry the same
distinctions, so that a black-and-white print can be read too.
"""

from __future__ import annotations

from dataclasses import dataclass

BLUE, SKY, GREEN, YELLOW = "#0072B2", "#56B4E9", "#009E73", "#F0E442"
ORANGE, VERMILLION, PURPLE, GREY = "#E69F00", "#D55E00", "#CC79A7", "#8A8F98"

FAMILY_COLOURS = {
    "talks": BLUE,
    "accord": GREEN,
    "cooperation": SKY,
    "easing": YELLOW,
    "dispute": ORANGE,
    "force": VERMILLION,
    "other": GREY,
}
"""Families of event classes, from co-operation to conflict."""

_FAMILIES = {
    "talks": "Consultation Meeting Summit Visit PhoneCall Negotiation Mediation Discussion",
    "accord": "Signing Ratification Recognition Endorsement Pledging Invitation Understanding Gift",
    "cooperation": "Cooperation JointExercise EconomicCooperation IntelligenceSharing AidDelivery",
    "easing": "Concession Apology Withdrawal Ceasefire Release Resignation",
    "dispute": "Request Accusation DiplomaticProtest Investigation Refusal Cancellation Threat",
    "force": "Demonstration Sanction Expulsion Downgrade MilitaryPosture Coercion Attack",
}
_FAMILY_OF = {name: family for family, names in _FAMILIES.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Look:
    """Shape (of vis-network, or ``custom``, drawn by ``shapes.js``), colour and base size in pixels."""

    shape: str
    colour: str
    size: int


KIND_LOOKS = {
    "person": Look("dot", PURPLE, 13),
    "state": Look("hexagon", SKY, 15),
    "group": Look("square", PURPLE, 11),
    "place": Look("triangleDown", GREY, 10),
    "office": Look("custom", GREY, 8),
    "tenure": Look("dot", GREY, 5),
    "topic": Look("custom", GREY, 7),
    "event": Look("diamond", GREY, 14),
    "agreement": Look("star", GREEN, 14),
    "commitment": Look("triangle", ORANGE, 13),
    "statement": Look("custom", GREY, 10),
}

HOLLOW = {"planned": [6, 4], "hypothetical": [2, 3]}
"""Border dashes of nodes that have not happened, drawn hollow."""

DASHES: dict[str, bool | list[int]] = {
    "actual": False,
    "disputed": [14, 4, 3, 4],
    "planned": [9, 6],
    "hypothetical": [2, 5],
    "denied": False,
    "negated": False,
}
"""Line style of edges by factuality; denied and negated become a red double line in ``shapes.js``."""


def family_of(event_type: str) -> str:
    """Give the family of an event class; a class nobody placed is ``other``.

    >>> family_of("Summit"), family_of("Sanction"), family_of("LeadershipChange")
    ('talks', 'force', 'other')
    """
    return _FAMILY_OF.get(event_type, "other")


def look_of(kind: str, family: str) -> Look:
    """Give the look of a node; events take the colour of their family."""
    look = KIND_LOOKS[kind]
    return Look(look.shape, FAMILY_COLOURS[family], look.size) if kind == "event" else look


def line_width(outlets: int) -> float:
    """Give the width of an edge in pixels: wider with every outlet, up to six.

    >>> line_width(0), line_width(1), line_width(20)
    (0.8, 1.4, 4.4)
    """
    return round(0.8 + 0.6 * min(outlets, 6), 1)

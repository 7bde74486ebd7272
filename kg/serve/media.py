"""Which media type a client gets: HTTP content negotiation over what a kind of answer can be written as."""

from __future__ import annotations

from collections.abc import Sequence

RESULTS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
    "application/json",
    "application/xml",
    "text/xml",
)
"""Types of the answers to SELECT and ASK; the first is given to whoever takes all."""
TRIPLES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
"""Types of the answers to CONSTRUCT and DESCRIBE, and of the service description."""


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """Give the offered type that an ``Accept`` header likes best, None where it takes none of them.

    The most specific range of the header decides for each type; of equals the first offered wins.

    >>> choose("text/csv;q=0.5, application/*", ("text/csv", "application/json"))
    'application/json'
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    if not ranges:
        return offered[0]
    liked = [(_quality(media, ranges), media) for media in offered]
    best = max(quality for quality, _ in liked)
    return next(media for quality, media in liked if quality == best) if best > 0 else None


def _range(text: str) -> tuple[str, float]:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return media, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        for given, quality in ranges:
            if given == wanted:
                return quality
    return 0.0

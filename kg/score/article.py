"""What one article says, in the terms of the gold annotations, and how to read those."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.types import Span

_HONORIFICS = re.compile(r"\b(mr|mrs|ms|dr|sir|president|prime minister|foreign minister|minister|king|the|of)\b\.?")


@dataclass(frozen=True, slots=True)
class Named:
    """An entity; ``names`` are folded; ``kind`` is person, organization, state, place or other."""

    id: str
    kind: str
    names: frozenset[str]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event; ``date`` is a day, month, year or ``start/end``; ``spans`` are where the article tells it."""

    id: str
    type: str
    factuality: str
    participants: frozenset[str]
    places: frozenset[str]
    date: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement."""

    id: str
    parties: frozenset[str]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment."""

    id: str
    by: frozenset[str]
    amount: float | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; ``words`` are folded."""

    speaker: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class Position:
    """Who holds which office of which state or body; ``office`` are folded words."""

    holder: str
    office: frozenset[str]
    of: str | None


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article says; ids of entities are those of its ``entities``."""

    id: str
    entities: tuple[Named, ...] = ()
    events: tuple[Happening, ...] = ()
    agreements: tuple[Deal, ...] = ()
    commitments: tuple[Promise, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    positions: tuple[Position, ...] = ()


def fold(name: str) -> str:
    """Fold a name for comparison: accents, case, punctuation and titles go.

    >>> fold("President Lázaro Peña's")
    'lazaro pena'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = _HONORIFICS.sub(" ", re.sub(r"'s\b", "", plain))
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def read_gold(path: Path, text: str) -> ArticleFacts:
    """Read the annotations of one article.

    Args:
        path: A file of the gold set; its README says what stands there.
        text: The article.

    Raises:
        InputError: The file is not an annotation.
    """
    try:
        return _facts(json.loads(path.read_text(encoding="utf-8")), text)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"not an annotation ({error!r}); tests/gold/README.md describes one") from error


def _facts(gold: dict[str, Any], text: str) -> ArticleFacts:
    return ArticleFacts(
        id=gold["id"],
        entities=tuple(
            Named(item["id"], item["type"], _names(item), item.get("wikidata")) for item in gold["entities"]
        ),
        events=tuple(_happening(item, text) for item in gold["events"]),
        agreements=tuple(
            Deal(item["id"], frozenset(item["parties"] or item["signatories"]), _spans(item, text))
            for item in gold["agreements"]
        ),
        commitments=tuple(_promise(item, text) for item in gold["commitments"]),
        quotations=tuple(
            Quotation(frozenset({item["speaker"]} - {None}), fold(item["quote"]))
            for item in gold["statements"]
            if item["direct"]
        ),
        positions=tuple(
            Position(item["person"], frozenset(fold(item["office"]).split()), item["of"]) for item in gold["positions"]
        ),
    )


def _names(item: dict[str, Any]) -> frozenset[str]:
    return frozenset(fold(name) for name in (item["name"], item["id"], *item["aliases"])) - {""}


def _happening(item: dict[str, Any], text: str) -> Happening:
    return Happening(
        id=item["id"],
        type=item["type"],
        factuality=item["factuality"],
        participants=frozenset(item["actors"] + item["recipients"]),
        places=frozenset(item["place"]),
        date=item["date"] or "",
        spans=_spans(item, text),
    )


def _promise(item: dict[str, Any], text: str) -> Promise:
    amount = float(item["amount"]["value"]) if item["amount"] else None
    return Promise(item["id"], frozenset({item["by"]} - {None}), amount, _spans(item, text))


def _spans(item: dict[str, Any], text: str) -> tuple[Span, ...]:
    found = ((text.find(quote), len(quote)) for quote in item["evidence"])
    return tuple(Span(start, start + length) for start, length in found if start >= 0)

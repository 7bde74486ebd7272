"""Extractions as JSON lines: the mention level that other programs read, and read back without loss.

One line a document. Every key is always there: an empty list or ``null`` where the article says nothing. A place in
the text is ``start``/``end``, code points, half-open. Where the text names somebody, ``entity`` is the IRI of the
graph or ``null``, and ``ref`` the id under ``entities`` of the same line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.files import replace_file
from kg.run.codec import (
    DAY,
    NAMED,
    PAIR,
    PLACE,
    PLAIN,
    Codec,
    Context,
    Json,
    Part,
    Shown,
    many,
    optional,
    part,
    plain,
    record,
)
from kg.types import (
    AgreementMention,
    Amount,
    Attribution,
    CommitmentMention,
    Document,
    DocumentEntity,
    EventMention,
    Extraction,
    Mention,
    Role,
    Silence,
    Span,
    StatementMention,
    Temporal,
    TenureMention,
)

HERE = Part("span", PLACE)
"""The span of a value, its ``start`` and ``end`` beside the other keys."""

WHO = Part("entity", NAMED)

DOCUMENT = record(
    Document,
    *plain("id", "title", "url", "publisher"),
    part("published", optional(DAY)),
    *plain("language"),
    Shown("sha256", lambda document, _: hashlib.sha256(document.text.encode()).hexdigest()),
    *plain("author", "text"),
)
ENTITY = record(
    DocumentEntity,
    *plain("id", "kind", "name"),
    part("aliases", many(PLAIN)),
    *plain("country", "iri", "wikidata"),
)
MENTION = record(Mention, *plain("id"), HERE, *plain("text", "kind"), WHO)
ROLE = record(Role, *plain("role"), HERE, *plain("text"), WHO)
WHEN = record(
    Temporal, part("earliest", optional(DAY)), part("latest", optional(DAY)), *plain("text"), HERE
)  # fmt: skip
SOURCE = record(Attribution, *plain("text"), WHO, HERE)
EVIDENCE = (part("evidence", PLACE), *plain("confidence"))


def _write_amount(amount: Amount, _: Context) -> Json:
    """Spell money by ``currency``, a share of the economy by ``percent_of_gdp``, a counted thing by ``unit``."""
    rest = {
        "qualifier": amount.qualifier,
        "text": amount.text,
        "start": amount.span.start,
        "end": amount.span.end,
    }
    if amount.unit == "percent_gdp":
        return {"percent_of_gdp": amount.value, **rest}
    is_currency = len(amount.unit) == 3 and amount.unit.isascii() and amount.unit.isupper()
    return {"value": amount.value, "currency" if is_currency else "unit": amount.unit, **rest}


def _read_amount(line: Json) -> Amount:
    if "percent_of_gdp" in line:
        value, unit = line["percent_of_gdp"], "percent_gdp"
    else:
        value, unit = line["value"], line["currency"] if "currency" in line else line["unit"]
    return Amount(value, unit, line["qualifier"], line["text"], Span(line["start"], line["end"]))


AMOUNT = Codec(_write_amount, _read_amount)


def _write_trigger(trigger: Span, context: Context) -> Json:
    return {"start": trigger.start, "end": trigger.end, "text": context.text[trigger.start : trigger.end]}


_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})


def _plover(event: EventMention, context: Context) -> str | None:
    """Give the PLOVER type of an event; its manual takes what cooperation is still to come for an agreement."""
    code = context.plover.get(event.type)
    return "AGREE" if event.factuality == "planned" and code in _COOPERATIVE else code


EVENT = record(
    EventMention,
    *plain("id", "type"),
    Shown("plover", _plover),
    part("trigger", Codec(_write_trigger, PLACE.read)),
    part("roles", many(ROLE)),
    *plain("factuality"),
    part("date", optional(WHEN)),
    part("attribution", optional(SOURCE), "attributed_to"),
    *EVIDENCE,
    *plain("frame"),
    Part("amounts", many(AMOUNT), "amounts", later=True),
)
AGREEMENT = record(
    AgreementMention,
    *plain("id", "name", "kind"),
    part("parties", many(ROLE)),
    part("signatories", many(ROLE)),
    part("topics", many(ROLE)),
    *plain("status", "factuality"),
    part("date", optional(WHEN)),
    part("attribution", optional(SOURCE), "attributed_to"),
    *EVIDENCE,
    *plain("event"),
)
COMMITMENT = record(
    CommitmentMention,
    *plain("id"),
    part("by", ROLE),
    part("to", optional(ROLE)),
    *plain("content"),
    part("amount", optional(AMOUNT)),
    part("deadline", optional(WHEN)),
    part("topics", many(ROLE)),
    *plain("status", "factuality"),
    part("attribution", optional(SOURCE), "attributed_to"),
    *EVIDENCE,
    *plain("event"),
)
STATEMENT = record(
    StatementMention,
    *plain("id"),
    part("speaker", optional(ROLE)),
    part("addressee", optional(ROLE)),
    *plain("quote", "direct"),
    Shown("topic", lambda statement, _: statement.topics[0].text if statement.topics else None),
    part("topics", many(ROLE)),
    part("span", PLACE, "words"),
    part("date", optional(WHEN)),
    *EVIDENCE,
)
TENURE = record(
    TenureMention,
    *plain("id"),
    part("holder", NAMED),
    *plain("office"),
    part("of", optional(NAMED)),
    *plain("former"),
    part("start", optional(WHEN)),
    part("end", optional(WHEN)),
    *EVIDENCE,
)
SILENCE = record(Silence, HERE, *plain("reason"))
EXTRACTION = record(
    Extraction,
    part("document", DOCUMENT),
    part("sentences", many(PAIR)),
    part("entities", many(ENTITY)),
    part("mentions", many(MENTION)),
    part("events", many(EVENT)),
    part("agreements", many(AGREEMENT)),
    part("commitments", many(COMMITMENT)),
    part("statements", many(STATEMENT)),
    part("tenures", many(TENURE)),
    part("silences", many(SILENCE)),
)


def to_json(extraction: Extraction, *, plover: Mapping[str, str] | None = None) -> Json:
    """Spell an extraction as the JSON object of one line.

    Args:
        extraction: What one article says.
        plover: PLOVER category of each event type of the ontology; without it the key is ``null``.
    """
    iris = {entity.id: entity.iri for entity in extraction.entities}
    line: Json = EXTRACTION.write(extraction, Context(extraction.document.text, iris, plover or {}))
    return line


def from_json(line: Json) -> Extraction:
    """Read an extraction back; inverse of :func:`to_json`."""
    extraction: Extraction = EXTRACTION.read(line)
    return extraction


def to_line(extraction: Extraction, *, plover: Mapping[str, str] | None = None) -> str:
    """Spell an extraction as one line of text, its end included."""
    return json.dumps(to_json(extraction, plover=plover), ensure_ascii=False) + "\n"


def write_lines(lines: Iterable[str], path: Path) -> None:
    """Write lines; the file appears whole or not at all."""
    replace_file(path, "".join(lines).encode())


def read_lines(path: Path) -> Iterator[Extraction]:
    """Read the extractions of a file.

    Raises:
        InputError: A line is not an extraction; names file and line.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            yield _parsed(line, f"{path}:{number}")


def _parsed(line: str, place: str) -> Extraction:
    try:
        value: Any = json.loads(line)
        return from_json(value)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(place, f"not an extraction as kg writes them ({error!r})") from error

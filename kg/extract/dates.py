"""Dates in news prose: find them in a text and read them against the day of publication.

Three passes: the rules of :mod:`kg.extract.date_rules` find calendar units; two units that form a range are joined;
words before a unit cut it ("late", "the end of") or turn it into a limit ("by", "since").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from kg.extract import date_words as words
from kg.extract.date_readers import WINDOW
from kg.extract.date_rules import Kind, Unit, find_units
from kg.extract.date_words import Anchor, Days
from kg.types import Span, Temporal

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date as the text has it.

    ``earliest`` and ``latest`` are the likelier reading, both inclusive, None where open. ``needs_tense`` says that
    the verb decides between that and ``alternative``: "on Friday" is the last one in "met on Friday".
    """

    span: Span
    text: str
    kind: Kind
    earliest: date | None
    latest: date | None
    needs_tense: bool = False
    alternative: Days | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of an agency report: place, day and agency as written, None where not given."""

    span: Span
    place: str
    day: TimeExpression | None
    agency: str | None


# ---------------------------------------------------------------- finding and composing
_BEFORE_RANGE = re.compile(r"\b(?:between|from)(?: (?:late|early|mid))? (?:the )?$", re.IGNORECASE)
_RANGE_LINK = re.compile(r"[ \n]?[-–—][ \n]?|[ \n](?:to|until|till|through|and)[ \n](?:the )?", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:the )?(?:very )?(?:"
    r"(?P<part>early|mid|late|later|earlier)(?:[ -]in|[ -]on)?|"
    r"(?P<edge>end|close|start|beginning|turn|middle|rest|remainder) of|"
    r"(?P<ordinal>first|second|third|fourth|last|final) (?P<division>half|quarter|week) (?:of|in)"
    r")[ -](?:the )?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?P<limit>(?:by )?no later than|not later than|on or before|by|before|ahead of|prior to|within|until|till|"
    r"through|since|from|starting|beginning|effective|as of|after|following)"
    r"(?: on| in| at)?(?: about| around| at least)? (?:the )?$",
    re.IGNORECASE,
)
_EDGES = {
    "end": "end", "close": "end", "rest": "later", "remainder": "later", "start": "start", "beginning": "start",
    "turn": "start", "middle": "mid",
}  # fmt: skip
_AT_END = re.compile(r"(?:the )?(?:very )?(?:end|close) of\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"[ ](?!(?:and|or|but|when|while|as|in|of|at|by|to|for|on|with|after|before|he|she|it)\b)[A-Za-z]"
)
_OPENING = frozenset({"since", "from", "starting", "beginning", "effective", "as of"})
_DEADLINES = frozenset(
    {
        "by", "by no later than", "no later than", "not later than", "on or before", "within", "before", "ahead of",
        "prior to",
    }
)  # fmt: skip


def find_dates(text: str, *, published: date | None, fiscal_year_start: int = 4) -> list[TimeExpression]:
    """Find all dates of a text, in order, without overlaps.

    Args:
        text: Any prose.
        published: Day of publication; without it relative dates are found with open bounds.
        fiscal_year_start: Month (1-12) in which "fiscal 2027" of this article starts, see
            :func:`~kg.extract.date_words.fiscal_year_start`.

    >>> [(d.text, d.latest) for d in find_dates("It must leave by March.", published=date(2025, 10, 28))]
    [('by March', datetime.date(2026, 3, 31))]
    """
    anchor = Anchor(published, fiscal_year_start)
    return [_expression(text, unit, anchor) for unit in _joined(text, find_units(text, anchor), anchor)]


def resolve(expression: TimeExpression, *, tense: Tense | None) -> Temporal:
    """Decide with the verb's tense; without a helpful one ("speaks on Tuesday") the nearer reading stands.

    What has an open end and is told in the present has begun: "is on a tour from Friday".
    """
    first, last = expression.earliest, expression.latest
    if tense == "present" and first and last is None:
        tense = "past"
    if expression.needs_tense and expression.alternative and tense in ("past", "future"):
        pair = sorted([(first, last), expression.alternative], key=_order)
        first, last = pair[0] if tense == "past" else pair[1]
    return Temporal(first, last, expression.text, expression.span)


def _order(days: Days) -> date:
    return days[0] or days[1] or date.min


def _joined(text: str, units: Sequence[Unit], anchor: Anchor) -> Iterator[Unit]:
    """Join two units that form a range."""
    rest = list(reversed(units))
    while rest:
        unit = rest.pop()
        if rest and (whole := _range(text, unit, rest[-1], anchor)):
            unit = whole
            rest.pop()
        yield unit


def _range(text: str, left: Unit, right: Unit, anchor: Anchor) -> Unit | None:
    link = text[left.end : right.start]
    opener = _BEFORE_RANGE.search(text, max(0, left.start - WINDOW), left.start)
    if not _RANGE_LINK.fullmatch(link) or "duration" in (left.kind, right.kind):
        return None
    pairs = []
    for first in left.readings:
        ends = [last for last in right.readings if first[0] and last[1] and first[0] < last[1]]
        pairs += [(first[0], min(ends, key=_order)[1])] if ends else []
    if "and" in link.lower() and not (opener and opener[0].lower().startswith("between")):
        pairs = [] if not _adjacent(left, right) else pairs
    if not pairs:
        return None
    if anchor.published:
        today = anchor.published
        pairs.sort(key=lambda days: words.distance(days, today))
    start = opener.start() if opener else left.start
    return Unit(start, right.end, "interval", tuple(pairs[:2]))


def _adjacent(left: Unit, right: Unit) -> bool:
    """Tell whether "Monday and Tuesday", "the 1960s and 1970s" run into each other."""
    one = timedelta(days=1)
    return any(a[1] and b[0] and a[1] + one == b[0] for a in left.readings for b in right.readings)


def _expression(text: str, unit: Unit, anchor: Anchor) -> TimeExpression:
    unit = _cut(text, unit, anchor)
    if not text[unit.end : unit.end + 2].startswith(("'s", "’s")):  # "by Friday's vote" is no deadline
        unit = _limited(text, unit)
    first, last = unit.readings[0]
    kind: Kind = "interval" if unit.kind == "point" and first != last else unit.kind
    return TimeExpression(
        Span(unit.start, unit.end),
        text[unit.start : unit.end],
        kind,
        first,
        last,
        needs_tense=len(unit.readings) == 2,
        alternative=unit.readings[1] if len(unit.readings) == 2 else None,
    )


def _cut(text: str, unit: Unit, anchor: Anchor) -> Unit:
    """Apply "late", "the end of", "the second half of" to a unit, from the inside out."""
    while unit.kind in ("point", "interval") and (match := _PART.search(text, max(0, unit.start - WINDOW), unit.start)):
        cut = tuple(_part(match, days, anchor.published) for days in unit.readings)
        unit = replace(unit, start=match.start(), readings=tuple(dict.fromkeys(cut)))
    return unit


def _part(match: re.Match[str], days: Days, published: date | None) -> Days:
    if match["division"]:
        ordinal = words.ORDINALS.get(match["ordinal"].lower(), 0)
        return words.division_of(days, ordinal, match["division"].lower())
    part = (match["part"] or _EDGES[match["edge"].lower()]).lower()
    if part in ("earlier", "later"):
        within = published and days[0] and days[1] and days[0] <= published <= days[1]
        return ((days[0], published) if part == "earlier" else (published, days[1])) if within else days
    return words.part_of(days, part)


def _limited(text: str, unit: Unit) -> Unit:
    """Apply "by", "since", "after": they open one end."""
    match = _LIMIT.search(text, max(0, unit.start - WINDOW), unit.start)
    if not match or unit.kind not in ("point", "interval"):
        return unit
    if match[0].endswith("the ") and _NOUN_AFTER.match(text, unit.end):  # "following the March 22 attacks"
        return unit
    limit = match["limit"].lower()
    if limit in ("before", "ahead of", "prior to") and _AT_END.match(text, unit.start):
        limit = "by"
    spans = [_limit(days, limit) for days in unit.readings]
    if limit == "since":
        spans = [min(spans, key=_order)]
    elif limit in _DEADLINES and limit not in ("before", "ahead of", "prior to"):
        spans = [max(spans, key=_order)]
    return Unit(match.start(), unit.end, "deadline" if limit in _DEADLINES else "interval", tuple(spans))


def _limit(days: Days, limit: str) -> Days:
    first, last = days
    if first is None or last is None or limit == "within":
        return days
    if limit in ("before", "ahead of", "prior to"):
        return None, words.shift(first, -1, "day")
    if limit in ("after", "following"):
        return words.shift(last, 1, "day"), None
    return (first, None) if limit in _OPENING else (None, last)


# ---------------------------------------------------------------- datelines
_DATELINE = re.compile(
    r"^(?P<head>[A-Z][^\n()—–:;]{1,70}?)[ ]?(?:\((?P<agency>[A-Z][^()\n]{1,40})\))?[ ]?(?:—|(?<=[ )])(?:--?|–)(?=[ ]))",
    re.MULTILINE,
)
_NO_PLACES = frozenset(
    {"WATCH", "FILE", "BREAKING", "UPDATE", "VIDEO", "PHOTO", "EXCLUSIVE", "LIVE", "ANALYSIS", "OPINION"}
)


def dateline(text: str, *, published: date | None = None) -> Dateline | None:
    """Read the first agency head at the start of a line: "LIMA, March 3 (AFP) -", "GENEVA —".

    A place in small letters counts only beside a date or an agency.

    >>> dateline("LIMA, March 3 (AFP) - Ministers met.").place
    'LIMA'
    """
    for match in _DATELINE.finditer(text):
        found = find_dates(match["head"], published=published)
        day = found[-1] if found and found[-1].kind == "point" and found[-1].span.end == len(match["head"]) else None
        place = (match["head"][: day.span.start] if day else match["head"]).strip(" ,")
        if _is_place(place, marked=bool(day or match["agency"])):
            span = Span(match.start(), match.end())
            moved = replace(day, span=day.span.moved(match.start())) if day else None
            return Dateline(span, place, moved, match["agency"])
    return None


def _is_place(words: str, *, marked: bool) -> bool:
    capital = words.split(",", maxsplit=1)[0]
    if capital.isupper():
        return len(capital) > 2 and capital not in _NO_PLACES
    return marked and 0 < len(words.split()) <= 4 and all(word[0].isupper() for word in words.split())

"""Reads dates that are counted from the one told before: *the next day*, *two weeks later*, *that October*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.extract.date_words import COUNTS, MONTHS, OPEN, Days, calendar_unit, month_number, months_from
from kg.extract.dates import TimeExpression
from kg.types import Span

_UNITS = "day|week|month|year"
_COUNT = r"\d{1,2}|" + "|".join(COUNTS)
_PARTS_OF_DAY = "day|morning|afternoon|evening|night"
_TOLD_FROM = re.compile(
    rf"\b(?:on |in )?the (?:(?P<step>next|following|previous) (?P<stepped>{_PARTS_OF_DAY})"
    r"|(?P<longstep>following|previous) (?P<longstepped>week|month|year))\b(?! of)"
    rf"|\b(?:on )?the (?P<stepback>{_PARTS_OF_DAY}|week|month|year) before\b(?=[.,;]|$| (?:in|at|near|and)\b)"
    rf"|\b(?:(?:about|some|just|barely) )?(?P<count>{_COUNT}) (?P<counted>{_UNITS})s? "
    r"(?P<way>later\b|earlier\b(?! than)|before\b(?=[.,;]|$))"
    rf"|\b(?:on |in |later |earlier )?(?:that (?:same )?|the same )(?P<same>{_UNITS})\b"
    rf"|\b(?:in )?that (?P<month>(?-i:{'|'.join(MONTHS)}))\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"next|following|previous|before|later|earlier|that|same", re.IGNORECASE)


def told_from(text: str) -> Iterator[re.Match[str]]:
    """Find such phrases."""
    if _MARK.search(text):
        yield from _TOLD_FROM.finditer(text)


def counted(match: re.Match[str], told: Days | None) -> TimeExpression | None:
    """Count from the days told before; None where those are too vague for it, or there are none.

    >>> phrase = next(told_from("The next day he left."))
    >>> counted(phrase, (date(2026, 3, 9), date(2026, 3, 9))).earliest
    datetime.date(2026, 3, 10)
    """
    days = _days(match, told[0], told[1]) if told is not None and told[0] and told[1] else OPEN
    first, last = days
    if first is None or last is None:
        return None
    return TimeExpression(Span(match.start(), match.end()), match[0], "point" if first == last else "interval", *days)


def _days(match: re.Match[str], first: date, last: date) -> Days:
    if match["month"]:
        number = month_number(match["month"])
        return months_from(last.year + (number < last.month), number)
    if match["same"]:
        unit, steps = match["same"].lower(), 0
    elif match["count"]:
        number = COUNTS.get(match["count"].lower()) or int(match["count"])
        unit, steps = match["counted"].lower(), number if match["way"].lower() == "later" else -number
    else:
        unit = (match["stepped"] or match["longstepped"] or match["stepback"]).lower()
        unit = unit if unit in _UNITS.split("|") else "day"
        steps = 1 if (match["step"] or match["longstep"] or "").lower() in {"next", "following"} else -1
    start, end = (calendar_unit(day, unit, steps) for day in (first, last))
    return start if start == end else OPEN  # *the next day* after a month is none

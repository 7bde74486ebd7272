"""Reads dates that are counted from the one told before: *the next day*, *two weeks later*, *that October*."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from kg.extract.date_words import COUNTS, MONTHS, Days, month_number, shift
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
    if told is None or told[0] is None or told[1] is None:
        return None
    days = _days(match, told[0], told[1])
    if days is None:
        return None
    first, last = days
    kind = "point" if first == last else "interval"
    return TimeExpression(Span(match.start(), match.end()), match[0], kind, first, last)  # type: ignore[arg-type]


def _days(match: re.Match[str], first: date, last: date) -> tuple[date, date] | None:
    if match["month"]:
        return _month_after(match["month"], last)
    if match["same"]:
        return _around(match["same"].lower(), first, last)
    if match["count"]:
        number = COUNTS.get(match["count"].lower()) or int(match["count"])
        unit, steps = match["counted"].lower(), number if match["way"].lower() == "later" else -number
    else:
        unit = (match["stepped"] or match["longstepped"] or match["stepback"]).lower()
        unit = unit if unit in _UNITS.split("|") else "day"
        steps = 1 if (match["step"] or match["longstep"] or "").lower() in {"next", "following"} else -1
    start = _around(unit, first, last)
    moved = shift(start[0], steps, unit) if start is not None else None
    return _around(unit, moved, moved) if moved is not None else None


def _around(unit: str, first: date, last: date) -> tuple[date, date] | None:
    """Give the day, week, month or year in which some days lie, None where they lie in several."""
    if unit == "day":
        return (first, last) if first == last else None
    if unit == "week":
        start, end = (day - timedelta(days=day.weekday()) for day in (first, last))
        return (start, start + timedelta(days=6)) if start == end else None
    if first.year != last.year or (unit == "month" and first.month != last.month):
        return None
    if unit == "year":
        return date(first.year, 1, 1), date(first.year, 12, 31)
    return _month(first.year, first.month)


def _month_after(name: str, last: date) -> tuple[date, date]:
    number = month_number(name)
    return _month(last.year + (number < last.month), number)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])

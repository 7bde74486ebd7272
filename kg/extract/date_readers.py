"""Readers of the rules of :mod:`kg.extract.date_rules`: a match and the day of publication become spans of days.

A reader gives one span, or two readings with the likelier first; none where the match is no date after all.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from kg.extract import date_words as words
from kg.extract.date_words import OPEN, Anchor, Days

WINDOW = 40
"""Characters before a unit that may modify it."""


def _whole_day(day: date | None) -> tuple[Days, ...]:
    return ((day, day),)


def _valid_day(year: int, month: int, day: int) -> list[Days]:
    try:
        return [(date(year, month, day),) * 2]
    except ValueError:
        return []


def iso(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "2026-03-05"."""
    return tuple(_valid_day(int(match["year"]), int(match["first"]), int(match["second"])))


def slashed(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "3/5/2026", or "31/5/2026" where the month cannot come first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    return tuple(_valid_day(year, first, second) or _valid_day(year, second, first))


def _years(match: re.Match[str], anchor: Anchor) -> list[int]:
    """Give the year that is said, or those around publication."""
    found = match.groupdict()
    if found.get("year"):
        return [int(match["year"])]
    if anchor.published is None:
        return []
    if found.get("which"):
        year = anchor.published.year + words.OFFSETS[_plain(match["which"])]
        return [year] if MINYEAR <= year <= MAXYEAR else []
    around = (anchor.published.year + step for step in (-1, 0, 1))
    return [year for year in around if MINYEAR <= year <= MAXYEAR]


def _said_or_near(match: re.Match[str], anchor: Anchor, candidates: list[Days]) -> tuple[Days, ...]:
    if match.groupdict().get("year") or len(candidates) == 1:
        return tuple(candidates)
    return words.readings(candidates, anchor.published) if candidates else (OPEN,)


def day(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "March 5", "Thursday, March 5, 2026"."""
    month, number = words.month_number(match["month"]), int(match["day"])
    if not _valid_day(2024, month, number):
        return ()
    candidates = [days for year in _years(match, anchor) for days in _valid_day(year, month, number)]
    if match["weekday"]:  # a weekday that is said tells the year
        weekday = words.weekday_number(match["weekday"])
        candidates = [days for days in candidates if days[0] and days[0].weekday() == weekday] or candidates
    return _said_or_near(match, anchor, candidates)


def day_range(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "March 5-7", "March 30 to April 2"."""
    first_month = words.month_number(match["month"])
    last_month = words.month_number(match["lastmonth"]) if match.groupdict().get("lastmonth") else first_month
    if not (_valid_day(2024, first_month, int(match["day"])) and _valid_day(2024, last_month, int(match["lastday"]))):
        return ()
    candidates = []
    for year in _years(match, anchor):
        begins = _valid_day(year - (last_month < first_month), first_month, int(match["day"]))
        ends = _valid_day(year, last_month, int(match["lastday"]))
        candidates += [(begin[0], end[0]) for begin in begins for end in ends]
    if last_month == first_month and int(match["day"]) >= int(match["lastday"]):
        return ()
    return _said_or_near(match, anchor, candidates)


def month_range(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "March to May", "November-February 2027"."""
    first, last = words.month_number(match["month"]), words.month_number(match["lastmonth"])
    over_new_year = last < first
    count = last - first + 1 + 12 * over_new_year
    spans = [words.months_from(year - over_new_year, first, count) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, spans)


def month(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "March 2026", "in March"."""
    spans = [words.months_from(year, words.month_number(match["month"])) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, spans)


def relative_month(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "last March", "next May"."""
    if anchor.published is None:
        return (OPEN,)
    year, month = anchor.published.year, words.month_number(match["month"])
    offset = words.OFFSETS[_plain(match["which"])]
    if offset < 0:
        year -= month >= anchor.published.month
    elif offset > 0:
        year += month <= anchor.published.month
    return (words.months_from(year, month),)


def day_of_month(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "the 15th"."""
    number = int(match["day"])
    if not 1 <= number <= 31:
        return ()
    if anchor.published is None:
        return (OPEN,)
    near = [words.calendar_unit(anchor.published, "month", step)[0] for step in (-1, 0, 1)]
    candidates = [days for first in near if first for days in _valid_day(first.year, first.month, number)]
    if match["which"]:
        month = words.calendar_unit(anchor.published, "month", words.OFFSETS[_plain(match["which"])])[0]
        return tuple(_valid_day(month.year, month.month, number)) if month else ()
    return words.readings(candidates, anchor.published)


def weekday(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "Monday", "next Monday", "Monday last week"."""
    if anchor.published is None:
        return (OPEN,)
    weekday, which = words.weekday_number(match["weekday"]), match["which"] or match["whichweek"]
    offset = words.OFFSETS[_plain(which)] if which else 0
    if match["whichweek"] or (which and offset == 0):
        monday = words.calendar_unit(anchor.published, "week", offset)[0]
        return _whole_day(words.shift(monday, weekday, "day") if monday else None)
    ahead = (weekday - anchor.published.weekday()) % 7
    if offset > 0:
        return _whole_day(words.shift(anchor.published, ahead or 7, "day"))
    if offset < 0:
        return _whole_day(words.shift(anchor.published, ahead - 7, "day"))
    days = [words.shift(anchor.published, ahead + step, "day") for step in (-7, 0)]
    return words.readings([(day, day) for day in days], anchor.published)


_NAMED_DAYS = {
    "yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip


def named_day(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "yesterday", "tonight"."""
    if anchor.published is None:
        return (OPEN,)
    return _whole_day(words.shift(anchor.published, _NAMED_DAYS.get(_plain(match["name"]), 0), "day"))


def calendar_unit(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "last week", "this fiscal year", "year-end"; "this autumn" in spring is that of this year, or the last."""
    if anchor.published is None:
        return (OPEN,)
    unit = _plain(match["unit"]).replace("financial", "fiscal").replace("-end", "")
    offset = words.OFFSETS[_plain(match.groupdict().get("which") or "this")]
    if unit in words.SEASONS and offset == 0:
        return words.seasons_around(anchor.published, unit)
    return (words.calendar_unit(anchor.published, unit, offset, fiscal_start=anchor.fiscal_year_start),)


def weekend(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "over the weekend"."""
    if anchor.published is None:
        return (OPEN,)
    near = [words.calendar_unit(anchor.published, "weekend", step) for step in (-1, 0, 1)]
    return words.readings(near, anchor.published)


def rolling(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "the next six months", "the coming days", "recent weeks", "within a year": spans that touch today."""
    today, found = anchor.published, match.groupdict()
    if today is None:
        return (OPEN,)
    back = _plain(found.get("which") or "next") in ("last", "past", "previous", "recent")
    count = _count(found.get("count") or ("" if match["plural"] else "one"))
    far = words.shift(today, -count if back else count, match["unit"].lower()) if count else None
    return ((far, today) if back else (today, far),)


_LOOKING_BACK = re.compile(r"\b(?:first|only|[a-z]{3,}est)\b", re.IGNORECASE)  # "his first visit in six years"


def away(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "two weeks ago", "in three years": the calendar unit that lies so far away."""
    today = anchor.published
    if not match["ago"] and _LOOKING_BACK.search(match.string, max(0, match.start() - WINDOW), match.start()):
        return ()
    if today is None:
        return (OPEN,)
    ago, count, unit = bool(match["ago"]), _count(match["count"]), match["unit"].lower()
    if unit in ("minute", "hour"):
        return _whole_day(today)
    if count is None:
        return ((None, today) if ago else (today, None),)
    day = words.shift(today, -count if ago else count, unit)
    return (words.calendar_unit(day, "year" if unit == "decade" else unit, 0),) if day else (OPEN,)


def year(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "2026"."""
    return (words.year_span(int(match["year"])),)


def year_range(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "2026-28"."""
    first, last = int(match["year"]), match["lastyear"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return (words.year_span(first, end - first + 1),) if first < end < first + 100 else ()


def decade(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "the 1960s"."""
    digits = match["decade"]
    return (words.year_span(int(digits) if len(digits) == 4 else 1900 + int(digits), 10),)


def fiscal(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "fiscal 2027", "FY2026-27"."""
    found = match.groupdict()
    if found.get("month"):  # "the fiscal year ending in March 2026"
        return (words.months_from(int(match["year"]) - 1, words.month_number(match["month"]) + 1, 12),)
    year = int(match["year"])
    if found.get("lastyear"):  # both years are said: it begins in the first
        return (words.months_from(year, anchor.fiscal_year_start, 12),)
    return (words.fiscal_year(year + 2000 if year < 100 else year, anchor.fiscal_year_start),)


def season(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "spring 2026"."""
    return (words.months_from(int(match["year"]), words.SEASONS[match["season"].lower()], 3),)


def quarter(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "Q3 2026"."""
    division = "half" if match["division"].upper() == "H" else "quarter"
    spans = [words.year_span(year) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, [words.division_of(span, int(match["ordinal"]), division) for span in spans])


def holiday(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "Easter 2026"."""
    days = [words.holiday(match["holiday"], year) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, [(day, day) for day in days])


def unplaced(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read what has no place in the calendar: "every week", "six months"."""
    return (OPEN,)


def _plain(text: str) -> str:
    return re.sub(r"^the ", "", " ".join(text.lower().split()))


def _count(text: str) -> int | None:
    """Read "three", "12", "a couple of"; None for "several", "a few"."""
    found = " ".join(text.lower().split())
    return int(found) if found.isdecimal() else words.COUNTS.get(found)

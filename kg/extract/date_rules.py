"""The rules that find single calendar units in news prose: "last week", "Oct. 28", "fiscal 2027".

Each rule is a pattern, the function that reads its match into one or two spans of days, the kind of expression, and
what must stand before it ("in" before "May").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from kg.extract import date_words as words
from kg.extract.date_words import OPEN, Anchor, Days

Kind = Literal["point", "interval", "deadline", "duration", "set"]
WINDOW = 40  # characters before a unit that may modify it
_Reader = Callable[[re.Match[str], Anchor], tuple[Days, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit in a text with its one or two readings, the likelier first."""

    start: int
    end: int
    kind: Kind
    readings: tuple[Days, ...]


# ---------------------------------------------------------------- readers of single units
def _whole_day(day: date | None) -> tuple[Days, ...]:
    return ((day, day),)


def _valid_day(year: int, month: int, day: int) -> list[Days]:
    try:
        return [(date(year, month, day),) * 2]
    except ValueError:
        return []


def _iso(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    return tuple(_valid_day(int(match["year"]), int(match["first"]), int(match["second"])))


def _slashed(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
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
        return [anchor.published.year + words.OFFSETS[_plain(match["which"])]]
    return [anchor.published.year + step for step in (-1, 0, 1)]


def _said_or_near(match: re.Match[str], anchor: Anchor, candidates: list[Days]) -> tuple[Days, ...]:
    if match.groupdict().get("year") or len(candidates) == 1:
        return tuple(candidates)
    return words.readings(candidates, anchor.published) if candidates else (OPEN,)


def _day(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    month, number = words.month_number(match["month"]), int(match["day"])
    if not _valid_day(2024, month, number):
        return ()
    candidates = [days for year in _years(match, anchor) for days in _valid_day(year, month, number)]
    if match["weekday"]:  # a weekday that is said tells the year
        weekday = words.weekday_number(match["weekday"])
        candidates = [days for days in candidates if days[0] and days[0].weekday() == weekday] or candidates
    return _said_or_near(match, anchor, candidates)


def _day_range(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
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


def _month_range(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    first, last = words.month_number(match["month"]), words.month_number(match["lastmonth"])
    over_new_year = last < first
    count = last - first + 1 + 12 * over_new_year
    spans = [words.months_from(year - over_new_year, first, count) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, spans)


def _month(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    spans = [words.months_from(year, words.month_number(match["month"])) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, spans)


def _relative_month(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    if anchor.published is None:
        return (OPEN,)
    year, month = anchor.published.year, words.month_number(match["month"])
    offset = words.OFFSETS[_plain(match["which"])]
    if offset < 0:
        year -= month >= anchor.published.month
    elif offset > 0:
        year += month <= anchor.published.month
    return (words.months_from(year, month),)


def _day_of_month(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
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


def _weekday(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
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


def _named_day(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    if anchor.published is None:
        return (OPEN,)
    return _whole_day(words.shift(anchor.published, _NAMED_DAYS.get(_plain(match["name"]), 0), "day"))


def _calendar_unit(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    if anchor.published is None:
        return (OPEN,)
    unit = _plain(match["unit"]).replace("financial", "fiscal").replace("-end", "")
    offset = words.OFFSETS[_plain(match.groupdict().get("which") or "this")]
    return (words.calendar_unit(anchor.published, unit, offset, fiscal_start=anchor.fiscal_year_start),)


def _weekend(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    if anchor.published is None:
        return (OPEN,)
    near = [words.calendar_unit(anchor.published, "weekend", step) for step in (-1, 0, 1)]
    return words.readings(near, anchor.published)


def _rolling(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    """Read "the next six months", "the coming days", "recent weeks", "within a year": spans that touch today."""
    today, found = anchor.published, match.groupdict()
    if today is None:
        return (OPEN,)
    back = _plain(found.get("which") or "next") in ("last", "past", "previous", "recent")
    count = _count(found.get("count") or ("" if match["plural"] else "one"))
    far = words.shift(today, -count if back else count, match["unit"].lower()) if count else None
    return ((far, today) if back else (today, far),)


_LOOKING_BACK = re.compile(r"\b(?:first|only|[a-z]{3,}est)\b", re.IGNORECASE)  # "his first visit in six years"


def _away(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
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


def _year(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    return (words.year_span(int(match["year"])),)


def _year_range(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    first, last = int(match["year"]), match["lastyear"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return (words.year_span(first, end - first + 1),) if first < end < first + 100 else ()


def _decade(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    digits = match["decade"]
    return (words.year_span(int(digits) if len(digits) == 4 else 1900 + int(digits), 10),)


def _fiscal(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    found = match.groupdict()
    if found.get("month"):  # "the fiscal year ending in March 2026"
        return (words.months_from(int(match["year"]) - 1, words.month_number(match["month"]) + 1, 12),)
    year = int(match["year"])
    if found.get("lastyear"):  # both years are said: it begins in the first
        return (words.months_from(year, anchor.fiscal_year_start, 12),)
    return (words.fiscal_year(year + 2000 if year < 100 else year, anchor.fiscal_year_start),)


def _season(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    return (words.months_from(int(match["year"]), words.SEASONS[match["season"].lower()], 3),)


def _quarter(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    division = "half" if match["division"].upper() == "H" else "quarter"
    spans = [words.year_span(year) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, [words.division_of(span, int(match["ordinal"]), division) for span in spans])


def _holiday(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    days = [words.holiday(match["holiday"], year) for year in _years(match, anchor)]
    return _said_or_near(match, anchor, [(day, day) for day in days])


def _unplaced(match: re.Match[str], anchor: Anchor) -> tuple[Days, ...]:
    return (OPEN,)


def _plain(text: str) -> str:
    return re.sub(r"^the ", "", " ".join(text.lower().split()))


def _count(text: str) -> int | None:
    """Read "three", "12", "a couple of"; None for "several", "a few"."""
    found = " ".join(text.lower().split())
    return int(found) if found.isdecimal() else words.COUNTS.get(found)


# ---------------------------------------------------------------- the rules
_NAMES = "|".join(f"{name}|{name.upper()}" for name in words.MONTHS)
_SHORT = "|".join(f"{name}|{name.upper()}" for name in ("Sept", *(name[:3] for name in words.MONTHS)))
_DAYS = "|".join(f"{name}|{name.upper()}" for name in words.WEEKDAYS)
_COUNT = r"\d{1,4}|" + "|".join(words.COUNTS) + "|a few|few|several|some|many"
_PIECES = {
    "MONTH": rf"(?P<month>(?-i:{_NAMES}|(?:{_SHORT})\b\.?))",
    "LASTMONTH": rf"(?P<lastmonth>(?-i:{_NAMES}|(?:{_SHORT})\b\.?))",
    "FULLMONTH": rf"(?P<month>(?-i:{_NAMES}|Sept|SEPT))",
    "WEEKDAY": rf"(?P<weekday>(?-i:{_DAYS}))",
    "DAY": r"(?P<day>[0-3]?\d)(?!\d)(?:st|nd|rd|th)?",
    "LASTDAY": r"(?P<lastday>[0-3]?\d)(?!\d)(?:st|nd|rd|th)?",
    "YEAR": r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)",
    "LASTYEAR": r"(?P<lastyear>(?:1[5-9]|20)\d\d|\d\d)(?!\d)",
    "WHICH": r"(?P<which>the previous|the current|the coming|this past|this coming|last|this|next)",
    "COUNT": rf"(?P<count>{_COUNT})",
    "UNIT": r"(?P<unit>day|week|month|quarter|year|decade)(?P<plural>s?)",
    "TIMEOFDAY": r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?",
    "DASH": r"(?: ?[-–—] ?| to | and | through | until )",
    " ": r"(?:[^\S\n]{1,3}\n?|\n)",
}
_CUE = (
    r"\b(?:in|by|since|until|until at least|till|before|after|from|to|through|of|between|during|around|"
    r"late|early|mid|earlier|later)"
)
_YEAR_CUE = r"\b(?:in|since|until|during|late|early|end of)[ \n]$|\($"
_PART_CUE = (
    r"\b(?:half|quarter|week|end|start|beginning|middle|part|close|first|last|rest|remainder|later|earlier|late|early)"
)
# pattern, reader, kind, what must stand before it
_RULES: tuple[tuple[str, _Reader, Kind, str], ...] = (
    (r"YEAR-(?P<first>\d\d)-(?P<second>\d\d)(?:T[\d:.]{5,15}Z?)?", _iso, "point", ""),
    (r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/YEAR", _slashed, "point", ""),
    (r"(?:between |from )?MONTH DAYDASHLASTMONTH LASTDAY(?:,? YEAR)?", _day_range, "interval", ""),
    (r"(?:between |from )?DAY MONTHDASHLASTDAY LASTMONTH(?:,? YEAR)?", _day_range, "interval", ""),
    (r"(?:between |from )?MONTH DAYDASHLASTDAY(?:,? YEAR)?", _day_range, "interval", ""),
    (r"(?:between |from )?DAYDASHLASTDAY MONTH(?:,? YEAR)?", _day_range, "interval", ""),
    (r"(?:WEEKDAY,? )?MONTH DAY(?:,? YEAR|,? (?:of )?WHICH year)?", _day, "point", ""),
    (r"(?:WEEKDAY,? )?(?:the )?DAY (?:of )?MONTH(?:,? YEAR|,? (?:of )?WHICH year)?", _day, "point", ""),
    (r"(?:between |from )?MONTHDASHLASTMONTH(?: YEAR)?", _month_range, "interval", ""),
    (r"MONTH(?:,| of)? YEAR", _month, "interval", ""),
    (r"MONTH (?:of )?WHICH year", _month, "interval", ""),
    (r"WHICH FULLMONTH", _relative_month, "interval", ""),
    (r"FULLMONTH", _month, "interval", _CUE + r"[\s-](?:the )?$|\bmid-$"),
    (r"(?P<month>(?-i:January|February|July|September|October|November|December))", _month, "interval", ""),
    (r"the DAY(?<=th|st|nd|rd)(?=[.,;]| and | to | for | in | of (?:this|last|next) month|$)"
     r"(?: of (?P<which>this|last|next) month)?", _day_of_month, "point",
     r"\b(?:on|by|until|from|to|before|since) $"),
    (r"(?P<season>spring|summer|autumn|fall|winter)(?: of)? YEAR", _season, "interval", ""),
    (r"(?P<division>[QH])(?P<ordinal>[1-4])(?: (?:of )?YEAR)?", _quarter, "interval", ""),
    (r"WHICH (?P<unit>(?:fiscal|financial) year)", _calendar_unit, "interval", ""),
    (r"(?:the )?(?:fiscal|financial) year (?:ending|ended|that ends|that ended|to)(?: in)? MONTH(?: DAY)?,? YEAR",
     _fiscal, "interval", ""),
    (r"(?:fiscal|financial)(?: year)? YEAR(?:[-/–]LASTYEAR)?", _fiscal, "interval", ""),
    (r"(?:the )?YEAR(?:[-/–]LASTYEAR)? (?:fiscal|financial) year", _fiscal, "interval", ""),
    (r"(?-i:FY) ?[’']?(?P<year>(?:20)?\d\d)(?!\d)(?:[-/–]LASTYEAR)?", _fiscal, "interval", ""),
    (r"(?:WHICH |(?:(?:early|late|earlier|later) (?:on )?)?)WEEKDAYTIMEOFDAY(?! Times| Telegraph| Mail)"
     r"(?:,? (?:of )?(?P<whichweek>last|this|next) week)?", _weekday, "point", r"(?<!Black )(?<!Bloody )$"),
    (r"(?:the )?(?P<name>day before yesterday|day after tomorrow|last night|tonight|today|tomorrow|yesterday|"
     r"(?:earlier |later )?this (?:morning|afternoon|evening))TIMEOFDAY", _named_day, "point", ""),
    (r"WHICH (?P<unit>weekend|week|month|quarter|year|decade|spring|summer|autumn|fall|winter)(?!s)(?! of )",
     _calendar_unit, "interval", ""),
    (r"the (?P<unit>weekend|week|month|quarter|year|decade)(?!s)", _calendar_unit, "interval",
     rf"{_PART_CUE} (?:of|in) $|\bwithin $"),
    (r"(?P<unit>month|year)(?:-end\b|[’']s end\b| end\b)", _calendar_unit, "interval",
     r"\b(?:by|at|until|before) (?:the )?$"),
    (r"(?:over|at|on|during) the weekend", _weekend, "point", ""),
    (r"(?:(?:over|in|for|during|within|throughout) )?the (?P<which>next|coming|past|last|previous)(?: COUNT)? UNIT"
     r"(?! of )", _rolling, "interval", ""),
    (r"(?:in |over )(?:the )?(?P<which>coming|recent)(?: COUNT)? UNIT", _rolling, "interval", ""),
    (r"within COUNT[ -]UNIT", _rolling, "deadline", ""),
    (r"COUNT (?P<unit>minute|hour|day|week|month|year|decade)s? (?P<ago>ago)", _away, "point", ""),
    (r"in (?:about )?COUNT (?P<unit>minute|hour|day|week|month|year|decade)s?(?P<ago>)(?:[’']? time|(?=[.,;)]|$))",
     _away, "point", ""),
    (r"COUNT (?P<unit>day|week|month|year)s?(?P<ago>) from (?:now|today)", _away, "point", ""),
    (r"(?:every|each) (?:(?:other|second) )?(?:day|week|month|quarter|year|WEEKDAY)", _unplaced, "set", ""),
    (r"annually|(?:once|twice) a (?:week|month|year)|(?:on )?WEEKDAYs", _unplaced, "set", ""),
    (r"(?P<holiday>(?-i:New Year[’']s (?:Day|Eve)|Christmas(?: Day| Eve)?|Good Friday|Easter(?: Sunday| Monday)?|"
     r"Thanksgiving(?: Day)?|May Day))(?:,? YEAR)?", _holiday, "point", ""),
    (r"(?:the )?[’']?(?P<decade>(?:1[89]|20)\d0|[2-9]0)[’']?s", _decade, "interval", ""),
    (r"YEAR ?[-–] ?LASTYEAR", _year_range, "interval", ""),
    (r"YEAR(?![-–]?[\w%]|[.,:]\d| (?:[a-z]+s|people|percent|million|billion)\b)", _year, "interval",
     _CUE + r"[ \n]$|\bmid-$"),
    (r"YEAR(?![-–]?[\w%]|[.,:]\d)", _year, "interval", _YEAR_CUE),
    (r"YEAR(?= [a-z])", _year, "interval", r"\b(?:the|a) $"),
    (r"YEAR(?![-–]?\w)", _year, "interval", r"\bbetween (?:1[5-9]|20)\d\d and $"),
    (r"COUNT[ -](?:minute|hour|day|week|month|year|decade)s?", _unplaced, "duration", ""),
)  # fmt: skip


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], _Reader, Kind, re.Pattern[str]], ...]:
    """Spell the rules out: words in capitals name pieces, a blank is one gap within a paragraph."""
    piece = re.compile(
        r"LASTMONTH|FULLMONTH|LASTDAY|LASTYEAR|TIMEOFDAY|WEEKDAY|MONTH|YEAR|WHICH|COUNT|UNIT|DASH|DAY|(?<!\[) "
    )
    return tuple(
        (
            re.compile(
                r"(?<![\w$€£¥/])(?<!\d[.,-])(?:" + piece.sub(lambda m: _PIECES[m[0]], pattern) + r")(?!\w)",
                re.IGNORECASE,
            ),
            reader,
            kind,
            re.compile(cue, re.IGNORECASE),
        )
        for pattern, reader, kind, cue in _RULES
    )


def find_units(text: str, anchor: Anchor) -> list[Unit]:
    """Find calendar units in order; of overlapping ones the first, then the longest, then the earlier rule."""
    found = []
    for pattern, reader, kind, cue in _compiled():
        for match in pattern.finditer(text):
            if cue.pattern and not cue.search(text, max(0, match.start() - WINDOW), match.start()):
                continue
            if spans := reader(match, anchor):
                found.append(Unit(match.start(), match.end(), kind, spans))
    found.sort(key=lambda unit: (unit.start, -unit.end))  # stable: earlier rules win ties
    units: list[Unit] = []
    for unit in found:
        if not units or unit.start >= units[-1].end:
            units.append(unit)
    return units

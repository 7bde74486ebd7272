"""The rules that find single calendar units in news prose: "last week", "Oct. 28", "fiscal 2027".

Each rule is a pattern, the function that reads its match into one or two spans of days, the kind of expression, and
what must stand before it ("in" before "May").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.extract import date_readers as read
from kg.extract import date_words as words
from kg.extract.date_readers import WINDOW
from kg.extract.date_words import Anchor, Days

Kind = Literal["point", "interval", "deadline", "duration", "set"]
_Reader = Callable[[re.Match[str], Anchor], tuple[Days, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit in a text with its one or two readings, the likelier first."""

    start: int
    end: int
    kind: Kind
    readings: tuple[Days, ...]


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
    (r"YEAR-(?P<first>\d\d)-(?P<second>\d\d)(?:T[\d:.]{5,15}Z?)?", read.iso, "point", ""),
    (r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/YEAR", read.slashed, "point", ""),
    (r"(?:between |from )?MONTH DAYDASHLASTMONTH LASTDAY(?:,? YEAR)?", read.day_range, "interval", ""),
    (r"(?:between |from )?DAY MONTHDASHLASTDAY LASTMONTH(?:,? YEAR)?", read.day_range, "interval", ""),
    (r"(?:between |from )?MONTH DAYDASHLASTDAY(?:,? YEAR)?", read.day_range, "interval", ""),
    (r"(?:between |from )?DAYDASHLASTDAY MONTH(?:,? YEAR)?", read.day_range, "interval", ""),
    (r"(?:WEEKDAY,? )?MONTH DAY(?:,? YEAR|,? (?:of )?WHICH year)?", read.day, "point", ""),
    (r"(?:WEEKDAY,? )?(?:the )?DAY (?:of )?MONTH(?:,? YEAR|,? (?:of )?WHICH year)?", read.day, "point", ""),
    (r"(?:between |from )?MONTHDASHLASTMONTH(?: YEAR)?", read.month_range, "interval", ""),
    (r"MONTH(?:,| of)? YEAR", read.month, "interval", ""),
    (r"MONTH (?:of )?WHICH year", read.month, "interval", ""),
    (r"WHICH FULLMONTH", read.relative_month, "interval", ""),
    (r"FULLMONTH", read.month, "interval", _CUE + r"[\s-](?:the )?$|\bmid-$"),
    (r"(?P<month>(?-i:January|February|July|September|October|November|December))", read.month, "interval", ""),
    (r"the DAY(?<=th|st|nd|rd)(?=[.,;]| and | to | for | in | of (?:this|last|next) month|$)"
     r"(?: of (?P<which>this|last|next) month)?", read.day_of_month, "point",
     r"\b(?:on|by|until|from|to|before|since) $"),
    (r"(?P<season>spring|summer|autumn|fall|winter)(?: of)? YEAR", read.season, "interval", ""),
    (r"(?P<division>[QH])(?P<ordinal>[1-4])(?: (?:of )?YEAR)?", read.quarter, "interval", ""),
    (r"WHICH (?P<unit>(?:fiscal|financial) year)", read.calendar_unit, "interval", ""),
    (r"(?:the )?(?:fiscal|financial) year (?:ending|ended|that ends|that ended|to)(?: in)? MONTH(?: DAY)?,? YEAR",
     read.fiscal, "interval", ""),
    (r"(?:fiscal|financial)(?: year)? YEAR(?:[-/–]LASTYEAR)?", read.fiscal, "interval", ""),
    (r"(?:the )?YEAR(?:[-/–]LASTYEAR)? (?:fiscal|financial) year", read.fiscal, "interval", ""),
    (r"(?-i:FY) ?[’']?(?P<year>(?:20)?\d\d)(?!\d)(?:[-/–]LASTYEAR)?", read.fiscal, "interval", ""),
    (r"(?:WHICH |(?:(?:early|late|earlier|later) (?:on )?)?)WEEKDAYTIMEOFDAY(?! Times| Telegraph| Mail)"
     r"(?:,? (?:of )?(?P<whichweek>last|this|next) week)?", read.weekday, "point", r"(?<!Black )(?<!Bloody )$"),
    (r"(?:the )?(?P<name>day before yesterday|day after tomorrow|last night|tonight|today|tomorrow|yesterday|"
     r"(?:earlier |later )?this (?:morning|afternoon|evening))TIMEOFDAY", read.named_day, "point", ""),
    (r"WHICH (?P<unit>weekend|week|month|quarter|year|decade|spring|summer|autumn|fall|winter)(?!s)(?! of )",
     read.calendar_unit, "interval", ""),
    (r"the (?P<unit>spring|summer|autumn|fall|winter)(?!s)(?! of )", read.calendar_unit, "interval",
     rf"\b(?:in|by|since|until|before|after|during) $|{_PART_CUE} (?:of|in) $"),
    (r"the (?P<unit>weekend|week|month|quarter|year|decade)(?!s)", read.calendar_unit, "interval",
     rf"{_PART_CUE} (?:of|in) $|\bwithin $"),
    (r"(?P<unit>month|year)(?:-end\b|[’']s end\b| end\b)", read.calendar_unit, "interval",
     r"\b(?:by|at|until|before) (?:the )?$"),
    (r"(?:over|at|on|during) the weekend", read.weekend, "point", ""),
    (r"(?:(?:over|in|for|during|within|throughout) )?the (?P<which>next|coming|past|last|previous)(?: COUNT)? UNIT"
     r"(?! of )", read.rolling, "interval", ""),
    (r"(?:in |over )(?:the )?(?P<which>coming|recent)(?: COUNT)? UNIT", read.rolling, "interval", ""),
    (r"within COUNT[ -]UNIT", read.rolling, "deadline", ""),
    (r"COUNT (?P<unit>minute|hour|day|week|month|year|decade)s? (?P<ago>ago)", read.away, "point", ""),
    (r"in (?:about )?COUNT (?P<unit>minute|hour|day|week|month|year|decade)s?(?P<ago>)(?:[’']? time|(?=[.,;)]|$))",
     read.away, "point", ""),
    (r"COUNT (?P<unit>day|week|month|year)s?(?P<ago>) from (?:now|today)", read.away, "point", ""),
    (r"(?:every|each) (?:(?:other|second) )?(?:day|week|month|quarter|year|WEEKDAY)", read.unplaced, "set", ""),
    (r"annually|(?:once|twice) a (?:week|month|year)|(?:on )?WEEKDAYs", read.unplaced, "set", ""),
    (r"(?P<holiday>(?-i:New Year[’']s (?:Day|Eve)|Christmas(?: Day| Eve)?|Good Friday|Easter(?: Sunday| Monday)?|"
     r"Thanksgiving(?: Day)?|May Day))(?:,? YEAR)?", read.holiday, "point", ""),
    (r"(?:the )?[’']?(?P<decade>(?:1[89]|20)\d0|[2-9]0)[’']?s", read.decade, "interval", ""),
    (r"YEAR ?[-–] ?LASTYEAR", read.year_range, "interval", ""),
    (r"YEAR(?![-–]?[\w%]|[.,:]\d| (?:[a-z]+s|people|percent|million|billion)\b)", read.year, "interval",
     _CUE + r"[ \n]$|\bmid-$"),
    (r"YEAR(?![-–]?[\w%]|[.,:]\d)", read.year, "interval", _YEAR_CUE),
    (r"YEAR(?= [a-z])", read.year, "interval", r"\b(?:the|a) $"),
    (r"YEAR(?![-–]?\w)", read.year, "interval", r"\bbetween (?:1[5-9]|20)\d\d and $"),
    (r"COUNT[ -](?:minute|hour|day|week|month|year|decade)s?", read.unplaced, "duration", ""),
)  # fmt: skip


_MONTH = re.compile(rf"{_NAMES}|\b(?:{_SHORT})\b")
_MARK = re.compile(
    r"(?i:\d|day|night|morning|afternoon|evening|tomorrow|weekend|minute|hour|week|month|quarter|year|decade|spring|"
    rf"summer|autumn|fall|winter|annually|christmas|easter|thanksgiving)|{_MONTH.pattern}"
)
"""What every rule asks for at the least: most sentences hold no date, and need not be searched rule by rule."""


@cache
def _compiled(*, monthly: bool) -> tuple[tuple[re.Pattern[str], _Reader, Kind, re.Pattern[str]], ...]:
    """Spell the rules out: words in capitals name pieces, a blank is one gap within a paragraph.

    ``monthly`` takes in the rules that ask for the name of a month.
    """
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
        if monthly or "MONTH" not in pattern
    )


def find_units(text: str, anchor: Anchor) -> list[Unit]:
    """Find calendar units in order; of overlapping ones the first, then the longest, then the earlier rule."""
    if not _MARK.search(text):
        return []
    found = []
    for pattern, reader, kind, cue in _compiled(monthly=_MONTH.search(text) is not None):
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

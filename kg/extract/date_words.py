"""The calendar behind news dates: names, counts, and arithmetic on spans of days.

A span of days is a pair (first, last), both inclusive; None is an open end. Weeks run from Monday to Sunday.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date | None, date | None]
OPEN: Days = (None, None)

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each northern season; a winter is named after the year in which it begins."""

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "a couple of": 2, "a dozen": 12,
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
OFFSETS = {
    "last": -1, "previous": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
    "this coming": 1,
}  # fmt: skip

_FISCAL_YEAR_STARTS = {
    "united-states": 10, "thailand": 10, "haiti": 10, "australia": 7, "new-zealand": 7, "pakistan": 7, "egypt": 7,
    "bangladesh": 7, "nepal": 7, "ethiopia": 7, "kenya": 7, "uganda": 7, "tanzania": 7, "iran": 3, "japan": 4,
    "india": 4, "united-kingdom": 4, "canada": 4, "singapore": 4, "hong-kong": 4, "south-africa": 4, "kuwait": 4,
    "myanmar": 4, "botswana": 4, "jamaica": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates hang on: the day of publication and the month in which fiscal years start."""

    published: date | None
    fiscal_year_start: int


def fiscal_year_start(country: str | None) -> int:
    """Give the month (1-12) in which the government's budget year starts; the calendar year where none is known.

    >>> fiscal_year_start("united-states")
    10
    """
    return _FISCAL_YEAR_STARTS.get(country or "", 1)


def month_number(name: str) -> int:
    """Read a month's name or abbreviation.

    >>> month_number("Sept")
    9
    """
    return next(number for number, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def weekday_number(name: str) -> int:
    """Read a weekday's name, Monday being 0.

    >>> weekday_number("Sunday")
    6
    """
    return WEEKDAYS.index(name.capitalize())


def shift(day: date, count: int, unit: str) -> date | None:
    """Move a day by a count of units ("day", "week", "month", "year", "decade"); None beyond the calendar.

    >>> shift(date(2025, 10, 31), 1, "month")
    datetime.date(2025, 11, 30)
    """
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        year, month = divmod(12 * day.year + day.month - 1 + count * months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def months_from(year: int, month: int, count: int = 1) -> Days:
    """Give the span of ``count`` whole months; ``month`` may lie outside 1-12 and is carried into the year.

    Beyond the calendar both ends are open.

    >>> months_from(2025, 12, 3)[1]
    datetime.date(2026, 2, 28)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return OPEN
    first = date(year, month, 1)
    after = shift(first, count, "month")
    return first, after - timedelta(days=1) if after else None


def year_span(year: int, count: int = 1) -> Days:
    """Give the span of ``count`` calendar years."""
    return months_from(year, 1, 12 * count)


def fiscal_year(year: int, start: int) -> Days:
    """Give a budget year by its name.

    Years that start by April carry the number of the year in which they begin (Japan), those that start later
    that of the year in which they end (United States).

    >>> fiscal_year(2027, 4)[0], fiscal_year(2027, 10)[0]
    (datetime.date(2027, 4, 1), datetime.date(2026, 10, 1))
    """
    return months_from(year if start <= 4 else year - 1, start, 12)


def calendar_unit(day: date, unit: str, offset: int, *, fiscal_start: int = 1) -> Days:
    """Give the week, weekend, month, ... that lies ``offset`` units from the one that holds ``day``.

    >>> calendar_unit(date(2025, 10, 28), "week", -1)
    (datetime.date(2025, 10, 20), datetime.date(2025, 10, 26))
    """
    if unit in SEASONS:
        return _season_near(day, SEASONS[unit], offset) if offset else seasons_around(day, unit)[0]
    if unit in ("week", "weekend", "day"):
        back = 0 if unit == "day" else day.weekday()
        first = shift(day, offset * (1 if unit == "day" else 7) - back + (5 if unit == "weekend" else 0), "day")
        return first, shift(first, {"day": 0, "week": 6, "weekend": 1}[unit], "day") if first else None
    length = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "fiscal year": 12}[unit]
    start = fiscal_start if unit == "fiscal year" else 1
    year = day.year - day.year % 10 if unit == "decade" else day.year
    elapsed = (day.year - year) * 12 + day.month - start
    moved = shift(date(max(year, MINYEAR), start, 1), (elapsed // length + offset) * length, "month")
    return months_from(moved.year, moved.month, length) if moved else OPEN


def _season_near(day: date, month: int, offset: int) -> Days:
    seasons = [months_from(year, month, 3) for year in range(day.year - 1, day.year + 2)]
    if offset < 0:
        return next((season for season in reversed(seasons) if season[1] and season[1] < day), OPEN)
    return next((season for season in seasons if season[0] and season[0] > day), OPEN)


def seasons_around(day: date, name: str) -> tuple[Days, ...]:
    """Give the season of that name which holds a day, else the last and the next one, that of the day's year first.

    >>> [days[0] for days in seasons_around(date(2026, 4, 15), "autumn")]
    [datetime.date(2026, 9, 1), datetime.date(2025, 9, 1)]
    """
    near = [months_from(year, SEASONS[name], 3) for year in (day.year, day.year - 1, day.year + 1)]
    within = tuple(season for season in near if not distance(season, day))
    return within or tuple(sorted(sorted(near, key=lambda s: distance(s, day))[:2], key=near.index))


def distance(days: Days, day: date) -> int:
    """Count the days between a span and a day; 0 within it.

    >>> distance((date(2025, 7, 1), date(2025, 7, 31)), date(2025, 8, 2))
    2
    """
    first, last = days
    if first and day < first:
        return (first - day).days
    return (day - last).days if last and day > last else 0


def readings(candidates: Iterable[Days], published: date | None) -> tuple[Days, ...]:
    """Choose among repetitions of a date (a weekday, a day without year) the last past and the next future one.

    Returns:
        One reading where publication falls within it or only one is plausible, else two, the likelier one first:
        within a week the nearer one, beyond it the past one unless it is twice as far. Ten months away beside two
        months is not plausible: a writer would have given the year.
    """
    if published is None:
        return (OPEN,)
    spans = sorted((span for span in candidates if span[0] and span[1]), key=lambda span: (span[0], span[1]))
    past = [span for span in spans if span[0] and span[0] <= published][-1:]
    future = [span for span in spans if span[1] and span[1] >= published][:1]
    if past == future:
        return tuple(past)

    def remoteness(span: Days) -> int:
        days = distance(span, published)
        return days * 2 if days > 7 and span in future else days

    near, *far = sorted(past + future, key=remoteness)
    if far and distance(near, published) < 60 and distance(far[0], published) > 300:
        return (near,)
    return (near, *far)


def part_of(days: Days, part: str) -> Days:
    """Cut a part out of a span: "early", "mid", "late" are thirds, "start" and "end" its outermost unit.

    The outermost unit of a month is ten days, of up to a year a month, of a decade a year.

    >>> part_of(year_span(2026), "early")[1]
    datetime.date(2026, 4, 30)
    """
    first, last = days
    if first is None or last is None or last - first < timedelta(days=3):
        return days
    if (last - first).days < 60:
        return _day_part(first, last, part)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    size = {"start": 12 if months > 24 else 1, "end": 12 if months > 24 else 1}.get(part, months // 3)
    if part in ("early", "start"):
        return months_from(first.year, first.month, size)
    if part == "mid":
        return months_from(first.year, first.month + size, months - 2 * size)
    return months_from(first.year, first.month + months - size, size)


def _day_part(first: date, last: date, part: str) -> Days:
    third = timedelta(days=round(((last - first).days + 1) / 3))
    one = timedelta(days=1)
    if part in ("early", "start"):
        return first, first + third - one
    if part == "mid":
        return first + third, first + 2 * third - one
    return first + 2 * third, last


def division_of(days: Days, ordinal: int, division: str) -> Days:
    """Give the n-th "half", "quarter" or "week" of a span; ``ordinal`` 0 is the last.

    >>> division_of(year_span(2026), 3, "quarter")[0]
    datetime.date(2026, 7, 1)
    """
    first, last = days
    if first is None or last is None:
        return days
    if division == "week":
        start = last - timedelta(days=6) if ordinal == 0 else first + timedelta(days=7 * (ordinal - 1))
        return start, min(last, start + timedelta(days=6))
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    count = {"half": 2, "quarter": 4}[division]
    if months % count or ordinal > count:
        return days
    size = months // count
    return months_from(first.year, first.month + size * ((ordinal or count) - 1), size)


def holiday(name: str, year: int) -> date:
    """Give the day of a holiday: New Year's Day or Eve, Christmas and its Eve, Easter, Good Friday, Thanksgiving."""
    fixed = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24), "may day": (5, 1)}
    key = name.lower().replace("’", "'")
    if key in fixed:
        return date(year, *fixed[key])
    if key.startswith("christmas"):
        return date(year, 12, 25)
    if key.startswith("thanksgiving"):
        return date(year, 11, 22 + (3 - date(year, 11, 1).weekday()) % 7)
    return _easter(year) + timedelta(days={"good friday": -2, "easter monday": 1}.get(key, 0))


def _easter(year: int) -> date:
    """Compute Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    corrected = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)

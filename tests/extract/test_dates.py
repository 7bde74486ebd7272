"""Dates: what is found, and how it is read against an article of Tuesday, 28 October 2025."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.date_words import fiscal_year_start
from kg.extract.dates import TimeExpression, dateline, find_dates, resolve

PUBLISHED = date(2025, 10, 28)


def only(text: str, **options) -> TimeExpression:
    (found,) = find_dates(text, published=PUBLISHED, **options)
    return found


def bounds(text: str, **options) -> str:
    """Write the reading as FROM/TO, a single day as itself, an open end as nothing."""
    found = only(text, **options)
    if found.earliest and found.earliest == found.latest:
        return str(found.earliest)
    return f"{found.earliest or ''}/{found.latest or ''}"


FIXED = [
    # days
    ("They spoke today.", "2025-10-28"),
    ("They spoke yesterday evening.", "2025-10-27"),
    ("They dine tonight.", "2025-10-28"),
    ("They leave tomorrow.", "2025-10-29"),
    ("It fell last night.", "2025-10-27"),
    ("It began the day before yesterday.", "2025-10-26"),
    ("He landed earlier this evening.", "2025-10-28"),
    ("It closed three days ago.", "2025-10-25"),
    ("It opens six days from now.", "2025-11-03"),
    ("The envoys met Tuesday evening.", "2025-10-28"),
    ("The envoys met earlier Tuesday.", "2025-10-28"),
    ("The envoys met last Tuesday.", "2025-10-21"),
    ("The envoys meet next Tuesday.", "2025-11-04"),
    ("The envoys meet this Friday.", "2025-10-31"),
    ("The envoys meet Thursday next week.", "2025-11-06"),
    ("The envoys meet Monday of next week.", "2025-11-03"),
    # absolute days
    ("It was signed on 28 October 2024.", "2024-10-28"),
    ("It was signed on October 3, 2024, in Riga.", "2024-10-03"),
    ("It was signed on OCTOBER 3, 2024.", "2024-10-03"),
    ("It was signed on the 3rd of October 2024.", "2024-10-03"),
    ("It was signed on Sept. 9.", "2025-09-09"),
    ("It was signed on Tuesday, Oct. 28.", "2025-10-28"),
    ("It was signed on 10/03/2024.", "2024-10-03"),
    ("It was signed on 23/10/2024.", "2024-10-23"),
    ("It was signed on 2024-10-03.", "2024-10-03"),
    ("It was signed on 2024-10-03T08:15:00Z.", "2024-10-03"),
    ("It was signed on May 3 last year.", "2024-05-03"),
    ("He leaves on Nov. 5.", "2025-11-05"),
    ("He leaves on the 4th of next month.", "2025-11-04"),
    # ranges
    ("The talks run Oct. 30-31.", "2025-10-30/2025-10-31"),
    ("The talks run from October 30 to November 2.", "2025-10-30/2025-11-02"),
    ("The talks ran between 3 and 5 October.", "2025-10-03/2025-10-05"),
    ("The talks ran 3-5 October 2023.", "2023-10-03/2023-10-05"),
    ("The talks ran from Dec. 30 to Jan. 2, 2024.", "2023-12-30/2024-01-02"),
    ("They meet on Monday and Tuesday.", "2025-10-27/2025-10-28"),
    ("He ruled from 2017 to 2021.", "2017-01-01/2021-12-31"),
    ("He ruled from January 2017 to 2021.", "2017-01-01/2021-12-31"),
    ("The plan for 2017-2021 failed.", "2017-01-01/2021-12-31"),
    ("He ruled between 2015 and 2019.", "2015-01-01/2019-12-31"),
    ("It was built in July-August 2023.", "2023-07-01/2023-08-31"),
    ("It was built from March to May 2022.", "2022-03-01/2022-05-31"),
    ("They vanished in the 1970s and 1980s.", "1970-01-01/1989-12-31"),
    # calendar units
    ("It was agreed last week.", "2025-10-20/2025-10-26"),
    ("It was agreed last month.", "2025-09-01/2025-09-30"),
    ("It was agreed last year.", "2024-01-01/2024-12-31"),
    ("It is due this week.", "2025-10-27/2025-11-02"),
    ("It is due this weekend.", "2025-11-01/2025-11-02"),
    ("It is due next month.", "2025-11-01/2025-11-30"),
    ("It was agreed two weeks ago.", "2025-10-13/2025-10-19"),
    ("It was agreed a year ago.", "2024-01-01/2024-12-31"),
    ("It is due in three years' time.", "2028-01-01/2028-12-31"),
    ("It rose in July 2023.", "2023-07-01/2023-07-31"),
    ("It rose last July.", "2025-07-01/2025-07-31"),
    ("It rises next July.", "2026-07-01/2026-07-31"),
    ("It was founded in 2019.", "2019-01-01/2019-12-31"),
    ("The 2015 accord held.", "2015-01-01/2015-12-31"),
    ("It was founded in the 60s.", "1960-01-01/1969-12-31"),
    ("It was founded in the early 1990s.", "1990-01-01/1993-04-30"),
    ("It was founded in the summer of 2024.", "2024-06-01/2024-08-31"),
    ("It was founded last summer.", "2025-06-01/2025-08-31"),
    ("Results for Q3 2025 fell.", "2025-07-01/2025-09-30"),
    ("Exports fell in the first quarter of 2024.", "2024-01-01/2024-03-31"),
    ("Exports will rise in the second half of next year.", "2026-07-01/2026-12-31"),
    ("It was the last week of October.", "2025-10-25/2025-10-31"),
    # parts
    ("It comes in early 2026.", "2026-01-01/2026-04-30"),
    ("It came late last year.", "2024-09-01/2024-12-31"),
    ("It came in mid-September.", "2025-09-11/2025-09-20"),
    ("It comes at the end of the year.", "2025-12-01/2025-12-31"),
    ("It comes later this month.", "2025-10-28/2025-10-31"),
    ("It came earlier this year.", "2025-01-01/2025-10-28"),
    ("It fills the rest of the year.", "2025-10-28/2025-12-31"),
    # limits
    ("It must be done by March.", "/2026-03-31"),
    ("It must be done by late March.", "/2026-03-31"),
    ("It must be done by the end of 2030.", "/2030-12-31"),
    ("It must be done by mid-2026.", "/2026-08-31"),
    ("It must be done by year-end.", "/2025-12-31"),
    ("It must be done by the end of the decade.", "/2029-12-31"),
    ("It must be done no later than Friday.", "/2025-10-31"),
    ("It must be done before the end of March 2026.", "/2026-03-31"),
    ("It must be done before 2 November 2025.", "/2025-11-01"),
    ("It must be done within six months.", "2025-10-28/2026-04-28"),
    ("It must be done within the current fiscal year.", "2025-04-01/2026-03-31"),
    ("It lasts until at least 2030.", "/2030-12-31"),
    ("It has lasted since 2014.", "2014-01-01/"),
    ("It has lasted since Friday.", "2025-10-24/"),
    ("It changed after Oct. 7, 2023.", "2023-10-08/"),
    ("It changes effective Jan. 1, 2026.", "2026-01-01/"),
    # spans that touch the day of publication
    ("It comes over the next six months.", "2025-10-28/2026-04-28"),
    ("It comes in the coming days.", "2025-10-28/"),
    ("It came in recent months.", "/2025-10-28"),
    ("It grew in the past two years.", "2023-10-28/2025-10-28"),
    ("It grew a few weeks ago.", "/2025-10-28"),
    # fiscal years
    ("The goal of fiscal 2027 stands.", "2027-04-01/2028-03-31"),
    ("The goal of fiscal year 2027 stands.", "2027-04-01/2028-03-31"),
    ("The goal of FY2027 stands.", "2027-04-01/2028-03-31"),
    ("The goal of FY27 stands.", "2027-04-01/2028-03-31"),
    ("The budget of fiscal 2025-26 stands.", "2025-04-01/2026-03-31"),
    ("It grew in the fiscal year ending March 2026.", "2025-04-01/2026-03-31"),
    ("It is due this fiscal year.", "2025-04-01/2026-03-31"),
    # holidays
    ("They met on Christmas Eve 2024.", "2024-12-24"),
    ("They met on Good Friday 2024.", "2024-03-29"),
    ("They met on Thanksgiving 2025.", "2025-11-27"),
    # no place in time
    ("They meet every Friday.", "/"),
    ("They meet on Mondays.", "/"),
    ("They met for three days.", "/"),
    ("The 90-minute call ended.", "/"),
]


@pytest.mark.parametrize(("text", "expected"), FIXED)
def test_reading(text, expected):
    assert bounds(text) == expected
    assert not only(text).needs_tense


TENSED = [
    # text, past reading, future reading
    ("on Friday", "2025-10-24", "2025-10-31"),
    ("late Monday", "2025-10-27", "2025-11-03"),
    ("from Friday to Sunday", "2025-10-24/2025-10-26", "2025-10-31/2025-11-02"),
    ("in July", "2025-07-01/2025-07-31", "2026-07-01/2026-07-31"),
    ("in mid-June", "2025-06-11/2025-06-20", "2026-06-11/2026-06-20"),
    ("on March 3", "2025-03-03", "2026-03-03"),
    ("on the 20th", "2025-10-20", "2025-11-20"),
    ("before Friday", "/2025-10-23", "/2025-10-30"),
    ("over the weekend", "2025-10-25/2025-10-26", "2025-11-01/2025-11-02"),
    ("on New Year's Day", "2025-01-01", "2026-01-01"),
    ("this summer", "2025-06-01/2025-08-31", "2026-06-01/2026-08-31"),
    ("in the spring", "2025-03-01/2025-05-31", "2026-03-01/2026-05-31"),
]


@pytest.mark.parametrize(("text", "past", "future"), TENSED)
def test_tense_decides(text, past, future):
    found = only(f"They met {text}.")

    def written(tense):
        when = resolve(found, tense=tense)
        return str(when.day) if when.day else f"{when.earliest or ''}/{when.latest or ''}"

    assert found.needs_tense
    assert (written("past"), written("future")) == (past, future)


@pytest.mark.parametrize(
    ("published", "expected"), [(date(2025, 10, 29), date(2025, 10, 28)), (date(2025, 10, 26), date(2025, 10, 28))]
)
def test_the_nearer_weekday_stands_without_tense(published, expected):
    (found,) = find_dates("a summit on Tuesday", published=published)
    assert resolve(found, tense=None).day == expected


def test_a_weekday_of_the_day_of_publication_is_that_day_in_any_tense():
    found = only("on Tuesday")
    assert {resolve(found, tense=tense).day for tense in ("past", "present", "future", None)} == {PUBLISHED}


def test_what_the_present_tells_with_an_open_end_has_begun():
    assert resolve(only("He is on a tour from Friday."), tense="present").earliest == date(2025, 10, 24)


def test_a_reading_far_off_is_dropped_beside_a_near_one():
    assert resolve(only("in November"), tense="past").earliest == date(2025, 11, 1)


def test_a_stated_weekday_chooses_the_year():
    assert only("Friday, Oct. 31").earliest == date(2025, 10, 31)
    assert only("Thursday, Oct. 31").earliest == date(2024, 10, 31)


KINDS = [
    ("by March", "deadline"),
    ("before Friday", "deadline"),
    ("within six months", "deadline"),
    ("no later than Friday", "deadline"),
    ("until Friday", "interval"),
    ("since 2014", "interval"),
    ("last week", "interval"),
    ("on Friday", "point"),
    ("two days ago", "point"),
    ("every week", "set"),
    ("for two weeks", "duration"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    assert only(f"It was so {text}.").kind == kind


WORDS = [
    ("It ends by the end of 2030, he said.", "by the end of 2030"),
    ("the 1960s and 1970s — a long time", "the 1960s and 1970s"),
    ("before Friday's vote", "Friday"),
    ("He met (2019) twice", "2019"),
    ("from Friday to Sunday", "from Friday to Sunday"),
    ("Talks ended in May.", "May"),
    ("following the March 22 attacks", "March 22"),
    ("since the fiscal 2027 target was set", "fiscal 2027"),
    ("her first visit in six years, he said", "six years"),
    ("late on Monday", "late on Monday"),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text, expected):
    assert only(text).text == expected


NOTHING = [
    "The leader may march on.",
    "May said so; April Novak agreed.",
    "The Sunday Times and Black Friday",
    "about 2000 soldiers of 2000 troops",
    "a cut from 27.5 percent, Group of 20, $2030, 2030 people",
    "Feb. 30 and 31 June and 2025-13-40",
    "Agenda 2030",
    "in the second row",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_date(text):
    assert find_dates(text, published=PUBLISHED) == []


@pytest.mark.parametrize(
    "text", ["on Friday", "last week", "by Friday", "two weeks ago", "Oct. 28", "in July", "today"]
)
def test_without_publication_relative_dates_are_found_open(text):
    (found,) = find_dates(text, published=None)
    assert (found.earliest, found.latest, found.needs_tense) == (None, None, False)


def test_without_publication_absolute_dates_stand():
    (found,) = find_dates("by the end of 2030", published=None)
    assert found.latest == date(2030, 12, 31)


@pytest.mark.parametrize(
    ("country", "first"),
    [("japan", "2027-04-01"), ("united-states", "2026-10-01"), ("australia", "2026-07-01"), ("france", "2027-01-01")],
)
def test_fiscal_year_of_a_country(country, first):
    assert str(only("fiscal 2027", fiscal_year_start=fiscal_year_start(country)).earliest) == first


DATELINES = [
    ("TOKYO, Oct 28 (Reuters) - Leaders met.", ("TOKYO", "Oct 28", "Reuters")),
    ("LIMA — Ministers met.", ("LIMA", None, None)),
    ("PORTO, PORTUGAL—Ministers met.", ("PORTO, PORTUGAL", None, None)),
    ("Headline\n\nBRATISLAVA, Slovakia (AP) — Ministers met.", ("BRATISLAVA, Slovakia", None, "AP")),
    ("UNITED NATIONS, Sept. 20 - Envoys met.", ("UNITED NATIONS", "Sept. 20", None)),
    ("Nairobi (AFP) - Envoys met.", ("Nairobi", None, "AFP")),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_dateline(text, expected):
    found = dateline(text, published=PUBLISHED)
    assert found is not None
    assert (found.place, found.day.text if found.day else None, found.agency) == expected
    assert found.day is None or text[found.day.span.start : found.day.span.end] == found.day.text


@pytest.mark.parametrize(
    "text", ["WATCH — the video", "Trade — a long story", "He met her - twice.", "FILE - A man", ""]
)
def test_no_dateline(text):
    assert dateline(text) is None


PIECES = st.sampled_from(
    [
        *(
            [
                "last",
                "week",
                "Friday",
                "Oct.",
                "28",
                "2025",
                "by",
                "from",
                "to",
                "in",
                "fiscal",
                "the",
                "-",
                "9999",
                "next",
                "May",
                "within",
                "99",
                "years",
                "1970s",
                "'s",
                ",",
                "Q3",
            ]
        ),
        *("\n", "the end of", "decades ago", "first half of", "half", "between", "the 28th", "on"),
    ]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=12).map(" ".join)


@given(TEXTS, st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_without_error_and_spans_hold(text, published):
    found = find_dates(text, published=published)
    assert all(text[item.span.start : item.span.end] == item.text for item in found)
    assert all(item.earliest <= item.latest for item in found if item.earliest and item.latest)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


LONG = ["the " * 20_000, "9" * 50_000, " " * 50_000, "from Friday to " * 5_000, "May-" * 10_000]


@pytest.mark.parametrize("text", LONG)
def test_long_input_takes_linear_time(text):
    start = time.process_time()
    find_dates(text, published=PUBLISHED)
    dateline(text)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize(
    "words", ["next week", "last year", "on Friday", "in May", "at Easter", "last summer", "next spring", "this decade"]
)
def test_the_ends_of_the_calendar_stop_nothing(words, published):
    assert find_dates(f"They met {words}.", published=published)

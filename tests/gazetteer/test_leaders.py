"""Who held which office when: the table as a whole, and samples whose answers are known."""

import calendar
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

import kg.gazetteer
from kg.gazetteer.tables import read_table
from tests.gazetteer.checks import malformed_ids, repeated

HANDOVER_DAYS = 5
SEVERAL_HOLDERS = {"Deputy Prime Minister", "Vice Premier"}
RIVALS_OR_COLLEAGUES = {
    # two governments of Lebanon after the end of President Gemayel's term
    ("lebanon", "Prime Minister", "selim-hoss", "michel-aoun"),
    # the disputed election of 2010
    ("ivory-coast", "President", "laurent-gbagbo", "alassane-ouattara"),
    # the government of national unity had two deputy presidents
    ("south-africa", "Vice President", "f-w-de-klerk", "thabo-mbeki"),
}


@pytest.fixture(scope="module")
def rows():
    return list(read_table(Path(kg.gazetteer.__file__).with_name("leaders.tsv")))


def first_day(text):
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text):
    year, month, day = (*map(int, (text or "9999").split("-")), 12, 0)[:3]
    return date(year, month, day if text.count("-") == 2 else calendar.monthrange(year, month)[1])


def days_shared(one, other):
    """Count the days that two tenures share whatever the unknown months and days are."""
    start = max(last_day(one.start), last_day(other.start))
    end = min(first_day(t.end) if t.end else date.max for t in (one, other))
    return (end - start).days


def test_an_office_for_one_has_one_holder_at_a_time(gazetteer):
    by_office = defaultdict(list)
    for tenure in gazetteer.tenures:
        if tenure.office not in SEVERAL_HOLDERS:
            by_office[tenure.of, tenure.office].append(tenure)
    shared = {
        (of, office, one.person, other.person)
        for (of, office), tenures in by_office.items()
        for one, other in combinations(tenures, 2)
        if days_shared(one, other) > HANDOVER_DAYS
    }
    assert shared == RIVALS_OR_COLLEAGUES


def test_no_tenure_ends_before_it_starts(gazetteer):
    assert [t for t in gazetteer.tenures if last_day(t.end) < first_day(t.start)] == []


def test_dates_are_days_of_the_calendar(gazetteer):
    for tenure in gazetteer.tenures:
        assert first_day(tenure.start) <= last_day(tenure.start), tenure
        assert first_day(tenure.end or "9999") <= last_day(tenure.end), tenure


def test_no_tenure_is_told_twice(gazetteer):
    assert repeated((t.person, t.office, t.of, t.start) for t in gazetteer.tenures) == []


def test_persons_have_one_gender(rows):
    genders = defaultdict(set)
    for row in rows:
        genders[row.required("person")].add(row.required("gender"))
    assert {person: found for person, found in genders.items() if found not in ({"m"}, {"f"})} == {}


def test_persons_have_a_usable_surname(gazetteer):
    numerals = {"I", "II", "III", "IV", "V", "VI", "X", "XVI", "Jr", "Jr.", "Sr."}
    assert [p.label for p in gazetteer.persons.values() if p.surname.split()[-1] in numerals] == []


def test_wikidata_ids_are_well_formed_and_used_once(gazetteer):
    assert malformed_ids(gazetteer.persons.values()) == []
    assert repeated(person.wikidata for person in gazetteer.persons.values()) == []


@pytest.mark.parametrize(
    ("office", "of", "on", "holder"),
    [
        ("president", "united-states", date(1987, 6, 12), "Ronald Reagan"),
        ("president", "united-states", date(1989, 1, 20), "George H.W. Bush"),
        ("president", "united-states", date(2025, 1, 20), "Donald Trump"),
        ("secretary of state", "united-states", date(1986, 10, 11), "George Shultz"),
        ("secretary of defense", "united-states", date(2003, 3, 20), "Donald Rumsfeld"),
        ("treasury secretary", "united-states", date(1985, 9, 22), "James Baker"),
        ("national security adviser", "united-states", date(2025, 6, 1), "Marco Rubio"),
        ("foreign minister", "united-states", date(2022, 3, 1), "Antony Blinken"),
        ("general secretary", "soviet-union", date(1985, 3, 11), "Mikhail Gorbachev"),
        ("foreign minister", "soviet-union", date(1985, 7, 3), "Eduard Shevardnadze"),
        ("president", "russia", date(2010, 4, 8), "Dmitry Medvedev"),
        ("prime minister", "united-kingdom", date(1990, 11, 27), "Margaret Thatcher"),
        ("foreign minister", "united-kingdom", date(2024, 7, 6), "David Lammy"),
        ("foreign minister", "france", date(2025, 10, 28), "Jean-Noël Barrot"),
        ("chancellor", "west-germany", date(1987, 9, 7), "Helmut Kohl"),
        ("head of government", "germany", date(2025, 6, 1), "Friedrich Merz"),
        ("prime minister", "japan", date(1986, 5, 4), "Yasuhiro Nakasone"),
        ("prime minister", "japan", date(2025, 10, 25), "Sanae Takaichi"),
        ("foreign minister", "japan", date(2016, 5, 27), "Fumio Kishida"),
        ("president", "south-korea", date(2018, 4, 27), "Moon Jae-in"),
        ("leader", "north-korea", date(2018, 4, 27), "Kim Jong-un"),
        ("prime minister", "china", date(1989, 6, 4), "Li Peng"),
        ("foreign minister", "china", date(2023, 6, 19), "Qin Gang"),
        ("prime minister", "israel", date(1993, 9, 13), "Yitzhak Rabin"),
        ("defence minister", "israel", date(2023, 10, 7), "Yoav Gallant"),
        ("supreme leader", "iran", date(1988, 7, 20), "Ruhollah Khomeini"),
        ("president", "egypt", date(2011, 1, 25), "Hosni Mubarak"),
        ("prime minister", "india", date(1985, 6, 1), "Rajiv Gandhi"),
        ("president", "ukraine", date(2022, 2, 24), "Volodymyr Zelenskyy"),
        ("foreign secretary", "philippines", date(2025, 8, 1), "Theresa Lazaro"),
        ("president", "south-africa", date(1990, 2, 11), "F.W. de Klerk"),
        ("president", "brazil", date(2009, 12, 1), "Luiz Inácio Lula da Silva"),
        ("pope", "vatican-city", date(2005, 4, 20), "Pope Benedict XVI"),
        ("secretary-general", "united-nations", date(1985, 10, 24), "Javier Perez de Cuellar"),
        ("secretary-general", "north-atlantic-treaty-organization", date(2024, 10, 2), "Mark Rutte"),
        ("director-general", "international-atomic-energy-agency", date(2015, 7, 14), "Yukiya Amano"),
        ("chairman", "palestine-liberation-organization", date(1988, 11, 15), "Yasser Arafat"),
        ("president", "united-states", date(1960, 1, 1), None),
    ],
)
def test_offices_have_the_holder_of_the_day(gazetteer, office, of, on, holder):
    found = gazetteer.holder(office, of, on=on)
    assert (found.label if found else None) == holder


@pytest.mark.parametrize(
    ("name", "on", "label"),
    [
        ("Reagan", None, "Ronald Reagan"),
        ("Bush", date(1990, 8, 2), "George H.W. Bush"),
        ("George Bush", date(2002, 1, 29), "George W. Bush"),
        ("Abe", date(1985, 9, 1), "Shintaro Abe"),
        ("Abe", date(2015, 8, 14), "Shinzo Abe"),
        ("Xi", date(2015, 9, 25), "Xi Jinping"),
        ("Muammar Qaddafi", None, "Moammar Gadhafi"),
        ("Kim Jong Un", None, "Kim Jong-un"),
        ("Joseph R. Biden Jr.", None, "Joe Biden"),
        ("Recep Tayyip Erdoğan", None, "Recep Tayyip Erdogan"),
        ("von der Leyen", date(2023, 1, 1), "Ursula von der Leyen"),
        ("el-Sisi", None, "Abdel Fattah al-Sisi"),
    ],
)
def test_spellings_lead_to_the_person(gazetteer, name, on, label):
    assert gazetteer.person(name, on=on).label == label


def test_a_bare_surname_is_known_as_one(gazetteer):
    assert [(entry.label, entry.role_of_name) for entry in gazetteer.lookup("Reagan")] == [("Ronald Reagan", "surname")]

import pytest

from kg.gazetteer import Gazetteer, fold

READINGS = [
    # states: names, acronyms, demonyms, states of the past
    ("U.S.", "state", "united-states"),
    ("US", "state", "united-states"),
    ("America", "state", "united-states"),
    ("the Netherlands", "state", "netherlands"),
    ("Holland", "state", "netherlands"),
    ("Côte d'Ivoire", "state", "ivory-coast"),
    ("Côte d’Ivoire", "state", "ivory-coast"),
    ("Ivory Coast", "state", "ivory-coast"),
    ("Türkiye", "state", "turkey"),
    ("South Korean", "state", "south-korea"),
    ("Republic of Korea", "state", "south-korea"),
    ("ROK", "state", "south-korea"),
    ("Korea", "state", "south-korea"),
    ("DPRK", "state", "north-korea"),
    ("D.P.R.K.", "state", "north-korea"),
    ("PRC", "state", "china"),
    ("Republic of China", "state", "taiwan"),
    ("Great Britain", "state", "united-kingdom"),
    ("Britons", "state", "united-kingdom"),
    ("Georgia", "state", "georgia"),
    ("Congo", "state", "democratic-republic-of-the-congo"),
    ("Congo-Brazzaville", "state", "republic-of-the-congo"),
    ("Zaire", "state", "democratic-republic-of-the-congo"),
    ("Macedonia", "state", "north-macedonia"),
    ("Burmese", "state", "myanmar"),
    ("Holy See", "state", "vatican-city"),
    ("Palestinian", "state", "palestine"),
    ("Soviet Union", "state", "soviet-union"),
    ("U.S.S.R.", "state", "soviet-union"),
    ("the Soviets", "state", "soviet-union"),
    ("West Germany", "state", "west-germany"),
    ("GDR", "state", "east-germany"),
    ("Czechoslovakia", "state", "czechoslovakia"),
    ("Yugoslavia", "state", "yugoslavia"),
    ("Singapore", "state", "singapore"),
    # places and houses, which the name itself precedes
    ("Pyongyang", "place", "pyongyang"),
    ("Washington", "place", "washington-d-c"),
    ("the Kremlin", "place", "kremlin"),
    ("Downing Street", "place", "10-downing-street"),
    ("Taiwan Strait", "place", "taiwan-strait"),
    ("Gulf", "place", "persian-gulf"),
    ("Camp David", "place", "camp-david"),
    ("DMZ", "place", "demilitarized-zone"),
    ("Turkish Cypriots", "place", "northern-cyprus"),
    # houses that stand for a government
    ("Foggy Bottom", "state", "united-states"),
    ("Whitehall", "state", "united-kingdom"),
    ("Matignon", "state", "france"),
    # organisations
    ("White House", "organisation", "white-house"),
    ("Department of State", "organisation", "united-states-department-of-state"),
    ("State Department", "organisation", "united-states-department-of-state"),
    ("Group of 20", "organisation", "group-of-twenty"),
    ("Group of 7", "organisation", "group-of-seven"),
    ("ASEAN", "organisation", "association-of-southeast-asian-nations"),
    ("Association of Southeast Asian Nations", "organisation", "association-of-southeast-asian-nations"),
    ("UNHCR", "organisation", "united-nations-high-commissioner-for-refugees"),
    ("Islamic State", "organisation", "islamic-state"),
    ("ISIS", "organisation", "islamic-state"),
    ("Daesh", "organisation", "islamic-state"),
    ("EEC", "organisation", "european-economic-community"),
    ("Contras", "organisation", "contras"),
    ("Comecon", "organisation", "council-for-mutual-economic-assistance"),
    ("Palestinian Authority", "organisation", "palestinian-authority"),
    ("House Foreign Affairs Committee", "organisation", "house-foreign-affairs-committee"),
    ("Syrian Observatory for Human Rights", "organisation", "syrian-observatory-for-human-rights"),
    ("Al Qaida", "organisation", "al-qaeda"),
    ("Australian", "state", "australia"),
    ("The Australian", "organisation", "the-australian"),
]


@pytest.mark.parametrize(("name", "kind", "key"), READINGS)
def test_the_best_reading_comes_first(gazetteer, name, kind, key):
    best, *_ = gazetteer.lookup(name)
    assert (best.kind, best.key) == (kind, key)


@pytest.mark.parametrize("name", ["", " ", "the", "Elbonia", "us", "Who", "president", "The 38"])
def test_what_names_nothing_has_no_reading(gazetteer, name):
    assert gazetteer.lookup(name) == ()


def test_readings_are_sorted_by_role_of_the_name(gazetteer):
    assert [(e.kind, e.role_of_name) for e in gazetteer.lookup("Brussels")] == [
        ("place", "name"),
        ("state", "capital"),
        ("organisation", "metonym"),
    ]


def test_shared_names_keep_all_readings(gazetteer):
    assert [e.key for e in gazetteer.lookup("Congolese")] == [
        "democratic-republic-of-the-congo",
        "republic-of-the-congo",
    ]
    assert [(e.kind, e.key) for e in gazetteer.lookup("Georgia")] == [("state", "georgia"), ("place", "georgia")]


@pytest.mark.parametrize(
    ("name", "state", "government"),
    [("Tokyo", None, "japan"), ("Kremlin", None, "russia"), ("Japanese", "japan", None), ("Mordor", None, None)],
)
def test_a_capital_is_a_government_but_no_state(gazetteer, name, state, government):
    named, governed = gazetteer.state(name), gazetteer.government(name)
    assert (named and named.key, governed and governed.key) == (state, government)


def test_tables_are_read_once():
    assert Gazetteer.load() is Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("United States", "united states"),
        ("The  U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Kim Jong-un", "kim jong un"),
        ("Reykjavík", "reykjavik"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("AT&T", "at and t"),
        ("the", "the"),
        ("", ""),
    ],
)
def test_folding(name, folded):
    assert fold(name) == folded

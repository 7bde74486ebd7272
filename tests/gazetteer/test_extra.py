from datetime import date

import pytest

from kg.gazetteer import Gazetteer


def test_a_row_adds_names(table):
    extra = Gazetteer.load([table("place | aliases | kind | of_state\nPort Elin | Elinhavn | city | norway")])
    assert extra.place("Elinhavn").key == "port-elin"
    assert extra.place("Oslo").key == "oslo"


def test_a_row_replaces_the_state_of_its_key(table):
    rows = "state | aliases | demonyms | capital\nNorway | Norge | Norwegian | Bergen"
    extra = Gazetteer.load([table(rows)])
    assert extra.state("Norge").capital == "Bergen"
    assert extra.government("Oslo") is None


@pytest.mark.parametrize("name", ["Oslo", "Kananaskis"])
def test_a_row_replaces_the_town_or_place_of_its_key(table, name):
    extra = Gazetteer.load([table(f"place | kind | population\n{name} | river | 7")])
    assert [e.value.kind for e in extra.lookup(name) if e.kind == "place"] == ["river"]
    assert extra.places[name.lower()].population == 7


def test_a_smaller_namesake_comes_behind_the_town(table):
    rows = "place | key | kind | of_state | population\nOslo | oslo-fiji | city | fiji | 12"
    extra = Gazetteer.load([table(rows)])
    assert [e.key for e in extra.lookup("Oslo") if e.kind == "place"] == ["oslo", "oslo-fiji"]


def test_the_later_table_wins(table):
    first = table("organisation | kind\nHarbour League | ngo", "first.tsv")
    second = table("organisation | kind\nHarbour League | alliance", "second.tsv")
    assert Gazetteer.load([first, second]).organisation("Harbour League").kind == "alliance"


def test_tenures_are_added_and_complete_a_person(table):
    extra = Gazetteer.load(
        [
            table(
                "person | gender | aliases | office | of | from | to\n"
                "Signe Quist | f |  | Foreign Minister | norway | 1991-02 | 1993\n"
                "Signe Quist |  | S. Quist | Prime Minister | norway | 1994-05-01 | 1996-04-30"
            )
        ]
    )
    person = extra.person("S. Quist")
    assert (person.label, person.gender, person.surname) == ("Signe Quist", "f", "Quist")
    assert [tenure.office for tenure in extra.tenures_of("signe-quist")] == ["Foreign Minister", "Prime Minister"]
    assert extra.person("Quist", on=date(1995, 1, 1)) == person
    assert extra.holder("PM", "norway", on=date(1995, 1, 1)) == person


def test_the_tables_of_kg_stay_as_they_are(table):
    Gazetteer.load([table("place | kind\nPort Elin | city")])
    assert Gazetteer.load().place("Port Elin") is None

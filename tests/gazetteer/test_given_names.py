import pytest

from kg.gazetteer import fold
from kg.gazetteer.rows import read_all
from tests.gazetteer.checks import repeated


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Angela", "f"),
        ("EMMANUEL", "m"),
        ("Volodymyr", "m"),
        ("Jürgen", "m"),
        ("Jurgen", "m"),
        ("Zoë", "f"),
        ("Sanae", "f"),
        ("Shinzo", "m"),
        ("Ji-hoon", "m"),
        ("Oluchi", "f"),
        ("Recep", "m"),
        ("Nana", "u"),
        ("Jean", "u"),
    ],
)
def test_gender_of_given_names(gazetteer, name, gender):
    assert gazetteer.given_name(name) == gender


@pytest.mark.parametrize("word", ["Will", "May", "April", "Hope", "Jordan", "Georgia", "Israel", "Chad", "Tuesday", ""])
def test_words_of_other_use_are_no_given_names(gazetteer, word):
    assert gazetteer.given_name(word) is None


def test_no_given_name_is_a_state_or_its_people(gazetteer):
    assert sorted(name for name in gazetteer.given_names if gazetteer.state(name)) == []


def test_no_name_is_listed_twice(gazetteer):
    from importlib.resources import as_file, files

    with as_file(files("kg.gazetteer") / "given_names.tsv") as path:
        assert repeated(map(fold, read_all([path]).given_names)) == []
    assert len(gazetteer.given_names) > 1500

import re

import pytest

from kg.errors import ConfigError
from kg.gazetteer import Gazetteer
from kg.gazetteer.rows import read_all

PLACE = "place | kind | of_state | latitude | longitude"


def refused(path, *messages):
    with pytest.raises(ConfigError) as caught:
        Gazetteer.load([path])
    for message in (str(path), *messages):
        assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"{PLACE}\nPort Elin | city | norway | 1", 2, "4 cells, expected 5"),
        (f"# Harbours\n{PLACE}\n\nPort Elin | city | norway | 1 | 2 | 3", 4, "6 cells, expected 5"),
        (f"{PLACE}\nPort Elin | city | nordland | 1 | 2", 2, "'nordland' is not the key of a state"),
        (f"{PLACE}\nPort Elin | harbour | norway | 1 | 2", 2, "kind 'harbour' is not one of"),
        (f"{PLACE}\nPort Elin | city | norway | 91 | 2", 2, "not on the globe"),
        (f"{PLACE}\nPort Elin | city | norway | nan | 2", 2, "not on the globe"),
        (f"{PLACE}\nPort Elin | city | norway | north | 2", 2, "not two numbers of degrees"),
        (f"{PLACE}\nA | city | norway | 1 | 2\nA | sea | norway | 1 | 2", 3, "'a' is already defined in line 2"),
        ("place | kind | population\nPort Elin | city | many", 2, "population 'many' is not a whole number"),
        ("place | kind\n | city", 2, "column 'place' is empty"),
        ("state | until\nNordland | soon", 2, "until 'soon' is not a day written as YYYY-MM-DD"),
        ("organisation | kind | members\nPact | alliance | norway|nordland", 2, "'nordland' is not the key of a state"),
        ("person | office | of | from\nAnn Lee | President | nordland | 1999", 2, "the key of a state or organisation"),
        ("person | office | of | from\nAnn Lee | Helmsman | norway | 1999", 2, "an office of the table of offices"),
        ("person | office | of | from\nAnn Lee | President | norway | June", 2, "'June' is not written as YYYY"),
        ("person | office | of | from | to\nAnn Lee | President | norway | 1999 | 1998-05", 2, "before it starts"),
        ("person | office | of | from | gender\nAnn Lee | President | norway | 1999 | x", 2, "gender 'x'"),
        ("office | function | speaks_for_state\nHelmsman | head | maybe", 2, "speaks_for_state 'maybe'"),
        ("given_name | gender\nElin | w", 2, "gender 'w' is not one of m, f, u"),
    ],
)
def test_a_wrong_line_is_named(table, text, line, reason):
    refused(table(text), f"line {line}: ", reason)


def test_an_unknown_table_is_refused(table):
    refused(table("ship | flag\nElin | norway"), "first column 'ship' is unknown", "state, organisation, place")


@pytest.mark.parametrize("text", ["", "# only a comment\n\n"])
def test_an_empty_table_is_refused(tmp_path, text):
    path = tmp_path / "mine.tsv"
    path.write_text(text)
    refused(path, "expected a header line")


def test_a_missing_file_is_refused(tmp_path):
    refused(tmp_path / "none.tsv", "cannot be read as a gazetteer table")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_bytes(b"place\tkind\n\xff\xfe\tcity\n")
    refused(path, "expected UTF-8 text")


def test_commas_and_quotes_in_csv(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text('place,kind,latitude,longitude\n"Elin, Port",city,60.5,-5\n')
    (place,) = read_all([path]).places.values()
    assert (place.label, place.coordinates) == ("Elin, Port", (60.5, -5.0))


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_bytes("\ufeffplace\tkind\r\nPort Elin\tcity\r\n".encode())
    assert [(p.label, p.kind) for p in read_all([path]).places.values()] == [("Port Elin", "city")]


def test_errors_do_not_quote_python(table):
    with pytest.raises(ConfigError) as caught:
        Gazetteer.load([table(f"{PLACE}\nPort Elin | city")])
    assert not re.search(r"Traceback|Error\(", str(caught.value))

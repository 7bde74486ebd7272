import csv
import io
import json

import pytest

from kg.errors import QueryError
from kg.graph.format import FORMS, write
from kg.types import Answer, Literal, Quad

JAPAN = "https://w3id.org/dip/id/state/japan"
ROWS = Answer(("who", "what"), ((JAPAN, Literal('say "a,\nb"')), (None, Literal("7", "integer"))))
TRIPLES = Answer(triples=(Quad(JAPAN, "urn:p", Literal("x", language="en")),))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", 'who          what\n-----------  ----------\nstate:japan  say "a, b"\n             7\n(2 rows)\n'),
        ("csv", f'who,what\r\n{JAPAN},"say ""a,\nb"""\r\n,7\r\n'),
        ("tsv", f'?who\t?what\n<{JAPAN}>\t"say \\"a,\\nb\\""\n\t"7"^^<http://www.w3.org/2001/XMLSchema#integer>\n'),
    ],
)
def test_rows(form, text):
    assert write(ROWS, form) == text


def test_csv_is_read_back_by_a_csv_reader():
    assert list(csv.reader(io.StringIO(write(ROWS, "csv"), newline="")))[1] == [JAPAN, 'say "a,\nb"']


def test_json_is_the_sparql_format():
    assert json.loads(write(ROWS, "json")) == {
        "head": {"vars": ["who", "what"]},
        "results": {
            "bindings": [
                {"who": {"type": "uri", "value": JAPAN}, "what": {"type": "literal", "value": 'say "a,\nb"'}},
                {"what": {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}},
            ]
        },
    }


@pytest.mark.parametrize(("form", "text"), [("table", "yes\n"), ("csv", "true\r\n"), ("tsv", "true\n")])
def test_truth(form, text):
    assert write(Answer(truth=True), form) == text


def test_truth_in_json():
    assert json.loads(write(Answer(truth=False), "json")) == {"head": {}, "boolean": False}


def test_triples_are_turtle_or_rows():
    assert write(TRIPLES, "turtle").endswith('state:japan <urn:p> "x"@en .\n')
    assert write(TRIPLES, "csv") == f"subject,predicate,object\r\n{JAPAN},urn:p,x\r\n"


def test_nothing_is_a_table_without_rows():
    assert write(Answer(("a",)), "table") == "a\n-\n(0 rows)\n"


def test_a_terminal_gets_no_control_characters():
    assert "\x1b" not in write(Answer(("a",), ((Literal("\x1b[2Jx"),),)), "table")


@pytest.mark.parametrize(("answer", "form"), [(ROWS, "turtle"), (ROWS, "yaml")])
def test_a_form_that_does_not_fit_is_an_error(answer, form):
    with pytest.raises(QueryError):
        write(answer, form)


def test_the_forms():
    assert list(FORMS) == ["table", "csv", "tsv", "json", "turtle"]

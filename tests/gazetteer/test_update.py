"""Newer leaders are asked of a SPARQL endpoint, here one that runs beside the test."""

from datetime import date

import httpx
import pytest

from kg.cli import main
from kg.errors import GraphError
from kg.gazetteer import Gazetteer
from kg.gazetteer.update import leaders_table
from kg.types import Answer
from tests.store.conftest import server

__all__ = ["server"]

WIKIDATA = """
PREFIX wd: <http://www.wikidata.org/entity/> PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/> PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA {
  wd:Q20 wdt:P1313 wd:Q900001 . wd:Q900001 rdfs:label "Prime Minister of Norway"@en , "statsminister"@nb .
  wd:Q20 wdt:P1906 wd:Q900002 . wd:Q900002 rdfs:label "Keeper of the Fjords"@en .
  wd:Q900003 rdfs:label "Liv, Elinsdatter"@en ; wdt:P21 wd:Q6581072 ; p:P39 wd:s1 , wd:s2 , wd:s3 .
  wd:s1 ps:P39 wd:Q900001 ; pq:P580 "2031-05-13T00:00:00Z"^^xsd:dateTime .
  wd:s2 ps:P39 wd:Q900001 ; pq:P580 "1999-01-01T00:00:00Z"^^xsd:dateTime .
  wd:s3 ps:P39 wd:Q900002 ; pq:P580 "2032-01-01T00:00:00Z"^^xsd:dateTime .
}"""


@pytest.fixture
def table(server, tmp_path, monkeypatch):
    """The table that the command writes."""
    for update in ("CLEAR ALL", WIKIDATA):
        httpx.post(f"{server}/update", data={"update": update}).raise_for_status()
    out = tmp_path / "leaders.csv"
    monkeypatch.setattr(
        "sys.argv", ["kg", "gazetteer", "update", "--endpoint", f"{server}/query", "-o", str(out), "--quiet"]
    )
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code in (0, None)
    return out


def test_terms_that_began_since_in_offices_that_are_known_are_written(table):
    assert table.read_text().splitlines() == [
        "person,gender,office,of,from,to,wikidata",
        '"Liv, Elinsdatter",f,Prime Minister,norway,2031-05-13,,Q900003',
    ]


def test_the_table_extends_the_gazetteer(table):
    extended = Gazetteer.load([table])
    assert extended.holder("Prime Minister", "norway", on=date(2031, 6, 1)).wikidata == "Q900003"


def test_an_endpoint_without_leaders_is_no_wikidata():
    with pytest.raises(GraphError, match="knows no leader"):
        leaders_table(lambda query: Answer(), Gazetteer.load(), since=2020)

"""Leaders from Wikidata, as a table that ``--gazetteer`` reads: heads of state and of government with their terms."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from kg.errors import GraphError
from kg.gazetteer.gazetteer import Gazetteer
from kg.ids import slug
from kg.types import Answer, Literal, Term
from kg.vocab import WIKIDATA, local

ENDPOINT = "https://query.wikidata.org/sparql"
COLUMNS = ("person", "gender", "office", "of", "from", "to", "wikidata")

_STATES_A_QUERY = 25
"""More at once and a public endpoint runs out of time."""

_GENDERS = {"Q6581097": "m", "Q6581072": "f"}
_QUERY = """
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?state ?office ?person ?name ?gender ?from ?to WHERE {
  VALUES ?state { %(states)s }
  ?state wdt:P1906|wdt:P1313 ?position .
  ?person p:P39 ?held .
  ?held ps:P39 ?position ; pq:P580 ?from .
  OPTIONAL { ?held pq:P582 ?to }
  OPTIONAL { ?person wdt:P21 ?gender }
  ?position rdfs:label ?office . FILTER(LANG(?office) = "en")
  ?person rdfs:label ?name . FILTER(LANG(?name) = "en")
  FILTER(YEAR(?from) >= %(since)d)
}"""

Row = tuple[str, ...]


def leaders_table(ask: Callable[[str], Answer], gazetteer: Gazetteer, *, since: int) -> str:
    """Ask who led the states of the gazetteer, and give the answer as CSV.

    Terms that the gazetteer has are left out, and offices that it does not know: such a title would link nothing.

    Args:
        ask: Runs a SPARQL query at an endpoint that has Wikidata.
        gazetteer: Whose states are asked for.
        since: Year from which terms must have begun.

    Raises:
        GraphError: The endpoint knows no leader at all, and so is no Wikidata.
    """
    rows = sorted(set(_rows(ask, gazetteer, since)))
    if not rows:
        raise GraphError("the endpoint knows no leader of any state; expected one that holds Wikidata")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def _rows(ask: Callable[[str], Answer], gazetteer: Gazetteer, since: int) -> Iterator[Row]:
    keys = {state.wikidata: key for key, state in sorted(gazetteer.states.items()) if state.wikidata}
    ids = iter(sorted(keys))
    while batch := list(islice(ids, _STATES_A_QUERY)):
        query = _QUERY % {"states": " ".join(f"wd:{each}" for each in batch), "since": since}
        for cells in ask(query).rows:
            row = _row(cells, keys, gazetteer)
            if row is not None:
                yield row


def _row(cells: Sequence[Term | None], keys: dict[str, str], gazetteer: Gazetteer) -> Row | None:
    state, position, person, name, gender, start, end = (_text(cell) for cell in cells)
    office = gazetteer.office(position.split(" of ")[0])
    if office is None or not person.startswith(WIKIDATA) or local(state) not in keys:
        return None
    of, first, last = keys[local(state)], start[:10], end[:10]
    if any(
        (known.of, known.start[:4], known.end[:4]) == (of, first[:4], last[:4])
        for known in gazetteer.tenures_of(slug(name))
    ):
        return None
    return name, _GENDERS.get(local(gender), "u"), office.title, of, first, last, local(person)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else term or ""

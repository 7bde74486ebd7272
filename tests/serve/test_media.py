import pytest

from kg.serve.media import RESULTS, TRIPLES, choose

JSON, XML, CSV, TSV = RESULTS[:4]


@pytest.mark.parametrize(
    ("accept", "offered", "chosen"),
    [
        ("", RESULTS, JSON),
        ("*/*", RESULTS, JSON),
        ("text/csv", RESULTS, CSV),
        ("TEXT/CSV", RESULTS, CSV),
        ("text/*", RESULTS, CSV),
        ("application/sparql-results+xml, text/csv;q=0.9", RESULTS, XML),
        ("application/sparql-results+xml;q=0.1, text/csv;q=0.9", RESULTS, CSV),
        ("text/csv;q=0, */*;q=0.5", RESULTS, JSON),
        ("text/html, */*;q=0.1", RESULTS, JSON),
        ("application/sparql-results+json;q=0, application/*", RESULTS, XML),
        ("text/tab-separated-values;charset=utf-8", RESULTS, TSV),
        ("text/html", RESULTS, None),
        ("text/csv;q=0", RESULTS, None),
        ("text/csv;q=much", RESULTS, None),
        (",;,", RESULTS, None),
        ("*/*", TRIPLES, "text/turtle"),
        ("application/rdf+xml", TRIPLES, "application/rdf+xml"),
        ("text/csv", TRIPLES, None),
    ],
)
def test_the_client_gets_what_it_likes_best(accept, offered, chosen):
    assert choose(accept, offered) == chosen

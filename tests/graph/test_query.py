"""Named questions over the sample, each with its whole answer; and what a query may not do."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.graph.named import find, named, parse
from kg.graph.query import ask, run
from kg.quads import from_nquads, to_nquads
from kg.store.oxigraph import OxigraphStore
from kg.store.rdflib import RdflibStore
from kg.types import Literal
from tests.graph import further_answers

SAMPLE = Path(__file__).parents[2] / "ontologies" / "examples" / "sample.trig"
SUMMIT, SIGNING = "Takaichi-Trump summit, 28 October 2025", "Signing of the Japan-US critical minerals framework"
NOBEL, INVESTMENT = "Nomination of Trump for the Nobel Peace Prize", "Japanese investment in the United States"
DEFENCE, YOKOSUKA = "Japanese defence spending target", "Visit of Takaichi and Trump to Yokosuka"
XI, TRIP = "Trump-Xi meeting, 30 October 2025", "Visit of Takaichi to the United States"
DEADLINE = "Japan raises defence spending to 2 percent of GDP."
ANSWERS = [
    ("who-met-whom", {}, [("Donald Trump", "Sanae Takaichi", "Akasaka Palace, Tokyo", "2025-10-28")]),
    ("who-met-whom", {"from": "2025-10-29"}, []),
    ("who-met-whom", {"to": "2025-10-27"}, []),
    ("whom-did-x-meet", {"person": "Sanae Takaichi"}, [("Donald Trump", "1", "2025-10-28", "2025-10-28")]),
    ("whom-did-x-meet", {"person": "person:xi-jinping"}, []),
    (
        "offices-on-date",
        {"date": "2025-10-01"},
        [
            ("Xi Jinping", "President of China", "China"),
            ("Shigeru Ishiba", "Prime Minister of Japan", "Japan"),
            ("Donald Trump", "President of the United States", "United States"),
        ],
    ),
    ("who-led", {"state": "Japan", "date": "2025-10-01"}, [("Shigeru Ishiba", "Prime Minister of Japan")]),
    ("who-led", {"state": "japan", "date": "2025-11-01"}, [("Sanae Takaichi", "Prime Minister of Japan")]),
    (
        "agreements",
        {},
        [
            (
                "Japan-US framework on critical minerals",
                "Japan, United States",
                "critical minerals, rare earths",
                "signed",
                "2025-10-28",
                "Akasaka Palace",
                "actual",
            )
        ],
    ),
    ("agreements", {"to": "2025-10-27"}, []),
    (
        "commitments",
        {},
        [
            ("Japan", None, DEADLINE, None, None, None, "2", "2026-03-31", "pledged", "actual"),
            ("Japan", "United States", "Japan gives 250 cherry trees.", "250", "cherry trees", None, None, None,
             "pledged", "actual"),
            ("Japan", "United States", "Japan invests in the United States.", "550000000000", "USD", None, None, None,
             "reaffirmed", "actual"),
            ("Sanae Takaichi", "Donald Trump", "Takaichi nominates Trump for the Nobel Peace Prize.", None, None, None,
             None, None, None, "disputed"),
        ],
    ),
    (
        "money-pledged",
        {"minimum": "1000000"},
        [("Japan", "United States", "550000000000", "USD", None, "reaffirmed", "Japan invests in the United States.")],
    ),
    ("money-pledged", {"minimum": "550000000001"}, []),
    ("gdp-targets", {}, [("Japan", "2", "2026-03-31", DEADLINE)]),
    ("gdp-targets", {"before": "2026-01-01"}, []),
    (
        "quotes",
        {},
        [
            ("Donald Trump", None, "US-Japan alliance", "This is a great alliance", "true", "2025-10-28"),
            ("Sanae Takaichi", "Donald Trump", "defence spending",
             "Japan will take the lead in strengthening its own defence", "true", "2025-10-28"),
        ],
    ),
    (
        "topics-by-outlets",
        {},
        [
            ("defence spending", "4"), ("investment", "4"), ("critical minerals", "2"), ("Nobel Peace Prize", "1"),
            ("Taiwan Strait", "1"), ("US-Japan alliance", "1"), ("denuclearisation of North Korea", "1"),
            ("rare earths", "1"),
        ],
    ),
    ("corroborated", {}, [(INVESTMENT, "6"), (DEFENCE, "5"), (SUMMIT, "4")]),
    ("corroborated", {"outlets": "4"}, [(INVESTMENT, "5")]),
    (
        "single-source",
        {},
        [
            (NOBEL, "Daily Example"), ("Takaichi on defence", "Example Broadcasting"),
            ("Takaichi-Trump call, 25 October 2025", "Placeholder Times"),
            ("Visit of Trump to South Korea", "Placeholder Times"),
            ("Invitation of Takaichi to the United States", "Test Post"),
            ("Japanese cherry trees for the American capital", "Test Post"), ("Trump on the alliance", "Test Post"),
            (YOKOSUKA, "Test Post"),
        ],
    ),
    (
        "disagreements",
        {},
        [
            (DEFENCE, "deadline", "2026-03-31", "asserted", "Placeholder Times", "true"),
            (DEFENCE, "deadline", "2026-03-31", "asserted", "Sample Wire", "true"),
            (DEFENCE, "deadline", "2028-03-31", "asserted", "Daily Example", "false"),
            (INVESTMENT, "amount", "USD 550,000,000,000", "asserted", "Placeholder Times", "true"),
            (INVESTMENT, "amount", "USD 550,000,000,000", "asserted", "Sample Wire", "true"),
            (INVESTMENT, "amount", "USD 550,000,000,000", "asserted", "Test Post", "true"),
            (INVESTMENT, "amount", "up to USD 490,000,000,000", "asserted", "Daily Example", "false"),
            (NOBEL, "type", "Commitment", "asserted", "Daily Example", "true"),
            (NOBEL, "type", "Commitment", "denied", "Placeholder Times", "true"),
        ],
    ),
    (
        "planned",
        {},
        [
            (XI, "2025-10-30", "2025-10-30", "Donald Trump, Xi Jinping", "South Korea"),
            (TRIP, "2026-01-01", "2026-04-30", "Donald Trump, Sanae Takaichi", "United States"),
        ],
    ),
    (
        "denied",
        {},
        [
            (NOBEL, "denied", "Government of Japan", "Placeholder Times",
             "A Japanese government spokesman denied that Takaichi had promised to champion Trump for the Nobel Peace"
             " Prize."),
            (SUMMIT, "negated", "Government of Japan", "Example Broadcasting",
             "They did not take up trade tariffs, a government official said."),
        ],
    ),
    (
        "according-to",
        {"source": "white house"},
        [("Daily Example", NOBEL, "According to the White House"), ("Test Post", INVESTMENT, "the White House said")],
    ),
    (
        "plover-dyad",
        {"first": "Japan", "second": "United States"},
        [("CONSULT", "verbal cooperation", "3"), ("SUPPORT", "verbal cooperation", "1")],
    ),
    ("plover-dyad", {"first": "China", "second": "United States"},
     [("AGREE", "verbal cooperation", "1"), ("SANCTION", "material conflict", "1")]),
    (
        "events-in-place",
        {"place": "Japan", "from": "2025-10-01", "to": "2025-10-31"},
        [
            (SIGNING, "Akasaka Palace", "2025-10-28", "2025-10-28"),
            (SUMMIT, "Akasaka Palace", "2025-10-28", "2025-10-28"),
            (YOKOSUKA, "Yokosuka", "2025-10-28", "2025-10-28"),
        ],
    ),
    ("events-in-place", {"place": "Yokosuka"}, [(YOKOSUKA, "Yokosuka", "2025-10-28", "2025-10-28")]),
    (
        "timeline",
        {"who": "Xi", "to": "2030-01-01"},
        [("2025-10-30", "2025-10-30", XI, "planned")],
    ),
    (
        "timeline",
        {"who": "Trump", "from": "2025-10-29"},
        [
            ("2025-10-29", "2025-10-29", "Visit of Trump to South Korea", "actual"),
            ("2025-10-30", "2025-10-30", XI, "planned"),
            ("2026-01-01", "2026-04-30", TRIP, "planned"),
        ],
    ),
    (
        "provenance",
        {"about": "event:2025-10-29-visit-trump-south-korea"},
        [
            (name, value, "accepted", "Placeholder Times", "asserted", "0.9", "276", "322",
             "Trump left Tokyo for South Korea on Wednesday.")
            for name, value in (("date", "2025-10-29"), ("place", "South Korea"), ("type", "Visit"),
                                ("visitor", "Donald Trump"))
        ],
    ),
    (
        "status-history",
        {"about": INVESTMENT},
        [("reaffirmed", "2025-10-28", "Sample Wire", "true"), ("reaffirmed", "2025-10-28", "Test Post", "true")],
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def sample():
    return OxigraphStore.open(SAMPLE)


@pytest.fixture(scope="module")
def fuller(sample):
    import pyoxigraph as ox

    more = ox.parse(further_answers.MORE, format=ox.RdfFormat.TURTLE)
    return OxigraphStore.memory([*sample.quads(), *from_nquads(ox.serialize(more, format=ox.RdfFormat.N_TRIPLES))])


def plain(rows):
    return [tuple(getattr(term, "value", term) for term in row) for row in rows]


@pytest.mark.parametrize(("name", "values", "rows"), ANSWERS, ids=[f"{row[0]} {row[1]}" for row in ANSWERS])
def test_a_question_has_its_answer(sample, name, values, rows):
    assert plain(ask(sample, name, values).rows) == rows


@pytest.mark.parametrize(
    ("name", "values", "rows"), further_answers.ANSWERS, ids=[f"{row[0]} {row[1]}" for row in further_answers.ANSWERS]
)
def test_a_further_question_has_its_answer(fuller, name, values, rows):
    assert plain(ask(fuller, name, values).rows) == rows


def test_every_accepted_fact_is_in_the_sample(sample):
    assert ask(sample, "unsourced").truth is False


def test_an_accepted_fact_that_is_missing_is_found(sample):
    store = OxigraphStore.memory(quad for quad in sample.quads() if quad.graph)
    assert ask(store, "unsourced").truth is True


def test_every_question_is_tested():
    assert {question.name for question in named()} == {row[0] for row in [*ANSWERS, *further_answers.ANSWERS]} | {
        "unsourced"
    }


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("who-met-whom", {}),
        ("agreements", {}),
        ("timeline", {"who": "Donald Trump"}),
        ("planned", {}),
        ("denied", {}),
        ("dyad-curve", {"first": "China", "second": "Japan"}),
        ("outlets", {}),
        ("mediators", {}),
        ("most-active", {"least": "6"}),
        ("parts-of-event", {"event": further_answers.SUMMIT}),
    ],
)
def test_rdflib_gives_the_same_answer(fuller, name, values):
    store = RdflibStore()
    store.load(to_nquads(fuller.quads()))
    assert plain(ask(store, name, values).rows) == plain(ask(fuller, name, values).rows)


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("who-met-who", {}, "who-met-whom"),
        ("timeline", {}, "timeline: set who .entity"),
        ("timeline", {"who": "Donald Trump", "year": "2025"}, "no parameter 'year'; it has who, from, to"),
        ("timeline", {"who": "Nobody"}, "nothing in the graph is called 'Nobody'"),
        ("timeline", {"who": "Donald Trump", "from": "May"}, "from: 'May' is not a day"),
        ("corroborated", {"outlets": "many"}, "'many' is not a whole number"),
        ("timeline", {"who": '" } DROP ALL #'}, "nothing in the graph is called"),
    ],
)
def test_a_wrong_parameter_is_named(sample, name, values, said):
    with pytest.raises(QueryError, match=said):
        ask(sample, name, values)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * where { service silent ?x { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * WHERE { ?s ?p",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX a: <http://127.0.0.1:9/> SELECT * { SERVICEa:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX a: <urn:> SELECT * { ?s a:b\\' ?o . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } ?s ?p 'x' }",
        "SELECT * { ?s ?p ?o # comment\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n }",
        "SELECT * { OPTIONAL { <urn:\xa0#> ?p ?o } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n }",
    ],
)
def test_what_changes_the_graph_or_leaves_it_is_refused(sample, sparql):
    with pytest.raises(QueryError):
        run(sample, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'ASK { ?s ?p "SERVICE" }',
        "ASK { ?service ?load ?o }",
        "ASK { ?s ?p <urn:LOAD> } # DELETE",
        "ASK { ?s dip:load 1 }",
    ],
)
def test_the_words_may_stand_where_they_do_nothing(sample, sparql):
    assert run(sample, f"PREFIX dip: <urn:x>\n{sparql}").truth in (True, False)


def test_a_query_reads_all_graphs_as_one_or_the_default_graph_alone(sample):
    sparql = "SELECT (COUNT(*) AS ?n) WHERE { ?c <https://w3id.org/dip/ontology#states> ?f }"
    whole, default = run(sample, sparql), run(sample, sparql, union=False)
    assert int(whole.rows[0][0].value) > 100
    assert default.rows == ((Literal("0", "integer"),),)


def test_from_names_the_graphs(sample):
    sparql = "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/dip/id/graph/run> WHERE { ?s ?p ?o }"
    assert run(sample, sparql).rows == ((Literal("9", "integer"),),)


def test_a_question_knows_its_parameters():
    first, second, third = find("timeline").parameters
    assert (first.name, first.type, first.default) == ("who", "entity", None)
    assert (second.default, third.default) == ("0001-01-01", "9999-12-31")


@pytest.mark.parametrize(
    "head",
    ["# title: T\n# description: D\n", "# title: T\n# description: D\n# scope: default\n# param: x colour a colour\n"],
)
def test_a_malformed_head_is_an_error(head):
    with pytest.raises(QueryError, match=r"mine\.rq"):
        parse("mine", f"{head}ASK {{}}")

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from kg.cli import main
from kg.run.handle import Graph

ROOT = Path(__file__).parents[2]
ARTICLE = "truce-fjord-bulletin"


@pytest.fixture
def articles(tmp_path, stubbed):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("The ministers met.")
    (folder / "two.txt").write_text("They parted.")
    return folder


# ---------------------------------------------------------------- the ontology
def test_view_writes_the_page_of_the_ontology_without_a_graph(kg, tmp_path):
    code, out, _ = kg("view", "--ontology", "-o", tmp_path)
    assert (code, out) == (0, f"{tmp_path / 'ontology.html'}\n")
    assert json.loads((tmp_path / "context.jsonld").read_text())["@context"]["Meeting"] == "dip:Meeting"


# ---------------------------------------------------------------- build, extract
def test_build_says_what_it_did_and_where(kg, articles, tmp_path):
    code, out, _ = kg("build", articles, "-o", tmp_path / "out", "--no-html")
    assert code == 0
    assert out.splitlines() == ["2 articles (2 read now), 0 facts, 0 claims", str(tmp_path / "out" / "graph.ttl")]


def test_build_again_reads_what_is_new_alone(kg, articles, tmp_path):
    kg("build", articles / "one.txt", "-o", tmp_path / "out", "--no-html")
    _, out, _ = kg("build", articles, "-o", tmp_path / "out", "--no-html")
    assert out.startswith("2 articles (1 read now)")


def test_quiet_build_prints_nothing(kg, articles, tmp_path):
    assert kg("build", articles, "-o", tmp_path / "out", "--no-html", "--quiet") == (0, "", "")


@pytest.mark.parametrize(("options", "expected"), [((), 0), (("--strict",), 1)])
def test_a_failed_article_is_told_and_fails_a_strict_run(kg, articles, tmp_path, options, expected):
    (articles / "bad.txt").write_text("BROKEN")
    code, out, err = kg("build", articles, "-o", tmp_path / "out", "--no-html", *options)
    assert code == expected
    assert out.startswith("2 articles")
    assert "bad: skipped: could not be read: ZeroDivisionError" in err


def test_settings_come_from_the_file_and_options_win(kg, articles, tmp_path):
    settings = tmp_path / "kg.toml"
    settings.write_text(f'graph = "{tmp_path / "chosen"}"\nhtml = false\npublisher = "The Gazette"\n')
    kg("build", articles / "one.txt", "--config", settings, "--publisher", "The Post")
    report = json.loads((tmp_path / "chosen" / "report.json").read_text())
    assert report["articles"]["one"]["publisher"] == "The Post"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "nowhere.txt"), "nowhere.txt"),
        (("build", "x", "--published", "May"), "published = 'May'; expected a day"),
        (("build", "x", "--executor", "cloud"), "no executor is called 'cloud'"),
        (("build", "x", "--config", "nowhere.toml"), "nowhere.toml: cannot be read"),
        (("query", "ASK {", "--graph", "nowhere"), "nowhere: no graph here"),
        (("query",), "give one of: a query, --file, --name"),
        (("query", "--name", "who-met-whom", "--set", "x"), "expected KEY=VALUE"),
        (("explain",), "Missing argument"),
        (("nonsense",), "No such command"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_says_why(kg, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "graph.trig").write_text("")
    (tmp_path / "output" / "report.json").write_text("{}")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.txt").write_text("Text.")
    code, out, err = kg(*arguments)
    assert (code, out) == (2, "")
    assert message in " ".join(err.replace("│", " ").split())


def test_extract_writes_one_line_an_article(kg, articles, tmp_path):
    code, out, _ = kg("extract", articles, "-o", tmp_path / "x.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text().splitlines()]
    assert (code, out) == (0, "")
    assert [line["document"]["id"] for line in lines] == ["one", "two"]


def test_extract_writes_to_stdout(kg, articles):
    _, out, _ = kg("extract", articles / "one.txt")
    assert json.loads(out)["document"]["text"] == "The ministers met."


# ---------------------------------------------------------------- query, explain
def test_query_knows_the_usual_prefixes(kg, sample):
    code, out, _ = kg("query", "ASK { ?x a dip:State }", "--graph", sample.directory)
    assert (code, out) == (0, "yes\n")


def test_query_from_a_file(kg, sample, tmp_path):
    (tmp_path / "q.rq").write_text("SELECT (COUNT(*) AS ?n) { ?x a dip:Article }")
    _, out, _ = kg("query", "--file", tmp_path / "q.rq", "--format", "csv", "--graph", sample.directory)
    assert out == "n\r\n8\r\n"


def test_query_by_name(kg, sample):
    code, out, _ = kg("query", "--name", "who-met-whom", "--format", "json", "--graph", sample.directory)
    assert code == 0
    assert json.loads(out)["head"]["vars"] == ["person", "other", "places", "date"]


def test_query_list_shows_questions_and_their_parameters(kg):
    code, out, _ = kg("query", "--list")
    assert code == 0
    assert "whom-did-x-meet: Whom did a person meet?" in out
    assert "--set person=... (entity: whose meetings)" in out


def test_query_reads_an_rdf_file(kg, tmp_path):
    (tmp_path / "g.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    _, out, _ = kg("query", "SELECT ?x { ?x <urn:b> <urn:c> }", "--graph", tmp_path / "g.ttl", "--format", "csv")
    assert out == "x\r\nurn:a\r\n"


@pytest.mark.parametrize("sparql", ["SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "DROP ALL"])
def test_query_reaches_nowhere_and_changes_nothing(kg, sample, sparql):
    code, out, err = kg("query", sparql, "--graph", sample.directory)
    assert (code, out) == (2, "")
    assert "refused" in err


def test_query_starts_without_the_heavy_libraries():
    script = (
        "import sys, kg.cli.main as m\n"
        "sys.argv = ['kg', 'query', '--list']\n"
        "try: m.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'rdflib', 'networkx', 'pyvis', 'numpy'} & sys.modules.keys()\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    start = time.perf_counter()
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stderr.strip() == "[]"
    assert time.perf_counter() - start < 5  # half a second on an idle machine; tests run on busy ones


def test_explain_marks_the_words(kg, sample):
    code, out, _ = kg("explain", "Kenya", "--graph", sample.directory)
    assert code == 0
    assert "Equator Wire, 2026-04-14 [asserted" in out
    assert "[Kenya]" in out


def test_explain_says_why_tellings_were_joined(kg, sample):
    joined = "GRAPH graph:run { ?merge dip:mergedNode ?node } FILTER(CONTAINS(STR(?node), '/event/'))"
    (event,) = sample.query(f"SELECT ?node {{ {joined} }} ORDER BY ?node LIMIT 1").rows[0]
    _, out, _ = kg("explain", event, "--graph", sample.directory)
    assert re.search(r"· joined \S+#ev\d+ and \S+#ev\d+\n  score \d\.\d{3}: \w", out)


# ---------------------------------------------------------------- the rest
def test_validate(kg, sample, tmp_path):
    code, _, err = kg("validate", "--graph", sample.directory)
    assert (code, err.split()[0]) == (0, "0")
    (tmp_path / "bad.ttl").write_text(
        "@prefix dip: <https://w3id.org/dip/ontology#> . <https://w3id.org/dip/id/person/x> a dip:Person ."
    )
    code, out, _ = kg("validate", "--graph", tmp_path / "bad.ttl")
    assert code == 1
    assert "rdfs:label" in out


@pytest.fixture(scope="module")
def retracted(sample, tmp_path_factory):
    """A copy of the sample without one article, and what the command printed."""
    folder = tmp_path_factory.mktemp("retracted") / "output"
    shutil.copytree(sample.directory, folder)
    command = [sys.executable, "-m", "kg", "retract", ARTICLE, "--graph", folder]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return Graph(folder), ended.stdout.splitlines()


def test_retract_takes_the_article_out(retracted):
    graph, _ = retracted
    assert ARTICLE not in graph.report["articles"]
    assert graph.query(f'ASK {{ ?x dcterms:identifier "{ARTICLE}" }}').truth is False


def test_retract_says_what_goes_and_what_stays(retracted):
    _, lines = retracted
    assert {line[0] for line in lines} == {"-", "="}
    assert all(line.endswith(")") for line in lines if line[0] == "=")


def test_retract_knows_its_articles(kg, sample_copy):
    code, _, err = kg("retract", "nobody", "--graph", sample_copy.directory)
    assert code == 2
    assert "no article has the id 'nobody'; there are: nairobi-" in err


def test_diff_of_a_graph_with_itself_is_empty(kg, sample):
    assert kg("diff", sample.directory, sample.directory) == (0, "", "")


def test_diff_shows_what_a_retraction_took(kg, sample, retracted):
    pair = (sample.directory, retracted[0].directory)
    removed = [line for line in kg("diff", *pair)[1].splitlines() if line.startswith("- ")]
    assert removed
    assert len(json.loads(kg("diff", *pair, "--format", "json")[1])["removed"]) == len(removed)
    assert kg("diff", *pair, "--format", "turtle-patch")[1].startswith("TX .\n")


def test_decisions_are_kept_and_applied(kg, sample_copy):
    one, two = "state:kenya", "state:ethiopia"
    code, _, err = kg("merge", one, two, "--reason", "To see it work.", "--graph", sample_copy.directory)
    assert (code, "decisions.toml" in err) == (0, True)
    labels = 'SELECT ?x { ?x a dip:State ; rdfs:label ?name FILTER(?name IN ("Kenya", "Ethiopia")) }'
    assert len(sample_copy.query(labels).rows) == 1
    code, _, err = kg("split", one, two, "--reason", "They are two.", "--graph", sample_copy.directory)
    assert code == 2
    assert "contradict" in err


# ---------------------------------------------------------------- help
COMMANDS = sorted(typer.main.get_command(main.app).commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(kg, command):
    code, out, _ = kg(command, "--help")
    assert code == 0
    assert "Example: kg " + command in " ".join(out.split())
    assert "--config" in out and "--quiet" in out


def test_version(kg):
    assert kg("--version") == (0, "0.1.0\n", "")

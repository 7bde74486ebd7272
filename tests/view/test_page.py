import json
import re
from datetime import date
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.view import page
from kg.view.model import ViewGraph
from kg.view.page import render, write_page
from kg.view.payload import plain, safe_url, to_json
from kg.view.resolution import from_resolution
from kg.view.selection import Preset
from tests.view import samples

HOSTILE = (
    "</script><script>window.ran=1</script>",
    "<img src=x onerror='window.ran=1'>",
    '" onmouseover="window.ran=1',
    "javascript:window.ran=1",
    "{{ 7 * 7 }}{% raw %}",
    "<!--<script>",
    "\u202egnol\u202c \u2028 \u2029 \ud800",
)


@pytest.fixture(scope="module")
def graph() -> ViewGraph:
    return from_resolution(samples.small(), samples.TEXTS)


@pytest.fixture(scope="module")
def html(graph) -> str:
    return render(graph, Preset(), title="Arland and Borovia")[0]


def embedded(html: str, name: str) -> dict:
    return json.loads(re.search(rf'id="{name}">(.*?)</script>', html, re.DOTALL)[1])


def test_the_same_graph_gives_the_same_bytes(graph, html):
    assert render(graph, Preset(), title="Arland and Borovia")[0] == html


def test_the_page_loads_nothing(html):
    assert not re.findall(r"""<(?:script|img|iframe|object|embed)[^>]*\ssrc|<link\b|@import|url\((?!#)""", ours(html))


def values(column: list | dict) -> list:
    """Read a column back."""
    return column if isinstance(column, list) else [column["of"][at] for at in column["at"]]


def ours(html: str) -> str:
    """Give the page without the library, which names addresses in its licence."""
    return html.replace(page._script(Path(page.__file__).parent / "assets" / page.LIBRARY), "")


def test_the_policy_allows_our_scripts_by_their_hash_and_nothing_else(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    script = re.search(r"script-src ([^;]*)", policy)[1]
    assert script.count("sha256-") == len(page.SCRIPTS) + 1
    assert "unsafe" not in script


def test_scripts_are_in_the_page_as_they_are_hashed(html):
    assert html.count("<script>") == len(page.SCRIPTS) + 1
    assert "\r" not in html


def test_the_data_hold_every_node_fact_and_sentence(graph, html):
    data = embedded(html, "graph-data")
    assert values(data["nodes"]["label"]) == [node.label for node in graph.nodes]
    assert values(data["facts"]["status"]) == [fact.status for fact in graph.facts]
    assert {"President Lena Brandt met Oskar Vale in Port Ash on Sunday."} <= set(data["sentences"])


def test_pyvis_draws_numbers_and_labels_without_titles(html):
    nodes = embedded(html, "network-data")["nodes"]
    assert all(isinstance(node["id"], int) and "title" not in node for node in nodes)
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in nodes)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    evil = dict.fromkeys(samples.TEXTS, text * 40)
    html, _ = render(from_resolution(samples.renamed(samples.small(), text), evil), Preset(), title=text)
    assert html.count("<script>") == len(page.SCRIPTS) + 1
    assert not re.search('<img|<!--<script|" onmouseover', ours(html).split("<script type")[0])
    assert "49" not in re.search("<h1.*</h1>", html)[0]
    data = embedded(html, "graph-data")
    assert set(values(data["nodes"]["label"])) >= {plain(text)}
    assert not any("javascript:" in url for url in values(data["articles"]["url"]))
    html.encode()  # no lone surrogate is left in the page


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://gazette.example/1?a=b&c=d", True),
        ("http://gazette.example", True),
        ("HTTPS://GAZETTE.EXAMPLE", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//gazette.example", False),
        ("https:", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_kept(url, kept):
    assert bool(safe_url(url)) is kept


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_json_can_stand_in_a_script_element_and_reads_back(text):
    written = to_json({"a": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"a": text}


def test_writing_tells_what_went_in(graph, tmp_path):
    out = tmp_path / "new" / "graph.html"
    stats = write_page(graph, out, title="Test")
    assert (stats.nodes, stats.drawn, stats.facts) == (len(graph.nodes), len(graph.nodes), len(graph.facts))
    assert stats.size == out.stat().st_size
    assert [path.name for path in out.parent.iterdir()] == ["graph.html"]


def test_options_become_the_first_view_and_leave_nothing_out(graph, tmp_path):
    out = tmp_path / "graph.html"
    write_page(graph, out, title="T", focus="lena brandt", depth=2, types=["Visit", "Summit"], since=date(2031, 5, 1))
    data = embedded(out.read_text("utf-8"), "graph-data")
    assert data["preset"] == {
        "focus": samples.LENA,
        "depth": 2,
        "types": ["Summit", "Visit"],
        "since": "2031-05-01",
        "until": "",
        "without": [],
    }
    assert len(data["nodes"]["iri"]) == len(graph.nodes)


def test_an_unknown_focus_writes_nothing(graph, tmp_path):
    with pytest.raises(QueryError, match="no node is called 'nobody'"):
        write_page(graph, tmp_path / "graph.html", title="T", focus="nobody")
    assert not list(tmp_path.iterdir())


def test_beyond_the_limit_groups_are_drawn_and_all_nodes_are_in_the_data(graph):
    html, drawn = render(graph, Preset(), title="T", limit=4)
    data = embedded(html, "graph-data")
    assert drawn == 0
    assert len(embedded(html, "network-data")["nodes"]) == len(data["groups"]["x"])
    assert len(data["nodes"]["iri"]) == len(graph.nodes)
    assert set(data["nodes"]["group"]) == set(range(len(data["groups"]["x"])))


def test_an_empty_graph_has_a_page():
    html, drawn = render(ViewGraph((), ()), Preset(), title="Nothing")
    assert drawn == 0
    assert embedded(html, "graph-data")["nodes"] == {}

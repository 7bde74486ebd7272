"""Hostile articles run nothing and send nothing, whatever part of them reaches the page."""

import json
from dataclasses import replace

import pytest

import kg
from kg.view.model import ViewGraph
from kg.view.resolution import from_resolution
from tests.view import samples

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.ran=1</script>",
    "<img src=x onerror='window.ran=1'><svg onload=window.ran=1>",
    "javascript:window.ran=1//\" onmouseover='window.ran=1' href='x",
    "\u202elave\u202c<b>bold</b>",
)


def walk(opened, text: str) -> None:
    """Show nodes in every view, the first link and the suggestions; nothing may have become an element or have run."""
    for view in ("network", "timeline", "table", "ledger", "disagreements", "map"):
        opened.page.click(f"#tab-{view}")
        for node in range(0, opened.page.evaluate("Kg.model.nodes.length"), 3):
            opened.page.evaluate(f"Kg.state.set({{ node: {node} }})")
    opened.page.evaluate("Kg.state.set({ link: 0 })")
    opened.page.fill("#search", text[:4])
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.ran") is None
    assert opened.page.locator("img, #panel b, #panel script, a[href^=javascript], [onerror], [onload]").count() == 0
    assert not set("\u202e\u2066") & set(opened.page.inner_text("body"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_article_runs_no_script_in_any_view(show, text):
    walk(show(samples.renamed(samples.small(), text), dict.fromkeys(samples.TEXTS, text * 40), title=text), text)


def with_ids(graph: ViewGraph, text: str) -> ViewGraph:
    """Give the graph with a hostile text in every IRI and every document's id."""

    def named(iri: str) -> str:
        return iri + text

    def facts():
        for fact in graph.facts:
            value = fact.object if fact.datatype else named(fact.object)
            sources = tuple(replace(source, document=text, outlet="") for source in fact.sources)
            yield replace(fact, subject=named(fact.subject), object=value, sources=sources)

    nodes = (replace(node, iri=named(node.iri), outlets=(text,)) for node in graph.nodes)
    return replace(graph, nodes=tuple(nodes), facts=tuple(facts()), disagreements=())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_ids_run_no_script_in_any_view(show, text):
    # a slash would change the kind that the IRI spells
    safe_kind = text.replace("/", "")
    walk(show(with_ids(from_resolution(samples.small(), samples.TEXTS), safe_kind)), safe_kind)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_article_that_was_built_runs_no_script(show, tmp_path, text):
    said = f"President Lena Brandt of Kenya met Oskar {text} Vale in Nairobi on 4 May 2026. “{text},” Brandt said."
    article = {"id": text, "title": text, "url": text, "publisher": text, "published": "2026-05-05", "text": said}
    (tmp_path / "articles.jsonl").write_text(json.dumps(article), "utf-8")
    kg.build([tmp_path / "articles.jsonl"], out=tmp_path / "graph")
    opened = show(tmp_path / "graph" / "graph.html")
    assert "Lena Brandt" in opened.drawn()
    walk(opened, text)


@pytest.mark.parametrize("view", ["network", "table"])
def test_a_hostile_address_runs_no_script(small, view):
    small.go(f"view={view}&type=<img src=x onerror=window.ran=1>&node=javascript:window.ran=1&open=g<b>&group=length")
    assert small.page.evaluate("window.ran") is None
    assert small.page.locator("img, #side b").count() == 0


def test_the_policy_stops_a_script_that_is_not_ours(small):
    small.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))"
    )
    assert small.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in small.complaints)
    small.complaints.clear()


def test_the_policy_stops_requests(small):
    outcome = small.page.evaluate("fetch('https://gazette.example/').then(() => 'sent', () => 'stopped')")
    assert outcome == "stopped"
    small.complaints.clear()
    small.requests.clear()

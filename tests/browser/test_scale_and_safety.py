"""Hostile articles run nothing; large graphs open fast and keep what they do not draw."""

import sys
import time

import pytest

from tests.view import samples

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.ran=1</script>",
    "<img src=x onerror='window.ran=1'><svg onload=window.ran=1>",
    "javascript:window.ran=1//\" onmouseover='window.ran=1' href='x",
    "\u202elave\u202c<b>bold</b>",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_article_runs_no_script_in_any_view(show, text):
    opened = show(samples.renamed(samples.small(), text), dict.fromkeys(samples.TEXTS, text * 40), title=text)
    for view in ("network", "timeline", "table", "ledger", "disagreements", "map"):
        opened.page.click(f"#tab-{view}")
        for node in range(0, 16, 3):
            opened.page.evaluate(f"Kg.state.set({{ node: {node} }})")
    opened.page.fill("#search", text[:4])
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.ran") is None
    assert opened.page.locator("img, #panel b, #panel script, a[href^=javascript]").count() == 0
    assert not set("\u202e\u2066") & set(opened.page.inner_text("body"))


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


@pytest.mark.parametrize(("size", "limit"), [(100, 10), (2000, 20)])
def test_opening_time(show, capsys, size, limit):
    opened = show(samples.crowd(size))
    start = time.perf_counter()
    opened.go("")
    opened.page.wait_for_function("Kg.network.canvas().width > 0")
    seconds = time.perf_counter() - start
    with capsys.disabled():
        sys.stdout.write(f"\n{size} nodes open in {seconds:.2f} s\n")
    assert seconds < limit


def test_beyond_the_limit_the_rest_is_said_kept_and_brought_in(show):
    opened = show(samples.crowd(1800))
    assert len(opened.drawn()) == 1500
    assert "the 1500 most connected are drawn; 300 more are in the page" in opened.page.inner_text("#status")
    left = opened.page.evaluate("Kg.model.nodes.find((_, id) => !Kg.network.placed.has(id)).label")
    opened.page.fill("#search", left)
    opened.page.keyboard.press("Enter")
    assert left in opened.drawn()


def test_expanding_draws_the_neighbours_that_were_left_out(show):
    opened = show(samples.crowd(1800))
    script = (
        "Kg.state.set({ node: [...Kg.network.placed.keys()].find((id) => Kg.model.linksOf[id]"
        ".some((link) => !Kg.network.placed.has(Kg.graphs.other(link, id)))) })"
    )
    opened.page.evaluate(script)
    before = len(opened.drawn())
    opened.page.get_by_role("button", name="Expand").click()
    assert len(opened.drawn()) > before


def test_the_first_view_follows_the_options(show):
    opened = show(samples.small(), focus="Attack on a trawler", depth=1)
    assert opened.drawn() == ["Attack on a trawler", "Borovia"]
    opened.page.click("#reset")
    assert len(opened.drawn()) == 16


def test_a_depth_of_none_shows_the_focus_alone(show):
    assert show(samples.small(), focus="Borovia", depth=0).drawn() == ["Borovia"]


def test_an_empty_collection_opens(show):
    from kg.types import Resolution

    opened = show(Resolution())
    for view in ("timeline", "table", "ledger", "disagreements", "map"):
        opened.page.click(f"#tab-{view}")
    assert opened.page.inner_text("#status") == "0 of 0 nodes, 0 of 0 links"

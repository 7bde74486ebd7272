"""The query editor in a browser: it works, and asks nobody but its server."""

from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.mark.browser
def test_the_editor_runs_queries_and_asks_nobody_else(address):
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        page = browser.new_page()
        asked, complaints = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/")
        page.click(".yasqe_queryButton")
        page.wait_for_selector("text=Showing 1 to 2 of 2 entries")
        page.select_option("#question", "who-met-whom")
        page.click(".tabPanel.active .yasqe_queryButton")
        page.wait_for_selector(".tabPanel.active >> text=Akasaka Palace")
        page.click(".tabPanel.active .CodeMirror")
        page.keyboard.type(" ?x a dip:Ev")
        page.keyboard.press("Control+Space")
        page.wait_for_timeout(500)
        browser.close()
    assert [url for url in asked if not url.startswith((f"{address}/", "data:", "blob:"))] == []
    assert complaints == []

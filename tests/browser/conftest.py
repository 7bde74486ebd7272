"""A headless Chromium that counts what the page asks for and what it complains about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kg.types import Resolution
from kg.view.model import ViewGraph
from kg.view.page import write_page
from kg.view.resolution import from_resolution
from tests.view import samples

VIEWS = ("network", "timeline", "table", "ledger", "disagreements", "map")
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip


@dataclass
class Opened:
    """A page in the browser, with every request and every complaint so far."""

    page: Any
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def state(self) -> dict[str, str]:
        """Give the state as the page's address spells it."""
        script = "Object.fromEntries(new URLSearchParams(location.hash.slice(1)))"
        return dict(self.page.evaluate(script))

    def drawn(self) -> list[str]:
        """Give the labels of the nodes on the canvas, without those of groups."""
        script = (
            "Kg.network.dataset.nodes.getIds().filter((id) => id >= 0).map((id) => Kg.model.nodes[id].label).sort()"
        )
        return list(self.page.evaluate(script))

    def groups(self) -> int:
        """Count the groups on the canvas."""
        script = "Kg.network.dataset.nodes.getIds().filter((id) => Kg.groups.numberOf(id) >= 0).length"
        return int(self.page.evaluate(script))

    def size(self) -> int:
        """Give the size of the file in bytes."""
        return Path(self.address.removeprefix("file://")).stat().st_size

    def go(self, fragment: str) -> None:
        """Open another state of the same page."""
        self.page.goto("about:blank")
        self.requests.clear()
        self.page.goto(f"{self.address}#{fragment}")
        self.page.wait_for_selector("html[data-ready]")


@pytest.fixture(scope="module")  # of a module: while Playwright runs, tests that call asyncio.run cannot
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write a page, unless it is a file already, and open it from disk.

    Afterwards it must have asked for nothing and complained of nothing.
    """
    opened: list[Opened] = []
    contexts = []

    def run(
        content: Resolution | ViewGraph | Path,
        texts: dict[str, str] = samples.TEXTS,
        title: str = "Arland and Borovia",
        **options,
    ):
        out = content if isinstance(content, Path) else tmp_path / f"page{len(opened)}.html"
        if not isinstance(content, Path):
            graph = content if isinstance(content, ViewGraph) else from_resolution(content, texts)
            write_page(graph, out, title=title, **options)
        context = chromium.new_context(viewport={"width": 1400, "height": 850}, accept_downloads=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        found = Opened(context.new_page(), out.as_uri())
        opened.append(found)
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("console", lambda said: found.complaints.append(said.text) if said.type == "error" else None)
        found.page.goto(found.address)
        found.page.wait_for_selector("html[data-ready]")
        return found

    yield run
    for each in opened:
        outside = [url for url in each.requests if not url.startswith((each.address, "data:", "blob:", "about:"))]
        assert not outside
        assert not each.complaints
    for context in contexts:
        context.close()


@pytest.fixture
def small(show: Callable[..., Opened]) -> Opened:
    return show(samples.small())

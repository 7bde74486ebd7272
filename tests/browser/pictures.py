"""Pictures of the page: how near two are to each other, and the ones that are kept in git.

``python -m tests.browser.pictures`` writes the README's picture, and the small ones that `test_pictures.py` compares.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from tests.browser.conftest import ARGUMENTS, CHROMIUM, VIEWS

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "pictures"
README = ROOT / "output" / "sample" / "page.png"
README_STATE = "node=state/kenya"
CASES = {
    f"{view}-{name}": (view, name, size)
    for view in VIEWS
    for name, size in (("light", (1400, 850)), ("dark", (1400, 850)), ("narrow", (420, 840)))
}
"""View, theme (narrow is light) and size of the window of each picture that is kept."""

_SMALLER = 10
_LEVELS = 10
"""Letters of another font stay below this difference once they are blurred; a panel that is gone does not."""


def fragment(view: str, name: str) -> str:
    """Give the state that a kept picture shows."""
    theme = "light" if name == "narrow" else name
    return f"view={view}&theme={theme}&node=event/2031-05-04-summit-brandt-vale"


def shrunk(shot: bytes) -> Any:
    """Shrink and blur a screenshot until only its layout is left."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    size = (image.width // _SMALLER, image.height // _SMALLER)
    return image.resize(size, Image.Resampling.BOX).filter(ImageFilter.BoxBlur(1))


def share_that_differs(one: Any, other: Any) -> float:
    """Give the share of two small pictures that differs visibly; 1 where their sizes differ."""
    if one.size != other.size:
        return 1.0
    difference = ImageChops.difference(one, other).convert("L").tobytes()
    return sum(level > _LEVELS for level in difference) / len(difference)


def main() -> None:
    """Write all pictures that are kept in git."""
    from playwright.sync_api import sync_playwright

    from kg.view.page import write_page
    from kg.view.resolution import from_resolution
    from tests.view import samples

    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1400, "height": 850})
        out = Path(folder) / "page.html"
        write_page(from_resolution(samples.small(), samples.TEXTS), out, title="Arland and Borovia")
        for case, (view, name, size) in CASES.items():
            shrunk(take(page, out.as_uri(), fragment(view, name), size)).save(KEPT / f"{case}.png", optimize=True)
        shot = take(page, (README.parent / "graph.html").as_uri(), README_STATE, (1400, 850))
        Image.open(io.BytesIO(shot)).convert("RGB").save(README, optimize=True)
        browser.close()


def take(page: Any, address: str, state: str, size: tuple[int, int]) -> bytes:
    """Open a state of a page and take its picture."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("about:blank")
    page.goto(f"{address}#{state}")
    page.wait_for_selector("html[data-ready]")
    page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 150)))")
    return bytes(page.screenshot(animations="disabled"))


if __name__ == "__main__":
    main()

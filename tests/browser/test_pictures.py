"""The page looks as it did when somebody last looked at it; fonts and edges may differ, the layout may not."""

import itertools

import pytest

pytest.importorskip("PIL")

from PIL import Image

from tests.browser.pictures import CASES, KEPT, README, fragment, share_that_differs, shrunk, take

pytestmark = pytest.mark.browser

TOLERATED = 0.04


@pytest.mark.parametrize("case", CASES)
def test_a_view_looks_as_it_did(small, case):
    view, name, size = CASES[case]
    now = shrunk(take(small.page, small.address, fragment(view, name), size))
    differs = share_that_differs(now, Image.open(KEPT / f"{case}.png").convert("RGB"))
    assert differs <= TOLERATED, "look at the page; if it is right, `make pictures` keeps it"


def test_the_comparison_tells_views_and_themes_apart():
    kept = {case: Image.open(KEPT / f"{case}.png").convert("RGB") for case in CASES}
    for one, other in itertools.combinations(kept, 2):
        assert share_that_differs(kept[one], kept[other]) > TOLERATED, (one, other)


def test_the_readme_shows_a_picture_of_the_page():
    with Image.open(README) as image:
        assert image.size == (1400, 850)
    assert README.stat().st_size < 500_000
    assert "output/sample/page.png" in (README.parents[2] / "README.md").read_text("utf-8")

"""axe-core finds nothing serious, in any view, light and dark, wide and narrow."""

import pytest

from tests.browser.conftest import VIEWS

pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}


def faults(page) -> list[str]:
    """Give what axe-core calls serious or critical, with the elements."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:120]}"
        for fault in found
        if fault["impact"] in SERIOUS
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_no_serious_fault(small, view, theme):
    small.go(f"view={view}&theme={theme}&node=event/2031-05-04-summit-brandt-vale")
    assert faults(small.page) == []


def test_the_suggestions_have_no_serious_fault(small):
    small.page.fill("#search", "b")
    assert faults(small.page) == []


def test_a_narrow_screen_with_its_filters_has_no_serious_fault(small):
    small.page.set_viewport_size({"width": 420, "height": 800})
    small.page.click("#filters-toggle")
    assert faults(small.page) == []


def test_a_link_and_a_path_have_no_serious_fault(small):
    small.go("link=event/2031-05-02-attack,state/borovia,denied")
    assert faults(small.page) == []
    small.go("pathFrom=person/lena-brandt&pathTo=person/oskar-vale&hidden=topic/fishing-rights&pinned=state/arland")
    assert faults(small.page) == []


def test_axe_sees_a_fault_that_is_there(small):
    small.page.evaluate("document.querySelector('#png').replaceChildren()")
    assert any(fault.startswith("button-name") for fault in faults(small.page))

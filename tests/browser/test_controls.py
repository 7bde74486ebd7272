"""Every control of the page is used once, in the browser."""

import itertools
import re

import pytest
import rdflib

from tests.view import samples

pytestmark = pytest.mark.browser


def choose(opened, name: str) -> None:
    """Choose a node through the search box."""
    opened.page.fill("#search", name)
    opened.page.keyboard.press("Enter")


def copied(opened, button: str) -> str:
    opened.page.locator("#panel > .copies").get_by_role("button", name=button).click()
    opened.page.wait_for_selector("#toast:not([hidden])")
    return opened.page.evaluate("navigator.clipboard.readText()")


# ---------------------------------------------------------------- opening
def test_it_opens_from_disk_with_everything_drawn_and_nothing_asked_for(small):
    assert len(small.drawn()) == 16
    assert small.requests == [small.address]


def test_it_opens_settled_where_the_build_put_everything(small):
    script = "Kg.model.nodes.map((node, id) => Kg.network.position(id))"
    placed = small.page.evaluate("Kg.model.nodes.map(({ x, y }) => ({ x, y }))")
    small.page.wait_for_timeout(300)
    assert small.page.evaluate(script) == placed


def test_it_says_how_much_is_shown(small):
    assert small.page.inner_text("#status") == "16 of 16 nodes, 19 of 19 links"


# ---------------------------------------------------------------- search and panel
def test_search_suggests_and_chooses_with_the_keyboard(small):
    small.page.keyboard.press("/")
    small.page.keyboard.type("bran")
    assert small.page.locator("#suggestions [role=option]").first.inner_text().startswith("Lena Brandt")
    small.page.keyboard.press("ArrowDown")
    small.page.keyboard.press("Enter")
    assert small.state()["node"] == "person/lena-brandt"


def test_search_finds_other_names_and_forgives_case_and_accents(small):
    small.page.fill("#search", "président BRANDT")
    assert "Lena Brandt" in small.page.inner_text("#suggestions")


def test_a_suggestion_can_be_clicked(small):
    small.page.fill("#search", "trawler")
    small.page.locator("#suggestions [role=option]").first.click()
    assert small.state()["node"].endswith("attack")


def test_nothing_found_is_said(small):
    small.page.fill("#search", "zzz")
    assert small.page.inner_text("#suggestions") == "Nothing has that name"


def test_the_panel_shows_outlet_date_modality_sentence_and_words(small):
    choose(small, "Summit")
    source = small.page.locator("#panel .source").first
    text = source.inner_text()
    assert all(
        part in text for part in ("Courier", "2031-05-06", "asserted", "Pact signed", "https://courier.example/2")
    )
    assert source.locator("mark").inner_text() == "met at Port Ash"


def test_attribution_and_factuality_are_said(small):
    choose(small, "Visit of Vale")
    panel = small.page.inner_text("#panel")
    assert "On whose word: his office said" in panel
    assert "Planned" in panel


def test_a_web_address_opens_without_telling_where_from(small):
    choose(small, "Summit")
    link = small.page.locator("#panel .address a").first
    assert link.get_attribute("href") == "https://courier.example/2"
    assert "noopener" in link.get_attribute("rel")


def test_clicking_a_node_on_the_canvas_opens_it(small):
    spot = small.page.evaluate(
        "(() => { const id = Kg.model.nodes.findIndex((n) => n.label === 'Oskar Vale');"
        "const p = Kg.network.onScreen(id); return [p.x, p.y]; })()"
    )
    small.page.locator("#network canvas").click(position={"x": spot[0], "y": spot[1]})
    assert small.page.inner_text("#panel h2") == "Oskar Vale"


def test_clicking_a_line_shows_its_facts(small):
    ends = small.page.evaluate(
        "(() => { const id = Kg.model.links.findIndex((l) => l.modality === 'denied'); const l = Kg.model.links[id];"
        "const a = Kg.network.onScreen(l.from), b = Kg.network.onScreen(l.to);"
        "return [(a.x + b.x) / 2, (a.y + b.y) / 2]; })()"
    )
    small.page.locator("#network canvas").click(position={"x": ends[0], "y": ends[1]})
    assert small.page.inner_text("#panel h2") == "Link"
    assert "A spokesman denied" in small.page.inner_text("#panel")


def test_hovering_tells_what_it_is(small):
    spot = small.page.evaluate("(() => { const p = Kg.network.onScreen(0); return [p.x, p.y]; })()")
    box = small.page.locator("#network canvas").bounding_box()
    small.page.mouse.move(box["x"] + spot[0] - 40, box["y"] + spot[1])
    small.page.mouse.move(box["x"] + spot[0], box["y"] + spot[1], steps=4)
    small.page.wait_for_selector("#tooltip:not([hidden])")
    assert small.page.evaluate("Kg.model.nodes[0].label") in small.page.inner_text("#tooltip")


def test_facts_open_and_close(small):
    choose(small, "Summit")
    opened = small.page.locator("#panel .turn[aria-expanded=true]")
    assert opened.count() == 3
    small.page.locator("#panel .turn[aria-expanded=false]").first.click()
    assert opened.count() == 4
    small.page.locator("#panel .fact-head .value").first.click()
    assert opened.count() == 3


def test_closing_the_panel_shows_the_overview(small):
    choose(small, "Summit")
    small.page.get_by_role("button", name="Close").click()
    assert "What this page holds" in small.page.inner_text("#panel")
    assert "node" not in small.state()


# ---------------------------------------------------------------- copying
def test_a_citation_names_outlet_title_day_address_and_sentence(small):
    choose(small, "Summit")
    text = copied(small, "Copy citation")
    assert "The Gazette, “Leaders meet”, 2031-05-05, https://gazette.example/1: “President Lena Brandt met" in text


@pytest.mark.parametrize("name", ["Summit", "40 million", "Visit of Vale", "Attack", "Arland", "The sea"])
def test_turtle_parses_and_holds_the_accepted_facts(small, name):
    choose(small, name)
    graph = rdflib.Graph().parse(data=copied(small, "Copy as Turtle"), format="turtle")
    node = rdflib.URIRef(small.page.evaluate("Kg.model.nodes[Kg.state.get().node].iri"))
    assert graph.value(node, rdflib.RDFS.label)


def test_rejected_facts_are_copied_as_facts_never_as_triples(small):
    choose(small, "Attack")
    graph = rdflib.Graph().parse(data=copied(small, "Copy as Turtle"), format="turtle")
    strike, borovia = rdflib.URIRef(samples.STRIKE), rdflib.URIRef(samples.BOROVIA)
    assert (strike, None, borovia) not in graph
    assert (None, rdflib.RDF.object, borovia) in graph


@pytest.mark.parametrize(
    "fragment", ["node=event/2031-05-04-summit-brandt-vale", "link=event/2031-05-02-attack,state/borovia,denied"]
)
def test_sparql_parses(small, fragment):
    small.go(fragment)
    query = copied(small, "Copy as SPARQL")
    rdflib.Graph().query(query)
    assert query.startswith("PREFIX ")


def test_an_address_is_copied(small):
    choose(small, "Summit")
    small.page.get_by_role("button", name="Copy address").first.click()
    small.page.wait_for_selector("#toast:not([hidden])")
    assert small.page.evaluate("navigator.clipboard.readText()") == "https://courier.example/2"


def test_without_a_clipboard_the_text_is_shown(small):
    choose(small, "Summit")
    small.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    small.page.locator("#panel > .copies").get_by_role("button", name="Copy citation").click()
    assert "The Gazette" in small.page.input_value("#copybox textarea")
    small.page.locator("#copybox").get_by_role("button", name="Close").click()


# ---------------------------------------------------------------- legend and filters
@pytest.mark.parametrize(
    ("box", "gone"),
    [
        ("[data-set=noKinds][data-name=person]", {"Lena Brandt", "Oskar Vale"}),
        ("[data-set=noFamilies][data-name=force]", {"Attack on a trawler"}),
        ("[data-set=noFactualities][data-name=planned]", {"Visit of Vale to Velm"}),
    ],
)
def test_the_legend_filters_and_brings_back(small, box, gone):
    before = set(small.drawn())
    small.page.uncheck(f"#side {box}")
    assert before - set(small.drawn()) == gone
    small.page.check(f"#side {box}")
    assert set(small.drawn()) == before


def happenings(opened) -> set[str]:
    script = "Kg.network.dataset.nodes.getIds().filter(Kg.model.isHappening).map((id) => Kg.model.nodes[id].label)"
    return set(opened.page.evaluate(script))


COURIER = {
    "Summit of Brandt and Vale",
    "Pact on fishing rights",
    "40 million euros for the harbour",
    "Attack on a trawler",
    "Talks between Arland and Borovia",
}
FOURTH_OF_MAY = {
    "Summit of Brandt and Vale",
    "Pact on fishing rights",
    "40 million euros for the harbour",
    "The sea is wide enough for both",
}
FILTERS = {
    "type": ("#type", "Summit", {"Summit of Brandt and Vale"}),
    "outlet": ("#outlet", "Courier", COURIER),
}


@pytest.mark.parametrize(("field", "value", "left"), FILTERS.values(), ids=FILTERS.keys())
def test_lists_filter(small, field, value, left):
    small.page.select_option(field, value)
    assert happenings(small) == left


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("#actor", "Oskar Vale", {"Summit of Brandt and Vale", "Visit of Vale to Velm"}),
        ("#place", "Port Ash", {"Summit of Brandt and Vale"}),
        ("#since", "2031-06-10", {"Visit of Vale to Velm"}),
        ("#until", "2031-05-04", FOURTH_OF_MAY),
    ],
)  # fmt: skip
def test_fields_filter(small, field, value, left):
    small.page.fill(field, value)
    small.page.locator(field).blur()
    assert happenings(small) == left


def test_a_name_that_is_not_there_changes_nothing(small):
    small.page.fill("#actor", "Nobody")
    small.page.locator("#actor").blur()
    assert len(small.drawn()) == 16
    assert "actor" not in small.state()


def test_clear_all_brings_everything_back(small):
    small.go("type=Summit&noKinds=person&hidden=state/arland")
    assert len(small.drawn()) < 16
    small.page.click("#reset")
    assert len(small.drawn()) == 16


# ---------------------------------------------------------------- focus, path, hide, pin
def test_focus_with_depth(small):
    choose(small, "Attack")
    small.page.get_by_role("button", name="Focus").click()
    assert small.drawn() == ["Attack on a trawler", "Borovia"]
    small.page.locator("#depth").focus()
    small.page.keyboard.press("ArrowRight")
    assert {"Velm", "Pact on fishing rights"} <= set(small.drawn())
    small.page.get_by_role("button", name="Leave focus").click()
    assert len(small.drawn()) == 16


def test_a_path_between_two_actors(small):
    small.page.fill("#path-from", "Lena Brandt")
    small.page.fill("#path-to", "Oskar Vale")
    small.page.locator("#path-to").blur()
    path = small.page.locator("#panel .path .node-link").all_inner_texts()
    assert path == ["Lena Brandt", "Summit of Brandt and Vale", "Oskar Vale"]


def test_no_path_is_said(small):
    small.go("pathFrom=person/lena-brandt&pathTo=person/oskar-vale&noKinds=event,commitment,agreement,tenure")
    assert "No way leads" in small.page.inner_text("#panel")


def test_hide_and_take_back(small):
    choose(small, "Borovia")
    small.page.get_by_role("button", name="Hide").click()
    assert "Borovia" not in small.drawn()
    small.page.get_by_role("button", name="Hidden: Borovia, take back").click()
    assert "Borovia" in small.drawn()


def test_a_pinned_node_stays_whatever_the_filters_say(small):
    choose(small, "Borovia")
    small.page.get_by_role("button", name="Pin").click()
    small.page.uncheck("[data-set=noKinds][data-name=state]")
    assert "Borovia" in small.drawn()
    assert "Arland" not in small.drawn()


def test_the_focus_field_names_the_centre(small):
    small.page.fill("#focus", "Attack on a trawler")
    small.page.locator("#focus").blur()
    assert small.drawn() == ["Attack on a trawler", "Borovia"]


def test_a_path_is_asked_for_from_the_panel(small):
    for name, button in (("Lena Brandt", "Path from"), ("Oskar Vale", "Path to")):
        choose(small, name)
        small.page.get_by_role("button", name=button).click()
    small.page.keyboard.press("Escape")
    assert small.page.locator("#panel .path .node-link").count() == 3


def test_all_hidden_nodes_come_back_at_once(small):
    small.go("hidden=state/arland,state/borovia")
    small.page.get_by_role("button", name="All back").click()
    assert len(small.drawn()) == 16


def test_unpin_lets_the_filters_have_it(small):
    small.go("pinned=state/borovia&noKinds=state&node=state/borovia")
    small.page.get_by_role("button", name="Unpin").click()
    small.page.keyboard.press("Escape")
    assert "Borovia" not in small.drawn()


def test_a_label_on_the_canvas_can_be_clicked(small):
    box = small.page.evaluate("Kg.labels.drawn().find((box) => Kg.model.nodes[box.id].label === 'Lena Brandt')")
    small.page.locator("#network canvas").click(position={"x": box["x"] + 5, "y": box["y"] + 5})
    assert small.page.inner_text("#panel h2") == "Lena Brandt"


def test_labels_never_cover_each_other(small):
    for _ in range(3):
        boxes = small.page.evaluate("Kg.labels.drawn()")
        for one, other in itertools.combinations(boxes, 2):
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert beside or one["y"] + one["high"] <= other["y"] or other["y"] + other["high"] <= one["y"]
        assert len(boxes) >= 3
        small.page.click("#zoom-out")


def test_a_node_can_be_dragged_and_stays_there(small):
    script = "Kg.network.onScreen(Kg.model.nodes.findIndex((node) => node.label === 'Oskar Vale'))"
    spot, box = small.page.evaluate(script), small.page.locator("#network canvas").bounding_box()
    small.page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    small.page.mouse.down()
    small.page.mouse.move(box["x"] + spot["x"] + 60, box["y"] + spot["y"], steps=4)
    small.page.mouse.up()
    choose(small, "Lena Brandt")
    assert small.page.evaluate(script)["x"] == pytest.approx(spot["x"] + 60, abs=3)


# ---------------------------------------------------------------- views
VIEWS = {
    "timeline": "Summit of Brandt and Vale",
    "table": "Summit of Brandt and Vale",
    "ledger": "Pact on fishing rights",
    "disagreements": "40 million euros for the harbour",
}


@pytest.mark.parametrize(("view", "label"), VIEWS.items())
def test_choosing_in_a_view_chooses_everywhere(small, view, label):
    small.page.click(f"#tab-{view}")
    small.page.locator(f"#view-{view} .node-link", has_text=label).first.click()
    assert small.page.inner_text("#panel h2") == label
    assert small.page.locator(f"#view-{view} .is-chosen").count() == 1
    small.page.click("#tab-network")
    assert small.page.evaluate("Kg.network.selected()") == [label]


def test_the_timeline_says_what_is_planned_and_what_has_no_date(small):
    small.page.click("#tab-timeline")
    days = small.page.locator("#view-timeline .day h3").all_inner_texts()
    assert days == ["Sun, 4 May 2031", "Jun 2031", "Undated"]
    assert small.page.locator("#view-timeline .bars .open").count() == 1


def test_the_table_sorts(small):
    small.page.click("#tab-table")
    small.page.get_by_role("button", name="Name").click()
    names = small.page.locator("#view-table tbody .node-link").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    small.page.get_by_role("button", name="Name").click()
    assert small.page.locator("#view-table tbody .node-link").all_inner_texts() == names[::-1]
    assert small.page.locator("th[aria-sort=descending]").inner_text().startswith("Name")


def test_the_ledger_shows_parties_amount_and_status(small):
    small.page.click("#tab-ledger")
    text = re.sub(r"\s+", " ", small.page.inner_text("#view-ledger"))
    assert "Arland Borovia fishing rights 2031-05-04 signed" in text
    assert "EUR 40 million 2031-05-04 pledged" in text


def test_disagreements_stand_side_by_side(small):
    small.page.click("#tab-disagreements")
    options = small.page.locator("#view-disagreements .option")
    assert ["EUR 40 million" in options.nth(0).inner_text(), "EUR 45 million" in options.nth(1).inner_text()] == [
        True,
        True,
    ]
    boxes = [options.nth(each).bounding_box() for each in (0, 1)]
    assert boxes[0]["y"] == boxes[1]["y"]


def test_places_stand_in_words_below_the_map(small):
    small.page.click("#tab-map")
    small.page.locator("#view-map .places .node-link", has_text="Velm").click()
    assert small.page.inner_text("#panel h2") == "Velm"
    assert small.page.locator("#view-map .pin.is-chosen").count() == 1


def test_a_bar_of_the_timeline_leads_to_its_day(small):
    small.page.click("#tab-timeline")
    small.page.locator(".bar-group").first.click()
    assert small.page.locator("[data-day^='2031-05-04']").is_visible()


def test_days_far_from_the_others_are_told_beside_the_bars(show):
    opened = show(samples.crowd(60, far="1964-02-01"))
    opened.page.click("#tab-timeline")
    assert opened.page.inner_text(".beyond") == "1 earlier: in the list only"
    assert opened.page.locator(".bars .axis").first.text_content() >= "2031"


def test_long_lists_bring_the_rest_when_asked(show):
    opened = show(samples.crowd(200))
    opened.page.click("#tab-table")
    rows = opened.page.locator("#view-table tbody tr")
    assert rows.count() == 150
    opened.page.locator("#view-table .more").click()
    assert rows.count() == 200


def test_the_map_shows_places_and_chooses_them(small):
    small.page.click("#tab-map")
    small.page.get_by_role("button", name="Port Ash: 1 entry").click()
    assert small.page.inner_text("#panel h2") == "Port Ash"
    for name in ("Zoom in", "Zoom out", "World"):
        small.page.locator("#view-map").get_by_role("button", name=name).click()
    assert small.page.get_attribute("svg.map", "viewBox") == "-180 -90 360 180"


def test_tabs_turn_with_arrow_keys(small):
    small.page.focus("#tab-network")
    small.page.keyboard.press("ArrowRight")
    assert small.state()["view"] == "timeline"
    assert small.page.evaluate("document.activeElement.id") == "tab-timeline"


# ---------------------------------------------------------------- keyboard, address, bar
def test_the_network_is_walked_with_arrow_keys(small):
    choose(small, "Lena Brandt")
    small.page.focus("#network")
    seen = {small.state()["node"]}
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        small.page.keyboard.press(key)
        seen.add(small.state()["node"])
    assert len(seen) > 2
    small.page.keyboard.press("Enter")
    assert small.page.evaluate("document.activeElement.id") == "panel"
    small.page.keyboard.press("Escape")
    assert "node" not in small.state()


def test_zoom_buttons_and_keys(small):
    scale = "Kg.network.scale()"
    start = small.page.evaluate(scale)
    small.page.click("#zoom-in")
    nearer = small.page.evaluate(scale)
    small.page.click("#zoom-out")
    small.page.focus("#network")
    small.page.keyboard.press("-")
    farther = small.page.evaluate(scale)
    small.page.click("#zoom-fit")
    assert nearer > start > farther
    assert small.page.evaluate(scale) == pytest.approx(start, rel=0.05)


def test_the_address_restores_the_state(small):
    small.go("view=table&node=person/oskar-vale&noKinds=topic&theme=dark")
    assert small.page.inner_text("#panel h2") == "Oskar Vale"
    assert small.page.is_visible("#view-table")
    assert not small.page.is_checked("[data-set=noKinds][data-name=topic]")
    assert small.page.get_attribute("html", "data-theme") == "dark"


def test_back_returns_to_what_was_chosen_before(small):
    choose(small, "Lena Brandt")
    choose(small, "Oskar Vale")
    small.page.go_back()
    assert small.page.inner_text("#panel h2") == "Lena Brandt"


@pytest.mark.parametrize(
    "fragment", ["node=nobody&view=nothing&depth=x", "link=,,&hidden=,,", "%E0%A4%A&&&=", "view=__proto__"]
)
def test_a_broken_address_opens_the_page_all_the_same(small, fragment):
    small.go(fragment)
    assert small.page.is_visible("#view-network")


def test_dark_and_light(small):
    small.page.click("#theme")
    dark = small.page.evaluate("getComputedStyle(document.body).backgroundColor")
    small.page.click("#theme")
    assert dark != small.page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_filters_fold_away(small):
    small.page.click("#filters-toggle")
    assert not small.page.is_visible("#side")
    assert small.page.get_attribute("#filters-toggle", "aria-expanded") == "false"


def test_a_narrow_screen_shows_filters_when_asked(small):
    small.page.set_viewport_size({"width": 420, "height": 800})
    assert not small.page.is_visible("#side")
    small.page.click("#filters-toggle")
    assert small.page.is_visible("#side")


@pytest.mark.parametrize("view", ["network", "map"])
def test_pictures_are_saved(small, view, tmp_path):
    small.page.click(f"#tab-{view}")
    for name, start in (("png", b"\x89PNG"), ("svg", b"<svg")):
        with small.page.expect_download() as waiting:
            small.page.click(f"#{name}")
        assert waiting.value.suggested_filename == f"arland-and-borovia.{name}"
        waiting.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_print_hides_the_controls_and_keeps_the_sources(small):
    choose(small, "Summit")
    small.page.emulate_media(media="print")
    assert not small.page.is_visible("#side")
    assert small.page.is_visible("#panel blockquote")
    small.page.evaluate("window.print = () => (window.printed = true)")
    small.page.emulate_media(media="screen")
    small.page.click("#print")
    assert small.page.evaluate("window.printed")


BUTTONS = "button:visible:enabled, input[type=checkbox]:visible"


@pytest.mark.parametrize(
    "fragment", ["", "node=person/lena-brandt", "link=event/2031-05-02-attack,state/borovia,denied"]
)
@pytest.mark.parametrize("view", ["network", *VIEWS, "map"])
def test_every_button_can_be_pressed_without_complaint(small, view, fragment):
    small.page.add_init_script("window.print = () => {}")
    state = f"view={view}&{fragment}"
    small.go(state)
    count = small.page.locator(BUTTONS).count()
    assert count > 20
    for number in range(count):
        small.page.evaluate("(state) => { location.replace('#' + state); Kg.state.load(); }", state)
        # a press may change what stands on the page; whatever stands at that place now is pressed
        found = small.page.locator(BUTTONS)
        found.nth(min(number, found.count() - 1)).dispatch_event("click")
    assert small.page.is_visible("#main")


def test_paper_is_light_whatever_the_screen_is(small):
    small.go("theme=dark")
    small.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert small.page.get_attribute("html", "data-theme") == "light"
    small.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert small.page.get_attribute("html", "data-theme") == "dark"


def test_every_control_has_a_name_for_screen_readers(small):
    small.page.wait_for_selector("#panel")
    unnamed = small.page.evaluate(
        "[...document.querySelectorAll('button, input, select, [role=tab], [role=tabpanel]')].filter((e) =>"
        " !(e.textContent.trim() || e.getAttribute('aria-label') ||"
        " e.getAttribute('aria-labelledby') || e.labels?.length))"
        ".map((e) => e.outerHTML)"
    )
    assert unnamed == []


def test_the_skip_link_leads_to_the_network(small):
    small.page.focus("#skip")
    small.page.keyboard.press("Enter")
    assert small.page.evaluate("document.activeElement.id") == "network"

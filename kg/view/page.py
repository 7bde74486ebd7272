"""Write the page: one file, nothing fetched, nothing run but our own scripts."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.view.model import ViewGraph
from kg.view.payload import payload, plain, to_json
from kg.view.selection import DRAWN_LIMIT, Preset, find_node, first_preset, links_of, shown_at_first

STYLES = ("page.css", "views.css")
LIBRARY = "vendor/vis-network.min.js"
WORLD = "vendor/world-110m.json"
SCRIPTS = (
    "dom.js", "model.js", "state.js", "graphs.js", "filters.js", "looks.js", "shapes.js", "groups.js", "signs.js",
    "labels.js", "network.js", "cite.js", "evidence.js", "panel.js", "lists.js", "timeline.js", "table.js", "ledger.js",
    "disagreements.js", "map.js", "exporting.js", "controls.js", "search.js", "main.js",
)  # fmt: skip
"""In the order in which the page runs them; each adds one name to the object ``Kg``."""


@dataclass(frozen=True, slots=True)
class PageStats:
    """What went into a page; ``drawn`` nodes stand on the canvas at the start, none where groups stand for them."""

    nodes: int
    drawn: int
    facts: int
    sources: int
    size: int


def write_page(  # noqa: PLR0913 - the options of `kg view`, by keyword
    view_graph: ViewGraph,
    out: Path,
    *,
    title: str,
    focus: str | None = None,
    depth: int | None = None,
    types: Sequence[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> PageStats:
    """Write the interactive page of a graph.

    Args:
        view_graph: What to show; all of it is in the page whatever the other options say.
        out: The file; it is replaced in one step.
        title: Heading of the page.
        focus: IRI or name of the node that the page opens on.
        depth: How many steps around the focus are shown, 1 where nothing is said.
        types: Classes of events, agreements or commitments that are shown first.
        since: First day shown at the start, inclusive.
        until: Last day shown at the start, inclusive.

    Raises:
        QueryError: ``focus`` names nothing in the graph.
    """
    preset = Preset(
        focus=find_node(view_graph, focus).iri if focus else "",
        depth=1 if depth is None else depth,
        types=tuple(sorted(types or ())),
        since=since.isoformat() if since else "",
        until=until.isoformat() if until else "",
    )
    html, drawn = render(view_graph, preset, title=title)
    encoded = html.encode()
    _replace(out, encoded)
    sources = sum(len(fact.sources) for fact in view_graph.facts)
    return PageStats(len(view_graph.nodes), drawn, len(view_graph.facts), sources, len(encoded))


def render(graph: ViewGraph, preset: Preset, *, title: str, limit: int = DRAWN_LIMIT) -> tuple[str, int]:
    """Give the page's HTML and how many nodes it draws one by one at the start."""
    from markupsafe import Markup

    from kg.view.layout import layout
    from kg.view.network import ASSETS, build_network, short_label

    links = links_of(graph)
    preset = first_preset(graph, preset)
    pairs = [(link.source, link.target) for link in links]
    shown = shown_at_first(graph, preset)
    aside = set(range(len(graph.nodes))) - set(shown)
    placement = layout(len(graph.nodes), pairs, [short_label(node.label) for node in graph.nodes], aside)
    drawn = shown if len(shown) <= limit else ()
    network = build_network(graph, links, placement, drawn)
    scripts = [_script(ASSETS / name) for name in (LIBRARY, *SCRIPTS)]
    styles = "\n".join((ASSETS / name).read_text("utf-8") for name in STYLES)
    network.templateEnv.autoescape = True
    network.templateEnv.filters["json"] = lambda value: Markup(to_json(value))
    network.templateEnv.globals.update(
        title=plain(title),
        policy=_policy(scripts),
        styles=Markup(styles),
        scripts=[Markup(script) for script in scripts],
        world=json.loads((ASSETS / WORLD).read_text("utf-8")),
        graph=payload(graph, links, placement, preset) | {"title": plain(title), "limit": limit},
    )
    return network.generate_html(), len(drawn)


def _script(path: Path) -> str:
    """Read a script; the address of its source map goes, since developer tools would fetch it."""
    lines = path.read_text("utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _policy(scripts: Sequence[str]) -> str:
    """Give a Content-Security-Policy that runs exactly these scripts and lets nothing be fetched or sent."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    # vis-network and the views set widths and colours on elements: inline style, never a fetched sheet
    parts: Any = (
        "default-src 'none'",
        f"script-src {allowed}",
        "style-src 'unsafe-inline'",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def _replace(out: Path, content: bytes) -> None:
    """Write beside the target, then put in place, so that nobody sees half a page."""
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

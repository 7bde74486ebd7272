"""The data inside the page: plain JSON, escaped so that no text of an article can end the element it stands in."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from kg.view.layout import Placement
from kg.view.model import Source, ViewFact, ViewGraph, ViewNode
from kg.view.selection import Link, Preset
from kg.view.style import DASHES, FAMILY_COLOURS, HOLLOW, KIND_LOOKS, family_of
from kg.vocab import PREFIXES, local

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_STEERING = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(value: Any) -> str:
    r"""Write JSON that may stand inside a script element.

    >>> to_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def plain(text: str) -> str:
    r"""Drop control characters, halves of characters, and what turns the direction of text around.

    >>> plain("abc\u202edef\u202c")
    'abcdef'
    """
    return _STEERING.sub("", text)


def safe_url(url: str) -> str:
    """Keep a web address, drop everything else that a browser might run or open.

    >>> safe_url("javascript:alert(1)"), safe_url("https://example.org/a")
    ('', 'https://example.org/a')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return plain(url) if parts.scheme in ("http", "https") and parts.netloc else ""


class _Numbers:
    """Numbers values in the order in which they come, each once, so that repeated text is written once."""

    def __init__(self) -> None:
        self._number: dict[Any, int] = {}

    def of(self, value: Any) -> int:
        return self._number.setdefault(value, len(self._number))

    def values(self) -> list[Any]:
        return list(self._number)


def columns(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Write rows with the same keys as one list a key; values that repeat are written once.

    >>> columns([{"a": "far", "b": 1}, {"a": "far", "b": 2}, {"a": "far", "b": 3}])
    {'a': {'of': ['far'], 'at': [0, 0, 0]}, 'b': [1, 2, 3]}
    """
    return {key: _column([row[key] for row in rows]) for key in rows[0]} if rows else {}


def _column(values: list[Any]) -> Any:
    if not all(isinstance(value, str) for value in values):
        return values
    numbers = _Numbers()
    at = [numbers.of(value) for value in values]
    return {"of": numbers.values(), "at": at} if 2 * len(numbers.values()) <= len(values) else values


def payload(graph: ViewGraph, links: Sequence[Link], placement: Placement, preset: Preset) -> dict[str, Any]:
    """Give all that the page's scripts read; see ``assets/README.md`` for the keys."""
    number = {node.iri: index for index, node in enumerate(graph.nodes)}
    articles, sentences = _Numbers(), _Numbers()
    sources = [_source(source, articles, sentences) for fact in graph.facts for source in fact.sources]
    return {
        "prefixes": PREFIXES,
        "looks": _looks(),
        "preset": _preset(preset),
        "nodes": columns(_nodes(graph, number, placement)),
        "groups": columns(
            [{"x": group.middle[0], "y": group.middle[1], "radius": group.radius} for group in placement.groups]
        ),
        "facts": columns([_fact(fact, number) for fact in graph.facts]),
        "sources": columns(sources),
        "links": columns(
            [
                {"from": link.source, "to": link.target, "modality": link.modality, "facts": list(link.facts)}
                for link in links
            ]
        ),
        "articles": columns(
            [dict(zip(("id", "outlet", "title", "url", "date"), row, strict=True)) for row in articles.values()]
        ),
        "sentences": sentences.values(),
        "disagreements": _disagreements(graph),
    }


def _looks() -> dict[str, Any]:
    kinds = {kind: {"shape": look.shape, "colour": look.colour, "size": look.size} for kind, look in KIND_LOOKS.items()}
    return {"kinds": kinds, "families": FAMILY_COLOURS, "dashes": DASHES, "hollow": HOLLOW}


def _preset(preset: Preset) -> dict[str, Any]:
    return {
        "focus": preset.focus,
        "depth": preset.depth,
        "types": list(preset.types),
        "since": preset.since,
        "until": preset.until,
        "without": list(preset.without),
    }


def _nodes(graph: ViewGraph, number: dict[str, int], placement: Placement) -> list[dict[str, Any]]:
    home = {member: index for index, group in enumerate(placement.groups) for member in group.members}
    return [
        _node(node, number) | {"x": x, "y": y, "group": home[index]}
        for index, (node, (x, y)) in enumerate(zip(graph.nodes, placement.positions, strict=True))
    ]


def _node(node: ViewNode, number: dict[str, int]) -> dict[str, Any]:
    return {
        "iri": node.iri,
        "kind": node.kind,
        "type": node.type,
        "family": family_of(node.type) if node.kind == "event" else "",
        "label": plain(node.label),
        "factuality": node.factuality,
        "from": node.earliest,
        "to": node.latest,
        "places": [number[place] for place in node.places if place in number],
        "outlets": [plain(outlet) for outlet in node.outlets],
        "at": list(node.coordinates) if node.coordinates else None,
        "aliases": [plain(alias) for alias in node.aliases],
        "same": safe_url(node.same_as),
    }


def _fact(fact: ViewFact, number: dict[str, int]) -> dict[str, Any]:
    linked = not fact.datatype and fact.object in number
    text = plain(fact.text)
    return {
        "s": number.get(fact.subject, -1),
        "subject": "" if fact.subject in number else fact.subject,
        "p": fact.predicate,
        "o": -1 if fact.datatype else number.get(fact.object, -1),
        "object": "" if linked else fact.object,
        "datatype": fact.datatype,
        # said elsewhere: a node's label, a value that reads as it is written
        "text": "" if linked or text == fact.object else text,
        "status": fact.status,
        "modality": fact.modality,
        "outlets": fact.outlets,
        "sources": len(fact.sources),
    }


def _source(source: Source, articles: _Numbers, sentences: _Numbers) -> dict[str, Any]:
    article = (source.document, plain(source.outlet), plain(source.title), safe_url(source.url), source.date)
    return {
        "article": articles.of(article),
        "sentence": sentences.of(source.sentence),
        "start": source.start,
        "end": source.end,
        "modality": source.modality,
        "by": plain(source.attribution),
        "byText": plain(source.attribution_text),
    }


def _disagreements(graph: ViewGraph) -> list[dict[str, Any]]:
    """Options as numbers of facts, the preferred one marked; a disagreement about unknown facts is left out."""
    where = {(fact.subject, fact.predicate, fact.object): index for index, fact in enumerate(graph.facts)}
    rows = []
    for item in graph.disagreements:
        keys = [(item.subject, item.predicate, option) for option in item.options]
        options = [where[key] for key in keys if key in where]
        if options:
            preferred = where.get((item.subject, item.predicate, item.preferred), -1)
            name = local(item.predicate)
            rows.append({"options": options, "preferred": preferred, "predicate": name, "reason": plain(item.reason)})
    return rows

"""The page of the ontology: one file, nothing fetched, nothing run; and the JSON-LD context beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.context import context
from kg.files import replace_text
from kg.schema import SchemaTerm, header, terms
from kg.vocab import DIP, PREFIXES, local

PAGE = "ontology.html"
CONTEXT = "context.jsonld"
TITLES = {
    "class": "Classes",
    "object property": "Properties between nodes",
    "datatype property": "Properties with values",
    "annotation property": "Annotations",
    "individual": "Individuals",
}
_BASES = {**{base: prefix for prefix, base in PREFIXES.items()}, "https://w3id.org/dip/cameo#": "cameo"}


@dataclass(frozen=True, slots=True)
class Link:
    """The name of a term; ``anchor`` is its place on the page, empty where another vocabulary has it."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A class with the classes below it."""

    link: Link
    below: tuple[Branch, ...]


def write_ontology(folder: Path) -> Path:
    """Write the page and the context into a folder; gives the path of the page."""
    replace_text(folder / PAGE, [render()])
    replace_text(folder / CONTEXT, [context_document()])
    return folder / PAGE


def context_document() -> str:
    """Give the context as a document that others can refer to."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n"


@cache
def render() -> str:
    """Give the HTML of the page; it is the same as long as the program runs."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent / "assets"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["link"] = link
    known = terms()
    return environment.get_template("ontology.html.j2").render(
        header=header(),
        namespace=DIP,
        tree=tuple(branches(known)),
        sections=[(kind, title, [term for term in known if term.kind == kind]) for kind, title in TITLES.items()],
        below=lambda term: [each for each in known if term.iri in each.above],
        members=lambda term: [each for each in known if term.iri in each.types],
        has=lambda term: [each for each in known if term.iri in each.domains],
        taken=lambda term: [each for each in known if term.iri in each.ranges],
    )


def link(iri: str) -> Link:
    """Name a term and say where on the page it is.

    >>> link("https://w3id.org/dip/ontology#Meeting"), link("http://www.w3.org/2001/XMLSchema#date")
    (Link(text='Meeting', anchor='Meeting'), Link(text='xsd:date', anchor=''))
    """
    name = local(iri)
    if iri.startswith(DIP):
        return Link(name, name)
    prefix = _BASES.get(iri.removesuffix(name))
    return Link(f"{prefix}:{name}" if prefix else iri, "")


def branches(known: Iterable[SchemaTerm], above: str | None = None) -> Iterator[Branch]:
    """Yield the classes right below one, or the topmost ones, each with all below it."""
    classes = [term for term in known if term.kind == "class"]
    ours = {term.iri for term in classes}
    for term in classes:
        parents = ours.intersection(term.above)
        if above in parents or (above is None and not parents):
            yield Branch(link(term.iri), tuple(branches(classes, term.iri)))

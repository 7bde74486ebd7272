"""The terms of the ontology as its file describes them: for its page, and for the context of JSON-LD."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.ontologies import read
from kg.vocab import DCTERMS, DIP, OWL, RDFS, SCHEMA, SKOS, TYPE, XSD, local

NATIVE = ("string", "integer", "boolean")
"""Types that JSON has too."""
_KINDS = {
    f"{OWL}Class": "class",
    f"{OWL}ObjectProperty": "object property",
    f"{OWL}DatatypeProperty": "datatype property",
    f"{OWL}AnnotationProperty": "annotation property",
    f"{OWL}NamedIndividual": "individual",
}
KINDS = tuple(_KINDS.values())
_ONTOLOGY = "https://w3id.org/dip/ontology"
Described = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class SchemaTerm:
    """A class, property or individual; what refers to another term is its IRI.

    Attributes:
        iri: The whole name.
        kind: One of ``KINDS``.
        label: What people call it.
        comment: What it means.
        examples: As the ontology gives them.
        notes: Scope notes.
        types: Classes of an individual, and marks of a property, as symmetric.
        above: Super-classes or super-properties.
        domains: Classes whose members have the property.
        ranges: Classes or types of its values.
        codes: PLOVER and CAMEO codes.
    """

    iri: str
    kind: str
    label: str
    comment: str
    examples: tuple[str, ...]
    notes: tuple[str, ...]
    types: tuple[str, ...]
    above: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name within the namespace."""
        return local(self.iri)


@cache
def terms() -> tuple[SchemaTerm, ...]:
    """Give all terms by kind and name; the file does not change while a program runs, so it is read once."""
    found = [_term(iri, about) for iri, about in _described().items() if iri.startswith(DIP)]
    return tuple(sorted(found, key=lambda term: (KINDS.index(term.kind), term.name.lower(), term.name)))


def header() -> dict[str, str]:
    """Give title, description, version, licence and day of the ontology."""
    about = _described()[_ONTOLOGY]
    named = {
        "title": f"{DCTERMS}title",
        "description": f"{DCTERMS}description",
        "version": f"{OWL}versionInfo",
        "licence": f"{DCTERMS}license",
        "modified": f"{DCTERMS}modified",
    }
    return {name: about[predicate][0] for name, predicate in named.items()}


def datatype(term: SchemaTerm) -> str | None:
    """Give the one XML Schema type of a property's values that JSON does not have, if it is so."""
    (only,) = term.ranges if len(term.ranges) == 1 else (None,)
    name = only.removeprefix(XSD) if only is not None and only.startswith(XSD) else None
    return None if name in NATIVE else name


def _term(iri: str, about: Described) -> SchemaTerm:
    types = about[TYPE]
    kinds = [_KINDS[each] for each in types if each in _KINDS]
    return SchemaTerm(
        iri=iri,
        kind=min(kinds, key=KINDS.index),
        label=about[f"{RDFS}label"][0],
        comment=about[f"{RDFS}comment"][0],
        examples=tuple(about.get(f"{SKOS}example", ())),
        notes=tuple(about.get(f"{SKOS}scopeNote", ())),
        types=tuple(each for each in types if each not in _KINDS),
        above=(*about.get(f"{RDFS}subClassOf", ()), *about.get(f"{RDFS}subPropertyOf", ())),
        domains=(*about.get(f"{RDFS}domain", ()), *about.get(f"{SCHEMA}domainIncludes", ())),
        ranges=(*about.get(f"{RDFS}range", ()), *about.get(f"{SCHEMA}rangeIncludes", ())),
        codes=tuple(
            code
            for name in ("ploverType", "ploverMode", "ploverContext", "cameoRoot")
            for code in about.get(DIP + name, ())
        ),
    )


@cache
def _described() -> Mapping[str, Described]:
    """Read the file: subject to property to sorted values."""
    import pyoxigraph as ox

    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in ox.parse(read("dip.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.Triple):
            found[triple.subject.value][triple.predicate.value].add(triple.object.value)
    return {iri: {verb: sorted(values) for verb, values in about.items()} for iri, about in found.items()}

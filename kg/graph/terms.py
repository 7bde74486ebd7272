"""Finds the node that a user means: an IRI, a prefixed name, or one of its names."""

from __future__ import annotations

from kg.errors import QueryError
from kg.protocols import Store
from kg.types import Literal
from kg.vocab import ID_BASE, LABEL, PREFIXES, SKOS

ACTOR_KINDS = ("person", "state", "group", "place", "outlet", "office")
_ALIAS = f"{SKOS}altLabel"
_EXACT = f"SELECT DISTINCT ?node WHERE {{ ?node <{LABEL}> ?name }}"
_LOOSE = f"""SELECT DISTINCT ?node WHERE {{
  ?node <{LABEL}>|<{_ALIAS}> ?label FILTER(LCASE(STR(?label)) = LCASE(STR(?name))) }}"""


def find_node(store: Store, text: str, *, actors: bool = False) -> str:
    """Give the IRI of the node called ``text``.

    Args:
        store: Where the graph is.
        text: An IRI, with or without angle brackets; a prefixed name such as ``person:anna-berg``; or a name, of
            which the label as written goes before other names and other spellings by case.
        actors: Take only persons, states, groups, places, outlets and offices.

    Raises:
        QueryError: Nothing has the name, or several nodes have it.
    """
    iri = expand(text)
    if iri is not None:
        return iri
    for sparql in (_EXACT, _LOOSE):
        found = [str(row[0]) for row in store.query(sparql, bindings={"name": Literal(text)}).rows]
        nodes = sorted(node for node in found if not actors or _kind(node) in ACTOR_KINDS)
        if len(nodes) > 1:
            raise QueryError(f"{text!r} names several nodes: {', '.join(map(shorten, nodes))}; give one of these")
        if nodes:
            return nodes[0]
    raise QueryError(f"nothing in the graph is called {text!r}; expected a name, an IRI or one such as state:japan")


def expand(text: str) -> str | None:
    """Give the full IRI of an IRI or a prefixed name, None for other text.

    >>> expand("state:japan"), expand("<https://w3id.org/dip/id/state/japan>"), expand("Japan: a history")
    ('https://w3id.org/dip/id/state/japan', 'https://w3id.org/dip/id/state/japan', None)
    """
    bare = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    if any(character.isspace() or character in '<>"{}|\\^`' for character in bare):
        return None
    if bare.startswith(("http://", "https://", "urn:")):
        return bare
    prefix, colon, name = bare.partition(":")
    return PREFIXES[prefix] + name if colon and name and prefix in PREFIXES else None


def shorten(iri: str) -> str:
    """Write an IRI as a prefixed name where a prefix fits.

    >>> shorten("https://w3id.org/dip/id/state/japan"), shorten("urn:a")
    ('state:japan', 'urn:a')
    """
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = next((prefix for prefix, namespace in PREFIXES.items() if namespace == iri[:cut]), None)
    return f"{prefix}:{iri[cut:]}" if prefix and iri[cut:] else iri


def _kind(iri: str) -> str:
    return iri.removeprefix(ID_BASE).partition("/")[0]

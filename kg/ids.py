"""Content-hashed ids and the IRIs minted from them: the same words give the same IRI on every machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.types import Literal, Term
from kg.vocab import ID_BASE, XSD

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_WORD = re.compile(r"[a-z0-9]+")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')


def _escape(character: str) -> str:
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def short_hash(*parts: str) -> str:
    """Give the first 12 hex digits of SHA-256 over the parts.

    >>> short_hash("a", "b")
    'f04cdced9736'
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def slug(text: str, *, limit: int = 60) -> str:
    """Fold a name to lower-case ASCII words joined by hyphens; text without any Latin letter becomes its hash.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    >>> slug("Kari Løvdal")
    'kari-lovdal'
    """
    folded = text if text.isascii() else _ascii(text)
    words = _WORD.findall(folded.lower().replace("'", ""))
    joined = "-".join(words)
    if not joined:
        return "x" + short_hash(text)
    if len(joined) <= limit:
        return joined
    return f"{joined[:limit].rsplit('-', 1)[0]}-{short_hash(joined)[:6]}"


_LETTERS = str.maketrans(
    {"ı": "i", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "œ": "oe"}
)
"""Latin letters that no decomposition turns into ASCII."""


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()


def mint(kind: str, *parts: str) -> str:
    """Mint the IRI of a node from its kind and the words that identify it.

    >>> mint("state", "United States")
    'https://w3id.org/dip/id/state/united-states'
    """
    return f"{ID_BASE}{kind}/" + "-".join(slug(part) for part in parts if part)


def n3(term: Term) -> str:
    r"""Write a term in canonical N-Triples form.

    >>> n3(Literal('say "no"\n'))
    '"say \\"no\\"\\n"'
    """
    if isinstance(term, Literal):
        text = _ESCAPED.sub(lambda found: _escape(found[0]), term.value)
        if term.language:
            return f'"{text}"@{term.language}'
        if term.datatype == "string":
            return f'"{text}"'
        return f'"{text}"^^<{datatype_iri(term.datatype)}>'
    return term if term.startswith("_:") else f"<{term}>"


def datatype_iri(datatype: str) -> str:
    """Spell a datatype in full; what has a colon is an IRI already.

    >>> datatype_iri("date")
    'http://www.w3.org/2001/XMLSchema#date'
    """
    return datatype if ":" in datatype else XSD + datatype


def article_iri(document: str) -> str:
    """Mint the IRI of an article, which also names its graph; ids that fold to one slug stay apart.

    >>> article_iri("daily-2025-03-04"), article_iri("Daily 2025-03-04")
    ('https://w3id.org/dip/id/article/daily-2025-03-04', 'https://w3id.org/dip/id/article/daily-2025-03-04-440d97')
    """
    name = slug(document)
    return f"{ID_BASE}article/" + (name if name == document else f"{name}-{short_hash(document)[:6]}")


def fact_iri(subject: str, predicate: str, value: Term) -> str:
    """Mint the IRI of the fact node of one triple."""
    return f"{ID_BASE}fact/" + short_hash(n3(subject), n3(predicate), n3(value))


def claim_iri(document: str, start: int, end: int, fact: str, modality: str) -> str:
    """Mint the IRI of a claim: one article, one sentence, one triple, one modality."""
    return f"{ID_BASE}claim/" + short_hash(document, str(start), str(end), fact, modality)

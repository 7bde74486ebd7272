"""How names are compared: without case, accents, dots, hyphens and a leading "the"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PUNCTUATION = str.maketrans(
    {".": "", "'": "", "’": "", "ʻ": "", "‘": "", "`": "", "-": " ", "–": " ", "‐": " ", "&": " and "}
)
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "ə": "a"})


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """Bring a name into the form in which the gazetteer indexes it.

    >>> fold("The U.S."), fold("Côte  d’Ivoire"), fold("Kim Jong-un")
    ('us', 'cote divoire', 'kim jong un')
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # most names, and most of what is asked for
        words = name.lower().split()
    else:
        words = _without_marks(name).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _without_marks(name: str) -> str:
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.translate(_PUNCTUATION).translate(_LETTERS))
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    return name.translate(_PUNCTUATION)


def reads_as_acronym(name: str) -> bool:
    """Tell whether a word is written so that it may be an acronym: "US" and "Nato" may, "us" and "Who" may not.

    >>> [reads_as_acronym(word) for word in ("US", "U.S.", "us", "Nato", "Who", "AfDB", "G7")]
    [True, True, False, True, False, True, True]
    """
    letters = "".join(c for c in name if c.isalnum())
    capitals = sum(c.isupper() or c.isdigit() for c in letters)
    return capitals >= 2 or (capitals == 1 and letters[0].isupper() and len(letters) >= 4)

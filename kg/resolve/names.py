"""When two names may be names of one person or body: variants of spelling, order, initials, short forms, acronyms."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.words import plain_words

_LEGAL_FORMS = frozenset(
    "ag co company corp corporation gmbh group holding holdings inc limited llc ltd nv plc sa the".split(" ")  # noqa: SIM905
)
_SMALL_WORDS = frozenset(("and", "de", "des", "du", "et", "for", "in", "la", "of", "on", "the", "to"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """Split a personal name into comparable words; "Jong-un" and "Jong Un" look alike.

    >>> name_words("José María Aznar Jr.")
    ('jose', 'maria', 'aznar')
    """
    return tuple(word for word in plain_words(name.replace("’", "")) if word not in _SUFFIXES)


def person_keys(name: str) -> list[str]:
    """Give the keys under which name variants of a person meet: the words in any order, and initial with surname.

    >>> person_keys("Anna Maria Berg")
    ['anna berg maria', 'a berg', 'b anna']
    """
    words = name_words(name)
    if len(words) < 2:
        return []
    return [" ".join(sorted(words)), f"{words[0][0]} {words[-1]}", f"{words[-1][0]} {words[0]}"]


def same_person(left: str, right: str) -> str | None:
    """Tell by which rule two full names are one person's, or None.

    >>> same_person("Takeda Hiroshi", "Hiroshi Takeda"), same_person("J. Berg", "Jonas Berg")
    ('same words in another order', 'initials')
    >>> same_person("Kim Il Sung", "Kim Jong Il") is None
    True
    """
    ours, theirs = name_words(left), name_words(right)
    if len(ours) < 2 or len(theirs) < 2:
        return None
    if ours == theirs:
        return "same name"
    if sorted(ours) == sorted(theirs):
        return "same words in another order"
    if _abbreviates(ours, theirs) or _abbreviates(theirs, ours):
        return "initials"
    if _drops_middle(ours, theirs) or _drops_middle(theirs, ours):
        return "middle name left out"
    return "spelling" if _spelled_alike(ours, theirs) else None


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if short[-1] != full[-1] or not any(len(word) == 1 for word in short[:-1]):
        return False
    given = list(full[:-1])
    for word in short[:-1]:
        at = next((i for i, other in enumerate(given) if other == word or (len(word) == 1 and other[0] == word)), None)
        if at != 0:
            return False
        given.pop(0)
    return True


def _drops_middle(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    ends = short[0] == full[0] and short[-1] == full[-1]
    return ends and len(short) < len(full) and set(short) <= set(full) and len(short[0]) > 1


def _spelled_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Transliterations differ by a letter in long words, never in short ones ("Un" and "Il")."""
    from rapidfuzz.distance import Levenshtein

    if len(ours) != len(theirs):
        return False
    return all(
        a == b or (min(len(a), len(b)) >= 5 and Levenshtein.distance(a, b) <= 1)
        for a, b in zip(ours, theirs, strict=True)
    )


@lru_cache(maxsize=50_000)
def body_key(name: str) -> str:
    """Bring the name of an organisation to its core, without article and legal form.

    >>> body_key("The Nordwind Group Corp.")
    'nordwind'
    """
    words = plain_words(name.replace(".", ""))
    core = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(core or words)


def acronym_of(name: str) -> str | None:
    """Spell the acronym that the capitals of a long name suggest.

    >>> acronym_of("Organization for Fictional Trade")
    'OFT'
    """
    capitals = [
        word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper() and word.lower() not in _SMALL_WORDS
    ]
    return "".join(capitals) if len(capitals) >= 3 else None


def acronym_in(name: str) -> str | None:
    """Give the acronym that a name is, or begins with before common nouns.

    >>> acronym_in("O.F.T."), acronym_in("OFT rebels"), acronym_in("Oft"), acronym_in("OFT House")
    ('OFT', 'OFT', None, None)
    """
    found = re.fullmatch(r"((?:[A-Z]\.?){2,8})(?: [a-z]+)*", name)
    return found[1].replace(".", "") if found else None

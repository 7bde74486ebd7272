"""Words of a phrase brought to a form in which two wordings of one thing look alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z]+|[0-9]+")
_STEM_LENGTH = 6
"""Truncation is a weak stemmer, yet it joins "invest" with "investment" and "denuclearize" with its noun."""

STOP_WORDS = frozenset(
    word
    for line in (
        "a about across after again against ago all along also am among an and any are around as at be because been",
        "before being between both but by can come could did do does down during each every few for from further get",
        "had has have having he her here hers him his how i if in including into is it its itself just last later",
        "less like made make many may me more most mr mrs ms much must my new next no nor not now of off on once one",
        "only or other our out over own per recent said same say says several shall she should so some still such",
        "than that the their them then there these they this those through to today told too two under until up upon",
        "us very via was we were what when where which while who whom whose why will with within without would",
        "yesterday yet you your",
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august",
        "september october november december morning afternoon evening night",
    )
    for word in line.split()
)

_SAME_SENSE = {
    "buy": ("purchase", "purchases", "purchasing", "procure", "procurement", "acquisition", "bought", "buying"),
    "agreement": ("deal", "pact", "accord", "arrangement", "treaty", "memorandum"),
    "increase": ("raise", "raising", "boost", "boosting", "hike", "higher", "bigger", "expand"),
    "strengthen": ("bolster", "strengthening", "reinforce", "stronger", "enhance", "enhancing"),
    "war": ("conflict", "fighting"),
    "company": ("firm", "firms", "corporation", "corporations", "businesses"),
    "spending": ("budget", "budgets", "outlay", "outlays", "expenditure", "spend"),
    "defense": ("military", "defence"),
    "cooperation": ("collaboration", "cooperate"),
    "update": ("revise", "revising", "revision", "amend", "overhaul"),
    "era": ("age",),
    "truce": ("ceasefire", "armistice"),
    "extend": ("prolong", "prolonged", "lengthen", "lengthened", "renew", "renewed", "renewal", "extension"),
    "sever": ("broke", "break", "cut", "severed"),
    "tie": ("relation", "relations", "ties"),
    "supply": ("deliver", "delivers", "delivery", "provide", "furnish"),
    "nominate": ("recommend", "nomination"),
}
"""Words that news text uses for one another, under the one that stands for all."""

_SYNONYMS = {word: sense for sense, words in _SAME_SENSE.items() for word in words}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut a lower-case word to what its inflections and spellings share.

    >>> stem("defences"), stem("defense"), stem("invests"), stem("investment")
    ('defens', 'defens', 'invest', 'invest')
    """
    word = _SYNONYMS.get(word, word)
    if word.isdecimal() or len(word) <= 3:
        return word
    word = word.replace("isation", "ization")
    for ending, kept in (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending):
            word = word[: -len(ending)] + kept
            break
    if word.endswith("ence"):
        word = word[:-4] + "ense"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
    return word[:_STEM_LENGTH].rstrip("e") if len(word) >= 5 else word


def plain_words(text: str) -> list[str]:
    """Split a text into lower-case words without accents and without possessive endings.

    >>> plain_words("São Tomé's budget")
    ['sao', 'tome', 'budget']
    """
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode() if not text.isascii() else text
    return _WORD.findall(re.sub(r"'s\b|s'(?=\s)", " ", text.lower()))


@lru_cache(maxsize=100_000)
def stems(text: str) -> frozenset[str]:
    """Give the stems of the content words of a text.

    >>> sorted(stems("Their plans to boost defence spending"))
    ['defens', 'increa', 'plan', 'spend']
    """
    return frozenset(stem_list(text))


def stem_list(text: str) -> list[str]:
    """Give the stems of the content words of a text in their order."""
    text = text.replace("’", "'").replace("%", " percent ")
    return [stem(word) for word in plain_words(text) if word not in STOP_WORDS and (len(word) > 1 or word.isdecimal())]


@lru_cache(maxsize=20_000)
def one(group: frozenset[str]) -> frozenset[str]:
    """Give one object for all equal groups: tellings hold many, and the same few again and again."""
    return group


def containment(left: frozenset[str], right: frozenset[str]) -> float:
    """Give the share of the smaller set that lies in the larger one; 0 when one is empty.

    >>> containment(frozenset("ab"), frozenset("bcd"))
    0.5
    """
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def dice(left: frozenset[str], right: frozenset[str]) -> float:
    """Give the Dice coefficient of two sets; 0 when both are empty.

    >>> dice(frozenset("ab"), frozenset("bc"))
    0.5
    """
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


VAGUE = stems(
    "agreement aim announce commit commitment decision determination effort government importance intention issue "
    "leader matter meeting minister move number official plan president promise question role sides statement step "
    "talks time two view visit way willingness"
)
"""Words of any news of diplomacy; what two tellings share of them says nothing of their subjects."""

"""Counted things and lengths of time in news prose."""

from __future__ import annotations

import re

from kg.extract.money import DIGITS, WORDS, alternatives, find_amounts, qualified, value_of
from kg.types import Amount, Span

_STOPS = frozenset(
    {
        "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "by", "to", "for", "from", "with",
        "within", "without", "into", "onto", "over", "under", "between", "among", "after", "before", "since",
        "until", "during", "against", "about", "as", "than", "that", "which", "who", "whom", "whose", "this",
        "these", "those", "there", "where", "when", "while", "is", "are", "was", "were", "be", "been", "being",
        "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must",
        "shall", "should", "not", "no", "said", "says", "say", "told", "more", "less", "fewer", "each", "every",
        "all", "both", "it", "its", "their", "his", "her", "our", "your", "they", "we", "he", "she", "i", "you",
        "if", "ago", "later", "earlier", "away", "apart", "ahead", "percent", "per", "times",
    }
)  # fmt: skip
_TIMES = frozenset(
    {
        "second", "minute", "hour", "day", "night", "week", "weekend", "month", "quarter", "year", "decade",
        "century", "morning", "time",
    }
)  # fmt: skip
_IRREGULAR = frozenset(
    {
        "people", "men", "women", "children", "aircraft", "troops", "police", "personnel", "staff",
        "servicemen", "servicewomen", "fishermen", "policemen", "spacecraft", "cattle", "sheep", "fish",
        "craft", "offspring",
    }
)  # fmt: skip
_COUNT_WORDS = alternatives(word for word in WORDS if word.split()[0] not in ("a", "an", "half") or word == "a dozen")
_COUNTED = re.compile(
    rf"(?<![\w.,$€£¥₩₹/-])(?P<number>{DIGITS}|\b(?:{_COUNT_WORDS}))"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|lakh|crore))?"
    r"(?P<words>(?:[ ](?:[A-Za-z][\w’'-]{0,24})){1,6})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?P<number>{DIGITS}|(?:{_COUNT_WORDS}))(?:[ -](?P<scale>hundred|thousand|million))?\b", re.IGNORECASE
)
_LENGTH = re.compile(
    rf"(?:\b(?:by|for)(?: (?:a|an))?(?: (?:further|additional|another|up to|at least))? |\b(?=[\w]+-))"
    rf"(?P<words>(?P<number>{DIGITS}|(?:{_COUNT_WORDS}))(?: more)?[ -](?P<unit>hour|day|week|month|year)s?)\b",
    re.IGNORECASE,
)
_NOT_COUNTING = re.compile(
    r"(?:\b(?:Group of|Article|Resolution|Chapter|Section|Annex|Part|No\.|World War|Phase|Category|Jan\w*\.?|Feb\w*\.?|"
    r"Mar(?:ch)?\.?|Apr\w*\.?|May|Jun\w*\.?|Jul\w*\.?|Aug\w*\.?|Sep\w*\.?|Oct\w*\.?|Nov\w*\.?|Dec\w*\.?)|[$€£¥#:]) ?$"
)


def find_quantities(text: str) -> list[Amount]:
    """Find counted things: a number and a short plural noun phrase, the unit in lower case; not times and money.

    >>> [(q.value, q.unit) for q in find_quantities("They will plant 40 plum trees in Quito.")]
    [(40.0, 'plum trees')]
    """
    taken = [amount.span for amount in find_amounts(text)]
    found = (_counted(text, match) for match in _COUNTED.finditer(text))
    return [item for item in found if item and not any(span.overlaps(item.span) for span in taken)]


def _counted(text: str, match: re.Match[str]) -> Amount | None:
    number, scale = match["number"], match["scale"]
    if not scale and (number.lower() == "one" or re.fullmatch(r"(?:19|20)\d\d|1", number)):
        return None
    if _NOT_COUNTING.search(text[max(0, match.start() - 14) : match.start()]):
        return None
    phrase = _noun_phrase(match["words"].split(" ")[1:])
    if not phrase:
        return None
    end = match.start("words") + 1 + len(phrase)
    amount = Amount(
        value_of(number, scale), phrase.lower(), "exactly", text[match.start() : end], Span(match.start(), end)
    )
    return qualified(text, amount)


def _noun_phrase(words: list[str]) -> str:
    """Take words up to the first plural noun, and further plurals right behind it ("aircraft carriers")."""
    for place, word in enumerate(words):
        joins = (
            word == "and" and 0 < place < len(words) - 1 and words[place - 1].istitle() and words[place + 1].istitle()
        )
        if (word.lower() in _STOPS and not joins) or place > 4:
            return ""
        if not _plural(word):
            continue
        if word.lower().rstrip("s") in _TIMES:
            return ""
        end = place + 1
        while end < len(words) and _plural(words[end]) and words[end].lower() not in _STOPS:
            end += 1
        return " ".join(words[:end])
    return ""


def _plural(word: str) -> bool:
    lower = word.lower()
    return lower in _IRREGULAR or (
        len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s", "ous"))
    )


def find_durations(text: str) -> list[Amount]:
    """Find how long something is to last: *for six months*, *by a further 30 days*, *a 72-hour truce*.

    >>> [(d.value, d.unit) for d in find_durations("They extended the 72-hour truce by ten days.")]
    [(72.0, 'hours'), (10.0, 'days')]
    """
    return [
        Amount(value_of(m["number"], None), f"{m['unit'].lower()}s", "exactly", m["words"], Span(*m.span("words")))
        for m in _LENGTH.finditer(text)
    ]


def read_count(text: str, start: int) -> Amount | None:
    """Read the number that stands at a place, whatever it counts; the unit is left empty.

    >>> read_count("It killed at least 12 and hurt thirty.", 19).value
    12.0
    """
    match = _ALONE.match(text, start)
    if match is None:
        return None
    return qualified(
        text, Amount(value_of(match["number"], match["scale"]), "", "exactly", match[0], Span(*match.span()))
    )

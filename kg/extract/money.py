"""Money and shares in news prose.

A range ("between $2 and $3 billion", "2-3 percent") is one amount: its lower end, qualified as ``atLeast``.
"From X to Y" tells a change and gives two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.types import Amount, Span

_SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD",
    "NZ$": "NZD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "CN¥": "CNY", "RMB": "CNY",
    "¥": "JPY", "￥": "JPY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₴": "UAH", "₫": "VND", "₱": "PHP", "₦": "NGN", "฿": "THB", "₸": "KZT", "₾": "GEL",
}  # fmt: skip
_NOUNS = {
    "dollar": "USD", "greenback": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "pound": "GBP",
    "pound sterling": "GBP", "rupee": "INR", "rupiah": "IDR", "won": "KRW", "ruble": "RUB", "rouble": "RUB",
    "lira": "TRY", "franc": "CHF", "krona": "SEK", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "crown": "CZK",
    "hryvnia": "UAH", "shekel": "ILS", "real": "BRL", "reais": "BRL", "rand": "ZAR", "naira": "NGN", "riyal": "SAR",
    "dirham": "AED", "baht": "THB", "ringgit": "MYR", "dong": "VND", "taka": "BDT", "tenge": "KZT", "lari": "GEL",
    "dram": "AMD", "manat": "AZN", "lei": "RON", "kip": "LAK", "riel": "KHR", "kyat": "MMK", "birr": "ETB",
    "cedi": "GHS", "u.s. dollar": "USD", "american dollar": "USD", "norwegian kroner": "NOK", "danish kroner": "DKK",
    "swedish kronor": "SEK", "taiwan dollar": "TWD", "pakistani rupees": "PKR",
    # as the wires wrote them in the 1980s
    "dlr": "USD", "stg": "GBP", "sterling": "GBP", "mark": "DEM", "deutsche mark": "DEM", "guilder": "NLG",
    "peseta": "ESP", "drachma": "GRD", "canadian dlr": "CAD", "australian dlr": "AUD", "hong kong dlr": "HKD",
}  # fmt: skip
"""Nouns that stand alone in the news with the currency they then mean; qualified names come from CLDR."""
_CODES = frozenset({*_SYMBOLS.values(), *_NOUNS.values(), "ARS", "CLP", "MXN", "IDR", "IRR"})
"""Codes that may stand beside a number; not all of ISO 4217, since COP 30 and TOP 10 are something else."""
_WORDS_TOO = frozenset({"won", "real", "reals", "crown", "crowns", "rand", "lei", "dong", "kip", "mark", "marks"})
"""Names that are common words as well: money only with a scale ("5 million won")."""
_PLURALS = {"rupiah", "yen", "yuan", "renminbi", "won", "baht", "dong", "reais", "lei", "rand", "kroner", "kronor"}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9,
    "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "trn": 1e12, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
    "lakh crore": 1e12,
}  # fmt: skip
WORDS = {
    "half a": 0.5, "a half": 0.5, "half": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a dozen": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_QUALIFIERS = (
    ("upTo", "up to|as much as|as many as|no more than|not more than|at most|less than|fewer than|under|below|"
             "a maximum of"),
    ("atLeast", "at least|more than|over|above|exceeding|in excess of|no less than|no fewer than|not less than|"
                "a minimum of|upwards of|greater than"),
    ("about", "about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|circa|"
              "an average of"),
)  # fmt: skip
_WINDOW = 24  # characters before a number that may qualify it

DIGITS = r"\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_GAP = r"[ \u00a0\u202f]?"
_JOINT = r"[ \u00a0-]?"


def alternatives(words: Iterable[str]) -> str:
    """Write words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _number(name: str) -> str:
    words = alternatives(WORDS)
    scales = alternatives(_SCALES)
    return (
        rf"(?P<{name}>{DIGITS}|(?:{words})(?=[ -](?:{scales})\b)|(?:{words})(?=[ -]\w))"
        rf"(?:{_JOINT}(?P<{name}_scale>{scales})(?![a-z]))?"
    )


@cache
def _currency_names() -> dict[str, str]:
    """Map names of currencies, singular and plural in lower case, to ISO 4217 codes."""
    from babel import Locale

    names = {
        name.lower(): code
        for code, name in Locale("en").currencies.items()
        if not re.search(r"[\d()]", name) and " " in name
    }
    names |= _NOUNS
    plurals = {f"{name}s": code for name, code in names.items() if name.split()[-1] not in _PLURALS}
    return plurals | names


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Build the money patterns: sign before the number, name after it, share."""
    signs = alternatives([*_SYMBOLS, *_CODES])
    names = alternatives(_currency_names())
    codes = alternatives(_CODES)
    link = r"(?P<link>[ ]?[-–—][ ]?|[ ](?:to|and|or)[ ])"
    before = rf"(?:(?P<first_sign>(?-i:{signs})){_GAP})"
    unit = rf"[ \u00a0-](?:(?P<name>{names})|(?P<code>(?-i:{codes})))(?!\w)"
    share = (
        r"(?:[ ]?(?P<percent>%|percent\b|per cent\b|percentage points?\b|pct\b)|-(?P<joined>percent)\b)"
        r"(?P<gdp>[ ]of[ ](?:[\w’'.-]{1,20}[ ]){0,3}(?:gross[ ]domestic[ ]product|GDP|economic[ ]output)\b)?"
    )
    start = r"(?<![\w.,$€£¥-])"
    sources = (
        rf"{start}{before}{_number('first')}(?:{link}(?P<second_sign>(?-i:{signs}){_GAP})?{_number('second')})?(?!\w|[.,]\d)",
        rf"{start}{_number('first')}(?:{link}{_number('second')})?{unit}",
        rf"{start}{_number('first')}(?:[ ]?(?:%|percent|per cent))?(?:{link}{_number('second')})?{share}",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def find_amounts(text: str) -> list[Amount]:
    """Find sums of money and percentages, in order, without overlaps; the span takes in "more than".

    >>> [(a.value, a.unit, a.qualifier) for a in find_amounts("up to $2.5bn, or 2% of GDP")]
    [(2500000000.0, 'USD', 'upTo'), (2.0, 'percent_gdp', 'exactly')]
    """
    found = [amount for pattern in _patterns() for match in pattern.finditer(text) for amount in _read(text, match)]
    found.sort(key=lambda amount: (amount.span.start, -amount.span.end))
    return _apart(found)


def _apart(found: list[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in found:
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
    return kept


def _read(text: str, match: re.Match[str]) -> Iterator[Amount]:
    unit = _unit(match)
    if unit is None or (match["first"].lower() in ("a", "an", "half") and not match["first_scale"]):
        return
    scale = match["first_scale"] or (match["second_scale"] if match["second"] else None)
    first = value_of(match["first"], scale)
    if not match["second"]:
        yield qualified(text, Amount(first, unit, "exactly", match[0], Span(*match.span())))
        return
    second = value_of(match["second"], match["second_scale"] or match["first_scale"])
    opener = text[max(0, match.start() - 8) : match.start()].lower()
    if first < second and not opener.endswith("from "):
        start = match.start() - len("between ") if opener.endswith("between ") else match.start()
        yield Amount(first, unit, "atLeast", text[start : match.end()], Span(start, match.end()))
        return
    yield qualified(text, _spanned(text, Amount(first, unit, "exactly", "", Span(match.start(), match.start("link")))))
    yield _spanned(text, Amount(second, unit, "exactly", "", Span(match.end("link"), match.end())))


def _spanned(text: str, amount: Amount) -> Amount:
    return replace(amount, text=text[amount.span.start : amount.span.end])


_OF_A_WEIGHT = re.compile(r" of (?!aid|debt|support|investment)")


def _unit(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    if found.get("first_sign"):
        sign = found["first_sign"]
        return _SYMBOLS.get(sign, sign)
    if found.get("code"):
        return found["code"]
    if name := found.get("name"):
        if name.lower() in _WORDS_TOO and not match["first_scale"]:
            return None
        if name.lower().startswith("pound") and _OF_A_WEIGHT.match(match.string, match.end()):
            return None
        return _currency_names()[name.lower()]
    return "percent_gdp" if found.get("gdp") else "percent"


def value_of(number: str, scale: str | None) -> float:
    """Give the value of digits or a number word and of the scale behind it.

    >>> value_of("2.5", "million"), value_of("a dozen", None)
    (2500000.0, 12.0)
    """
    word = number.lower()
    value = float(WORDS[word]) if word in WORDS else float(number.replace(",", ""))
    return round(value * _SCALES[scale.lower()], 6) if scale else value


def qualified(text: str, amount: Amount) -> Amount:
    """Give the amount with what stands before its number ("nearly") or behind it ("or more")."""
    start, end = amount.span.start, amount.span.end
    window = text[max(0, start - _WINDOW) : start]
    if after := re.match(r"[- ](?:or more|plus)\b", text[end : end + 9]):
        end += after.end()
        return _spanned(text, replace(amount, qualifier="atLeast", span=Span(start, end)))
    for qualifier, words in _QUALIFIERS:
        if before := re.search(rf"\b(?:{words})(?: the| a)? $", window, re.IGNORECASE):
            span = Span(start - len(before[0]), end)
            return _spanned(text, replace(amount, qualifier=qualifier, span=span))
    return amount

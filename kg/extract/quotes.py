"""Quotations: where somebody's own words stand in a text.

A state machine walks the quotation marks of each paragraph. Marks that cannot be paired give nothing: a missing
quotation is better than an invented one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kg.extract.layout import paragraphs
from kg.types import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words of one paragraph.

    ``span`` includes the marks, ``inner`` does not; ``scare`` marks one or two words that nobody is said to have
    spoken (a nickname, irony); ``continues`` that the speech goes on in the next paragraph, which then opens with a
    mark again while this one has no closing mark.
    """

    span: Span
    inner: Span
    text: str
    scare: bool = False
    continues: bool = False


_DOUBLE = re.compile(r"[\"“”„]|''|``|’’|‘‘")
_OPENERS = frozenset({"“", "„", "``", "‘‘"})
_CLOSERS = frozenset({"”", "''", "’’"})
_SINGLE = re.compile(r"['‘’]")
_WORD = re.compile(r"\w[\w'’-]*")
_SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|tells?|told|telling|call(?:s|ed|ing)?|describ\w+|dubb\w+|label\w+|term(?:ed|ing)|prais\w+|"
    r"add(?:s|ed|ing)|ask(?:s|ed|ing)?|repl\w+|respon\w+|stat(?:ed|es|ing)|declar\w+|warn\w*|according|thank\w*|pledg\w+|"
    r"quot\w+|hail\w+|accus\w+|denounc\w+|vow\w+|insist\w+|remark\w+|recall\w+|express\w+)\b",
    re.IGNORECASE,
)
_WINDOW = 60  # characters before a quotation in which its verb of speech may stand


def find_quotes(text: str) -> list[Quotation]:
    """Find the outermost quotations in order, without overlaps.

    >>> [q.text for q in find_quotes('He said,"We agree," and left.')]
    ['We agree,']
    """
    found: list[Quotation] = []
    blocks = paragraphs(text)
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        found += _outermost([*_doubles(text, block, following), *_singles(text, block)])
    return found


def _outermost(quotes: list[Quotation]) -> list[Quotation]:
    """Keep what is not quoted within something else; of two that cross, the one that ends later."""
    kept: list[Quotation] = []
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if kept and quote.span.overlaps(kept[-1].span):
            if kept[-1].span.contains(quote.span):
                continue
            kept.pop()
        kept.append(quote)
    return kept


# ---------------------------------------------------------------- double marks
def _doubles(text: str, block: Span, following: Span | None) -> Iterator[Quotation]:
    opening: re.Match[str] | None = None
    nested = 0
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        role = _role(text, mark, block, is_open=opening is not None)
        if role == "nest":
            nested += 1
        elif role == "open":
            opening, nested = mark, 0  # an opening mark that was never closed is forgotten
        elif role == "close" and nested:
            nested -= 1
        elif role == "close" and opening is not None:
            yield _quotation(text, Span(opening.start(), mark.end()), Span(opening.end(), mark.start()))
            opening = None
    if opening is not None and following is not None and _opens(text, following):
        end = block.start + len(text[block.start : block.end].rstrip())
        yield _quotation(text, Span(opening.start(), end), Span(opening.end(), end), continues=True)


def _role(text: str, mark: re.Match[str], block: Span, *, is_open: bool) -> str:
    """Tell what a mark does: "open", "close", "nest" (open within an open one) or "inch"."""
    if mark[0] in _OPENERS:
        return "nest" if is_open and mark[0] == "“" and _closes_twice(text, mark, block) else "open"
    if mark[0] in _CLOSERS:
        return "close"
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    free_before = before.isspace() or before in "([—–-/"
    free_after = after.isspace() or after in ".,;:!?)]—–-…"
    if before.isdigit() and not is_open:
        return "inch"
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    return "close" if is_open else "open"


def _closes_twice(text: str, mark: re.Match[str], block: Span) -> bool:
    """Tell a nested “…“…”…” from a forgotten closing mark: two closing marks follow before the next opening one."""
    rest = islice(_DOUBLE.finditer(text, mark.end(), block.end), 2)
    return [following[0] for following in rest] == ["”", "”"]


def _opens(text: str, block: Span) -> bool:
    mark = _DOUBLE.match(text, block.start)
    return mark is not None and mark[0] not in _CLOSERS


def _quotation(text: str, span: Span, inner: Span, *, continues: bool = False) -> Quotation:
    words = text[inner.start : inner.end]
    attributed = _SPEECH.search(text, max(0, span.start - _WINDOW), span.start) or words.rstrip().endswith(
        (",", "?", "!")
    )
    few = len(_WORD.findall(words)) <= 2
    return Quotation(span, inner, words, scare=few and not attributed, continues=continues)


# ---------------------------------------------------------------- single marks
def _singles(text: str, block: Span) -> Iterator[Quotation]:
    """Find British quotations: three words or more between marks that no apostrophe could be."""
    marks = [m.start() for m in _SINGLE.finditer(text, block.start, block.end) if not _doubled(text, m.start())]
    place = 0
    while place < len(marks):
        start = marks[place]
        place += 1
        if not _opens_single(text, start, block):
            continue
        end = _closing_single(text, marks, place, block)
        if end is not None and len(_WORD.findall(text, start + 1, marks[end])) >= 3:
            yield _quotation(text, Span(start, marks[end] + 1), Span(start + 1, marks[end]))
            place = end + 1


def _doubled(text: str, at: int) -> bool:
    return text[at] in (text[at - 1 : at], text[at + 1 : at + 2])


def _opens_single(text: str, at: int, block: Span) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return text[at] != "’" and (before.isspace() or before in "([—–,:") and after.isalpha()


def _closing_single(text: str, marks: list[int], place: int, block: Span) -> int | None:
    """Choose the closing mark: behind punctuation for certain, else the last that is free before the next opening."""
    chosen: int | None = None
    for index in range(place, len(marks)):
        at = marks[index]
        if _opens_single(text, at, block):
            break
        before, after = text[at - 1], text[at + 1] if at + 1 < block.end else " "
        if text[at] == "‘" or before.isspace() or after.isalnum():
            continue
        chosen = index
        if before in ",.!?…" or before != "s":
            break
    return chosen

"""What each paragraph of a pasted web page is: the article's own words, or the page around them.

Judged by layout and language in general, never by outlet. A sentence of eight words or more counts as the article's
own unless a known phrase or the place among teasers speaks against it: a lost paragraph is worse than a kept slogan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.extract.dates import dateline, find_dates
from kg.types import Span

Kind = Literal[
    "title", "subheading", "body", "caption", "byline", "dateline", "navigation", "teaser", "reaction", "advert",
    "correction", "credit", "metadata",
]  # fmt: skip

_REASONS: dict[str, str] = {
    "caption": "caption without a sentence",
    "byline": "names the authors of the article",
    "dateline": "place and date of the report",
    "navigation": "navigation of the page",
    "teaser": "announces another article",
    "reaction": "buttons and counters",
    "advert": "advertises the outlet",
    "correction": "note of the editors",
    "credit": "source of the text or picture",
    "metadata": "date or section of the page",
}


@dataclass(frozen=True, slots=True)
class Region:
    """A paragraph or a split-off end of one; ``factual`` ones are analysed."""

    span: Span
    kind: Kind
    factual: bool

    @property
    def reason(self) -> str:
        """Why a region that is not factual gives nothing."""
        return "" if self.factual else _REASONS[self.kind]


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    words: int
    ended: bool  # by a full stop, question or exclamation mark, or a colon

    @property
    def sentence(self) -> bool:
        return self.ended and self.words >= 8

    @property
    def heading(self) -> bool:
        return not self.ended and 2 <= self.words <= 30


_HEAD = 160  # characters in which a dateline has its place
_HEADLINE = 5  # words


# ---------------------------------------------------------------- paragraphs
def paragraphs(text: str) -> list[Span]:
    r"""Give the paragraphs without surrounding blanks: lines, or blocks between blank lines in hard-wrapped text.

    >>> paragraphs("One.\n\n Two.")
    [Span(start=0, end=4), Span(start=7, end=11)]
    """
    pattern = r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*" if _hard_wrapped(text) else r"\S[^\n\r\u2028\u2029]*"
    found = []
    for match in re.finditer(pattern, text):
        found.append(Span(match.start(), match.start() + len(match[0].rstrip())))
    return found


def _hard_wrapped(text: str) -> bool:
    """Tell whether lines were broken at a fixed width: most lines of blocks are long, even, and end in mid-sentence."""
    inner = [
        line.rstrip() for line, following in pairwise(text.split("\n")) if line.strip() and following.strip()
    ]  # lines that have a successor in their block
    if len(inner) < 3 or max(map(len, inner)) > 110:
        return False
    open_ended = sum(1 for line in inner if len(line) > 45 and not _ENDED.search(line))
    return open_ended > 0.6 * len(inner)


# ---------------------------------------------------------------- phrases of pages
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]{0,3}(?:\s?\([^()]{1,60}\))?$")
_BUTTONS = frozenset(
    {
        "like", "love", "haha", "wow", "sad", "angry", "care", "share", "shares", "tweet", "email", "print", "save",
        "comment", "comments", "reply", "follow", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin",
        "reddit", "copy", "link", "views", "likes", "listen", "bookmark", "instagram", "youtube", "pinterest",
    }
)  # fmt: skip
# kind, most words, what the paragraph starts with
_OPENINGS: tuple[tuple[Kind, int, tuple[str, ...]], ...] = (
    ("reaction", 14, (
        r"how do you feel about", r"what do you think\b", r"share this\b", r"be the first to (?:comment|react)",
        r"join the conversation", r"\d+ (?:min|minutes?) read",
    )),
    ("correction", 80, (
        r"(?:correction|clarification)s?(?:\s?[:—–-]|$)", r"editor[’']s? note", r"an earlier version of this",
        r"this (?:story|article|report) (?:has been|was) (?:updated|corrected|amended)",
    )),
    ("byline", 40, (
        r"by (?:[A-Z][\w.’'-]+,? ?(?:and )?){1,8}$", r"staff writer",
        r"\(?this (?:article|story|report) was (?:written|compiled|produced|translated) by",
        r"\(?(?:additional )?(?:reporting|editing|writing|translation|edited|reported|written|compiled) by\b",
    )),
    ("advert", 25, (
        r"advertisement$", r"sponsored(?: content)?$", r"subscribe\b", r"sign up\b", r"download (?:the|our)\b",
        r"follow us\b",
        r"get (?:the|our)\b.{0,40}\b(?:app|newsletter|experience|inbox)", r"support our (?:work|journalism|newsroom)",
        r"become a (?:member|subscriber)", r"start your (?:free )?trial", r"already a subscriber", r"try (?:it )?free",
        r"join us on\b",
    )),
    ("navigation", 25, (
        r"skip to\b", r"(?:menu|home|search|close|tags)$", r"back to top", r"(?:also )?read(?: more| also| next|ing)?:",
        r"read (?:more|next|also|the full)\b", r"see (?:also|more)\b", r"more (?:on|about|from) .{0,40}$",
        r"(?:watch|listen|video|live|related|tags?|topics?)\s?:", r"click (?:here|to)\b", r"tap (?:here|to)\b",
        r"load more", r"show more", r"view (?:all|more|comments|gallery)", r"(?:next|previous) article", r"log ?in$",
        r"sign in$", r"my account", r"terms (?:of use|of service|and conditions)", r"privacy policy", r"cookie policy",
        r"we use cookies", r"copyright\b", r"©", r"all rights reserved", r"filed under", r"open image",
        r"enlarge (?:this )?image",
        r"play video", r"for (?:the latest|more) (?:updates|information)\b",
    )),
    ("teaser", 8, (
        r"(?:alternative|related|other|more|further|similar|top|latest|trending|recommended|popular)(?: \w+)? "
        r"(?:takes|stories|articles|news|coverage|reading|headlines|topics|links|posts|videos|reads)$",
        r"you (?:may|might) (?:also )?like", r"recommended(?: for you)?$", r"trending(?: now)?$", r"what to read next",
        r"most (?:read|popular|viewed)", r"editors?[’'] picks?", r"in case you missed", r"don[’']t miss$",
    )),
    ("credit", 12, (
        r"credited from", r"(?:photo|image|picture|video|source|courtesy|photograph)s?(?: credit)?(?: by| of|\s?:)",
        r"credits?\s?:",
        r"\(?(?:ap|afp|reuters|getty|epa|kyodo|xinhua|pool|pna|upi|ani|pti|dpa)(?: photo)?(?:/[\w .]{1,30})?\)?$",
        r"getty images", r"(?:# ?){3,}$", r"(?:\* ?){3,}$", r"-+ ?(?:30|end|ends) ?-+$",
    )),
    ("metadata", 12, (
        r"(?:first )?published\b", r"(?:last )?updated\b", r"posted (?:on|at)\b", r"for immediate release",
        r"press (?:release|statement|office)$", r"media note$", r"office of the spokes\w+$", r"\d{1,2}:\d\d",
        r"(?:begin|end)(?: of)? text\W*$",
    )),
)  # fmt: skip
_LABELS = tuple((kind, re.compile("|".join(openings), re.IGNORECASE), most) for kind, most, openings in _OPENINGS)
_NO_SENTENCES = frozenset({"credit", "metadata", "teaser"})  # "Sources of the leak remain unknown ..." is none
_ALT_TEXT = re.compile(r"\b(?:logo|image|badge|icon|thumbnail|banner|avatar)$|^(?:image|photo) \d", re.IGNORECASE)
_CRUMBS = re.compile(r"\S+(?: ?[>»|/·•›] ?\S+){2,}|(?:\w[\w ]{0,20} ?[>»›] ?){1,6}\w[\w ]{0,20}")
_CONTRIBUTED = re.compile(r"\bcontributed to (?:this|the) (?:report|article|story)\b")
_CAPTION = re.compile(
    r"^(?:file\b|in this (?:file )?(?:photo|picture|image)\b|photo/|pictured\b|this (?:photo|image|picture|handout)\b)|"
    r"\((?:[LRC]|left|right|center|pool|file photo|ap photo[^()]{0,40}|"
    r"[^()]{1,30}/(?:ap|afp|reuters|getty|pool)[^()]{0,40})\)|"
    r"\b(?:second|third|fourth) from (?:left|right)\b|, (?:left|right|center),",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(
    r"(?:file(?: photo)?\s?[-–—:]|photo/\w+|photo\s?:|image\s?:|caption\s?:|pictured\s?:)\s+(?=\S)", re.IGNORECASE
)
_TRAILING_CREDIT = re.compile(r"(?<=[.!?”\"’…])\s?(?P<credit>\([A-Z][\w /.,-]{1,40}\))$")


def _label(line: _Line) -> Kind | None:
    """Name what a paragraph is by its words alone; None where they do not tell."""
    tokens = re.findall(r"[^\s|·,]+", line.text.lower()) if len(line.text) < 200 else []
    if tokens and all(token in _BUTTONS or re.fullmatch(r"[+\d.,]+[km]?", token) for token in tokens):
        return "reaction"
    for kind, pattern, most in _LABELS:
        if line.words <= most and not (line.sentence and kind in _NO_SENTENCES) and pattern.match(line.text):
            return kind
    if line.words <= 8 and len(line.text) < 120 and (_ALT_TEXT.search(line.text) or _CRUMBS.fullmatch(line.text)):
        return "navigation"
    if line.words <= 60 and _CONTRIBUTED.search(line.text[-120:]):
        return "byline"
    if line.words <= 70 and _CAPTION.search(line.text):
        return "caption"
    if (head := dateline(line.text[:_HEAD])) and len(line.text) - head.span.end + head.span.start < 2:
        return "dateline"
    return "metadata" if line.words <= 9 and len(line.text) < 120 and _only_a_date(line.text) else None


def _only_a_date(text: str) -> bool:
    dates = find_dates(text, published=None)
    covered = sum(len(item.text) for item in dates if item.kind in ("point", "interval"))
    return covered > 0.6 * len(text)


# ---------------------------------------------------------------- the page as a whole
def regions(text: str) -> list[Region]:
    r"""Divide a text into regions in order; every character but blanks is in exactly one.

    >>> [r.kind for r in regions("Ministers Meet In Quito\n\nTwo ministers met to talk about trade and fish.")]
    ['title', 'body']
    """
    lines = [_line(text, span) for span in paragraphs(text)]
    kinds = [_label(line) for line in lines]
    start = _mark_head(lines, kinds)
    end = _mark_tail(lines, kinds, start)
    for place in range(start, end):
        kinds[place] = kinds[place] or _inside(lines, kinds, place)
    if not any(kind in (None, "body") for kind in kinds):
        kinds = [_headline(line) if kind == "teaser" else kind for line, kind in zip(lines, kinds, strict=True)]
    return [region for line, kind in zip(lines, kinds, strict=True) for region in _split(line, kind or "body")]


def _headline(line: _Line) -> Kind:
    """Read the headlines of a page without running text as what it has to tell."""
    return "subheading" if line.words >= _HEADLINE else "teaser"


def _line(text: str, span: Span) -> _Line:
    words = text[span.start : span.end]
    return _Line(span, words, len(re.findall(r"\w[\w.’'-]*", words)), bool(_ENDED.search(words[-80:])))


def _mark_head(lines: list[_Line], kinds: list[Kind | None]) -> int:
    """Name everything down to the first paragraph of the article and return its index."""
    title = _repeated_title(lines, kinds)
    if title is None:
        return _mark_plain_head(lines, kinds)
    own = lines[title].text
    for place in range(title):
        after_own = place > 0 and lines[place - 1].text == own
        kinds[place] = kinds[place] or ("subheading" if after_own and lines[place].ended else "teaser")
    kinds[title] = "title"
    return title + 1


def _repeated_title(lines: list[_Line], kinds: list[Kind | None]) -> int | None:
    """Find the last copy of a headline that stands twice near the top: what comes before it is the page's."""
    seen: set[str] = set()
    found = None
    for place, line in enumerate(lines[:40]):
        if line.words > 60:
            break
        if line.heading and line.words >= 4 and kinds[place] is None:
            found = place if line.text in seen else found
            seen.add(line.text)
    return found


def _mark_plain_head(lines: list[_Line], kinds: list[Kind | None]) -> int:
    body = next((place for place, line in enumerate(lines) if line.sentence and kinds[place] is None), len(lines))
    above = [place for place in range(body) if kinds[place] is None]
    long = [place for place in above if lines[place].words >= 4]
    title = next(iter(long or above), None)
    for place in above:
        if title is not None and place < title:
            kinds[place] = "navigation"
        elif place == title:
            kinds[place] = "title"
        elif place > 0 and kinds[place - 1] == "teaser":
            kinds[place] = "teaser"
        else:
            kinds[place] = "subheading" if lines[place].words >= 2 else "navigation"
    return body


def _mark_tail(lines: list[_Line], kinds: list[Kind | None], start: int) -> int:
    """Name slogans of the outlet under the article and return the index where they begin."""
    first = len(lines)
    while first > start and lines[first - 1].words <= 15 and not re.search(r"[\"“”]", lines[first - 1].text):
        first -= 1
    while first < len(lines) and lines[first].sentence and kinds[first] is None:
        first += 1  # a short last paragraph is still the article
    tail = range(first, len(lines))
    slogans = [place for place in tail if not lines[place].ended or kinds[place]]
    promoted = any(kinds[place] in ("advert", "navigation", "teaser") for place in tail)
    if len(tail) < 3 or not promoted or 2 * len(slogans) < len(tail):
        return len(lines)
    for place in tail:
        kinds[place] = kinds[place] or "advert"
    return first


def _inside(lines: list[_Line], kinds: list[Kind | None], place: int) -> Kind:
    line = lines[place]
    if line.ended or line.words > 14:
        return "body"
    if place and kinds[place - 1] == "teaser":
        return "teaser"
    last = all(kinds[later] not in (None, "body") for later in range(place + 1, len(lines)))
    return "navigation" if last and line.words < 4 else "subheading"


def _split(line: _Line, kind: Kind) -> list[Region]:
    """Cut what is not prose off the ends of a paragraph: a dateline, a label of a picture, an agency in brackets."""
    start, end = line.span.start, line.span.end
    before: list[Region] = []
    after: list[Region] = []
    head = dateline(line.text[:_HEAD]) if kind == "body" else None
    label = _CAPTION_LABEL.match(line.text) if kind == "caption" else None
    if head and head.span.start == 0:
        before.append(_region(Span(start, start + len(line.text[: head.span.end].rstrip())), "dateline"))
    elif label:
        before.append(_region(Span(start, start + len(label[0].rstrip())), "navigation"))
    if kind in ("body", "caption") and (credit := _TRAILING_CREDIT.search(line.text, max(0, len(line.text) - 60))):
        after.append(_region(Span(start + credit.start("credit"), end), "credit"))
        end = start + credit.start("credit")
    words = line.text[(before[0].span.end if before else start) - start : end - start]
    end -= len(words) - len(words.rstrip())
    words = words.strip()
    middle = [Region(Span(end - len(words), end), kind, _factual(kind, words))] if words else []
    return [*before, *middle, *after]


def _region(span: Span, kind: Kind) -> Region:
    return Region(span, kind, factual=False)


def _factual(kind: Kind, words: str) -> bool:
    if kind == "caption":
        return bool(_ENDED.search(words[-80:])) and len(words.split()) >= 8
    return kind in ("title", "subheading", "body")

"""One article as parsed text: sentences with their place in the document. spaCy values end here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.chapeau import Chapeau
from kg.types import Document, Silence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

OFFSET = "offset"
"""Key of ``Doc.user_data``: where the paragraph starts in the article."""
BASE = "base"
"""Key of ``Doc.user_data``: the article-wide index of the paragraph's first token."""


def begin(token: Token) -> int:
    """Give the code point of the article at which a token starts."""
    return int(token.doc.user_data[OFFSET]) + token.idx


def token_span(first: Token, last: Token | None = None) -> Span:
    """Give the article span from one token to another, inclusive."""
    offset = int(first.doc.user_data[OFFSET])
    last = last or first
    return Span(offset + first.idx, offset + last.idx + len(last))


def key(token: Token) -> int:
    """Give the article-wide index of a token."""
    return int(token.doc.user_data[BASE]) + token.i


def text_between(first: Token, last: Token) -> str:
    """Give the text from one token to another, inclusive, with single blanks."""
    return " ".join(str(first.doc[first.i : last.i + 1].text).split())


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence: its words, its place in the article without surrounding white space, and its text.

    ``region`` is the kind of the paragraph it stands in (title, body, caption …), ``paragraph`` that one's number,
    ``chapeau`` the heads of a subject that stands before the list to which it belongs.
    """

    index: int
    parse: TokenSpan
    tokens: tuple[Token, ...]
    span: Span
    text: str
    region: str
    paragraph: int
    chapeau: tuple[Token, ...] = ()

    @property
    def start(self) -> int:
        """The index of its first token in the paragraph."""
        return int(self.parse.start)

    @property
    def end(self) -> int:
        """The index behind its last token in the paragraph."""
        return int(self.parse.end)

    def text_between(self, first: Token, last: Token) -> str:
        """Give the text from one of its tokens to another, inclusive, as it stands."""
        base = self.tokens[0].idx
        return self.text[first.idx - base : last.idx - base + len(last)]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article after parsing; ``silences`` are the parts that were not parsed."""

    document: Document
    sentences: tuple[Sentence, ...]
    silences: tuple[Silence, ...] = ()


def assemble(
    document: Document, paragraphs: Iterable[tuple[Doc, int, str]], silences: Iterable[Silence] = ()
) -> Reading:
    """Build a reading from parsed paragraphs given as (doc, offset in the article, region kind)."""
    sentences: list[Sentence] = []
    chapeau = Chapeau()
    base = 0
    for number, (doc, offset, region) in enumerate(paragraphs):
        doc.user_data[OFFSET], doc.user_data[BASE] = offset, base
        base += len(doc)
        for sent in doc.sents:
            parse = _trim(sent)
            if len(parse):
                tokens = tuple(parse)
                span = token_span(tokens[0], tokens[-1])
                shared = chapeau.over(parse, number)
                sentences.append(Sentence(len(sentences), parse, tokens, span, str(parse.text), region, number, shared))
    return Reading(document, tuple(sentences), tuple(silences))


def _trim(sent: TokenSpan) -> TokenSpan:
    start, end = sent.start, sent.end
    while start < end and sent.doc[start].is_space:
        start += 1
    while end > start and sent.doc[end - 1].is_space:
        end -= 1
    return sent.doc[start:end]

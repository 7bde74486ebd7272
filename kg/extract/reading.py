"""One article as parsed text: sentences with their place in the document. spaCy values end here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
    last = last or first
    return Span(begin(first), begin(last) + len(last.text))


def key(token: Token) -> int:
    """Give the article-wide index of a token."""
    return int(token.doc.user_data[BASE]) + token.i


@dataclass(slots=True)
class Sentence:
    """One sentence; ``region`` is the kind of the paragraph it stands in (title, body, caption …)."""

    index: int
    tokens: TokenSpan
    region: str
    paragraph: int

    @property
    def span(self) -> Span:
        """The sentence in the article, without surrounding white space."""
        return token_span(self.tokens[0], self.tokens[-1])

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return str(self.tokens.text)


@dataclass(slots=True)
class Reading:
    """An article after parsing."""

    document: Document
    sentences: list[Sentence] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)

    def tokens(self) -> Iterator[Token]:
        """Yield every token of every sentence in order."""
        for sentence in self.sentences:
            yield from sentence.tokens


def assemble(document: Document, paragraphs: Iterable[tuple[Doc, int, str]]) -> Reading:
    """Build a reading from parsed paragraphs given as (doc, offset in the article, region kind)."""
    reading = Reading(document)
    base = 0
    for number, (doc, offset, region) in enumerate(paragraphs):
        doc.user_data[OFFSET], doc.user_data[BASE] = offset, base
        base += len(doc)
        for sent in doc.sents:
            words = _trim(sent)
            if len(words):
                reading.sentences.append(Sentence(len(reading.sentences), words, region, number))
    return reading


def _trim(sent: TokenSpan) -> TokenSpan:
    start, end = sent.start, sent.end
    while start < end and sent.doc[start].is_space:
        start += 1
    while end > start and sent.doc[end - 1].is_space:
        end -= 1
    return sent.doc[start:end]

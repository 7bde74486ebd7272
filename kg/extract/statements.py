"""Reads who says what: direct quotations with their speakers, and the clauses of indirect speech."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.control import arguments_of
from kg.extract.quotes import Quotation
from kg.extract.reading import Reading, Sentence, begin, token_span
from kg.extract.reference import Resolver
from kg.extract.verbs import REPORTING_VERBS
from kg.extract.words import word_class
from kg.types import Role, Span, StatementMention

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_ADDRESSING = word_class("tell inform assure remind warn ask urge brief")
_NEAR = 2
"""How many sentences on a quotation without a verb belongs to the last speaker; more within a paragraph."""
_NEAR_IN_PARAGRAPH = 4
_RUNS_ON = 7
"""Sentences that a quotation may run on to."""
_FARTHEST = 10
_SHORTEST = 4
"""Words of indirect speech below which it tells nothing: *he said so*."""


@dataclass(slots=True)
class StatementReader:
    """Reads the statements of one article; tells the resolver's voice who says *I* and *we*."""

    reading: Reading
    quotations: list[Quotation]
    resolver: Resolver
    count: int = 0
    _last: tuple[Sentence, Role] | None = field(default=None, init=False)
    """Where the last quotation stands whose speaker is known, and that speaker."""

    def read(self, sentence: Sentence) -> list[StatementMention]:
        """Give the statements whose words start in a sentence; call in order of the sentences."""
        span = sentence.span
        here = [q for q in self.quotations if span.start <= q.span.start < span.end]
        direct = [m for q in here if (m := self._direct(q, sentence)) is not None]
        return [*_joined(direct, self.reading.document.text), *self._indirect(sentence)]

    def _next_id(self) -> str:
        self.count += 1
        return f"st{self.count}"

    # ------------------------------------------------------------ direct speech
    def _direct(self, quotation: Quotation, sentence: Sentence) -> StatementMention | None:
        verb, speaker = self._speaker(quotation, sentence)
        if speaker is not None and quotation.span.overlaps(speaker.span):
            return None  # *nicknamed "the Fox"*
        if speaker is None and (quotation.scare or not _is_whole(quotation, sentence)):
            return None
        if speaker is not None and speaker.entity:
            self._last = (sentence, speaker)
            self.resolver.voice.speakers.append((quotation.span, speaker.entity))
        return StatementMention(
            id=self._next_id(),
            speaker=speaker,
            addressee=self._addressee(verb, sentence) if verb is not None else None,
            quote=quotation.text.strip().rstrip(","),
            direct=True,
            span=quotation.inner,
            topics=(),
            date=None,
            evidence=sentence.span,
            confidence=0.9 if speaker is not None else 0.6,
        )

    def _speaker(self, quotation: Quotation, sentence: Sentence) -> tuple[Token | None, Role | None]:
        """Find the speaker: of the reporting verb nearest to the quotation, of a verb above it, or of the last one."""
        whole = _is_whole(quotation, sentence)
        for candidate in self._around(quotation, sentence):
            found = self._told_in(candidate, quotation)
            if found is None and candidate is sentence:
                found = self._governor(quotation, sentence)
            if found is not None:
                return found
            if not whole:
                break
        return None, self._last_speaker(sentence) if whole else None

    def _last_speaker(self, sentence: Sentence) -> Role | None:
        if self._last is None:
            return None
        earlier, speaker = self._last
        ago = sentence.index - earlier.index
        same_paragraph = sentence.paragraph - earlier.paragraph <= 1 and ago <= _NEAR_IN_PARAGRAPH
        return speaker if ago <= _NEAR or same_paragraph else None

    def _around(self, quotation: Quotation, sentence: Sentence) -> list[Sentence]:
        """Give the sentence of a quotation, then those that it runs on to, then the next of its paragraph."""
        following = self.reading.sentences[sentence.index + 1 :]
        found = [sentence, *[s for s in following[:_RUNS_ON] if s.span.start <= quotation.span.end + 2]]
        if _is_whole(quotation, sentence):
            found += [
                s
                for s in following[:1]
                if s.paragraph == sentence.paragraph and s not in found and s.text[:1] not in {'"', "“"}
            ]
        return found

    def _told_in(self, sentence: Sentence, quotation: Quotation) -> tuple[Token, Role] | None:
        """Find the reporting verb of a sentence that is nearest to a quotation and has a subject."""
        verbs = [
            t
            for t in sentence.tokens
            if t.pos_ in _VERBAL
            and t.dep_ not in {"aux", "auxpass"}
            and t.lemma_.lower() in REPORTING_VERBS
            and not self._is_quoted(t)
        ]
        for verb in sorted(verbs, key=lambda v: _distance(v, quotation)):
            speaker = self._subject(verb, sentence)
            if speaker is not None:
                return verb, speaker
        return None

    def _is_quoted(self, token: Token) -> bool:
        at = begin(token)
        return any(q.span.start <= at < q.span.end for q in self.quotations)

    def _governor(self, quotation: Quotation, sentence: Sentence) -> tuple[Token, Role] | None:
        """Find the verb outside a quotation that governs it: *called it "a gift"*."""
        inner, span = quotation.inner, quotation.span
        token = next((t for t in sentence.tokens if inner.start <= begin(t) < inner.end), None)
        for _ in range(_FARTHEST):
            if token is None or token.head == token:
                return None
            token = token.head
            if token.pos_ in _VERBAL and not span.start <= begin(token) < span.end:
                speaker = self._subject(token, sentence)
                if speaker is not None:
                    return token, speaker
        return None

    def _subject(self, verb: Token, sentence: Sentence) -> Role | None:
        heads = arguments_of(verb).get("subject", [])
        if not heads:  # *said the minister*
            heads = [c for c in verb.children if c.i > verb.i and c.dep_ in {"nsubj", "dobj", "npadvmod"}]
        for head in heads:
            for referent in self.resolver.referents(head, sentence):
                if self.resolver.table.kind(referent.entity) != "place":
                    return referent.in_role("speaker")
        return None

    def _addressee(self, verb: Token, sentence: Sentence) -> Role | None:
        if verb.lemma_.lower() not in _ADDRESSING:
            return None
        for child in verb.children:
            if child.dep_ in {"dobj", "dative"}:
                for referent in self.resolver.referents(child, sentence):
                    if referent.direct:
                        return referent.in_role("addressee")
        return None

    # ------------------------------------------------------------ indirect speech
    def _indirect(self, sentence: Sentence) -> list[StatementMention]:
        mentions = []
        for verb in sentence.tokens:
            if verb.pos_ != "VERB" or verb.lemma_.lower() not in REPORTING_VERBS or self._is_quoted(verb):
                continue
            span = _told_span(verb)
            speaker = self._subject(verb, sentence) if span is not None else None
            if span is not None and speaker is not None and not self._is_quotation(span):
                mentions.append(self._told(verb, speaker, span, sentence))
        return mentions

    def _is_quotation(self, span: Span) -> bool:
        """Tell words that are mostly quoted, which are a direct statement already."""
        most = 0.8 * (span.end - span.start)
        return any(
            q.span.contains(span) or (span.contains(q.span) and q.span.end - q.span.start > most)
            for q in self.quotations
        )

    def _told(self, verb: Token, speaker: Role, span: Span, sentence: Sentence) -> StatementMention:
        return StatementMention(
            id=self._next_id(),
            speaker=speaker,
            addressee=self._addressee(verb, sentence),
            quote=" ".join(self.reading.document.text[span.start : span.end].split()),
            direct=False,
            span=span,
            topics=(),
            date=None,
            evidence=sentence.span,
            confidence=0.8,
        )


def _told_span(verb: Token) -> Span | None:
    """Give the words that a verb reports, without *that* and marks; None where it reports nothing, or denies it."""
    content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if content is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    edges = {content.left_edge.i, content.right_edge.i}
    words = [t for t in content.subtree if t.dep_ != "punct" or t.i not in edges]
    words = words[1:] if words and words[0].lower_ == "that" else words
    return token_span(words[0], words[-1]) if len(words) >= _SHORTEST else None


def _is_whole(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether nothing but the quotation stands in the sentence, or it begins there and runs on."""
    before = quotation.span.start - sentence.span.start
    behind = sentence.span.end - quotation.span.end
    return before + max(0, behind) <= 3 or (behind < 0 and before <= 3)


def _distance(verb: Token, quotation: Quotation) -> int:
    at = begin(verb)
    return min(abs(at - quotation.span.start), abs(at - quotation.span.end))


def _joined(mentions: list[StatementMention], text: str) -> list[StatementMention]:
    """Join a quotation that its own *he said* splits: "We hope," he said, "to return."."""
    kept: list[StatementMention] = []
    for mention in mentions:
        previous = kept[-1] if kept else None
        if previous is not None and _goes_on(previous, mention, text):
            quote, span = f"{previous.quote}, {mention.quote}", Span(previous.span.start, mention.span.end)
            kept[-1] = replace(previous, quote=quote, span=span)
        else:
            kept.append(mention)
    return kept


def _goes_on(previous: StatementMention, mention: StatementMention, text: str) -> bool:
    return (
        previous.speaker == mention.speaker
        and mention.quote[:1].islower()
        and text[previous.span.end - 1 : previous.span.end] == ","
        and mention.span.start - previous.span.end < 60
    )

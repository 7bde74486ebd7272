"""Reads who says what: direct quotations with their speakers, and the clauses of indirect speech."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.clauses import verb_clause_arguments
from kg.extract.quotes import Quotation
from kg.extract.reading import Reading, Sentence, begin, token_span
from kg.extract.reference import Resolver
from kg.extract.times import Calendar
from kg.extract.words import REPORTING_VERBS
from kg.types import Role, Span, StatementMention

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADDRESSED = frozenset({"tell", "inform", "assure", "remind", "warn", "ask", "urge", "brief"})
_NEVER_SPEAKERS = frozenset({"place"})
_NEAR = 2
"""How many sentences of one paragraph back or on a quotation without a verb looks for its speaker."""


@dataclass(slots=True)
class StatementReader:
    """Reads the statements of one article; tells the resolver who says *I* and *we*."""

    reading: Reading
    quotations: list[Quotation]
    resolver: Resolver
    calendar: Calendar
    count: int = 0
    _last: tuple[int, int, Role] | None = None

    def read(self, sentence: Sentence) -> list[StatementMention]:
        """Give the statements whose words start in a sentence; call in order of the sentences."""
        span = sentence.span
        mentions = []
        for quotation in self.quotations:
            if span.start <= quotation.span.start < span.end:
                mention = self._direct(quotation, sentence)
                if mention is not None:
                    mentions.append(mention)
        return [*_joined(mentions, self.reading.document.text), *self._indirect(sentence, mentions)]

    # ------------------------------------------------------------ direct speech
    def _direct(self, quotation: Quotation, sentence: Sentence) -> StatementMention | None:
        verb, speaker = self._speaker(quotation, sentence)
        if speaker is None and (quotation.scare or not _whole(quotation, sentence)):
            return None
        if speaker is not None and speaker.entity:
            self._last = (sentence.index, sentence.paragraph, speaker)
            self.resolver.speakers.append((quotation.span, speaker.entity))
        elif quotation.scare:
            return None
        self.count += 1
        return StatementMention(
            id=f"st{self.count}", speaker=speaker, addressee=self._addressee(verb, sentence), quote=quotation.text.strip().rstrip(","), direct=True,
            span=quotation.inner, topics=(), date=None, evidence=_evidence(quotation.span, self.reading, sentence), confidence=0.9 if speaker is not None else 0.6,
        )  # fmt: skip

    def _speaker(self, quotation: Quotation, sentence: Sentence) -> tuple[Token | None, Role | None]:
        """Find the speaker: of the reporting verb nearest to the quotation, of a verb above it, or of the one before."""
        for candidate in self._around(quotation, sentence):
            for verb in sorted(self._reporting(candidate, quotation), key=lambda v: _distance(v, quotation)):
                speaker = self._subject(verb, candidate)
                if speaker is not None:
                    return verb, speaker
            if candidate is sentence:
                verb, speaker = self._governor(quotation, sentence)
                if speaker is not None:
                    return verb, speaker
                if not _whole(quotation, sentence):
                    break
        if self._last is not None and _whole(quotation, sentence):
            index, paragraph, speaker = self._last
            if sentence.index - index <= _NEAR or (sentence.paragraph - paragraph <= 1 and sentence.index - index <= 4):
                return None, speaker
        return None, None

    def _around(self, quotation: Quotation, sentence: Sentence) -> list[Sentence]:
        """Give the sentence of a quotation, then those that it runs on to, then its neighbours in the paragraph."""
        sentences = self.reading.sentences
        found = [sentence]
        for other in sentences[sentence.index + 1 : sentence.index + 8]:
            if other.span.start <= quotation.span.end + 2:
                found.append(other)
        if _whole(quotation, sentence):
            found += [
                s
                for s in sentences[sentence.index + 1 : sentence.index + 2]
                if s.paragraph == sentence.paragraph and s not in found and s.text[:1] not in '"“'
            ]
        return found

    def _reporting(self, sentence: Sentence, quotation: Quotation) -> list[Token]:
        return [
            t for t in sentence.tokens
            if t.pos_ in {"VERB", "AUX"} and t.lemma_.lower() in REPORTING_VERBS and not (quotation.span.start <= begin(t) < quotation.span.end)
            and t.dep_ not in {"aux", "auxpass"} and not any(q.span.start <= begin(t) < q.span.end for q in self.quotations)
        ]  # fmt: skip

    def _governor(self, quotation: Quotation, sentence: Sentence) -> tuple[Token | None, Role | None]:
        """Find the verb outside a quotation that governs it: *called it "a gift"*."""
        inside = [t for t in sentence.tokens if quotation.inner.start <= begin(t) < quotation.inner.end]
        if not inside:
            return None, None
        token = inside[0]
        for _ in range(10):
            token = token.head
            outside = not (quotation.span.start <= begin(token) < quotation.span.end)
            if outside and token.pos_ in {"VERB", "AUX"}:
                speaker = self._subject(token, sentence)
                if speaker is not None:
                    return token, speaker
            if token.head == token:
                break
        return None, None

    def _subject(self, verb: Token, sentence: Sentence) -> Role | None:
        arguments = verb_clause_arguments(verb)
        heads = arguments.get("subject", [])
        inverted = [c for c in verb.children if c.i > verb.i and c.dep_ in {"nsubj", "dobj", "npadvmod"} and not heads]
        for head in [*heads, *inverted]:
            for referent in self.resolver.referents(head, sentence):
                if self.resolver.table.drafts[referent.entity].kind not in _NEVER_SPEAKERS:
                    return Role("speaker", referent.span, referent.text, referent.entity)
        return None

    def _addressee(self, verb: Token | None, sentence: Sentence) -> Role | None:
        if verb is None or verb.lemma_.lower() not in _ADDRESSED:
            return None
        for child in verb.children:
            if child.dep_ in {"dobj", "dative"}:
                for referent in self.resolver.referents(child, sentence):
                    if referent.direct:
                        return Role("addressee", referent.span, referent.text, referent.entity)
        return None

    # ------------------------------------------------------------ indirect speech
    def _indirect(self, sentence: Sentence, direct: list[StatementMention]) -> list[StatementMention]:
        mentions: list[StatementMention] = []
        for verb in sentence.tokens:
            if (
                verb.pos_ != "VERB"
                or verb.lemma_.lower() not in REPORTING_VERBS
                or any(q.span.start <= begin(verb) < q.span.end for q in self.quotations)
            ):
                continue
            content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
            if content is None or any(c.dep_ == "neg" for c in verb.children):
                continue
            words = [
                t
                for t in content.subtree
                if t.dep_ != "punct" or t.i not in {content.left_edge.i, content.right_edge.i}
            ]
            words = words[1:] if words and words[0].lower_ == "that" else words
            if len(words) < 4:
                continue
            span = token_span(words[0], words[-1])
            whole_quote = any(
                q.span.contains(span)
                or (span.contains(q.span) and q.span.end - q.span.start > 0.8 * (span.end - span.start))
                for q in self.quotations
            )
            speaker = self._subject(verb, sentence)
            if whole_quote or speaker is None:
                continue
            self.count += 1
            quote = " ".join(self.reading.document.text[span.start : span.end].split())
            mentions.append(
                StatementMention(
                    f"st{self.count}",
                    speaker,
                    self._addressee(verb, sentence),
                    quote,
                    False,
                    span,
                    (),
                    None,
                    sentence.span,
                    0.8,
                )
            )
        return mentions


def _whole(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether nothing but the quotation stands in the sentence, or it begins there and runs on."""
    span = sentence.span
    outside = (quotation.span.start - span.start) + max(0, span.end - quotation.span.end)
    return outside <= 3 or (quotation.span.end > span.end and quotation.span.start - span.start <= 3)


def _distance(verb: Token, quotation: Quotation) -> int:
    at = begin(verb)
    return min(abs(at - quotation.span.start), abs(at - quotation.span.end))


def _evidence(span: Span, reading: Reading, sentence: Sentence) -> Span:
    return sentence.span


def _joined(mentions: list[StatementMention], text: str) -> list[StatementMention]:
    """Join a quotation that its own *he said* splits: "We hope," he said, "to return."."""
    kept: list[StatementMention] = []
    for mention in mentions:
        previous = kept[-1] if kept else None
        if (
            previous is not None
            and previous.speaker == mention.speaker
            and mention.quote[:1].islower()
            and text[previous.span.end - 1 : previous.span.end] == ","
            and mention.span.start - previous.span.end < 60
        ):
            kept[-1] = replace(
                previous, quote=f"{previous.quote}, {mention.quote}", span=Span(previous.span.start, mention.span.end)
            )
        else:
            kept.append(mention)
    return kept

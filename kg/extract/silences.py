"""Lists the sentences that gave nothing, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.reading import Reading, Sentence
from kg.types import EventMention, Silence, StatementMention


def silences_of(
    reading: Reading, events: Iterable[EventMention], statements: Iterable[StatementMention]
) -> tuple[Silence, ...]:
    """Give the silences of an article in text order: skipped regions, and sentences without an event or statement."""
    told = {e.evidence for e in events} | {s.evidence for s in statements}
    quiet = [Silence(s.span, _reason(s)) for s in reading.sentences if s.span not in told]
    return tuple(sorted([*reading.silences, *quiet], key=lambda s: s.span))


def _reason(sentence: Sentence) -> str:
    if not any(t.pos_ in {"VERB", "AUX"} for t in sentence.tokens):
        return "no verb"
    if not any(t.pos_ == "PROPN" for t in sentence.tokens):
        return "nobody is named"
    return "no frame of the lexicon fits"

"""The extractor: documents in, extractions out; the only door to spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract.agreements import AgreementReader
from kg.extract.allegations import AllegationReader
from kg.extract.attachment import mend
from kg.extract.clauses import clauses
from kg.extract.commitments import CommitmentReader
from kg.extract.entities import EntityTable
from kg.extract.events import EventReader
from kg.extract.identity import identify
from kg.extract.inheritance import share_dates
from kg.extract.issuers import day_of_issue, is_joint, issuer_of
from kg.extract.layout import regions
from kg.extract.lexicon import Lexicon
from kg.extract.localities import report_of
from kg.extract.mentions import mentions_of
from kg.extract.model import BATCH, DEFAULT_MODEL, load_model, memory_zone
from kg.extract.obligations import ObligationReader
from kg.extract.promises import PromiseReader
from kg.extract.quotes import find_quotes
from kg.extract.reading import Reading, Sentence, assemble
from kg.extract.reference import Resolver
from kg.extract.silences import silences_of
from kg.extract.spotting import find_names
from kg.extract.statements import StatementReader
from kg.extract.tenures import TenureReader
from kg.extract.times import Calendar
from kg.gazetteer import Gazetteer
from kg.types import (
    AgreementMention,
    CommitmentMention,
    Document,
    EventMention,
    Extraction,
    Silence,
    StatementMention,
    TenureMention,
)

if TYPE_CHECKING:
    from spacy.language import Language

_BODY = 3
"""Sentences of running text from which on headings add nothing."""
_HEADINGS = frozenset({"title", "subheading"})
_DOCUMENTS = 16
"""Documents read ahead, so that the model gets full batches of paragraphs."""


@dataclass(slots=True)
class SpacyExtractor:
    """Reads articles with a spaCy pipeline, the frames of the lexicon and a gazetteer.

    Args:
        model: Name of an installed English pipeline, or a folder that holds one.
        frames: A table of a user's own frames, in the columns of the lexicon.
        gazetteer: Names to recognise; the built-in one by default.
    """

    model: str = DEFAULT_MODEL
    frames: Path | None = None
    gazetteer: Gazetteer = field(default_factory=Gazetteer.load)

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Yield one extraction a document, in order.

        Raises:
            ModelError: The model is not installed.
            ConfigError: The frames are wrong.
        """
        nlp = load_model(self.model)
        lexicon = Lexicon.load(self.frames)
        remaining = iter(documents)
        while batch := list(islice(remaining, _DOCUMENTS)):
            with memory_zone(nlp):
                extractions = [_ArticleReader(r, lexicon, self.gazetteer).extraction() for r in _parse(nlp, batch)]
            yield from extractions  # outside the zone, which who stops listening would leave open


def _parse(nlp: Language, documents: list[Document]) -> Iterator[Reading]:
    """Parse the paragraphs of several documents in one stream and hand them back by document."""
    layouts = [(d, regions(d.text)) for d in documents]
    texts = [d.text[r.span.start : r.span.end] for d, layout in layouts for r in layout if r.factual]
    docs = nlp.pipe(texts, batch_size=BATCH)
    for document, layout in layouts:
        paragraphs = [(mend(next(docs)), r.span.start, r.kind) for r in layout if r.factual]
        yield assemble(document, paragraphs, [Silence(r.span, r.kind) for r in layout if not r.factual])


class _ArticleReader:
    """Reads one article: its names first, then sentence by sentence what is told of them."""

    def __init__(self, reading: Reading, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        document = reading.document
        self._reading = reading
        self._lexicon = lexicon
        names = find_names(reading.sentences, gazetteer)
        table = EntityTable(gazetteer, document.published)
        identify(names, table)
        self._resolver = Resolver(names, table)
        self._resolver.report = report_of(reading, table)
        self._tenure_reader = TenureReader(self._resolver)
        self.tenures: list[TenureMention] = self._tenure_reader.of_titles()
        self._resolver.speak_for(issuer_of(document, table))
        self._resolver.voice.joint = is_joint(document)
        self._calendar = Calendar(document.published, lexicon.event_nouns)
        self._event_reader = EventReader(lexicon, self._resolver, self._calendar)
        self._promise_reader = PromiseReader(self._event_reader)
        self._obligation_reader = ObligationReader(self._event_reader)
        self._allegation_reader = AllegationReader(self._event_reader)
        self._agreement_reader = AgreementReader(self._resolver)
        self._commitment_reader = CommitmentReader(self._resolver, self._calendar, document.text)
        self._statement_reader = StatementReader(reading, find_quotes(document.text), self._resolver)
        self.events: list[EventMention] = []
        self.agreements: list[AgreementMention] = []
        self.commitments: list[CommitmentMention] = []
        self.statements: list[StatementMention] = []

    def extraction(self) -> Extraction:
        """Read the article."""
        sentences, document = self._reading.sentences, self._reading.document
        full = sum(s.region == "body" for s in sentences) >= _BODY
        for sentence in sentences:
            if not (full and sentence.region in _HEADINGS):  # they repeat what the body tells in full
                self._read(sentence)
        names, table = self._resolver.names, self._resolver.table
        voice = self._resolver.voice
        issued = day_of_issue(document) if voice.issuer or voice.joint else None
        events = share_dates(self.events, table, self._lexicon, issued=issued)
        mentions = mentions_of(names, table, events, self.statements)
        named = {m.entity for m in mentions if m.entity}
        named |= {p.entity for a in self.agreements for p in a.parties if p.entity}  # states for which leaders sign
        return Extraction(
            document=document,
            sentences=tuple(s.span for s in sentences),
            entities=table.freeze(named),
            mentions=mentions,
            events=tuple(events),
            agreements=tuple(self.agreements),
            commitments=tuple(self.commitments),
            statements=tuple(self.statements),
            tenures=tuple(self.tenures),
            silences=silences_of(self._reading, events, self.statements),
        )

    def _read(self, sentence: Sentence) -> None:
        self._calendar.enter(sentence)
        self._resolver.enter(sentence)
        self.statements += self._statement_reader.read(sentence)
        told = list(clauses(sentence, self._lexicon.event_nouns))
        found = self._promise_reader.read(told, self._event_reader.read(told))
        found = self._allegation_reader.read(told, self._obligation_reader.read(told, found))
        self.events += [f.event for f in found]
        self.agreements += self._agreement_reader.read(sentence, found)
        self.commitments += self._commitment_reader.read(sentence, found)
        self.tenures += self._tenure_reader.of_events(found, len(self.tenures))

"""The extractor: documents in, extractions out; the only door to spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract.agreements import AgreementReader
from kg.extract.commitments import CommitmentReader
from kg.extract.entities import EntityTable, decide
from kg.extract.events import EventReader
from kg.extract.inheritance import share_dates
from kg.extract.layout import Region, regions
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import mentions_of
from kg.extract.model import BATCH, DEFAULT_MODEL, load_model
from kg.extract.names import find_names
from kg.extract.promises import PromiseReader
from kg.extract.quotes import find_quotes
from kg.extract.reading import Reading, assemble
from kg.extract.reference import Resolver
from kg.extract.silences import silences_of
from kg.extract.statements import StatementReader
from kg.extract.tenures import read_tenures, tenures_of_events
from kg.extract.times import Calendar
from kg.gazetteer import Gazetteer
from kg.types import (
    AgreementMention,
    CommitmentMention,
    Document,
    EventMention,
    Extraction,
    Silence,
    Span,
    StatementMention,
    Temporal,
    TenureMention,
)

if TYPE_CHECKING:
    from spacy.language import Language

_BODY = 3
"""Sentences of running text from which on headings add nothing."""
_DOCUMENTS = 16
"""Documents read ahead, so that the model gets full batches of paragraphs."""


_OFFICIAL = frozenset(
    {
        "department",
        "ministry",
        "government",
        "embassy",
        "presidency",
        "president",
        "office",
        "chancellery",
        "house",
        "body",
        "cabinet",
        "executive",
    }
)
"""Words in the name of a publisher, and kinds of bodies, that speak for a state."""


_JOINT = re.compile(
    r"\b(?:joint|leaders['’]?|ministers['’]?|ministerial|summit)\b.{0,40}\b(?:statement|communiqu[eé]|declaration)\b",
    re.IGNORECASE,
)
"""Headings of texts that several issue together."""


@dataclass(slots=True)
class _Findings:
    events: list[EventMention] = field(default_factory=list)
    agreements: list[AgreementMention] = field(default_factory=list)
    commitments: list[CommitmentMention] = field(default_factory=list)
    statements: list[StatementMention] = field(default_factory=list)
    tenures: list[TenureMention] = field(default_factory=list)


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
            with nlp.memory_zone():
                for reading in _parse(nlp, batch):
                    yield _extraction(reading, lexicon, self.gazetteer)


def _parse(nlp: Language, documents: list[Document]) -> Iterator[Reading]:
    """Parse the paragraphs of several documents in one stream and hand them back by document."""
    layouts = [regions(d.text) for d in documents]
    texts = [
        d.text[r.span.start : r.span.end]
        for d, layout in zip(documents, layouts, strict=True)
        for r in layout
        if r.factual
    ]
    docs = nlp.pipe(texts, batch_size=BATCH)
    for document, layout in zip(documents, layouts, strict=True):
        read = [r for r in layout if r.factual]
        reading = assemble(document, [(next(docs), r.span.start, r.kind) for r in read])
        reading.silences = [_skipped(r) for r in layout if not r.factual]
        yield reading


def _skipped(region: Region) -> Silence:
    return Silence(region.span, region.kind)


def _extraction(reading: Reading, lexicon: Lexicon, gazetteer: Gazetteer) -> Extraction:
    document = reading.document
    names = find_names(reading.sentences, gazetteer)
    table = EntityTable(gazetteer, document.published)
    decide(names, table)
    resolver = Resolver(names, table)
    findings = _Findings(tenures=read_tenures(names, table, resolver))
    resolver.issuer = _issuer(document, table)
    resolver.joint = _JOINT.search(document.title or document.text[:120]) is not None
    _read_sentences(reading, lexicon, resolver, findings)
    findings.events = share_dates(
        findings.events, table, lexicon, issued=_issued(document) if resolver.issuer else None
    )
    mentions, used = mentions_of(reading, names, findings.events, findings.statements, table)
    return Extraction(
        document=document, sentences=tuple(s.span for s in reading.sentences), entities=table.freeze(used), mentions=mentions,
        events=tuple(findings.events), agreements=tuple(findings.agreements), commitments=tuple(findings.commitments),
        statements=tuple(findings.statements), tenures=tuple(findings.tenures), silences=silences_of(reading, findings.events, findings.statements),
    )  # fmt: skip


def _read_sentences(reading: Reading, lexicon: Lexicon, resolver: Resolver, findings: _Findings) -> None:
    calendar = Calendar(reading.document.published, lexicon.event_nouns)
    text = reading.document.text
    events = EventReader(lexicon, resolver, calendar)
    promises = PromiseReader(events)
    agreements = AgreementReader(lexicon, resolver)
    commitments = CommitmentReader(lexicon, resolver, calendar, text)
    statements = StatementReader(reading, find_quotes(text), resolver, calendar)
    headings = {"title", "subheading"} if sum(s.region == "body" for s in reading.sentences) >= _BODY else set()
    for sentence in reading.sentences:
        if sentence.region in headings:
            continue  # they repeat what the body tells in full
        calendar.enter(sentence)
        resolver.enter(sentence)
        findings.statements += statements.read(sentence)
        found = promises.read(sentence, events.read(sentence))
        findings.events += [f.event for f in found]
        findings.agreements += agreements.read(sentence, found)
        findings.commitments += commitments.read(sentence, found)
        findings.tenures += tenures_of_events(found, resolver, resolver.table.gazetteer, len(findings.tenures))


def _issued(document: Document) -> Temporal | None:
    day = document.published
    return Temporal(day, day, day.isoformat(), Span(0, 0)) if day is not None else None


def _issuer(document: Document, table: EntityTable) -> str | None:
    """Find who says *we* in an official text: the state of the body that publishes it."""
    words = (document.publisher or "").split()
    state = next((s for n in (1, 2, 3) if (s := table.gazetteer.state(" ".join(words[:n])))), None)
    if state is not None and _OFFICIAL & {w.lower() for w in words}:
        return table.state(state.key).id
    body = table.gazetteer.organisation(document.publisher or "")
    if body is not None and body.state in table.gazetteer.states and body.kind in _OFFICIAL:
        return table.state(body.state).id
    return None

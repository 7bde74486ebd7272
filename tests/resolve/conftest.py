"""A small language for writing what an article says, so that each test shows its story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest

from kg.ids import mint
from kg.types import (
    AgreementMention,
    Amount,
    Attribution,
    CommitmentMention,
    Document,
    DocumentEntity,
    EventMention,
    Extraction,
    Mention,
    Role,
    Span,
    StatementMention,
    Temporal,
    TenureMention,
)

PREFIX = {"person": "person", "state": "state", "organisation": "group", "group": "group", "place": "place"}


@dataclass
class Story:
    """One article, told sentence by sentence."""

    id: str
    sentences: tuple[str, ...]
    published: date | None = date(2031, 5, 14)
    publisher: str | None = None
    entities: list[DocumentEntity] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    agreements: list[AgreementMention] = field(default_factory=list)
    commitments: list[CommitmentMention] = field(default_factory=list)
    statements: list[StatementMention] = field(default_factory=list)
    tenures: list[TenureMention] = field(default_factory=list)

    @property
    def text(self):
        return " ".join(self.sentences)

    def sentence(self, number):
        start = sum(len(sentence) + 1 for sentence in self.sentences[:number])
        return Span(start, start + len(self.sentences[number]))

    def find(self, words, number=0):
        at = self.text.find(words, self.sentence(number).start)
        return Span(at, at + len(words)) if at >= 0 else self.sentence(number)

    def who(self, kind, name, *aliases, country=None, wikidata=None):
        ident = f"n{len(self.entities)}"
        iri = mint(PREFIX[kind], name)
        self.entities.append(DocumentEntity(ident, kind, name, aliases, country, iri, wikidata))
        return ident

    def role(self, role, ident, number=0):
        name = next(entity.name for entity in self.entities if entity.id == ident)
        return Role(role, self.find(name, number), name, ident)

    def event(
        self,
        type_,
        trigger,
        *,
        at=0,
        factuality="actual",
        day=None,
        to=None,
        topics=(),
        source=None,
        amounts=(),
        **roles,
    ):
        named = [
            self.role(role, who, at) for role, ids in roles.items() for who in (ids if isinstance(ids, list) else [ids])
        ]
        named += [Role("topic", self.find(topic, at), topic) for topic in topics]
        ident = f"e{len(self.events)}"
        span = self.find(trigger, at)
        when = Temporal(day, to or day, "then", span) if day else None
        said = Attribution("according to it", span, source) if source else None
        counted = tuple(Amount(value, unit, qualifier, "so many", span) for value, unit, qualifier in amounts)
        self.events.append(
            EventMention(
                ident, type_, span, tuple(named), factuality, when, said, self.sentence(at), 0.8, "test", counted
            )
        )
        return ident

    def agreement(self, name, parties, *, at=0, status="signed", topics=(), event=None, kind="Agreement"):
        ident = f"a{len(self.agreements)}"
        roles = tuple(self.role("party", who, at) for who in parties)
        about = tuple(Role("topic", self.find(topic, at), topic) for topic in topics)
        self.agreements.append(
            AgreementMention(
                ident, name, kind, roles, (), about, status, "actual", None, None, self.sentence(at), 0.8, event
            )
        )
        return ident

    def commitment(
        self, by, content, *, at=0, to=None, amount=None, deadline=None, status="pledged", factuality="actual"
    ):
        ident = f"c{len(self.commitments)}"
        span = self.sentence(at)
        figure = Amount(*amount, "so much", span) if amount else None
        due = Temporal(None, deadline, "by then", span) if deadline else None
        self.commitments.append(
            CommitmentMention(
                ident, self.role("initiator", by, at), self.role("recipient", to, at) if to else None, content, figure,
                due, (), status, factuality, None, span, 0.8,
            )
        )  # fmt: skip
        return ident

    def statement(self, speaker, quote, *, at=0, direct=True):
        ident = f"s{len(self.statements)}"
        role = self.role("speaker", speaker, at)
        self.statements.append(
            StatementMention(ident, role, None, quote, direct, self.find(quote, at), (), None, self.sentence(at), 0.9)
        )
        return ident

    def tenure(self, holder, office, of, *, at=0, former=False):
        ident = f"t{len(self.tenures)}"
        self.tenures.append(TenureMention(ident, holder, office, of, former, self.sentence(at), 0.9))
        return ident

    def told(self):
        mentions, seen = [], 0
        for entity in self.entities:
            at = self.text.find(entity.name)
            if at >= 0:
                span = Span(at, at + len(entity.name))
                mentions.append(Mention(f"m{seen}", span, entity.name, entity.kind, entity.id))
                seen += 1
        return Extraction(
            document=Document(self.id, self.text, published=self.published, publisher=self.publisher),
            sentences=tuple(self.sentence(i) for i in range(len(self.sentences))),
            entities=tuple(self.entities),
            mentions=tuple(mentions),
            events=tuple(self.events),
            agreements=tuple(self.agreements),
            commitments=tuple(self.commitments),
            statements=tuple(self.statements),
            tenures=tuple(self.tenures),
        )


@pytest.fixture
def story() -> Callable[..., Story]:
    """Start an article: ``story("wire-1", "First sentence.", "Second.", published=...)``."""

    def start(ident, *sentences, **options):
        return Story(ident, sentences or ("Berg met Okoye.",), **options)

    return start


@pytest.fixture
def summit(story) -> Callable[..., Story]:
    """An article with Anna Berg (Nordland) and Paul Okoye (Sudmark), their states and a town."""

    def start(ident, *sentences, **options):
        told = story(ident, *sentences, **options)
        told.berg = told.who("person", "Anna Berg", "Berg")
        told.okoye = told.who("person", "Paul Okoye", "Okoye")
        told.nordland = told.who("state", "Nordland")
        told.sudmark = told.who("state", "Sudmark")
        told.tenure(told.berg, "Chancellor", told.nordland)
        told.tenure(told.okoye, "President", told.sudmark)
        return told

    return start

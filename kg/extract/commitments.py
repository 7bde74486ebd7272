"""Reads commitments: who will do what, for whom, how much and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.arguments import is_passive
from kg.extract.clauses import Clause
from kg.extract.found import Found
from kg.extract.money import find_amounts, find_quantities
from kg.extract.reading import Sentence, begin, token_span
from kg.extract.reference import Resolver
from kg.extract.times import Calendar
from kg.extract.words import word_class
from kg.types import Amount, CommitmentMention, Factuality, Role, Span, Temporal

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRANSFERS = word_class("EconomicCooperation AidDelivery Gift Endorsement Cooperation")
_DOERS = word_class("initiator participant signatory party speaker")
_MOST_DOERS = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RESTATING = word_class("reaffirm reiterate repeat renew confirm underscore underline restate emphasize emphasise")
_COMMITTING = word_class("commitment pledge promise determination resolve readiness willingness intention vow")
_WITH_INFINITIVE = word_class("plan intention pledge commitment decision determination readiness")
_CONTENT_FUNCTIONS = ("to", "object", "of", "with")
_SAYING = word_class("said says saying")
"""Verbs that end the words of a promise: *will pay, the minister said*."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """What is promised, before it is told apart by who promises it."""

    told: Found
    span: Span
    doers: Sequence[Role]
    status: str


@dataclass(slots=True)
class CommitmentReader:
    """Reads the commitments of one article from its pledges and from what actors say they will do."""

    resolver: Resolver
    calendar: Calendar
    text: str
    count: int = 0

    def read(self, sentence: Sentence, found: Iterable[Found]) -> list[CommitmentMention]:
        """Give the commitments of a sentence; a joint promise is one for each party."""
        mentions: dict[tuple[str | None, str], CommitmentMention] = {}
        for told in found:
            promise = self._promise(told)
            for mention in self._commitments(promise, sentence) if promise is not None else ():
                mentions.setdefault((mention.by.entity, mention.content), mention)
        return list(mentions.values())

    # ------------------------------------------------------------ sources
    def _promise(self, told: Found) -> _Promise | None:
        event = told.event
        if event.type == "Pledging" or _commits(told.clause):
            return self._of_pledge(told)
        if event.type in _TRANSFERS and event.factuality == "planned" and told.clause.kind == "verb":
            span = _trimmed(_from(told.clause.predicate))
            return _Promise(told, span, _doers(told), "pledged") if span is not None else None
        return None

    def _of_pledge(self, told: Found) -> _Promise | None:
        span, head = _content(told.clause, told.frame.id)
        if span is None or head is None:
            return None
        status = "reaffirmed" if _again(told.clause) else "pledged"
        if told.event.factuality in {"negated", "denied"}:
            status = "abandoned"
        doers = self._subject_of_content(head, told) if told.clause.lemma != head.lemma_ else []
        return _Promise(told, span, doers or _doers(told), status)

    def _subject_of_content(self, head: Token, told: Found) -> list[Role]:
        """Let the doer be the subject of the promised act: *she promised that Chad would pay*."""
        if head.pos_ not in {"VERB", "AUX"} or head.dep_ != "ccomp" or is_passive(head):
            return []
        subjects = [c for c in head.children if c.dep_ in _SUBJECTS]
        referents = self.resolver.all_referents(subjects, told.clause.sentence)
        return [Role("initiator", r.span, r.text, r.entity) for r in referents]

    # ------------------------------------------------------------ building
    def _commitments(self, promise: _Promise, sentence: Sentence) -> list[CommitmentMention]:
        event, words = promise.told.event, self.text[promise.span.start : promise.span.end]
        amount, deadline = _amount(words, promise.span.start), self._deadline(promise, sentence)
        to = next((r for r in event.roles if r.role == "recipient" and r.entity), None)
        factuality: Factuality = "actual" if event.factuality == "planned" else event.factuality
        return [
            CommitmentMention(
                id=self._next_id(),
                by=doer,
                to=to if to is None or to.entity != doer.entity else None,
                content=" ".join(words.split()),
                amount=amount,
                deadline=deadline,
                topics=tuple(r for r in event.roles if r.role == "topic"),
                status=promise.status,
                factuality=factuality,
                attribution=event.attribution,
                evidence=sentence.span,
                confidence=round(event.confidence - 0.05, 2),
                event=event.id,
            )
            for doer in promise.doers[:_MOST_DOERS]
        ]

    def _next_id(self) -> str:
        self.count += 1
        return f"co{self.count}"

    def _deadline(self, promise: _Promise, sentence: Sentence) -> Temporal | None:
        """Take the limit within the promise; *pledged $5 million by 2030* is also about when it will be paid."""
        span, told = promise.span, promise.told.event.date
        deadline = self.calendar.deadline(t for t in sentence.tokens if span.start <= begin(t) < span.end)
        if deadline is not None and span.overlaps(deadline.span):
            return deadline
        return told if told is not None and told.earliest is None else None


def _doers(told: Found) -> list[Role]:
    return [r for r in told.event.roles if r.role in _DOERS and r.entity]


def _commits(clause: Clause) -> bool:
    """Tell whether what is affirmed together is a commitment: *they reaffirmed their commitment to the fund*."""
    return clause.kind == "verb" and any(h.lemma_.lower() in _COMMITTING for h in clause.heads("object"))


def _again(clause: Clause) -> bool:
    lemmas = {clause.lemma, clause.anchor.lemma_.lower(), clause.predicate.head.lemma_.lower()}
    return not lemmas.isdisjoint(_RESTATING)


# ---------------------------------------------------------------- the words of a promise
def _content(clause: Clause, frame: str) -> tuple[Span | None, Token | None]:
    """Give the words of the promise and their head: the infinitive, the clause or the noun phrase that is pledged."""
    if frame.startswith("promises:"):
        return _trimmed(_from(clause.predicate)), clause.predicate
    complements = clause.heads("complement")
    if complements:
        return _trimmed(_clause_words(complements[0])), complements[0]
    return _under_noun(clause) or _argument(clause) or (None, None)


def _clause_words(verb: Token) -> list[Token]:
    """Give the words of a clause without its subject: *that Chad | would pay half*."""
    start = verb.i
    if verb.dep_ == "ccomp" and any(c.dep_ in _SUBJECTS for c in verb.children):
        start = min([verb.i, *[c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}]])
    return [t for t in verb.subtree if t.i >= start]


def _under_noun(clause: Clause) -> tuple[Span | None, Token] | None:
    """Read *a pledge to send troops*, *reaffirmed their commitment to the fund*."""
    noun = clause.predicate
    if clause.kind != "noun":
        committing = [h for h in clause.heads("object") if h.lemma_.lower() in _COMMITTING]
        if not committing:
            return None
        noun = committing[0]
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB":
            return _trimmed(_from(child)), child
        objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        if child.dep_ == "prep" and child.lower_ == "to" and objects:
            return _trimmed(list(objects[0].subtree)), objects[0]
    return None


def _argument(clause: Clause) -> tuple[Span | None, Token] | None:
    """Read *pledged a loan*, *committed to a truce*, *announced plans to cut tariffs*."""
    heads = [h for function in _CONTENT_FUNCTIONS for h in clause.heads(function)]
    head = next(
        (h for h in heads if h.pos_ not in {"PRON", "PROPN"} and (h.i > clause.predicate.i or clause.passive)), None
    )
    if head is None:
        return None
    if head.lemma_.lower() in _WITH_INFINITIVE:
        inner = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
        if inner is not None:
            return _trimmed(_from(inner)), inner
    return _trimmed(list(head.subtree)), head


def _from(verb: Token) -> list[Token]:
    """Give the words under a verb from it on."""
    return [t for t in verb.subtree if t.i >= verb.i]


def _trimmed(words: list[Token]) -> Span | None:
    """Give the span of some words without what only leads to them or away; None where too little is left."""
    cut = next((i for i, t in enumerate(words) if t.lower_ in _SAYING and i > 1), len(words))
    words = words[:cut]
    while words and (words[0].is_punct or (words[0].lower_ in {"that", "to"} and words[0].pos_ != "ADP")):
        words = words[1:]
    while words and (words[-1].is_punct or words[-1].pos_ in {"CCONJ", "PRON", "DET"}):
        words = words[:-1]
    return token_span(words[0], words[-1]) if len(words) >= 2 or (words and words[0].pos_ == "VERB") else None


def _amount(text: str, offset: int) -> Amount | None:
    """Give the promise's amount: money first, then a share of output, then a counted thing."""
    sums = find_amounts(text)
    first = next((a for a in sums if a.unit != "percent"), None) or next(iter(sums or find_quantities(text)), None)
    if first is None:
        return None
    return replace(first, span=Span(first.span.start + offset, first.span.end + offset))

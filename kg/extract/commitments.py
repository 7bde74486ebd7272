"""Reads commitments: who will do what, for whom, how much and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.arguments import is_passive
from kg.extract.clauses import Clause
from kg.extract.found import Found
from kg.extract.money import find_amounts
from kg.extract.promised import acts, committing_noun, contents
from kg.extract.quantities import find_quantities
from kg.extract.reading import Sentence, begin
from kg.extract.reference import Resolver
from kg.extract.times import Calendar
from kg.extract.verbs import WITH_INFINITIVE
from kg.extract.words import word_class
from kg.types import Amount, CommitmentMention, Factuality, Role, Span, Temporal

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRANSFERS = word_class(
    "EconomicCooperation AidDelivery Gift Endorsement Cooperation Concession Withdrawal Release JointExercise"
)
"""What an actor will do for or with others; told as planned, it is a promise."""
_PRAISING = word_class(
    "praise thank congratulate hail commend applaud laud salute welcome greet honour honor mark celebrate express"
)
_DOERS = word_class("initiator participant signatory party speaker")
_MOST_DOERS = 6
_CONSENTING = word_class("agree consent")
_PROMISING_NOUNS = word_class(
    "commitment pledge promise plan decision agreement deal intention readiness willingness determination resolve vow "
    "offer undertaking obligation programme program package"
)
_PREPARING = word_class("prepare draw work develop assemble finalise finalize build")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RESTATING = word_class("reaffirm reiterate repeat renew confirm underscore underline restate emphasize emphasise")


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
        promises = [promise for told in found for promise in self._promises(told)]
        for promise in promises:
            if not any(_is_purpose_of(promise, other) for other in promises):
                for mention in self._commitments(promise, sentence):
                    mentions.setdefault((mention.by.entity, mention.content), mention)
        return list(mentions.values())

    # ------------------------------------------------------------ sources
    def _promises(self, told: Found) -> list[_Promise]:
        event = told.event
        if event.type == "Pledging" or committing_noun(told.clause) is not None:
            return self._of_pledge(told)
        if told.clause.lemma in _CONSENTING and event.factuality == "actual" and self._is_of_one_side(told):
            inner = told.clause.heads("infinitive")[:1]
            return [_Promise(told, span, _doers(told), "pledged") for act in inner for span, _ in acts(act)]
        anchor = told.clause.anchor
        only_words = event.type == "Endorsement" and anchor.lemma_.lower() in _PRAISING
        # *before laying a wreath* and *efforts to deepen ties* promise nothing
        promising = anchor.pos_ == "VERB" and anchor.dep_ != "pcomp" and not _is_purpose(anchor)
        if event.type in _TRANSFERS and event.factuality == "planned" and promising and not only_words:
            status = "inProgress" if _is_under_way(anchor) else "pledged"
            return [_Promise(told, span, _doers(told), status) for span, _ in acts(anchor)]
        return []

    def _is_of_one_side(self, told: Found) -> bool:
        """Tell *Chad agreed to pay*, which is a promise, from what two, or *the parties*, have agreed."""
        drafts = [self.resolver.table.drafts[r.entity] for r in _doers(told) if r.entity]
        return len({d.country or d.id for d in drafts}) == 1 and all(d.kind != "group" for d in drafts)

    def _of_pledge(self, told: Found) -> list[_Promise]:
        status = "reaffirmed" if _again(told.clause) else "pledged"
        if told.event.factuality in {"negated", "denied"}:
            status = "abandoned"
        promises = []
        for span, head in contents(told.clause, told.frame.id):
            doers = self._subject_of_content(head, told) if told.clause.lemma != head.lemma_ else []
            promises.append(_Promise(told, span, doers or self._bound(told), status))
        return promises

    def _subject_of_content(self, head: Token, told: Found) -> list[Role]:
        """Let the doer be the subject of the promised act: *she promised that Chad would pay*."""
        if head.pos_ not in {"VERB", "AUX"} or head.dep_ != "ccomp" or is_passive(head):
            return []
        subjects = [c for c in head.children if c.dep_ in _SUBJECTS]
        referents = self.resolver.all_referents(subjects, told.clause.sentence)
        return [r.in_role("initiator") for r in referents]

    def _bound(self, told: Found) -> list[Role]:
        """Give who is to act: of those who promise what others will do, none."""
        doers = _doers(told)
        if told.stance.reporter is None:
            return doers
        acting = self.resolver.all_referents(told.clause.heads("subject"), told.clause.sentence)
        return [d for d in doers if d.entity in {r.entity for r in acting}] or doers

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
        span = promise.span
        deadline = self.calendar.deadline(t for t in sentence.tokens if span.start <= begin(t) < span.end)
        if deadline is not None and span.overlaps(deadline.span):
            return deadline
        return self.calendar.limit(promise.told.clause)


def _is_purpose_of(promise: _Promise, other: _Promise) -> bool:
    """Tell what is promised within another promise: *will give $4 million | to build a school*."""
    within = other.span != promise.span and other.span.contains(promise.span)
    return within and {d.entity for d in promise.doers} <= {d.entity for d in other.doers}


def _doers(told: Found) -> list[Role]:
    return [r for r in told.event.roles if r.role in _DOERS and r.entity]


def _again(clause: Clause) -> bool:
    lemmas = {clause.lemma, clause.anchor.lemma_.lower(), clause.predicate.head.lemma_.lower()}
    return not lemmas.isdisjoint(_RESTATING)


def _is_purpose(verb: Token) -> bool:
    """Tell the infinitive of what something else is for: *met to deepen ties*, *a mission to train troops*."""
    infinitive = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    governor = verb.head.lemma_.lower()
    if verb.dep_ == "advcl":
        return infinitive and governor not in WITH_INFINITIVE
    return infinitive and verb.dep_ == "acl" and governor not in _PROMISING_NOUNS


def _is_under_way(verb: Token) -> bool:
    """Tell *is preparing a package*, with which those who will pay have begun."""
    present = any(c.dep_ == "aux" and c.lower_ in {"is", "are"} for c in verb.children)
    return verb.tag_ == "VBG" and present and verb.lemma_.lower() in _PREPARING


def _amount(text: str, offset: int) -> Amount | None:
    """Give the promise's amount: money first, then a share of output, then a counted thing."""
    sums = find_amounts(text)
    first = next((a for a in sums if a.unit != "percent"), None) or next(iter(sums or find_quantities(text)), None)
    if first is None:
        return None
    return replace(first, span=first.span.moved(offset))

"""Reads promises: who will do what, for whom, how much and by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause, is_passive
from kg.extract.events import Found
from kg.extract.lexicon import Lexicon
from kg.extract.money import find_amounts, find_quantities
from kg.extract.reading import Sentence, begin, key, token_span
from kg.extract.reference import Resolver
from kg.extract.times import Calendar
from kg.types import Amount, CommitmentMention, EventMention, Factuality, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRANSFERS = frozenset({"EconomicCooperation", "AidDelivery", "Gift", "Endorsement", "Cooperation"})
_ENDS = frozenset({"said", "says", "saying"})
_DOER = frozenset({"initiator", "participant", "signatory", "party", "speaker"})


@dataclass(slots=True)
class CommitmentReader:
    """Reads the commitments of one article from its pledges and from what actors say they will do."""

    lexicon: Lexicon
    resolver: Resolver
    calendar: Calendar
    text: str
    count: int = 0

    def read(self, sentence: Sentence, found: list[Found]) -> list[CommitmentMention]:
        """Give the commitments of a sentence; a joint promise is one for each party."""
        mentions: list[CommitmentMention] = []
        for one in found:
            if one.event.type == "Pledging" or _commits(one.clause):
                mentions += self._of_pledge(one, sentence)
            elif one.event.type in _TRANSFERS and one.event.factuality == "planned" and one.clause.kind == "verb":
                mentions += self._of_transfer(one, sentence)
        return _distinct(mentions)

    # ------------------------------------------------------------ sources
    def _of_pledge(self, one: Found, sentence: Sentence) -> list[CommitmentMention]:
        span, head = _content(one.clause, one.frame.id)
        if span is None or head is None:
            return []
        status = "reaffirmed" if _again(one.clause) else "pledged"
        if one.event.factuality in {"negated", "denied"}:
            status = "abandoned"
        doers = (self._subject_of_content(head, one) if one.clause.lemma != head.lemma_ else []) or [
            r for r in one.event.roles if r.role in _DOER and r.entity
        ]
        to = next((r for r in one.event.roles if r.role == "recipient" and r.entity), None)
        return self._commitments(one.event, span, doers, to, status, sentence)

    def _of_transfer(self, one: Found, sentence: Sentence) -> list[CommitmentMention]:
        head = one.clause.predicate
        words = [t for t in head.subtree if t.i >= head.i]
        span = _trimmed(words)
        doers = [r for r in one.event.roles if r.role in _DOER and r.entity]
        to = next((r for r in one.event.roles if r.role == "recipient" and r.entity), None)
        return self._commitments(one.event, span, doers, to, "pledged", sentence) if span is not None else []

    def _subject_of_content(self, head: Token, one: Found) -> list[Role]:
        """Let the doer be the subject of the promised act: *she promised that Chad would pay*."""
        if head.pos_ not in {"VERB", "AUX"} or head.dep_ != "ccomp":
            return []
        own = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        roles = []
        for subject in own if not is_passive(head) else []:
            roles += [
                Role("initiator", r.span, r.text, r.entity)
                for r in self.resolver.referents(subject, one.clause.sentence)
            ]
        return roles

    # ------------------------------------------------------------ building
    def _commitments(
        self, event: EventMention, span: Span, doers: list[Role], to: Role | None, status: str, sentence: Sentence
    ) -> list[CommitmentMention]:
        text = " ".join(self.text[span.start : span.end].split())
        amount = _amount(self.text[span.start : span.end], span.start)
        tokens = [key(t) for t in sentence.tokens if span.start <= begin(t) < span.end]
        deadline = self.calendar.deadline([t for t in tokens if t != -1]) if tokens else None
        if deadline is not None and not span.overlaps(deadline.span):
            deadline = None
        topics = tuple(r for r in event.roles if r.role == "topic")
        mentions = []
        for doer in doers[:6]:
            self.count += 1
            factuality: Factuality = "actual" if event.factuality in {"actual", "planned"} else event.factuality
            mentions.append(
                CommitmentMention(
                    id=f"co{self.count}",
                    by=self._state_for(doer, text),
                    to=to if to is None or to.entity != doer.entity else None,
                    content=text,
                    amount=amount,
                    deadline=deadline,
                    topics=topics,
                    status=status,
                    factuality=factuality,
                    attribution=event.attribution,
                    evidence=sentence.span,
                    confidence=round(event.confidence - 0.05, 2),
                    event=event.id,
                )  # fmt: skip
            )
        return mentions

    def _state_for(self, doer: Role, text: str) -> Role:
        return doer


_COMMITTING = frozenset(
    {"commitment", "pledge", "promise", "determination", "resolve", "readiness", "willingness", "intention", "vow"}
)


def _commits(clause: Clause) -> bool:
    """Tell whether what is affirmed together is a commitment: *they reaffirmed their commitment to the fund*."""
    return clause.kind == "verb" and any(h.lemma_.lower() in _COMMITTING for h in clause.heads("object"))


def _content(clause: Clause, frame: str) -> tuple[Span | None, Token | None]:
    """Give the words of the promise: the infinitive, the clause or the noun phrase under the pledging word."""
    if frame.startswith("promises:"):
        verb = clause.predicate
        return _trimmed([t for t in verb.subtree if t.i >= verb.i]), verb
    for head in clause.heads("complement"):
        verb = head
        words = [t for t in verb.subtree]
        start = verb.i
        if head.dep_ == "ccomp":
            subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            start = (
                min([verb.i] + [c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}])
                if subject is not None
                else verb.i
            )
        words = [t for t in words if t.i >= start]
        return _trimmed(words), head
    noun = (
        clause.predicate
        if clause.kind == "noun"
        else next((h for h in clause.heads("object") if h.lemma_.lower() in _COMMITTING), None)
    )
    for child in noun.children if noun is not None else ():
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB":
            return _trimmed([t for t in child.subtree if t.i >= child.i]), child
        if (
            child.dep_ == "prep"
            and child.lower_ == "to"
            and (objects := [c for c in child.children if c.dep_ in {"pobj", "pcomp"}])
        ):
            return _trimmed(list(objects[0].subtree)), objects[0]
    for function in ("to", "object", "of", "with"):
        for head in clause.heads(function):
            if head.i > clause.predicate.i or clause.passive:
                inner = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
                if inner is not None and head.lemma_.lower() in {
                    "plan",
                    "intention",
                    "pledge",
                    "commitment",
                    "decision",
                    "determination",
                    "readiness",
                }:
                    return _trimmed([t for t in inner.subtree if t.i >= inner.i]), inner
                return _trimmed(list(head.subtree)), head
    return None, None


def _trimmed(words: list[Token]) -> Span | None:
    words = sorted(words, key=lambda t: t.i)
    cut = next((i for i, t in enumerate(words) if t.lower_ in _ENDS and i > 1), len(words))
    words = words[:cut]
    while words and (words[0].is_punct or (words[0].lower_ in {"that", "to"} and words[0].pos_ != "ADP")):
        words = words[1:]
    while words and (words[-1].is_punct or words[-1].pos_ in {"CCONJ", "PRON", "DET"}):
        words = words[:-1]
    return token_span(words[0], words[-1]) if len(words) >= 2 or (words and words[0].pos_ == "VERB") else None


def _again(clause: Clause) -> bool:
    words = (
        {clause.lemma}
        | ({clause.light.lemma_.lower()} if clause.light is not None else set())
        | {clause.predicate.head.lemma_.lower()}
    )
    return bool(
        words
        & {
            "reaffirm",
            "reiterate",
            "repeat",
            "renew",
            "confirm",
            "underscore",
            "underline",
            "restate",
            "emphasize",
            "emphasise",
        }
    )


def _amount(text: str, offset: int) -> Amount | None:
    """Give the promise's amount: money first, then a share of output, then a counted thing."""
    found = find_amounts(text)
    best = (
        next((a for a in found if a.unit not in {"percent"}), None)
        or next(iter(found), None)
        or next(iter(find_quantities(text)), None)
    )
    if best is None:
        return None
    return Amount(
        best.value, best.unit, best.qualifier, best.text, Span(best.span.start + offset, best.span.end + offset)
    )


def _distinct(mentions: list[CommitmentMention]) -> list[CommitmentMention]:
    kept: dict[tuple[str | None, str], CommitmentMention] = {}
    for mention in mentions:
        kept.setdefault((mention.by.entity, mention.content), mention)
    return list(kept.values())

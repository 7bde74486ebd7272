"""Reads agreements: what they are called, between whom, on what, and how far they have come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import noun_clause
from kg.extract.events import Found
from kg.extract.lexicon import Lexicon
from kg.extract.names import Names
from kg.extract.reading import Sentence, key, token_span
from kg.extract.reference import Resolver
from kg.types import AgreementMention, Factuality, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset(
    ["agreement", "arrangement", "deal", "pact", "accord", "treaty", "memorandum", "mou", "protocol", "convention", "communique", "communiqué", "declaration", "charter", "armistice", "ceasefire", "cease-fire", "truce", "compact", "settlement", "framework", "agreements", "accords"]
)
_PAPERS = frozenset({"document", "documents", "paper", "papers", "letter", "contract", "contracts"})
_KINDS = {
    "treaty": "Treaty", "convention": "Treaty", "charter": "Treaty", "protocol": "Treaty", "memorandum": "Memorandum", "mou": "Memorandum",
    "framework": "Framework", "communique": "JointStatement", "communiqué": "JointStatement", "declaration": "JointStatement",
}  # fmt: skip
_STATUS_BY_VERB = {
    **dict.fromkeys(["sign", "ink", "co-sign", "countersign"], "signed"),
    **dict.fromkeys(["initial"], "initialled"),
    **dict.fromkeys(["reach", "strike", "conclude", "seal", "clinch", "forge", "cut", "broker", "finalise", "finalize", "secure", "agree", "hammer", "announce", "hail", "welcome"], "reached"),
    **dict.fromkeys(["ratify", "approve"], "ratified"),
    **dict.fromkeys(["implement", "enforce", "observe", "honour", "honor", "uphold", "violate", "breach", "extend", "renew", "take", "enter", "comply", "abide", "affirm", "reaffirm"], "inForce"),
    **dict.fromkeys(["suspend", "freeze"], "suspended"),
    **dict.fromkeys(["leave", "quit", "exit", "withdraw", "abandon", "scrap", "terminate", "denounce", "abrogate", "cancel", "tear"], "withdrawn"),
    **dict.fromkeys(["reject", "refuse", "rebuff"], "rejected"),
    **dict.fromkeys(["negotiate", "discuss", "draft", "seek", "pursue", "explore"], "negotiating"),
    **dict.fromkeys(["propose", "offer", "suggest", "want", "urge", "demand", "plan", "consider"], "proposed"),
}  # fmt: skip
_PLANNED = frozenset({"planned", "hypothetical"})
_PLAIN = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "any",
        "no",
        "such",
        "its",
        "their",
        "new",
        "final",
        "latest",
        "last",
        "previous",
        "recent",
        "further",
        "another",
    }
)


@dataclass(slots=True)
class AgreementReader:
    """Reads the agreements of one article."""

    lexicon: Lexicon
    resolver: Resolver
    count: int = 0

    def read(self, sentence: Sentence, found: list[Found]) -> list[AgreementMention]:
        """Give the agreements that a sentence names, with what its events say of them."""
        mentions = []
        for token in sentence.tokens:
            if (
                token.lemma_.lower() in _NOUNS | _PAPERS
                and token.pos_ in {"NOUN", "PROPN"}
                and token.dep_ not in {"compound", "amod"}
            ):
                mention = self._mention(token, sentence, found)
                if mention is not None:
                    mentions.append(mention)
        return mentions

    def _mention(self, noun: Token, sentence: Sentence, found: list[Found]) -> AgreementMention | None:
        signing = _event_above(noun, found)
        name = _name(noun, self.resolver.names)
        clause = noun_clause(noun, sentence)
        parties = self._roles("party", clause.heads("possessor", "between", "with", "among", "modifier", "of"), clause)
        signatories: list[Role] = []
        if signing is not None:
            for role in signing.event.roles:
                if role.entity and role.role in {"signatory", "participant", "initiator"}:
                    person = self.resolver.table.drafts[role.entity].kind == "person"
                    (signatories if person else parties).append(
                        Role("signatory" if person else "party", role.span, role.text, role.entity)
                    )
        parties = self._with_states(parties, signatories)
        topics = _topics(noun)
        if noun.lemma_.lower() in _PAPERS and (signing is None or signing.event.type != "Signing"):
            return None
        if not parties and any(c.lower_ in {"bilateral", "mutual", "two-way", "their"} for c in noun.children):
            parties = self._both(noun, sentence)
        if (
            not parties
            and (signing is None or not topics)
            and not any(c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in _STATUS_BY_VERB for c in noun.children)
        ):
            return None
        status, factuality = _status(noun, signing)
        self.count += 1
        return AgreementMention(
            id=f"ag{self.count}", name=name, kind=_KINDS.get(noun.lemma_.lower(), "Agreement"), parties=tuple(parties), signatories=tuple(signatories),
            topics=tuple(topics), status=status, factuality=factuality, date=signing.event.date if signing is not None and status in {"signed", "reached", "initialled"} else None,
            attribution=signing.event.attribution if signing is not None else None, evidence=sentence.span, confidence=0.8 if signing is not None else 0.65,
            event=signing.event.id if signing is not None and signing.event.type == "Signing" else None,
        )  # fmt: skip

    def _both(self, noun: Token, sentence: Sentence) -> list[Role]:
        """Take the two states that the article is about as those of a *bilateral* agreement."""
        span = token_span(noun)
        return [Role("party", span, noun.text, e) for e in self.resolver.pair(sentence)]

    def _roles(self, role: str, heads: list[Token], clause) -> list[Role]:  # type: ignore[no-untyped-def]
        found: dict[str, Role] = {}
        for head in heads:
            for referent in self.resolver.referents(head, clause.sentence):
                if (
                    self.resolver.table.drafts[referent.entity].kind in {"state", "organisation", "group"}
                    and referent.direct
                ):
                    found.setdefault(referent.entity, Role(role, referent.span, referent.text, referent.entity))
        return list(found.values())

    def _with_states(self, parties: list[Role], signatories: list[Role]) -> list[Role]:
        """Add the states for which persons sign."""
        found = {p.entity: p for p in parties}
        for signatory in signatories:
            country = self.resolver.table.drafts[signatory.entity or ""].country
            if country in self.resolver.table.gazetteer.states:
                state = self.resolver.table.state(country)
                found.setdefault(state.id, Role("party", signatory.span, signatory.text, state.id))
        return list(found.values())


def _event_above(noun: Token, found: list[Found]) -> Found | None:
    """Find the event whose object or complement the agreement is."""
    by_key = {key(f.clause.predicate): f for f in found} | {
        key(f.clause.light): f for f in found if f.clause.light is not None
    }
    token = noun
    for _ in range(4):
        if token.dep_ in {"acl", "relcl"} or token.head == token:
            break
        token = token.head
        if key(token) in by_key and by_key[key(token)].event.type in {
            "Signing",
            "Understanding",
            "Ratification",
            "Vote",
            "Ceasefire",
            "Downgrade",
            "Mediation",
            "Cancellation",
            "Negotiation",
        }:
            return by_key[key(token)]
    for child in noun.children:
        if (
            child.dep_ in {"acl", "relcl"}
            and key(child) in by_key
            and by_key[key(child)].event.type in {"Signing", "Understanding"}
        ):
            return by_key[key(child)]
    return None


def _status(noun: Token, signing: Found | None) -> tuple[str, Factuality]:
    verb = (
        signing.clause.predicate if signing is not None else noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    )
    lemma = verb.lemma_.lower() if verb is not None else ""
    status = _STATUS_BY_VERB.get(lemma, "reached")
    words = {c.lower_ for c in noun.children}
    participle = next(
        (c.lemma_.lower() for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in _STATUS_BY_VERB),
        None,
    )
    if participle is not None:
        status = _STATUS_BY_VERB[participle]
    if words & {"proposed", "possible", "potential", "draft", "planned", "future", "provisional", "tentative"}:
        return "proposed", "hypothetical" if words & {"possible", "potential"} else "planned"
    factuality: Factuality = signing.event.factuality if signing is not None else "actual"
    if factuality in _PLANNED and status in {"signed", "reached", "ratified"}:
        status = "proposed"
    return status, factuality


def _name(noun: Token, names: Names) -> str:
    """Give the name of the agreement: its words without articles, up to a relative clause."""
    words = [
        t
        for c in noun.children
        if c.i < noun.i and c.dep_ in {"compound", "amod", "nmod", "nummod", "poss", "punct"}
        for t in c.subtree
    ]
    words.append(noun)
    for child in noun.children:
        if (
            child.dep_ == "prep"
            and child.lower_ in {"on", "of", "for", "between", "over", "with", "concerning", "regarding"}
            and child.i > noun.i
        ):
            tail = [t for t in child.subtree if t.i < noun.i + 14]
            words += tail
    words = sorted({t.i: t for t in words}.values(), key=lambda t: t.i)
    while len(words) > 1 and (words[0].lower_ in _PLAIN or words[0].is_punct or words[0].text in {"'s", "’s"}):
        words = words[1:]
    while len(words) > 1 and (words[-1].is_punct or words[-1].pos_ in {"ADP", "CCONJ", "DET"}):
        words = words[:-1]
    return " ".join(str(noun.doc[words[0].i : words[-1].i + 1].text).split())


def _topics(noun: Token) -> list[Role]:
    found = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"on", "for", "concerning", "regarding", "about", "over"}:
            for object_ in (
                t for t in child.subtree if t.dep_ in {"pobj", "conj", "dobj"} and t.pos_ in {"NOUN", "PROPN"}
            ):
                words = [object_, *[c for c in object_.children if c.dep_ in {"compound", "amod"} and c.i < object_.i]]
                words.sort(key=lambda t: t.i)
                found.append(
                    Role("topic", token_span(words[0], words[-1]), str(noun.doc[words[0].i : words[-1].i + 1].text))
                )
        elif child.dep_ in {"acl", "relcl"} and child.tag_ == "VB":
            for object_ in (t for t in child.children if t.dep_ == "dobj"):
                words = [object_, *[c for c in object_.children if c.dep_ in {"compound", "amod"} and c.i < object_.i]]
                words.sort(key=lambda t: t.i)
                found.append(
                    Role("topic", token_span(words[0], words[-1]), str(noun.doc[words[0].i : words[-1].i + 1].text))
                )
        elif child.dep_ in {"compound", "amod"} and child.pos_ == "NOUN":
            words = sorted([child, *[c for c in child.children if c.dep_ in {"compound", "amod"}]], key=lambda t: t.i)
            found.append(
                Role("topic", token_span(words[0], words[-1]), str(noun.doc[words[0].i : words[-1].i + 1].text))
            )
    return found[:4]

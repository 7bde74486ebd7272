"""Reads agreements: what they are called, between whom, on what, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause, noun_clause
from kg.extract.found import Found
from kg.extract.phrases import is_definite
from kg.extract.reading import Sentence, key, text_between, token_span
from kg.extract.reference import Resolver
from kg.extract.words import word_class
from kg.types import AgreementMention, EntityKind, Factuality, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = word_class(
    "agreement arrangement deal pact accord treaty memorandum mou protocol convention communique communiqué "
    "declaration charter armistice ceasefire cease-fire truce compact settlement framework agreements accords"
)
_PAPERS = word_class("document documents paper papers letter contract contracts")
"""Texts that are agreements only when they are signed."""
_AGREEMENTS = _NOUNS | _PAPERS
_KINDS = {
    **dict.fromkeys(("treaty", "convention", "charter", "protocol"), "Treaty"),
    **dict.fromkeys(("memorandum", "mou"), "Memorandum"),
    **dict.fromkeys(("communique", "communiqué", "declaration"), "JointStatement"),
    "framework": "Framework",
}
_STATUS_BY_VERB = {
    verb: status
    for status, verbs in (
        ("signed", "sign ink co-sign countersign"),
        ("initialled", "initial"),
        (
            "reached",
            "reach strike conclude seal clinch forge cut broker finalise finalize secure agree hammer announce",
        ),
        ("reached", "hail welcome"),
        ("ratified", "ratify approve"),
        (
            "inForce",
            "implement enforce observe honour honor uphold violate breach extend renew take enter comply abide",
        ),
        ("inForce", "affirm reaffirm"),
        ("suspended", "suspend freeze"),
        ("withdrawn", "leave quit exit withdraw abandon scrap terminate denounce abrogate cancel tear"),
        ("rejected", "reject refuse rebuff"),
        ("negotiating", "negotiate discuss draft seek pursue explore"),
        ("proposed", "propose offer suggest want urge demand plan consider"),
    )
    for verb in verbs.split()
}
_DATED = word_class("signed reached initialled")
_OPEN_UNTIL_DONE = word_class("signed reached ratified")
_UNFINISHED = word_class("proposed possible potential draft planned future provisional tentative")
_TYPES_ABOVE = word_class(
    "Signing Understanding Ratification Vote Ceasefire Downgrade Mediation Cancellation Negotiation"
)
_TYPES_BELOW = frozenset({"Signing", "Understanding"})
_SIGNING_ROLES = word_class("signatory participant initiator")
_MUTUAL = word_class("bilateral mutual two-way their")
_PARTIES: frozenset[EntityKind] = frozenset({"state", "organisation", "group"})
_PARTY_FUNCTIONS = ("possessor", "between", "with", "among", "modifier", "of")
_PLAIN = word_class(
    "the a an this that any no such its their new final latest last previous recent further another 's ’s"
)
_NO_TOPICS = _AGREEMENTS | word_class("day week month year hour")
"""What a *framework agreement* and a *90-day truce* are not about."""
_NAME_BEFORE = word_class("compound amod nmod nummod poss punct")
_NAME_AFTER = word_class("on of for between over with concerning regarding")
_LONGEST_TAIL = 14
_ABOUT = word_class("on for concerning regarding about over")
_MOST_TOPICS = 4


@dataclass(slots=True)
class AgreementReader:
    """Reads the agreements of one article."""

    resolver: Resolver
    count: int = 0

    def read(self, sentence: Sentence, found: Sequence[Found]) -> list[AgreementMention]:
        """Give the agreements that a sentence names, with what its events say of them."""
        nouns = [
            t
            for t in sentence.tokens
            if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "amod"} and t.lemma_.lower() in _AGREEMENTS
        ]
        mentions = [self._mention(noun, sentence, _event_of(noun, found)) for noun in nouns]
        return [m for m in mentions if m is not None]

    def _mention(self, noun: Token, sentence: Sentence, told: Found | None) -> AgreementMention | None:
        parties, signatories = self._sides(noun, sentence, told)
        topics = _topics(noun)
        signed = told is not None and told.event.type == "Signing"
        if noun.lemma_.lower() in _PAPERS and not signed:
            return None
        if not parties and any(c.lower_ in _MUTUAL for c in noun.children):
            parties = self._both(noun, sentence)
        if not parties and not (told is not None and topics) and _participle(noun) is None and not _is_particular(noun):
            return None
        status, factuality = _status(noun, told)
        event = told.event if told is not None else None
        self.count += 1
        return AgreementMention(
            id=f"ag{self.count}",
            name=_name(noun),
            kind=_KINDS.get(noun.lemma_.lower(), "Agreement"),
            parties=tuple(parties),
            signatories=tuple(signatories),
            topics=tuple(topics),
            status=status,
            factuality=factuality,
            date=event.date if event is not None and status in _DATED else None,
            attribution=event.attribution if event is not None else None,
            evidence=sentence.span,
            confidence=0.8 if event is not None else 0.65,
            event=event.id if event is not None and signed else None,
        )

    # ------------------------------------------------------------ who
    def _sides(self, noun: Token, sentence: Sentence, told: Found | None) -> tuple[list[Role], list[Role]]:
        """Give parties and signatories: those the noun itself names, then who acts in the event."""
        parties = self._named_parties(noun_clause(noun, sentence))
        signatories: list[Role] = []
        for role in told.event.roles if told is not None else ():
            if role.entity and role.role in _SIGNING_ROLES:
                if self.resolver.table.kind(role.entity) == "person":
                    signatories.append(Role("signatory", role.span, role.text, role.entity))
                else:
                    parties.append(Role("party", role.span, role.text, role.entity))
        return self._with_states(parties, signatories), signatories

    def _named_parties(self, clause: Clause) -> list[Role]:
        found: dict[str, Role] = {}
        for referent in self.resolver.all_referents(clause.heads(*_PARTY_FUNCTIONS), clause.sentence):
            if referent.direct and self.resolver.table.kind(referent.entity) in _PARTIES:
                found.setdefault(referent.entity, Role("party", referent.span, referent.text, referent.entity))
        return list(found.values())

    def _both(self, noun: Token, sentence: Sentence) -> list[Role]:
        """Take the two states that the article is about as those of a *bilateral* agreement."""
        span = token_span(noun)
        return [Role("party", span, noun.text, e) for e in self.resolver.pair(sentence)]

    def _with_states(self, parties: Iterable[Role], signatories: Iterable[Role]) -> list[Role]:
        """Give each party once, and the states for which persons sign."""
        found = {party.entity: party for party in parties}
        for signatory in signatories:
            state = self.resolver.table.state_of(signatory.entity) if signatory.entity else None
            if state is not None:
                found.setdefault(state.id, Role("party", signatory.span, signatory.text, state.id))
        return list(found.values())


def _is_particular(noun: Token) -> bool:
    """Tell an agreement known by a name, a year or its subject: *the Accra Accord*, *the 2018 energy deal*."""
    before = [c for c in noun.children if c.i < noun.i]
    named = noun.pos_ == "PROPN" and any(c.dep_ == "compound" for c in before)
    subject = any(c.dep_ == "compound" and c.pos_ in {"NOUN", "PROPN"} for c in before) and is_definite(noun)
    return (
        named or subject or any(c.dep_ in {"nummod", "amod"} and c.text.isdigit() and len(c.text) == 4 for c in before)
    )


# ---------------------------------------------------------------- the event that tells of it
def _event_of(noun: Token, found: Sequence[Found]) -> Found | None:
    """Find the event whose object or complement the agreement is, or that a participle on it tells."""
    by_key = {key(f.clause.predicate): f for f in found} | {
        key(f.clause.light): f for f in found if f.clause.light is not None
    }
    token = noun
    for _ in range(4):
        if token.dep_ in {"acl", "relcl"} or token.head == token:
            break
        token = token.head
        above = by_key.get(key(token))
        if above is not None and above.event.type in _TYPES_ABOVE:
            return above
    below = [by_key.get(key(c)) for c in noun.children if c.dep_ in {"acl", "relcl"}]
    return next((f for f in below if f is not None and f.event.type in _TYPES_BELOW), None)


def _participle(noun: Token) -> str | None:
    """Give the verb of *the treaty signed in Oslo*, *the truce that they renewed*, where it tells a status."""
    lemmas = [c.lemma_.lower() for c in noun.children if c.dep_ in {"acl", "relcl"}]
    return next((lemma for lemma in lemmas if lemma in _STATUS_BY_VERB), None)


def _status(noun: Token, told: Found | None) -> tuple[str, Factuality]:
    words = {c.lower_ for c in noun.children}
    if words & _UNFINISHED:
        return "proposed", "hypothetical" if words & {"possible", "potential"} else "planned"
    if told is not None:
        lemma = told.clause.predicate.lemma_.lower()
    else:
        lemma = noun.head.lemma_.lower() if noun.dep_ in {"dobj", "nsubjpass"} else ""
    status = _STATUS_BY_VERB.get(_participle(noun) or lemma, "reached")
    factuality: Factuality = told.event.factuality if told is not None else "actual"
    if factuality in {"planned", "hypothetical"} and status in _OPEN_UNTIL_DONE:
        status = "proposed"
    return status, factuality


# ---------------------------------------------------------------- words
def _name(noun: Token) -> str:
    """Give the name of the agreement: its words without articles, up to a relative clause."""
    found = {noun}
    for child in noun.children:
        if child.i < noun.i and child.dep_ in _NAME_BEFORE:
            found.update(child.subtree)
        elif child.i > noun.i and child.dep_ == "prep" and child.lower_ in _NAME_AFTER and not _is_date(child):
            found.update(t for t in child.subtree if t.i < noun.i + _LONGEST_TAIL)
    words = sorted(found, key=lambda t: t.i)
    while len(words) > 1 and (words[0].lower_ in _PLAIN or words[0].is_punct):
        words = words[1:]
    while len(words) > 1 and (words[-1].is_punct or words[-1].pos_ in {"ADP", "CCONJ", "DET"}):
        words = words[:-1]
    return text_between(words[0], words[-1])


def _topics(noun: Token) -> list[Role]:
    """Give what it is about: *a deal on fish*, *a pact to cut tariffs*, *a trade agreement*."""
    found = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            nouns = [t for t in child.subtree if t.dep_ in {"pobj", "conj", "dobj"} and t.pos_ in {"NOUN", "PROPN"}]
            found += [_topic(t) for t in nouns if t.ent_type_ != "DATE" and t.head.lower_ not in {"in", "at"}]
        elif child.dep_ in {"acl", "relcl"} and child.tag_ == "VB":
            found += [_topic(t) for t in child.children if t.dep_ == "dobj"]
        elif child.dep_ in {"compound", "amod"} and child.pos_ == "NOUN" and child.lemma_.lower() not in _NO_TOPICS:
            found.append(_topic(child))
    return found[:_MOST_TOPICS]


def _is_date(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in preposition.children)


def _topic(head: Token) -> Role:
    before = [c for c in head.children if c.dep_ in {"compound", "amod"} and c.i < head.i]
    first = before[0] if before else head
    return Role("topic", token_span(first, head), str(head.doc[first.i : head.i + 1].text))

"""Reads agreements: what they are called, between whom, on what, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.agreement_names import (
    agreement_name,
    agreement_nouns,
    is_paper,
    is_particular,
    lemma,
    subjects,
    topics_of,
)
from kg.extract.clauses import noun_clause, verb_clause
from kg.extract.found import Found
from kg.extract.reading import Sentence, key, token_span
from kg.extract.reference import Referent, Resolver
from kg.extract.words import PERSON_GROUPS, STATE_GROUPS, word_class
from kg.types import AgreementMention, EntityKind, Factuality, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

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
_WISHES = word_class("condition need call appeal hope chance prospect demand importance urgency push bid desire")
_TALKS = word_class("talk talks negotiation discussion consultation round meeting dialogue")
_ON = word_class("on about over towards toward")
_MUTUAL = word_class("bilateral mutual two-way intergovernmental their")
_BINDS = word_class("implement observe honour honor uphold violate breach respect ratify abrogate denounce")
"""Verbs whose subject is bound by the agreement that is their object."""
_ORGANS = word_class("parliament legislature congress senate assembly lawmakers cabinet deputies mps senators")
_MANY = STATE_GROUPS | PERSON_GROUPS
_PARTIES: frozenset[EntityKind] = frozenset({"state", "organisation", "group"})
_PARTY_FUNCTIONS = ("possessor", "between", "with", "among", "of")


@dataclass(slots=True)
class AgreementReader:
    """Reads the agreements of one article."""

    resolver: Resolver
    count: int = 0

    def read(self, sentence: Sentence, found: Sequence[Found]) -> list[AgreementMention]:
        """Give the agreements that a sentence names, with what its events say of them."""
        mentions: list[AgreementMention] = []
        for noun in agreement_nouns(sentence):
            mentions += self._mentions(noun, sentence, _event_of(noun, found))
        return mentions

    def _mentions(self, noun: Token, sentence: Sentence, told: Found | None) -> list[AgreementMention]:
        """Give what a noun names: one agreement, or one for each subject of several."""
        parties, signatories = self._sides(noun, sentence, told)
        topics = topics_of(noun)
        signed = told is not None and told.event.type == "Signing"
        if is_paper(noun) and not signed:
            return []
        if not parties and any(c.lower_ in _MUTUAL for c in noun.children):
            parties = self._both(noun, sentence)
        if not parties and not (told is not None and topics) and _participle(noun) is None and not is_particular(noun):
            return []
        status, factuality = _status(noun, told)
        event = told.event if told is not None else None
        several: list[tuple[str, tuple[Role, ...]]] = [
            (f"{lemma(noun)} on {each.text}", (each,)) for each in subjects(noun)
        ]
        return [
            AgreementMention(
                id=self._next_id(),
                name=name,
                kind=_KINDS.get(noun.lemma_.lower(), "Agreement"),
                parties=tuple(parties),
                signatories=tuple(signatories),
                topics=about,
                status=status,
                factuality=factuality,
                date=event.date if event is not None and status in _DATED else None,
                attribution=event.attribution if event is not None else None,
                evidence=sentence.span,
                confidence=0.8 if event is not None else 0.65,
                event=event.id if event is not None and signed else None,
            )
            for name, about in several or [(agreement_name(noun), tuple(topics))]
        ]

    def _next_id(self) -> str:
        self.count += 1
        return f"ag{self.count}"

    # ------------------------------------------------------------ who
    def _sides(self, noun: Token, sentence: Sentence, told: Found | None) -> tuple[list[Role], list[Role]]:
        """Give parties and signatories: those the noun itself names, then who acts in the event."""
        parties = self._named_parties(noun, sentence)
        signatories: list[Role] = []
        for role in told.event.roles if told is not None else ():
            if role.entity and role.role in _SIGNING_ROLES:
                if self.resolver.table.kind(role.entity) == "person":
                    signatories.append(Role("signatory", role.span, role.text, role.entity))
                elif not self._is_unclear(role.entity, role.text) and (party := self._bound_by(role)) is not None:
                    parties.append(party)
        return self._with_states(parties, signatories), signatories

    def _bound_by(self, role: Role) -> Role | None:
        """Give whom an act binds: of a parliament, its state."""
        if role.text.lower().split()[-1] not in _ORGANS:
            return Role("party", role.span, role.text, role.entity)
        state = self.resolver.table.state_of(role.entity) if role.entity else None
        return Role("party", role.span, role.text, state.id) if state is not None else None

    def _named_parties(self, noun: Token, sentence: Sentence) -> list[Role]:
        """Give whom the phrase, what stands beside it or the subject of its verb name as bound by it."""
        beside = [c for c in noun.children if c.dep_ == "appos"]
        found: dict[str, Role] = {}
        for head in (noun, *beside):
            clause = noun_clause(head, sentence)
            named = self.resolver.all_referents(clause.heads(*_PARTY_FUNCTIONS), sentence)
            by_name = self.resolver.all_referents(clause.heads("modifier"), sentence)
            for referent in [*named, *(r for r in by_name if self._is_known(r))]:
                self._put_party(found, referent)
        if not found:
            for referent in self.resolver.all_referents(_bound(noun, sentence), sentence):
                self._put_party(found, referent)
        return list(found.values())

    def _put_party(self, found: dict[str, Role], referent: Referent) -> None:
        fits = referent.direct and self.resolver.table.kind(referent.entity) in _PARTIES
        if fits and not self._is_unclear(referent.entity, referent.text):
            found.setdefault(referent.entity, referent.in_role("party"))

    def _is_known(self, referent: Referent) -> bool:
        """Tell a state or an organisation of the gazetteer from the town that an agreement is named after."""
        return self.resolver.table.drafts[referent.entity].entry is not None

    def _is_unclear(self, entity: str, text: str) -> bool:
        """Tell *the two governments* and *both sides* where nothing says which."""
        return self.resolver.table.kind(entity) == "group" and text.lower().rpartition(" ")[2] in _MANY

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


def _bound(noun: Token, sentence: Sentence) -> list[Token]:
    """Give the subject of a verb that only a party can be the subject of: *Chad honoured the truce*."""
    if noun.dep_ != "dobj" or noun.head.lemma_.lower() not in _BINDS:
        return []
    return verb_clause(noun.head, sentence).heads("subject")


# ---------------------------------------------------------------- the event that tells of it
def _event_of(noun: Token, found: Sequence[Found]) -> Found | None:
    """Find the event whose object or complement the agreement is, or that a participle on it tells."""
    by_key = {key(f.clause.predicate): f for f in found} | {
        key(f.clause.light): f for f in found if f.clause.light is not None
    }
    token = noun
    for _ in range(4):
        if token.dep_ in {"acl", "relcl"} or token.head == token or token.lemma_.lower() in _WISHES:
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


def _is_wished_for(noun: Token) -> bool:
    """Tell what is only asked for: *urged Chad to sign the pact*, *the need for a truce*."""
    above = noun.head
    if noun.dep_ == "pobj":
        return above.lower_ == "for" and above.head.lemma_.lower() in _WISHES
    return noun.dep_ == "dobj" and above.tag_ == "VB" and any(c.tag_ == "TO" for c in above.children)


def _status(noun: Token, told: Found | None) -> tuple[str, Factuality]:
    words = {c.lower_ for c in noun.children}
    if told is None and _is_wished_for(noun):
        return "proposed", "hypothetical"
    if noun.dep_ == "pobj" and noun.head.lower_ in _ON and noun.head.head.lemma_.lower() in _TALKS:
        return "negotiating", "planned"
    if words & _UNFINISHED:
        return "proposed", "hypothetical" if words & {"possible", "potential"} else "planned"
    if told is not None:
        lemma = told.clause.predicate.lemma_.lower()
    else:
        lemma = noun.head.lemma_.lower() if noun.dep_ in {"dobj", "nsubjpass"} else ""
    status = _STATUS_BY_VERB.get(_participle(noun) or lemma, "reached")
    factuality: Factuality = told.event.factuality if told is not None else "actual"
    if factuality != "actual" and status in _OPEN_UNTIL_DONE:
        status = "proposed"
    return status, factuality

"""Tells whom a phrase refers to: names, pronouns, titles standing alone, groups and bodies of a state.

Works left to right over the sentences; :class:`Resolver` remembers who was mentioned, in which role, and answers
for one head token at a time. It fails empty: no referent is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.definites import Definites
from kg.extract.entities import EntityTable
from kg.extract.groups import Groups, coordinated, is_group
from kg.extract.memory import Memory
from kg.extract.names import Name, Names
from kg.extract.offices import Offices
from kg.extract.phrases import conjuncts, is_definite, known_as, phrase_span, phrase_text, whose
from kg.extract.pronouns import THEY, Pronouns, Voice, bound_by, listed
from kg.extract.reading import Sentence, key, token_span
from kg.extract.rosters import rosters
from kg.extract.words import AGENT_GROUPS, COLLECTIVES, COMPANIES, OFFICE_HEADS, PLACE_NOUNS, STATE_ORGANS, word_class
from kg.types import EntityKind, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.localities import Report

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = word_class("nsubj nsubjpass dobj pobj dative")
_SET_IN = word_class("relcl advcl acl pcomp")
_NEAR = 3
"""Sentences back at which those who acted together are still meant where nobody is named."""
_OWNING = word_class("compound amod nmod poss")
_BELONGING = word_class("of from by for")
_BODIES: frozenset[EntityKind] = frozenset({"state", "organisation"})
_OWNERS_OF_GROUPS: frozenset[EntityKind] = frozenset({"state", "organisation", "person"})
_GOVERNMENTS = word_class("administration government team cabinet")
"""What belongs to a person, and yet stands for the state: *the Ivanov administration*."""
_DEPARTMENTS = word_class("minister envoy ambassador diplomat negotiator adviser official representative delegation")
_OTHERS_OF_PERSON = word_class("partners allies supporters critics opponents rivals friends")
"""Who is with or against somebody, and not he."""
_WITHIN_STATES = word_class("parties factions")
_FORCES = word_class("army troops forces soldiers military navy marines warships")
"""What a leader is said to have, and what is the state's: *his army*."""
_COUNTRIES = word_class("country nation state republic kingdom island")
_RULING = word_class("government regime junta")
_ORGANS = STATE_ORGANS | OFFICE_HEADS
_OWNED_HOUSES = word_class("embassy headquarters headquarter")
"""Houses that belong to somebody elsewhere: *Chad's embassy in Lima*."""
_POSSESSORS = _ORGANS | {"country", "nation"}
_BELONGED_TO = _ORGANS | {"country"}


@dataclass(frozen=True, slots=True)
class Referent:
    """One entity that a phrase refers to, and the words that do so.

    ``direct`` is False where the phrase names something of the entity (*Chad's decision*).
    """

    span: Span
    text: str
    entity: str
    direct: bool = True

    def in_role(self, role: str) -> Role:
        """Let the entity play a role of an event."""
        return Role(role, self.span, self.text, self.entity)


@dataclass(slots=True)
class Resolver:
    """Resolves the phrases of one article; ``voice`` is told who speaks as the quotations are read."""

    names: Names
    table: EntityTable
    voice: Voice = field(default_factory=Voice)
    report: Report | None = None
    """From where the article reports, where it says so."""
    offices: Offices = field(init=False)
    _memory: Memory = field(init=False)
    _groups: Groups = field(init=False)
    _definites: Definites = field(init=False)
    _pronouns: Pronouns = field(init=False)
    _rosters: dict[int, tuple[Name, ...]] = field(init=False)
    _owned: dict[str, list[str]] = field(default_factory=dict)
    """Whose *the army* and *the regime* are, by the word: that of who was first told to have one."""
    _cache: dict[int, tuple[Referent, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let all parts share one memory."""
        self._memory = Memory(self.table)
        self._rosters = rosters(self.names)
        self.offices = Offices(self._memory)
        self._groups = Groups(self._memory)
        self._definites = Definites(self._memory)
        self._pronouns = Pronouns(self._memory, self.names, self.voice)

    def speak_for(self, issuer: str | None) -> None:
        """Take an official text as the words of a state, given by its entity."""
        self.voice.issuer = issuer
        self.offices.home = (self.table.drafts[issuer].country or "") if issuer is not None else ""

    # ------------------------------------------------------------ reading on
    def enter(self, sentence: Sentence) -> None:
        """Remember who is told of in a sentence; call in order, before resolving its phrases."""
        for token in sentence.tokens:
            name = self.names.entity_at(token)
            if name is not None and token.i == name.first.i:
                self._memory.see(name.entity, sentence, token, subject=_is_main_subject(name.head))
                self._definites.remember(name)
        for token in sentence.tokens:
            self._enter_group(token, sentence)

    def _enter_group(self, token: Token, sentence: Sentence) -> None:
        group = coordinated(token, self.names)
        if len(group) >= 2:
            self._memory.see_together(sentence, group, subject=token.dep_ in _SUBJECTS)
        elif token.pos_ in {"NOUN", "PROPN"}:
            if token.dep_ not in {"conj", "appos"} and len(conjuncts(token)) > 1:
                self.referents(token, sentence)
        elif token.pos_ == "VERB":
            # the parser may take the conjuncts for two subjects
            subjects = [c for c in token.children if c.dep_ == "nsubj"]
            if len(subjects) > 1:
                entities = [r.entity for s in subjects for r in self.referents(s, sentence) if r.direct]
                self._memory.see_together(sentence, tuple(dict.fromkeys(entities)), subject=True)

    # ------------------------------------------------------------ asking
    def referents(self, head: Token, sentence: Sentence) -> list[Referent]:
        """Give all entities that the phrase under a head token refers to, its conjuncts included."""
        found: dict[str, Referent] = {}
        for token in conjuncts(head):
            for referent in self._one(token, sentence):
                found.setdefault(referent.entity, referent)
            for member in self._rosters.get(key(token), ()):
                found.setdefault(member.entity, _referent(member))
        together = tuple(r.entity for r in found.values() if r.direct)
        self._memory.see_together(sentence, together, subject=head.dep_ in _SUBJECTS)
        return list(found.values())

    def all_referents(self, heads: Iterable[Token], sentence: Sentence) -> list[Referent]:
        """Give the entities of several phrases, in order."""
        return [r for head in heads for r in self.referents(head, sentence)]

    def pair(self, sentence: Sentence) -> list[str]:
        """Give the two states that the article is about, if it is about two."""
        return self._groups.pair(sentence)

    def met(self, entities: tuple[str, ...], sentence: Sentence, *, held: bool) -> None:
        """Remember those who meet as told of together; who is still to be met is easily named in passing."""
        self._memory.see_together(sentence, entities, subject=held)

    def together(self, token: Token, sentence: Sentence) -> list[str]:
        """Give those who were told of together right before a word, empty where nobody was."""
        group = self._memory.latest_group(sentence, token)
        if group is None or not group.subject or sentence.index - group.sentence > _NEAR:
            return []
        return list(group.entities) if self._memory.is_latest(group, token) else []

    def _one(self, token: Token, sentence: Sentence) -> tuple[Referent, ...]:
        place = key(token)
        if place not in self._cache:
            self._cache[place] = tuple(self._resolve(token, sentence))
        return self._cache[place]

    def _resolve(self, token: Token, sentence: Sentence) -> list[Referent]:
        name = self.names.entity_at(token)
        if name is not None:
            return [_referent(name)]
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"} or token.lower_ in THEY:
            return [Referent(token_span(token), token.text, e) for e in self._pronoun(token, sentence)]
        if token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "DET"}:
            return self._noun(token, sentence)
        return []

    def _pronoun(self, token: Token, sentence: Sentence) -> list[str]:
        people = _people_before(token, sentence) if token.lower_ in {"they", "them"} else None
        if people is not None and self.names.at(people) is None:
            return [r.entity for r in self.referents(people, sentence) if r.direct]
        binder = bound_by(token)
        parallel = self.referents(binder, sentence) if binder is not None else []
        return self._pronouns.entities(token, sentence, [r.entity for r in parallel if r.direct])

    # ------------------------------------------------------------ nouns
    def _noun(self, token: Token, sentence: Sentence) -> list[Referent]:
        appositive = self._apposed(token)
        if appositive is not None:
            return [appositive]
        owners = self.owners(token, sentence)
        entities = self._meant(token, sentence, [o.entity for o in owners])
        if entities:
            span, text = phrase_span(token), phrase_text(token)
            return [Referent(span, text, e) for e in dict.fromkeys(entities)]
        lower = token.lower_.rstrip(".")
        plural = token.tag_ in {"NNS", "NNPS"} and lower in AGENT_GROUPS
        if plural or (token.tag_ == "NN" and lower in COLLECTIVES):
            group = self.nameless(token)
            states = {self.table.drafts[o.entity].country for o in owners if self.table.kind(o.entity) == "state"}
            if len(states) == 1 and not group.text.islower():
                self.table.drafts[group.entity].country = next(iter(states))  # *Korean firms*
            return [group]
        return [Referent(o.span, o.text, o.entity, direct=False) for o in owners]

    def _meant(self, token: Token, sentence: Sentence, owners: list[str]) -> list[str]:
        """Give the entities that a common noun stands for, given whom it belongs to."""
        lower = token.lower_.rstrip(".")
        if is_group(token) and (members := self._members(token, sentence, owners)):
            return members
        if lower in _GOVERNMENTS and owners:
            return [self._state_for(e) for e in owners]
        if not owners and len(holders := self.offices.holders(token)) >= 2:
            return self._pronouns.issuing(holders) or holders
        if (other := self._definites.other(token, owners, sentence)) is not None:
            return [other]
        if not owners and (body := self._definites.body(token, sentence)) is not None:
            return [body]
        if lower in OFFICE_HEADS and (holder := self.offices.holder(token, sentence, owners)) is not None:
            return [holder]
        if (lower in _ORGANS or lower == "members") and (
            bodies := [e for e in owners if self.table.kind(e) in _BODIES]
        ):
            if lower in _RULING | _FORCES:
                self._owned.setdefault(lower, bodies)
            return bodies
        if lower in _FORCES and (states := [s.id for e in owners if (s := self.table.state_of(e)) is not None]):
            self._owned.setdefault(lower, states)
            return states
        if lower in _FORCES and not owners and is_definite(token):
            owning = list(self._owned.values())
            return self._owned.get(lower) or (owning[0] if owning and all(o == owning[0] for o in owning) else [])
        if lower in _RULING and token.tag_ == "NN" and is_definite(token):
            main = self._memory.main_state(sentence, token) if lower == "government" else None
            return self._owned.get(lower) or listed(main)
        if lower in _COUNTRIES and token.tag_ == "NN" and is_definite(token):
            return listed(self._memory.latest_of_kind(frozenset({"state"}), sentence, token))
        if not owners and (called := self._definites.called(token)) is not None:
            return [called]
        return []

    def _members(self, token: Token, sentence: Sentence, owners: list[str]) -> list[str]:
        own = [e for e in owners if self.table.kind(e) in _OWNERS_OF_GROUPS]
        within = token.lower_ in _WITHIN_STATES and any(c.dep_ == "amod" and self.names.at(c) for c in token.children)
        if within and any(self.table.kind(e) == "state" for e in own):
            return []  # *the Yemeni parties* are those of a quarrel, and not Yemen
        if token.lower_ in _OTHERS_OF_PERSON:
            own = [e for e in own if self.table.kind(e) != "person"]
        if token.lower_.removesuffix("s") in _DEPARTMENTS:
            own = list(dict.fromkeys(self._state_for(e) for e in own))  # *their ministers* are others than themselves
        return own or self._groups.members(token, sentence)

    def _state_for(self, entity: str) -> str:
        state = self.table.state_of(entity) if self.table.kind(entity) == "person" else None
        return state.id if state is not None else entity

    def nameless(self, token: Token) -> Referent:
        """Let a phrase such as *rebels from the north* name a group of its own."""
        text = phrase_text(token)
        draft = self.table.add("group", text)
        draft.aliases.setdefault(text)
        draft.aliases.setdefault(phrase_text(token, counted=True))
        return Referent(phrase_span(token), text, draft.id)

    # ------------------------------------------------------------ names around a noun
    def _apposed(self, token: Token) -> Referent | None:
        """Take the name in apposition: *the envoy, X*; for places also what follows *of* or *in*: *the port of X*."""
        place, company = token.lower_ in PLACE_NOUNS - _OWNED_HOUSES, token.lower_ in COMPANIES
        for child in token.children:
            if child.dep_ == "appos":
                inner = [child]
            elif place and child.lower_ in {"of", "in", "at"}:
                inner = [c for c in child.children if c.dep_ == "pobj"]
            else:
                inner = known_as(child)
            for head in inner:
                name = self.names.entity_at(head)
                if name is None:
                    continue
                if (company and name.kind == "organisation") or name.kind == "person":
                    return _referent(name)
                if child.dep_ == "acl" or (place and name.kind in {"place", "state"}):
                    return _referent(name)
        return None

    def owners(self, token: Token, sentence: Sentence) -> list[Referent]:
        """Give the entities a noun belongs to: by demonym, compound, possessive, or *of*, *from*, *by*."""
        found: dict[str, Referent] = {}
        for child in token.children:
            for head in _owning_heads(child):
                name = self.names.entity_at(head)
                if name is not None:
                    found.setdefault(name.entity, _referent(name))
                elif _may_own(head, child):
                    for referent in self._one(head, sentence):
                        found.setdefault(referent.entity, referent)
        return list(found.values())


def _people_before(token: Token, sentence: Sentence) -> Token | None:
    """Give the people in the plural whom *they* means in its own sentence: *the generals have lost, and they know it*.

    Who is told something is not meant: *told reporters that they would sign*.
    """
    above = set(token.ancestors)
    for i in range(token.i - 1, sentence.start - 1, -1):
        noun = token.doc[i]
        if noun.ent_type_ in {"PERSON", "GPE"} and noun.pos_ == "PROPN":
            return None
        plural = noun.tag_ in {"NNS", "NNPS"} and (
            noun.lower_ in AGENT_GROUPS or noun.lower_.removesuffix("s") in OFFICE_HEADS
        )
        if plural and noun.dep_ in _ARGUMENTS and (noun in above or noun.head not in above):
            return noun
        if plural and noun.dep_ in _SUBJECTS:
            return noun
    return None


def _is_main_subject(head: Token) -> bool:
    """Tell whom a sentence is about: not those who only act in a clause set into it."""
    if head.dep_ == "appos":
        head = head.head  # *an official, X, said*
    return head.dep_ in _SUBJECTS and head.head.dep_ not in _SET_IN


def _referent(name: Name) -> Referent:
    return Referent(name.span, name.text, name.entity)


def _owning_heads(child: Token) -> list[Token]:
    if child.tag_ == "WP$":
        owner = whose(child)
        return [owner] if owner is not None else []
    if child.dep_ in _OWNING:
        return [child, *_joined(child)]
    if child.dep_ == "prep" and child.lower_ in _BELONGING:
        return [t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c)]
    return []


def _joined(token: Token) -> list[Token]:
    """Give what is joined to a word before a noun, one to the other: *British, French and German*."""
    found = [c for c in token.children if c.dep_ in _OWNING or c.dep_ == "conj"]
    return [*found, *(inner for c in found if c.dep_ == "conj" for inner in _joined(c))]


def _may_own(head: Token, child: Token) -> bool:
    """Tell *its*, *the country's* and *of the government*, which stand for somebody named before."""
    if child.dep_ == "poss":
        return head.tag_ == "PRP$" or head.lower_.rstrip(".") in _POSSESSORS
    return child.dep_ == "prep" and head.pos_ == "NOUN" and head.lower_ in _BELONGED_TO

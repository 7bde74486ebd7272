"""Applies the frames of the lexicon to clauses: which event, who takes part, where and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause, clauses, noun_clause, verb_clause_arguments
from kg.extract.factuality import Stance, reporter_subject, stance
from kg.extract.lexicon import Frame, Lexicon, Test
from kg.extract.reading import Sentence, begin, key, token_span
from kg.extract.reference import Referent, Resolver
from kg.extract.times import Calendar
from kg.extract.topics import topic_roles
from kg.types import Attribution, EventMention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACE_PREPOSITIONS = ("in", "at", "near", "outside", "aboard", "on", "across", "around")
_ACTOR_KINDS = frozenset({"person", "state", "organisation", "group"})
_OCCASIONS = frozenset({"meet", "call", "negotiate"})
_AT_OCCASION = frozenset({"during", "at", "in", "over", "after", "following", "on"})
_WITH_CONTENT = frozenset(
    {
        "Pledging",
        "Understanding",
        "Endorsement",
        "EconomicCooperation",
        "Concession",
        "Sanction",
        "Refusal",
        "Cooperation",
    }
)
_INTO = frozenset({"invest", "investment", "stake", "project", "confidence", "trust", "interest", "spend"})
_ADDRESSED = frozenset({"Pledging", "Request", "Refusal", "Threat", "Endorsement", "Accusation"})
_TOLD = frozenset({"tell", "assure", "inform", "promise", "warn", "remind", "convince"})
_NEEDS_ACTOR = frozenset({"place", "topic"})
# An event told inside these is what they are about, not an event of its own, unless it is a gathering.
_CONTENT_OF = frozenset({"Request", "Pledging", "Understanding", "Threat", "Refusal", "Accusation", "Invitation"})
_MERE_PLANS = frozenset({"plan", "intend", "aim", "seek", "strive", "prepared", "ready", "willing", "want", "hope"})
_STANDS_ALONE = frozenset({"meet", "visit", "call", "sign", "attack", "coerce", "sanction", "negotiate"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event mention with the clause it was read from, for the readers of commitments and agreements."""

    event: EventMention
    clause: Clause
    frame: Frame
    stance: Stance


@dataclass(slots=True)
class EventReader:
    """Reads the events of one article, sentence by sentence."""

    lexicon: Lexicon
    resolver: Resolver
    calendar: Calendar
    count: int = 0

    def read(self, sentence: Sentence) -> list[Found]:
        """Give the events of a sentence, in text order."""
        found: list[Found] = []
        for clause in clauses(sentence, self.lexicon.event_nouns):
            frame = self._frame(clause)
            if frame is not None and not self._light_of_better(clause, sentence):
                event = self._event(clause, frame)
                if event is not None:
                    found.append(event)
        return self._without_content(_without_doubles(found))

    def next_id(self) -> str:
        """Give a fresh id of an event mention."""
        self.count += 1
        return f"ev{self.count}"

    # ------------------------------------------------------------ matching
    def _frame(self, clause: Clause) -> Frame | None:
        part = clause.kind[:1]
        for frame in self.lexicon.frames.get((clause.lemma, part), ()):
            if frame.particle and frame.particle not in {clause.particle, *clause.arguments}:
                continue
            if not frame.particle and clause.particle and clause.particle not in {"up", "out", *clause.arguments}:
                continue
            if all(self._holds(test, clause) for test in frame.tests):
                return frame
        return None

    def _holds(self, test: Test, clause: Clause) -> bool:
        return self._filled(test, clause) is not test.absent

    def _filled(self, test: Test, clause: Clause) -> bool:
        if test.functions == ("light",):
            return clause.light is not None
        heads = clause.heads(*test.functions)
        if test.words:
            return any(_word_in(h, test.words) for h in heads)
        if "joint" in test.kinds:
            return len({r.entity for h in heads for r in self._referents(h, clause) if r.direct}) >= 2
        if test.kinds:
            return any(self._kind(r) in test.kinds for h in heads for r in self._referents(h, clause))
        return bool(heads)

    def _referents(self, head: Token, clause: Clause) -> list[Referent]:
        return self.resolver.referents(head, clause.sentence)

    def _kind(self, referent: Referent) -> str:
        return self.resolver.table.drafts[referent.entity].kind

    def _light_of_better(self, clause: Clause, sentence: Sentence) -> bool:
        """Tell a verb that only carries an event noun, so that one event is not read twice."""
        if clause.kind != "verb":
            return False
        for head in clause.heads("object"):
            if (
                head.pos_ == "NOUN"
                and head.lemma_.lower() in self.lexicon.event_nouns
                and clause.lemma
                in {
                    "hold",
                    "have",
                    "make",
                    "pay",
                    "conduct",
                    "give",
                    "launch",
                    "take",
                    "host",
                    "start",
                    "open",
                    "provide",
                    "offer",
                    "extend",
                    "send",
                    "issue",
                }
            ):
                inner = noun_clause(head, sentence)
                if self._frame(inner) is not None:
                    return True
        return False

    # ------------------------------------------------------------ building
    def _event(self, clause: Clause, frame: Frame) -> Found | None:
        roles = self._roles(clause, frame)
        roles += self._present(clause, frame, roles)
        roles += self.content_roles(clause, frame, roles)
        roles += self._places(clause, roles)
        if not any(r.entity and r.role not in _NEEDS_ACTOR for r in roles):
            gathering = self.lexicon.types[frame.type].family in {"meet", "attack", "coerce", "protest", "appoint"}
            if not (gathering and any(r.role == "place" and r.entity for r in roles)):
                return None
        told = stance(clause, self.lexicon)
        roles += self._hosts(frame, roles)
        roles += self._addressed(told, frame, roles, clause)
        roles += topic_roles(clause, frame, roles, self.resolver.names)
        factuality = frame.factuality or told.factuality
        when = self.calendar.of(clause, factuality)
        factuality = self.calendar.adjusted(factuality, when, clause)
        trigger = token_span(clause.predicate)
        event = EventMention(
            id=self.next_id(), type=self._type(clause, frame, roles), trigger=trigger, roles=tuple(roles), factuality=factuality,
            date=when, attribution=self.attribution(told, clause), evidence=clause.sentence.span,
            confidence=_confidence(clause, frame, roles), frame=frame.id,
        )  # fmt: skip
        return Found(event, clause, frame, told)

    def _type(self, clause: Clause, frame: Frame, roles: list[Role]) -> str:
        """Sharpen what the words leave open: a meeting of two rulers called a summit, a call by telephone."""
        return frame.type

    def _roles(self, clause: Clause, frame: Frame) -> list[Role]:
        found: dict[tuple[str, str], Role] = {}
        used: set[str] = set()
        for mapping in frame.roles:
            if mapping.role == "topic":
                continue
            for head in clause.heads(*mapping.functions):
                if head.pos_ == "VERB" and self.resolver.names.at(head) is None:
                    continue
                for referent in self._referents(head, clause):
                    kind = self._kind(referent)
                    role = mapping.role
                    if role == "place" and kind not in {"place", "state"}:
                        role = "host" if kind == "person" else ""
                    elif role != "place" and kind == "place":
                        role = "place" if role in {"recipient", "host"} else ""
                    elif role == "visitor" and kind not in _ACTOR_KINDS:
                        role = ""
                    if not role or (referent.entity in used and role != "place"):
                        continue
                    if (
                        not referent.direct
                        and role in {"participant", "visitor", "signatory", "host"}
                        and clause.kind == "verb"
                    ):
                        continue
                    used.add(referent.entity)
                    found.setdefault((role, referent.entity), Role(role, referent.span, referent.text, referent.entity))
        return list(found.values())

    def _present(self, clause: Clause, frame: Frame, roles: list[Role]) -> list[Role]:
        """Take who acts at an occasion as present there: *they agreed at talks in Doha*."""
        noun = clause.predicate
        if clause.kind != "noun" or self.lexicon.types[frame.type].family not in _OCCASIONS or roles:
            return []
        if noun.dep_ != "pobj" or noun.head.lower_ not in _AT_OCCASION or noun.head.head.pos_ not in {"VERB", "AUX"}:
            return []
        verbs = [noun.head.head] + ([clause.sentence.tokens.root] if clause.sentence.tokens.root.pos_ == "VERB" else [])
        present: list[Referent] = []
        for verb in verbs:
            if len({r.entity for r in present}) < 2:
                arguments = verb_clause_arguments(verb)
                heads = [*arguments.get("subject", []), *arguments.get("object", []), *arguments.get("with", [])]
                present += [
                    r
                    for h in heads
                    for r in self._referents(h, clause)
                    if r.direct and self._kind(r) in {"person", "state"}
                ]
        return list({r.entity: Role("participant", r.span, r.text, r.entity) for r in present}.values())

    def content_roles(self, clause: Clause, frame: Frame, roles: list[Role]) -> list[Role]:
        """Take whom the content concerns as the other side: *agreed to deepen ties with Oman*."""
        if frame.type not in _WITH_CONTENT or any(r.role == "recipient" for r in roles):
            return []
        acting = {r.entity for r in roles}
        acting |= {
            self.resolver.table.state(c).id
            for r in roles
            if r.entity and (c := self.resolver.table.drafts[r.entity].country) in self.resolver.table.gazetteer.states
        }
        found: dict[str, Role] = {}
        for head in clause.heads("complement", "object", "to", "for", "on", "of"):
            if head.i < clause.predicate.i:
                continue
            for token in head.subtree:
                name = self.resolver.names.at(token)
                if (
                    name is None
                    or token != name.head
                    or not name.entity
                    or name.kind not in _ACTOR_KINDS
                    or name.entity in acting
                    or _aside(token, head, frame.type)
                ):
                    continue
                found.setdefault(name.entity, Role("recipient", name.span, name.text, name.entity))
        return list(found.values())[:5]

    def _addressed(self, told: Stance, frame: Frame, roles: list[Role], clause: Clause) -> list[Role]:
        """Take whom something is promised or asked face to face as the other side: *told the king that Chad would pay*."""
        if told.reporter is None or frame.type not in _ADDRESSED or any(r.role == "recipient" for r in roles):
            return []
        taken = {r.entity for r in roles}
        arguments = verb_clause_arguments(told.reporter)
        heads = (
            [*arguments.get("object", []), *arguments.get("dative", [])]
            if told.reporter.lemma_.lower() in _TOLD
            else []
        )
        found = [
            r
            for h in heads
            for r in self._referents(h, clause)
            if r.direct and r.entity not in taken and self._kind(r) in {"person", "state", "organisation"}
        ]
        return [Role("recipient", r.span, r.text, r.entity) for r in found]

    def _places(self, clause: Clause, roles: Iterable[Role]) -> list[Role]:
        """Find where: a locative phrase of the predicate with a place in it, or of the noun that carries it."""
        taken = {r.entity for r in roles}
        found: list[Role] = []
        heads = clause.heads(*_PLACE_PREPOSITIONS)
        for head in heads:
            for token in [
                head,
                *[t for t in head.subtree if t.dep_ in {"appos", "pobj", "npadvmod", "conj"} and t.i > head.i],
            ][:6]:
                name = self.resolver.names.at(token)
                if name is None or not name.entity or name.kind not in {"place", "state"} or name.entity in taken:
                    continue
                if token != head and token.dep_ == "pobj" and token.head.lower_ not in {*_PLACE_PREPOSITIONS, "of"}:
                    continue
                if name.kind == "state" and name.head.dep_ not in {"pobj", "appos", "conj", "npadvmod"}:
                    continue
                taken.add(name.entity)
                found.append(Role("place", name.span, name.text, name.entity))
        return found

    def _hosts(self, frame: Frame, roles: list[Role]) -> list[Role]:
        """Add what a type implies: a state that is visited is the host; one that is invaded is where it happens."""
        implied = {"Visit": ("place", "host"), "Attack": ("recipient", "place")}.get(frame.type)
        if implied is None:
            return []
        given, added = implied
        if added == "place" and any(r.role == "place" for r in roles):
            return []
        return [
            Role(added, r.span, r.text, r.entity)
            for r in roles
            if r.role == given and r.entity and self.resolver.table.drafts[r.entity].kind == "state"
        ]

    def attribution(self, told: Stance, clause: Clause) -> Attribution | None:
        """Find on whose word it stands: the subject of *said*, or *according to X* anywhere in the sentence."""
        if told.reporter is not None:
            for head in reporter_subject(told.reporter):
                referents = self._referents(head, clause)
                span = (
                    token_span(head.left_edge, told.reporter)
                    if head.i < told.reporter.i
                    else token_span(told.reporter, head)
                )
                text = str(
                    clause.sentence.tokens.doc[
                        min(head.left_edge.i, told.reporter.i) : max(head.i, told.reporter.i) + 1
                    ].text
                )
                return Attribution(text, span, referents[0].entity if referents else None)
        for token in clause.sentence.tokens:
            if token.lower_ == "according" and token.i + 2 < clause.sentence.tokens.end:
                source = next((t for t in token.subtree if t.dep_ == "pobj"), None)
                if source is not None:
                    referents = self._referents(source, clause)
                    last = max(source.subtree, key=lambda t: t.i)
                    return Attribution(
                        str(token.doc[token.i : last.i + 1].text),
                        token_span(token, last),
                        referents[0].entity if referents else None,
                    )
        return None

    # ------------------------------------------------------------ pruning
    def _without_content(self, found: list[Found]) -> list[Found]:
        """Drop what is only the content of a request, promise or agreement told in the same sentence."""
        found = self._without_mere_plans(found)
        carriers = {key(f.clause.light or f.clause.predicate): f for f in found if f.event.type in _CONTENT_OF}
        carriers |= {key(f.clause.predicate): f for f in found if f.event.type in _CONTENT_OF}
        kept = []
        for one in found:
            above = self._carrier(one.clause.light or one.clause.predicate, carriers)
            family = self.lexicon.types[one.event.type].family
            if (
                above is not None
                and above is not one
                and not (
                    family in _STANDS_ALONE
                    and one.event.factuality in {"actual", "planned"}
                    and one.clause.kind == "noun"
                )
            ):
                if not (
                    family in {"meet", "visit"} and one.event.factuality == "planned" and one.event.date is not None
                ):
                    continue
            kept.append(one)
        return kept

    @staticmethod
    def _without_mere_plans(found: list[Found]) -> list[Found]:
        """Drop *plans to* where what is planned is an event that the lexicon knows."""
        inner = {key(f.clause.predicate) for f in found} | {
            key(f.clause.light) for f in found if f.clause.light is not None
        }
        return [f for f in found if not any(key(h) in inner for h in _planned(f))]

    @staticmethod
    def _carrier(token: Token, carriers: dict[int, Found]) -> Found | None:
        for _ in range(6):
            if token.head == token or token.dep_ in {"advcl", "relcl"}:
                return None
            sibling = token.dep_ == "conj"
            token = token.head
            if key(token) in carriers:
                return None if sibling else carriers[key(token)]
        return None


def _planned(found: Found) -> list[Token]:
    """Give what a plan is to do: *plans to visit*, *announced her intention to visit*."""
    if found.clause.lemma in _MERE_PLANS:
        return found.clause.heads("complement")
    if found.event.type != "Pledging":
        return []
    plans = [h for h in found.clause.heads("object") if h.lemma_.lower() in {"plan", "intention", "decision"}]
    return [c for h in plans for c in h.children if c.dep_ == "acl"]


def _aside(token: Token, head: Token, type_: str) -> bool:
    """Tell whether a name in the content is only where something is, or stands in an aside."""
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "from", "across", "near", "like"}:
        promised_there = type_ == "Pledging" and token.head.lower_ == "in"
        return not promised_there and token.head.head.lemma_.lower() not in _INTO
    while token not in (head, token.head):
        if token.dep_ in {"relcl", "advcl", "appos"} or (token.dep_ == "acl" and token.tag_ != "VB"):
            return True
        token = token.head
    return False


def _word_in(head: Token, words: frozenset[str]) -> bool:
    if head.lemma_.lower() in words or head.lower_ in words:
        return True
    if any(
        c.lemma_.lower() in words
        for c in head.children
        if c.dep_ in {"compound", "conj", "amod", "nmod"} and c.i < head.i
    ):
        return True
    return any(c.dep_ == "conj" and (c.lemma_.lower() in words) for c in head.children)


def _without_doubles(found: list[Found]) -> list[Found]:
    """Keep one of two readings of the same words: a light verb and its noun, a verb and its own nominal object."""
    by_light = {key(f.clause.light) for f in found if f.clause.light is not None and f.clause.kind == "noun"}
    kept: list[Found] = []
    for one in found:
        if one.clause.kind == "verb" and key(one.clause.predicate) in by_light:
            twin = next(
                f for f in found if f.clause.light is not None and key(f.clause.light) == key(one.clause.predicate)
            )
            if twin.event.type == one.event.type or twin.frame.type in {
                "Meeting",
                "Summit",
                "Visit",
                "Endorsement",
                "Accusation",
                "Threat",
                "Request",
                "PhoneCall",
                "Pledging",
            }:
                if len(twin.event.roles) >= len(one.event.roles):
                    continue
        kept.append(one)
    return kept


def _confidence(clause: Clause, frame: Frame, roles: list[Role]) -> float:
    """Score how sure the reading is: full frames and verbs above bare nouns, names above pronouns."""
    score = (
        0.7
        + 0.05 * min(3, sum(bool(r.entity) for r in roles))
        + (0.05 if frame.tests else 0)
        + (0.05 if clause.kind == "verb" else 0)
    )
    return round(min(score, 0.95), 2)


def first_position(event: EventMention) -> int:
    """Order events by their trigger."""
    return event.trigger.start


def phrase_span(tokens: list[Token]) -> Span:
    """Give the span of a run of tokens."""
    return Span(begin(tokens[0]), begin(tokens[-1]) + len(tokens[-1].text))

"""Tells whom a phrase refers to: names, pronouns, titles standing alone, groups and bodies of a state.

Works left to right over the sentences; :class:`Resolver` remembers who was mentioned, in which role, and answers
for one head token at a time. It fails empty: no referent is better than a wrong one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.entities import Draft, EntityTable
from kg.extract.names import Name, Names
from kg.extract.reading import Sentence, begin, key, token_span
from kg.extract.words import (
    AGENT_GROUPS,
    COLLECTIVES,
    OFFICE_HEADS,
    OFFICE_MODIFIERS,
    PERSON_GROUPS,
    PLACE_NOUNS,
    RULER_HEADS,
    STATE_GROUPS,
    STATE_ORGANS,
    UNOFFICIAL,
)
from kg.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_IT, _THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves", "both"})
_WE = frozenset({"we", "us", "our", "ours"})
_I = frozenset({"i", "me", "my", "myself"})
_PAIR_WORDS = frozenset({"two", "both", "pair", "duo", "trio", "three", "four"})
_OPENING = 4
_MEMORY = 4
"""How many sentences back a pronoun looks."""


@dataclass(frozen=True, slots=True)
class Referent:
    """One entity that a phrase refers to, and the words that do so.

    ``direct`` is False where the phrase names something of the entity (*Chad's decision*).
    """

    span: Span
    text: str
    entity: str
    direct: bool = True


@dataclass(frozen=True, slots=True)
class _Seen:
    entity: str
    sentence: int
    subject: bool
    position: int
    paragraph: int


@dataclass(slots=True)
class Resolver:
    """Resolves the phrases of one article."""

    names: Names
    table: EntityTable
    offices: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)
    """Entity id of a person -> (office, state key or entity id or "", former), filled by ``tenures``."""
    speakers: list[tuple[Span, str]] = field(default_factory=list)
    """Quotations read so far, with who says them."""
    issuer: str | None = None
    joint: bool = False
    """Whether the article is a statement of several, whom its opening names."""
    """Who speaks as *we* outside quotations, where the article is a statement of somebody."""
    _seen: list[_Seen] = field(default_factory=list)
    _pairs: list[tuple[int, tuple[str, ...], bool]] = field(default_factory=list)
    """Entities told of together: index of the sentence, the entities, whether they are its subject."""
    _cache: dict[int, tuple[Referent, ...]] = field(default_factory=dict)

    def note(self, sentence: Sentence) -> None:
        """Remember the names of a sentence; call before resolving its phrases."""
        for token in sentence.tokens:
            name = self.names.at(token)
            if name is not None and token.i == name.first.i and name.entity:
                subject = name.head.dep_ in {"nsubj", "nsubjpass"} and name.text.lower() not in {"mr"}
                self._seen.append(_Seen(name.entity, sentence.index, subject, begin(token), sentence.paragraph))
        for token in sentence.tokens:
            group = self._coordinated(token)
            if len(group) >= 2:
                self._together(sentence.index, group, subject=token.dep_ in {"nsubj", "nsubjpass"})
            elif (
                token.pos_ in {"NOUN", "PROPN"}
                and token.dep_ != "conj"
                and any(c.dep_ == "conj" for c in token.children)
            ):
                self.referents(token, sentence)
            elif token.pos_ == "VERB" and len(subjects := [c for c in token.children if c.dep_ == "nsubj"]) > 1:
                # the parser may take the conjuncts for two subjects
                direct = tuple(
                    dict.fromkeys(r.entity for s in subjects for r in self.referents(s, sentence) if r.direct)
                )
                if len(direct) > 1:
                    self._together(sentence.index, direct, subject=True)

    def _together(self, index: int, group: tuple[str, ...], *, subject: bool) -> None:
        if not self._pairs or self._pairs[-1][:2] != (index, group):
            self._pairs.append((index, group, subject))

    def _coordinated(self, token: Token) -> tuple[str, ...]:
        """Give the entities of *A and B*, *A met B*, *A's talks with B* that starts at this head."""
        name = self.names.at(token)
        if name is None or token != name.head or not name.entity:
            return ()
        found = [name.entity]
        for other in _conjuncts(token)[1:]:
            second = self.names.at(other)
            if second is not None and second.entity and second.kind == name.kind:
                found.append(second.entity)
        if len(found) == 1 and token.dep_ == "nsubj" and name.kind in {"person", "state"}:
            for child in token.head.children:
                objects = (
                    [child]
                    if child.dep_ == "dobj"
                    else [c for c in child.children if c.dep_ == "pobj"]
                    if child.lower_ == "with"
                    else []
                )
                for other in objects:
                    second = self.names.at(other)
                    if second is not None and second.entity and second.kind == name.kind:
                        found.append(second.entity)
                    elif other.dep_ == "dobj":
                        found += [
                            n.entity
                            for t in other.subtree
                            if t.dep_ == "pobj"
                            and t.head.lower_ == "with"
                            and (n := self.names.at(t)) is not None
                            and n.entity
                            and n.kind == name.kind
                        ]
        return tuple(dict.fromkeys(found)) if not token.dep_ == "conj" else ()

    # ------------------------------------------------------------ entry point
    def referents(self, head: Token, sentence: Sentence) -> list[Referent]:
        """Give all entities that the phrase under a head token refers to, its conjuncts included."""
        found: dict[str, Referent] = {}
        for token in _conjuncts(head):
            for referent in self._one(token, sentence):
                found.setdefault(referent.entity, referent)
        together = tuple(r.entity for r in found.values() if r.direct)
        if len(together) >= 2:
            self._together(sentence.index, together, subject=head.dep_ in {"nsubj", "nsubjpass"})
        return list(found.values())

    def _one(self, token: Token, sentence: Sentence) -> tuple[Referent, ...]:
        place = key(token)
        if place not in self._cache:
            self._cache[place] = tuple(self._resolve(token, sentence))
        return self._cache[place]

    def _resolve(self, token: Token, sentence: Sentence) -> list[Referent]:
        name = self.names.at(token)
        if name is not None and name.entity:
            organ = self._organ_after(token, name)
            return [organ or Referent(name.span, name.text, name.entity)]
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"} or token.lower_ in _THEY:
            found = self._pronoun(token, sentence)
            return [Referent(token_span(token), token.text, e) for e in found]
        if token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "DET"}:
            return self._noun(token, sentence)
        return []

    def _organ_after(self, token: Token, name: Name) -> Referent | None:
        return None

    # ------------------------------------------------------------ nouns
    def _noun(self, token: Token, sentence: Sentence) -> list[Referent]:
        lower = token.lower_.rstrip(".")
        phrase = _phrase(token)
        appositive = self._apposed(token)
        if appositive is not None:
            return [appositive]
        owners = self._owners(token)
        if self._is_group(token, lower) and not any(c.lower_ in UNOFFICIAL for c in token.children):
            members = self._members(token, sentence)
            if members:
                return [Referent(phrase, _phrase_text(token), e) for e in members]
        if lower in {"administration", "government", "team", "cabinet"} and owners:
            drafts = [self.table.drafts[e] for _, e in owners]
            states = [self.table.state(d.country).id if d.kind == "person" and d.country else d.id for d in drafts]
            return [Referent(phrase, _phrase_text(token), e) for e in dict.fromkeys(states)]
        if (
            token.tag_ in {"NNS", "NNPS"}
            and lower.removesuffix("s") in OFFICE_HEADS
            and not owners
            and self._definite_or_capital(token)
        ):
            holders = self._office_holders(token, lower.removesuffix("s"))
            if len(holders) >= 2:
                return [Referent(phrase, _phrase_text(token), e) for e in holders]
        if lower in OFFICE_HEADS:
            person = self._office_holder(token, sentence, owners)
            if person is not None:
                return [Referent(phrase, _phrase_text(token), person)]
        if lower in STATE_ORGANS | OFFICE_HEADS and owners:
            kinds = {"state", "organisation"}
            bodies = [e for _, e in owners if self.table.drafts[e].kind in kinds]
            if bodies:
                return [Referent(phrase, _phrase_text(token), e) for e in dict.fromkeys(bodies)]
        if (
            lower in {"country", "nation", "state", "republic", "government", "regime", "kingdom", "island"}
            and token.tag_ == "NN"
            and self._definite(token)
        ):
            recent = self._recent({"state"}, sentence, token)
            if recent is not None:
                return [Referent(phrase, _phrase_text(token), recent)]
        if (token.tag_ in {"NNS", "NNPS"} and lower in AGENT_GROUPS) or (token.tag_ == "NN" and lower in COLLECTIVES):
            text = _phrase_text(token)
            draft = self.table.add("group", text)
            draft.aliases.setdefault(text)
            if owners and draft.country is None:
                draft.country = self.table.drafts[owners[0][1]].country
            return [Referent(phrase, text, draft.id)]
        return [Referent(s, t, e, direct=False) for (s, t), e in owners]

    def _apposed(self, token: Token) -> Referent | None:
        """Take the name in apposition: *the envoy, X*; for places also what follows *of* or *in*: *the port of X*."""
        place = token.lower_ in PLACE_NOUNS
        for child in token.children:
            inner = (
                [child]
                if child.dep_ == "appos"
                else [c for c in child.children if c.dep_ == "pobj"]
                if place and child.lower_ in {"of", "in", "at"}
                else _known_as(child)
            )
            for head in inner:
                name = self.names.at(head)
                if (
                    name is not None
                    and name.entity
                    and (name.kind == "person" or child.dep_ == "acl" or (place and name.kind in {"place", "state"}))
                ):
                    return Referent(name.span, name.text, name.entity)
        return None

    def _owners(self, token: Token) -> list[tuple[tuple[Span, str], str]]:
        """Give the entities a noun belongs to: by demonym, compound, possessive, or *of*, *from*, *by*."""
        found: dict[str, tuple[Span, str]] = {}
        for child in token.children:
            heads: list[Token] = []
            if child.dep_ in {"compound", "amod", "nmod", "poss"}:
                heads = [child, *[c for c in child.children if c.dep_ in {"conj", "compound", "amod", "nmod", "poss"}]]
            elif child.dep_ == "prep" and child.lower_ in {"of", "from", "by", "for"}:
                heads = [t for c in child.children if c.dep_ == "pobj" for t in _conjuncts(c)]
            for head in heads:
                name = self.names.at(head)
                if name is not None and name.entity:
                    found.setdefault(name.entity, (name.span, name.text))
                elif (child.dep_ == "poss" and (
                    head.tag_ == "PRP$"
                    or head.lower_.rstrip(".") in OFFICE_HEADS | STATE_ORGANS | {"country", "nation"}
                )) or (
                    child.dep_ == "prep"
                    and head.pos_ == "NOUN"
                    and head.lower_ in STATE_ORGANS | OFFICE_HEADS | {"country"}
                ):
                    for referent in self._one(head, self._sentence_of(head)):
                        found.setdefault(referent.entity, (referent.span, referent.text))
        return [(where, entity) for entity, where in found.items()]

    def _sentence_of(self, token: Token) -> Sentence:
        return self._current

    _current: Sentence = field(init=False)

    def enter(self, sentence: Sentence) -> None:
        """Start on a sentence."""
        self._current = sentence
        self.note(sentence)

    # ------------------------------------------------------------ groups
    def _is_group(self, token: Token, lower: str) -> bool:
        if lower in {"pair", "duo", "trio", "two"}:
            return True
        return token.tag_ in {"NNS", "NNPS"} and lower in PERSON_GROUPS | STATE_GROUPS | {
            "officials",
            "representatives",
            "delegations",
            "ministers",
            "secretaries",
            "militaries",
        }

    def _members(self, token: Token, sentence: Sentence) -> list[str]:
        owners = [e for _, e in self._owners(token) if self.table.drafts[e].kind in {"state", "organisation", "person"}]
        if owners:
            return owners
        lower = token.lower_
        marked = lower in {"pair", "duo", "trio", "two"} or any(c.lower_ in _PAIR_WORDS for c in token.children)
        if not marked and not (
            self._definite(token)
            and lower
            in {
                "leaders",
                "sides",
                "parties",
                "countries",
                "neighbours",
                "neighbors",
                "nations",
                "delegations",
                "presidents",
            }
        ):
            return []
        want = 3 if lower == "trio" or any(c.lower_ == "three" for c in token.children) else 2
        kinds = (
            {"person"}
            if lower in PERSON_GROUPS and lower != "allies"
            else {"state", "organisation"}
            if lower in STATE_GROUPS
            else {"person", "state"}
        )
        if lower == "sides":
            kinds = {"state", "person", "organisation"}
        return self._group(kinds, want, sentence)

    def _group(self, kinds: set[str], size: int, sentence: Sentence) -> list[str]:
        """Find the latest joint mention of that many of a kind; states are also had from their leaders."""
        ordered = sorted(self._pairs, key=lambda p: p[0] + (2.5 if p[2] else 0), reverse=True)
        for index, group, _ in ordered:
            if index > sentence.index:
                continue
            fitting = [e for e in group if self.table.drafts[e].kind in kinds]
            if len(fitting) == size:
                return fitting
        if "state" in kinds:
            for index, group, _ in ordered:
                persons = [self.table.drafts[e] for e in group if self.table.drafts[e].kind == "person"]
                countries = list(dict.fromkeys(d.country for d in persons if d.country))
                if index <= sentence.index and len(countries) == size:
                    return [self.table.state(c).id for c in countries]
        counts = Counter(
            s.entity for s in self._seen if s.sentence <= sentence.index and self.table.drafts[s.entity].kind in kinds
        )
        best = [e for e, _ in counts.most_common()][: size + 1]
        clear = len(best) == size or (len(best) > size and counts[best[size - 1]] > counts[best[size]])
        return best[:size] if len(best) >= size and clear else []

    def pair(self, sentence: Sentence) -> list[str]:
        """Give the two states that the article is about: those whose leaders, or which themselves, act together."""
        for index, group, subject in self._pairs:
            drafts = [self.table.drafts[e] for e in group]
            countries = list(
                dict.fromkeys(
                    d.country
                    for d in drafts
                    if d.kind in {"person", "state"} and d.country in self.table.gazetteer.states
                )
            )
            if subject and index <= sentence.index and len(countries) == 2:
                return [self.table.state(c).id for c in countries if c]
        return []

    # ------------------------------------------------------------ offices
    def _office_holder(
        self, token: Token, sentence: Sentence, owners: list[tuple[tuple[Span, str], str]]
    ) -> str | None:
        """Resolve *the president*, *the Danish foreign minister* to a person of the article, or of the gazetteer."""
        lower = token.lower_.rstrip(".")
        if token.tag_ in {"NNS", "NNPS"} or not (self._definite_or_capital(token) or self._definite(token) or owners):
            return None
        wanted = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod"}} | {lower}
        wanted &= OFFICE_HEADS | {
            "foreign",
            "prime",
            "defence",
            "defense",
            "finance",
            "vice",
            "trade",
            "interior",
            "deputy",
        }
        states = [self.table.drafts[e].country or e for _, e in owners]
        generic = lower in {"leader", "ruler", "official", "diplomat", "chief", "head"}
        candidates = []
        for entity, held in self.offices.items():
            for office, of, former in held:
                words = set(office.lower().replace("-", " ").split())
                if states and of not in states:
                    continue
                if (generic and (words & RULER_HEADS or lower not in {"leader", "ruler"})) or (
                    wanted <= words | {"pm"}
                    and not (words & {"foreign", "vice", "deputy", "defence", "defense"}) - wanted
                ):
                    candidates.append((entity, former))
        live = [e for e, former in candidates if not former] or [e for e, _ in candidates]
        live = list(dict.fromkeys(live))
        if len(live) > 1:
            recent = self._recent_of(set(live), sentence, token)
            return recent
        if live:
            return live[0]
        return self._from_gazetteer(token, wanted, states)

    def _office_holders(self, token: Token, office: str) -> list[str]:
        """Give all persons of the article who hold an office: *the foreign ministers*."""
        wanted = {
            office,
            *(c.lower_ for c in token.children if c.dep_ in {"compound", "amod"} and c.lower_ in OFFICE_MODIFIERS),
        }
        return [
            entity for entity, held in self.offices.items()
            if any(wanted <= set(title.lower().split()) and not former for title, _, former in held)
        ]  # fmt: skip

    @staticmethod
    def _definite_or_capital(token: Token) -> bool:
        return token.text[:1].isupper() or any(
            c.lower_ in {"the", "both", "all", "these"} for c in [*token.children, *token.head.children]
        )

    def _from_gazetteer(self, token: Token, wanted: set[str], states: list[str]) -> str | None:
        if len(states) != 1 or self.table.published is None or states[0] not in self.table.gazetteer.states:
            return None
        words = [t.text for t in token.doc[max(0, token.i - 2) : token.i + 1] if t.lower_ in wanted]
        if token.lower_ == "leader" or not words:
            return None
        person = self.table.gazetteer.holder(" ".join(words), states[0], on=self.table.published)
        if person is None:
            return None
        entry = next(
            (e for e in self.table.gazetteer.lookup(person.label) if e.kind == "person" and e.key == person.key), None
        )
        draft = self.table.add("person", person.label, key=person.key, entry=entry)
        draft.country = states[0]
        draft.gender = person.gender
        return draft.id

    # ------------------------------------------------------------ pronouns
    def _parallel(self, token: Token, sentence: Sentence, kinds: set[str]) -> str | None:
        """Read a pronoun that is the subject of a second main clause as the subject of the first."""
        if token.dep_ != "nsubj" or token.head.dep_ != "conj" or token.head.head.pos_ not in {"VERB", "AUX"}:
            return None
        for child in token.head.head.children:
            if child.dep_ == "nsubj":
                found = [
                    r.entity
                    for r in self.referents(child, sentence)
                    if r.direct and self.table.drafts[r.entity].kind in kinds
                ]
                return found[0] if len(found) == 1 else None
        return None

    def _pronoun(self, token: Token, sentence: Sentence) -> list[str]:
        lower = token.lower_
        if lower in _HE | _SHE:
            wanted = "m" if lower in _HE else "f"
            parallel = self._parallel(token, sentence, {"person"})
            if parallel is not None and self.table.drafts[parallel].gender in {wanted, "u"}:
                return [parallel]
            found = self._recent({"person"}, sentence, token, gender=wanted)
            return [found] if found else []
        if lower in _WE:
            return self._we(token, sentence)
        if lower in _I:
            speaker = self._speaker(token)
            return [speaker] if speaker is not None else []
        if lower in _IT:
            bodies = {"state", "organisation", "group"}
            found = self._parallel(token, sentence, bodies) or self._recent(bodies, sentence, token)
            return [found] if found else []
        if lower in _THEY:
            near = self._recent({"group"}, sentence, token)
            latest = self._latest_pair(token, sentence)
            if latest is not None and (near is None or sentence.index - latest[0] <= 1):
                return list(latest[1])
            return [near] if near is not None else []
        return []

    def _latest_pair(self, token: Token, sentence: Sentence) -> tuple[int, tuple[str, ...]] | None:
        """Give the latest entities told of together before a token, subjects before others."""
        near = [(i, g, s) for i, g, s in reversed(self._pairs) if 0 <= sentence.index - i <= 2 * _MEMORY]
        before = [(i, g, s) for i, g, s in near if all(at < begin(token) for at in self._positions(g, sentence))]
        chosen = next((p for p in before if p[2]), before[0] if before else None)
        return chosen[:2] if chosen is not None else None

    def _speaker(self, token: Token) -> str | None:
        at = begin(token)
        return next((who for span, who in self.speakers if span.start <= at < span.end), None)

    def _we(self, token: Token, sentence: Sentence) -> list[str]:
        """Read *we* as the speaker's state; outside quotations, as those who issue a joint statement."""
        speaker = self._speaker(token)
        if speaker is not None:
            draft = self.table.drafts[speaker]
            known = draft.kind == "person" and draft.country in self.table.gazetteer.states
            return [self.table.state(draft.country or "").id] if known else [speaker]
        if token.i and any(c.is_quote for c in token.doc[sentence.tokens.start : token.i]):
            return []
        if self.joint:
            return next((list(g) for i, g, _ in self._pairs if i <= _OPENING), [self.issuer] if self.issuer else [])
        return [self.issuer] if self.issuer is not None else []

    def _positions(self, group: tuple[str, ...], sentence: Sentence) -> list[int]:
        first: dict[str, int] = {}
        for seen in self._seen:
            if seen.entity in group:
                first.setdefault(seen.entity, seen.position)
        return list(first.values())

    def _recent(self, kinds: set[str], sentence: Sentence, token: Token, *, gender: str = "u") -> str | None:
        fitting = {
            d.id for d in self.table.drafts.values() if d.kind in kinds and (gender == "u" or d.gender in {gender, "u"})
        }
        sure = {e for e in fitting if self.table.drafts[e].gender == gender} if gender != "u" else fitting
        return self._recent_of(fitting, sentence, token, sure=sure)

    def _recent_of(
        self, entities: set[str], sentence: Sentence, token: Token, *, sure: set[str] | None = None
    ) -> str | None:
        """Pick the most salient of some entities before a token: near sentences first, subjects before others."""
        at = begin(token)
        blocked = self._co_arguments(token)
        best: tuple[float, int] | None = None
        answer = None
        for seen in self._seen:
            distance = sentence.index - seen.sentence
            if seen.entity not in entities or seen.position >= at or distance > _MEMORY or seen.entity in blocked:
                continue
            score = -1.0 * distance + (1.2 if seen.subject else 0.0) + (0.6 if sure and seen.entity in sure else 0.0)
            rank = (
                score,
                seen.position
                if seen.subject and distance == 0
                else -abs(seen.position - at)
                if distance == 0
                else seen.position,
            )
            if best is None or rank > best:
                best, answer = rank, seen.entity
        return answer

    def _co_arguments(self, token: Token) -> set[str]:
        """Give who cannot be meant: the subject of the verb whose object a plain pronoun is."""
        if token.tag_ == "PRP" and token.dep_ in {"dobj", "pobj", "dative"}:
            verb = token.head if token.head.pos_ == "VERB" else token.head.head
            for child in verb.children:
                if child.dep_ == "nsubj":
                    name = self.names.at(child)
                    if name is not None and name.entity:
                        return {name.entity}
        return set()

    @staticmethod
    def _definite(token: Token) -> bool:
        return any(
            c.lower_ in {"the", "this", "that", "these", "both", "each", "either", "two", "its", "his", "her", "their"}
            for c in token.children
        )


def _known_as(child: Token) -> list[Token]:
    """Give the name in *a coalition known as the X*."""
    if child.dep_ != "acl" or child.lower_ not in {"known", "called", "named", "dubbed"}:
        return []
    return [t for t in child.subtree if t.dep_ in {"pobj", "oprd", "attr", "appos"}][:1]


def _conjuncts(head: Token) -> list[Token]:
    """Give a head and the heads joined to it by *and*, *as well as* or commas, in text order."""
    found, todo = [head], [head]
    while todo:
        current = todo.pop()
        for child in current.children:
            if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"}:
                found.append(child)
                todo.append(child)
    return sorted(found, key=lambda t: t.i)


def _phrase_tokens(head: Token) -> list[Token]:
    """Give the words of a noun phrase up to a relative clause, an aside or a conjunct."""
    words = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ not in {"punct", "appos", "relcl"}:
            words += [t for t in child.subtree if t.dep_ != "relcl"]
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i < head.i + 3:
            words += [t for t in child.subtree if t.dep_ not in {"relcl", "acl"}][:5]
    words = sorted((w for w in words if w.i <= head.i or w.i <= head.i + 9), key=lambda t: t.i)
    return words


_VAGUE = frozenset(
    ["some", "many", "several", "at", "least", "other", "more", "than", "about", "around", "nearly", "almost", "over", "up", "to", "most", "all", "few", "dozens", "hundreds", "thousands", "scores", "of", "major", "various", "numerous", "certain", "additional"]
)


def _phrase(head: Token) -> Span:
    words = _phrase_tokens(head)
    return token_span(words[0], words[-1])


def _phrase_text(head: Token) -> str:
    words = _phrase_tokens(head)
    while len(words) > 1 and (words[0].pos_ in {"DET", "NUM"} or words[0].lower_ in _VAGUE):
        words = words[1:]
    while len(words) > 1 and (words[-1].pos_ in {"ADP", "DET", "CCONJ", "PUNCT"} or words[-1].text in {"'s", "’s"}):
        words = words[:-1]
    return " ".join(str(head.doc[words[0].i : words[-1].i + 1].text).split())


def drafts_of(table: EntityTable, ids: list[str]) -> list[Draft]:
    """Give the drafts of some entity ids."""
    return [table.drafts[i] for i in ids]

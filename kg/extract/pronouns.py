"""Tells whom pronouns mean: *he*, *it*, *they*; and *I* and *we* from who is speaking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.arguments import HONOUR
from kg.extract.memory import Memory
from kg.extract.names import Names
from kg.extract.reading import Sentence, begin
from kg.extract.verbs import JUDGING_VERBS, OBJECT_CONTROL
from kg.extract.words import word_class
from kg.types import EntityKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE = word_class("he him his himself")
_SHE = word_class("she her hers herself")
_IT = word_class("it its itself")
_WE = word_class("we us our ours")
_I = word_class("i me my myself")
THEY = word_class("they them their theirs themselves both")
"""Pronouns for several; *both* is tagged as a determiner."""
_WITH_PARALLEL = _HE | _SHE | _IT
_PERSON: frozenset[EntityKind] = frozenset({"person"})
_BODY: frozenset[EntityKind] = frozenset({"state", "organisation", "group"})
_ADDRESSING = OBJECT_CONTROL | word_class("accuse blame thank tell inform assure remind suspect call")
_FOR_WHAT = word_class("for on over")
_FARTHEST = 8
"""Words over a possessive that are heard."""
_OPENING = 4
"""Sentences in which a joint statement names those who issue it."""


@dataclass(slots=True)
class Voice:
    """Who says *I* and *we*: in quotations their speakers, elsewhere those who issue the text.

    ``joint`` marks the statement of several, whom its opening names.
    """

    speakers: list[tuple[Span, str]] = field(default_factory=list)
    issuer: str | None = None
    joint: bool = False

    def speaker(self, token: Token) -> str | None:
        """Give who says a word, None outside the quotations read so far."""
        at = begin(token)
        return next((who for span, who in self.speakers if span.start <= at < span.end), None)


@dataclass(slots=True)
class Pronouns:
    """Resolves the pronouns of one article."""

    memory: Memory
    names: Names
    voice: Voice

    def entities(self, token: Token, sentence: Sentence, parallel: Iterable[str] = ()) -> list[str]:
        """Give whom a pronoun means; ``parallel`` is what its clause makes it mean, see :func:`bound_by`."""
        lower = token.lower_
        if lower in _HE | _SHE:
            return self._person(token, sentence, "m" if lower in _HE else "f", parallel)
        if lower in _IT:
            return self._body(token, sentence, parallel)
        if lower in _WE:
            return self._we(token, sentence)
        if lower in _I:
            return listed(self.voice.speaker(token))
        return self._they(token, sentence) if lower in THEY else []

    def _person(self, token: Token, sentence: Sentence, gender: str, parallel: Iterable[str]) -> list[str]:
        first = self._only(_PERSON, parallel)
        if first is not None and self.memory.table.drafts[first].gender in {gender, "u"}:
            return [first]
        return listed(self._latest(_PERSON, sentence, token, gender))

    def _body(self, token: Token, sentence: Sentence, parallel: Iterable[str]) -> list[str]:
        if token.lower_ == "it" and token.dep_ in {"dobj", "pobj"} and not _is_addressed(token):
            return []  # what is denounced or regretted is mostly what was told, and nobody
        return listed(self._only(_BODY, parallel) or self._latest(_BODY, sentence, token))

    def _only(self, kinds: frozenset[EntityKind], parallel: Iterable[str]) -> str | None:
        found = [e for e in parallel if self.memory.table.kind(e) in kinds]
        return found[0] if len(found) == 1 else None

    def _latest(self, kinds: frozenset[EntityKind], sentence: Sentence, token: Token, gender: str = "u") -> str | None:
        blocked = self._co_argument(token)
        return self.memory.latest_of_kind(kinds, sentence, token, gender=gender, blocked=blocked)

    def _co_argument(self, token: Token) -> str:
        """Give who cannot be meant: the subject of the verb whose object a plain pronoun is, or *in his honour*."""
        honoured = token.tag_ == "PRP$" and token.head.lower_ in HONOUR
        if not honoured and (token.tag_ != "PRP" or token.dep_ not in {"dobj", "pobj", "dative"}):
            return ""
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), token.head) if honoured else token.head
        verb = verb if verb.pos_ == "VERB" else verb.head
        while verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.children):
            verb = verb.head
        subjects = [self.names.entity_at(c) for c in verb.children if c.dep_ == "nsubj"]
        return next((n.entity for n in subjects if n is not None), "")

    def _they(self, token: Token, sentence: Sentence) -> list[str]:
        """Prefer those told of together in this or the last sentence to a nameless group."""
        crowd = self._latest(frozenset({"group"}), sentence, token)
        group = self.memory.latest_group(sentence, token)
        if group is not None and (crowd is None or sentence.index - group.sentence <= 1):
            return list(group.entities)
        return listed(crowd)

    def _we(self, token: Token, sentence: Sentence) -> list[str]:
        """Read *we* as the speaker's state; outside quotations, as those who issue a joint statement."""
        speaker = self.voice.speaker(token)
        if speaker is not None:
            person = self.memory.table.kind(speaker) == "person"
            state = self.memory.table.state_of(speaker) if person else None
            return [state.id if state is not None else speaker]
        if any(c.is_quote for c in token.doc[sentence.start : token.i]):
            return []
        return list(self._opening()) or listed(self.voice.issuer)

    def issuing(self, entities: Iterable[str]) -> list[str]:
        """Give those of some entities who issue a joint statement, where they are several."""
        opening = self._opening()
        found = [e for e in entities if e in opening]
        return found if len(found) > 1 else []

    def _opening(self) -> tuple[str, ...]:
        """Give those whom the opening of a joint statement names."""
        opening = (g.entities for g in self.memory.groups if g.sentence <= _OPENING)
        return next(opening, ()) if self.voice.joint else ()


def _is_addressed(pronoun: Token) -> bool:
    """Tell *asked it to sign* and *accused it of lying*, which are done to somebody."""
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return verb.lemma_.lower() in _ADDRESSING


def listed(entity: str | None) -> list[str]:
    """Give a list of the one entity, or of none."""
    return [entity] if entity is not None else []


def bound_by(token: Token) -> Token | None:
    """Give the word whose referent a pronoun shares by the build of its clause."""
    if token.lower_ not in _WITH_PARALLEL:
        return None
    return _parallel_subject(token) or _judged(token) or _told(token)


def _parallel_subject(token: Token) -> Token | None:
    """Give the subject of the main clause before the one whose subject a pronoun is: *Chad said it would pay*."""
    if token.dep_ != "nsubj" or token.head.dep_ != "conj":
        return None
    above = token.head.head
    return next((c for c in above.children if c.dep_ == "nsubj"), None) if above.pos_ in {"VERB", "AUX"} else None


def _told(pronoun: Token) -> Token | None:
    """Give who is told what is done to him: *she told the king that she would visit him*."""
    content = pronoun.head if pronoun.dep_ in {"dobj", "dative"} else pronoun.head.head
    if pronoun.tag_ != "PRP" or pronoun.dep_ not in {"dobj", "dative", "pobj"} or content.dep_ != "ccomp":
        return None
    if content.head.lemma_.lower() not in _ADDRESSING:
        return None
    return next((c for c in content.head.children if c.dep_ in {"dobj", "dative"} and c.i < content.i), None)


def _judged(possessive: Token) -> Token | None:
    """Give who is praised or blamed for what is his: *praised the king for his role*."""
    if possessive.dep_ != "poss":
        return None
    for above in list(possessive.ancestors)[:_FARTHEST]:
        verb = above.head
        if above.pos_ == "ADP" and above.lower_ in _FOR_WHAT and verb.lemma_.lower() in JUDGING_VERBS:
            return next((c for c in verb.children if c.dep_ == "dobj" and c.i < above.i), None)
    return None

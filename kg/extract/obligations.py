"""Reads what somebody says that others have to do: *the minister said that Iraq must withdraw*, *it is time to pay*.

Who says of another that he must, should or needs to do something asks him to. What somebody says of himself or of his
own side is no request; a thing that should happen is one only where somebody has to make it happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments import governed, is_passive
from kg.extract.clauses import Clause
from kg.extract.events import EventReader
from kg.extract.found import Found
from kg.extract.lexicon import Frame, RoleMap
from kg.extract.pruning import without_content
from kg.extract.reading import Sentence, key
from kg.extract.reference import Referent
from kg.extract.speech_acts import is_actor, reporter_of, side_of, sources_of, speech_act
from kg.extract.verbs import TELLING_VERBS
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_MUST = word_class("must should ought")
_NEED = word_class("need have")
_NEEDFUL = word_class("important vital essential crucial imperative necessary incumbent critical urgent time high")
_TELLING = TELLING_VERBS | word_class("argue believe maintain contend think")
_NOT_ASKED = word_class(
    "know see feel think seem become win lose die suffer benefit expect remember note recall understand hear say face "
    "mean cost take work learn emerge realise realize"
)
"""Verbs of what nobody can be asked to do, or what is only expected."""
_ENDING = word_class("stop end cease continue begin start resume halt")
"""Verbs of what must become of talks and wars."""
_EMBEDDED = word_class("xcomp ccomp advcl acl relcl csubj")
_NOBODY = word_class("this that there they what nothing more we i you one")
_TOLD_ALREADY = word_class("Request Understanding Threat Pledging Accusation")
_REQUEST = Frame(
    id="obligations:must",
    lemma="must",
    part="v",
    particle="",
    type="Request",
    roles=(RoleMap(("object", "to", "with"), "topic"),),
    tests=(),
    factuality=None,
    example="",
    line="",
)


@dataclass(frozen=True, slots=True)
class ObligationReader:
    """Finds such requests next to what else was found in a sentence."""

    events: EventReader

    def read(self, clauses: Iterable[Clause], found: Sequence[Found]) -> list[Found]:
        """Give the events of a sentence with its requests, which take the place of what is requested."""
        told = {key(f.clause.predicate) for f in found if f.event.type in _TOLD_ALREADY}
        fresh: dict[int, Found] = {}
        for clause in clauses:
            act, doers = _obliged(clause)
            if act is not None and key(act) not in told and (request := self._request(clause, act, doers, told)):
                fresh.setdefault(key(act), request)
        kept = [f for f in found if key(f.clause.anchor) not in fresh or f.event.factuality == "actual"]
        everything = sorted([*kept, *fresh.values()], key=lambda f: f.event.trigger)
        return without_content(everything, self.events.lexicon) if fresh else list(found)

    def _request(self, clause: Clause, act: Token, doers: Sequence[Token], told: set[int]) -> Found | None:
        reporter = reporter_of(clause.predicate, _TELLING)
        if reporter is not None and (key(reporter) in told or is_passive(reporter)):
            return None
        sources = self._sources(reporter, clause)
        asked = [r for r in self.events.resolver.all_referents(doers, clause.sentence) if is_actor(self.events, r)]
        if not sources or {side_of(self.events, r) for r in sources} & {side_of(self.events, r) for r in asked}:
            return None
        if not (any(r.direct for r in asked) or _must_happen(act, doers)):
            return None
        roles = [r.in_role("initiator") for r in sources]
        roles += [r.in_role("recipient") for r in asked]
        return speech_act(self.events, clause, _REQUEST, roles, reporter)

    def _sources(self, reporter: Token | None, clause: Clause) -> list[Referent]:
        """Give who asks: the reporting verb's subject, or who speaks in a quotation or an official text."""
        if reporter is not None:
            return sources_of(self.events, reporter, clause)
        resolver = self.events.resolver
        voice = resolver.voice
        speaker = voice.speaker(clause.predicate)
        if speaker is None and not _in_quotes(clause.predicate, clause.sentence):
            speaker = voice.issuer
        if speaker is None or clause.predicate.dep_ not in {"ROOT", "conj"}:
            return []
        return [
            Referent(n.span, n.text, speaker)
            for n in resolver.names.found
            if n.entity == speaker and n.kind is not None
        ][:1]


def _in_quotes(token: Token, sentence: Sentence) -> bool:
    return any(c.is_quote for c in token.doc[sentence.start : token.i])


# ---------------------------------------------------------------- what has to be done, and by whom
def _obliged(clause: Clause) -> tuple[Token | None, list[Token]]:
    """Give the verb of what has to be done, and the heads of who has to do it."""
    verb = clause.predicate
    if clause.kind != "verb" or clause.lemma in _NOT_ASKED:
        return None, []
    if clause.lemma == "be":
        return _needful(clause)
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    doers = clause.heads("subject") if clause.passive else subjects
    if not subjects or subjects[0].lower_ in _NOBODY:
        return None, []
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & _MUST and "have" not in auxiliaries:
        return verb, doers
    act = next(iter(clause.heads("infinitive")), None) if clause.lemma in _NEED else None
    if act is None or act.lemma_.lower() in _NOT_ASKED:
        return None, []
    was = clause.lemma == "have" and verb.tag_ not in {"VBZ", "VBP"} and "would" not in auxiliaries
    if was:
        return None, []  # *they had to flee*
    return (act, []) if is_passive(act) else (act, doers)


def _needful(clause: Clause) -> tuple[Token | None, list[Token]]:
    """Read *it is vital for Chad to pay*, *it is time for Chad to pay* and *it is vital that Chad pay*."""
    copula = clause.predicate
    for word in [t for t in clause.heads("attribute") if t.lemma_.lower() in _NEEDFUL]:
        for act in [*word.children, *copula.children]:
            if act.dep_ in _EMBEDDED and act.pos_ in {"VERB", "AUX"} and act.i > word.i:
                inner = [c for c in act.children if c.dep_ == "nsubj"]
                return act, inner or [t for c in word.children if c.lower_ == "for" for t in governed(c)]
    return None, []


def _must_happen(act: Token, doers: Sequence[Token]) -> bool:
    """Tell what somebody unnamed has to bring about: *the sanctions must be lifted*, *the fighting must stop*."""
    above = act.head if act.dep_ == "xcomp" else act
    subject = next((c for c in [*act.children, *above.children] if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.pos_ == "PRON":
        return False
    return not doers if is_passive(act) else act.lemma_.lower() in _ENDING

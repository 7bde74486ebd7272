"""Puts the dates of a sentence on the clauses they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.extract.arguments import is_infinitive
from kg.extract.clauses import Clause
from kg.extract.date_words import Days
from kg.extract.dates import TimeExpression, find_dates, resolve
from kg.extract.reading import Sentence, begin, key, token_span
from kg.extract.tense import tense_in, tense_of
from kg.extract.told_from import counted, told_from
from kg.extract.verbs import JUDGING_VERBS, REPORTING_VERBS
from kg.extract.words import word_class
from kg.types import Factuality, Span, Temporal

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSES = word_class("relcl acl advcl ccomp")
"""Dependencies that a date does not cross."""
_BETWEEN = word_class("ADP DET ADJ")
_BARRIERS = word_class("VERB AUX PUNCT SCONJ CCONJ PRON")
_NO_HEADS = word_class("ADP DET PUNCT SCONJ")
_OCCASIONAL = ("during", "at", "after", "following", "in")
_ON_OCCASIONS = word_class("during at in after following over")
_MEANS = word_class("by via")
_PARTS_OF_TALKS = word_class("round series session cycle day")
_POLLS = word_class("election runoff vote referendum poll ballot primary")
_SPEAKING_OF = (REPORTING_VERBS - {"conclude"}) | JUDGING_VERBS | {"recall", "deplore", "protest", "discuss", "mourn"}
"""Verbs of what is said of an event on another day: *condemned the raid on Monday*."""
_GOING = word_class("go come fly travel head arrive return drive sail continue move")
"""Verbs of getting to where something else is done on the same day."""
_TO_THE_JOURNEY = 4
_ATTRIBUTIVE = word_class("nummod amod compound nmod poss")
_ORDINALS = word_class("first second third fourth fifth sixth seventh eighth ninth tenth only last highest-level")
_LATER = word_class("later afterwards afterward then earlier")
_TIMES_OF_DAY = word_class("morning afternoon evening night lunch dinner breakfast day")
_STILL_AHEAD = word_class("before until till pending")
_BEFORE_TIME_OF_DAY = word_class("the that same over after at")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time expression, the indices of what it may modify (nearest first), and its head token."""

    expression: TimeExpression
    chain: list[int]
    head: Token


@dataclass(slots=True)
class Calendar:
    """The dates of one article, and which predicate each modifies; ``published`` anchors relative ones."""

    published: date | None
    event_nouns: frozenset[str]
    _found: list[_Dated] = field(default_factory=list)
    """Of the sentence that was entered last."""
    _last: TimeExpression | None = None
    """The day that was told of last, which *later* and *in the evening* go on with."""
    _looked_back: int | None = None
    """The paragraph of that day where it lies before another that was told of: a look back, which ends with it."""
    _told: Days | None = None
    """The date that was told last, from which *the next day* is counted."""

    def enter(self, sentence: Sentence) -> None:
        """Read the dates of a sentence."""
        self._found = []
        self._read(sentence)
        days = [d.expression for d in self._found if _is_past_day(d.expression, self.published)]
        if days:
            back = self._last is not None and _first(days[-1]) < _first(self._last)
            self._last, self._looked_back = days[-1], sentence.paragraph if back else None
        elif self._found or self._last is None or self._looked_back not in {None, sentence.paragraph}:
            return
        elif (time := _same_day(sentence)) is not None:
            self._found.append(_Dated(replace(self._last, span=token_span(time), text=time.text), _chain(time), time))

    def _read(self, sentence: Sentence) -> None:
        for found in self._expressions(sentence.text):
            expression = replace(found, span=found.span.moved(sentence.span.start))
            token = _token_at(sentence, expression.span)
            if token is not None:
                owner = self._noun_before(token, sentence)
                chain = _chain(token) if owner is None else _chain_of_noun(token, owner)
                self._found.append(_Dated(expression, chain, owner or token))

    def _expressions(self, text: str) -> Iterator[TimeExpression]:
        """Find the dates of a text; what is counted from a date before is counted from the nearest."""
        back = {match.start(): match for match in told_from(text)}
        spans = [Span(match.start(), match.end()) for match in back.values()]
        dates = find_dates(text, published=self.published)
        plain = {d.span.start: d for d in dates if not any(d.span.overlaps(span) for span in spans)}
        for start in sorted(back | plain):
            found = counted(back[start], self._told) if start in back else plain[start]
            if found is not None:
                told = resolve(found, tense="past")
                if found.kind in {"point", "interval"}:
                    self._told = told.earliest, told.latest
                yield found

    def _noun_before(self, time: Token, sentence: Sentence) -> Token | None:
        """Find the event noun right before a date that the parser hung elsewhere: *a summit in Doha on Monday*."""
        doc, start = time.doc, time.left_edge.i
        while start > sentence.start and doc[start - 1].pos_ in _BETWEEN and start > time.i - 4:
            start -= 1
        for i in range(start - 1, max(sentence.start, start - 9) - 1, -1):
            token = doc[i]
            if token.pos_ in _BARRIERS:
                return None
            if token.pos_ == "NOUN" and token.lemma_.lower() in self.event_nouns:
                return None if token.dep_ == "pobj" and token.head.lower_ in _MEANS else _whole(token)
        return None

    # ------------------------------------------------------------ asking
    def of(self, clause: Clause, factuality: Factuality) -> Temporal | None:
        """Give the date of a clause: on its predicate, on what carries it, or the only one of its sentence."""
        if not self._found:
            return None
        expression = self._own(clause) or self._inherited(clause) or self._inside(clause) or self._only(clause)
        if expression is not None and _counts_since(expression, clause.predicate):
            return None
        when = resolve(expression, tense=tense_in(clause, factuality)) if expression is not None else None
        promised = self._is_limit_to_come(when, factuality) or self._is_of_what_was_promised(when, clause, factuality)
        return None if promised else when

    def _is_limit_to_come(self, when: Temporal | None, factuality: Factuality) -> bool:
        """Tell a time limit of what is still to be done: *undertook to mend it by May*."""
        if factuality != "actual" or when is None or when.latest is None or self.published is None:
            return False
        return when.earliest is None and when.latest > self.published

    def _is_of_what_was_promised(self, when: Temporal | None, clause: Clause, factuality: Factuality) -> bool:
        """Tell a day to come of what somebody has undertaken: *has vowed to mend it next year*."""
        if factuality != "actual" or when is None or when.earliest is None or self.published is None:
            return False
        inner = {key(t) for t in clause.heads("infinitive")}
        below = any(not inner.isdisjoint(d.chain) for d in self._found)
        return below and when.earliest > self.published and tense_of(clause.anchor) == "past"

    def said(self, reporter: Token) -> Temporal | None:
        """Give the date on a verb of telling itself."""
        for dated in self._found:
            if key(reporter) in dated.chain and dated.expression.kind in {"point", "interval"}:
                return resolve(dated.expression, tense=tense_of(reporter))
        return None

    def adjusted(self, factuality: Factuality, when: Temporal | None, clause: Clause) -> Factuality:
        """Read a present tense with a day to come as a plan: *leaves on Wednesday*."""
        if factuality != "actual" or when is None or when.earliest is None or self.published is None:
            return factuality
        return "planned" if when.earliest > self.published and tense_of(clause.anchor) != "past" else factuality

    def deadline(self, tokens: Iterable[Token]) -> Temporal | None:
        """Give the time limit that modifies one of some tokens."""
        places = {key(t) for t in tokens}
        for dated in self._found:
            if dated.expression.kind in {"deadline", "interval", "point"} and not places.isdisjoint(dated.chain):
                when = resolve(dated.expression, tense="future")
                over = when.latest is not None and self.published is not None and when.latest < self.published
                if not over:  # *will lift the ban it imposed in May*
                    return when
        return None

    def limit(self, clause: Clause) -> Temporal | None:
        """Give the time limit on a predicate itself: *pledged $5 million by 2030*."""
        expression = self._own(clause) if self._found else None
        when = resolve(expression, tense="future") if expression is not None else None
        return when if when is not None and when.earliest is None else None

    # ------------------------------------------------------------ where a clause's date stands
    def _own(self, clause: Clause) -> TimeExpression | None:
        """Take the nearest date that modifies the predicate, or the light verb that carries it."""
        anchors = {key(clause.predicate), key(clause.anchor), *(key(c) for c in _elliptical(clause.anchor))}
        near = [
            (min(dated.chain.index(a) for a in anchors if a in dated.chain), dated.expression)
            for dated in self._found
            if dated.expression.kind not in {"duration", "set"} and not anchors.isdisjoint(dated.chain)
        ]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def _inherited(self, clause: Clause) -> TimeExpression | None:
        """Take the date of the verb above a noun or an infinitive, and of the head of a conjunction."""
        token = clause.anchor
        if token.dep_ == "xcomp" and token.tag_ == "VB" and token.head.tag_ == "VBD" and token.head.i < token.i:
            return None  # *voted on Monday to lift the ban*
        if clause.kind == "noun" and any(t.lower_ in _STILL_AHEAD for t in clause.heads("under")):
            return None  # *spoke on Monday before the talks*
        asked = False
        for _ in range(4):
            asked = asked or any(c.lower_ == "where" for c in token.children)
            if token.dep_ == "relcl" and asked and (there := self._on_arrival(token)) is not None:
                return there
            if token.dep_ == "relcl" and (then := self._when(token)) is not None:
                return then
            goes_on = _at_once(token) or (token == clause.anchor and _is_what_a_journey_is_for(token))
            apart = token.dep_ in _CLAUSES and not goes_on
            if token.head == token or apart or _starts_anew(token):
                return None
            token = token.head
            for dated in self._found:
                if key(token) in dated.chain[:3] and dated.expression.kind in {"point", "interval"}:
                    return dated.expression
        return None

    def _on_arrival(self, verb: Token) -> TimeExpression | None:
        """Give the day on which somebody goes where he does something: *flies to Lima today, where he is to speak*."""
        near = list(verb.ancestors)[:_TO_THE_JOURNEY]
        above = [] if any(t.lower_ == "from" for t in near) else [t for t in near if t.lemma_.lower() in _GOING]
        points = [d for d in self._found if d.expression.kind == "point"]
        return next((d.expression for v in above for d in points if key(v) in d.chain), None)

    def _when(self, verb: Token) -> TimeExpression | None:
        """Give the date of which a clause says what was then: *in May, when the two met*."""
        if not any(c.lower_ == "when" for c in verb.children):
            return None
        return next((d.expression for d in self._found if key(verb.head) == d.chain[0]), None)

    def _inside(self, clause: Clause) -> TimeExpression | None:
        """Take the date of the occasion a verb names: *agreed at talks on Monday*."""
        objects = [h for h in clause.heads("object") if h.lemma_.lower() in _POLLS and clause.kind == "verb"]
        for head in [*objects, *(h for function in _OCCASIONAL for h in clause.heads(function))]:
            for dated in self._found:
                if key(head) in dated.chain and dated.expression.kind == "point":
                    return dated.expression
        return None

    def _only(self, clause: Clause) -> TimeExpression | None:
        """Take the sentence's one day for its main verb and what is joined to that."""
        if len(self._found) != 1:
            return None
        token = clause.anchor
        while token.dep_ in {"conj", "xcomp", "advcl"} and token.head.pos_ == "VERB" and not _starts_anew(token):
            if token.dep_ == "advcl" and token.tag_ == "VB" and token != clause.anchor:
                return None  # *flew to Lima on Monday to persuade Chad to sign*
            token = token.head
        expression, time = self._found[0].expression, self._found[0].head
        one_day = expression.kind == "point" and expression.earliest == expression.latest
        return expression if one_day and token.dep_ == "ROOT" and not self._belongs_below(time, token) else None

    def _belongs_below(self, time: Token, verb: Token) -> bool:
        """Tell whether a date belongs to an event noun or an inner clause rather than to the main verb."""
        if time.lemma_.lower() in self.event_nouns:
            return not _on_the_occasion(time)
        if time.dep_ in _ATTRIBUTIVE:
            return True
        for _ in range(10):
            if time in (time.head, verb):
                return False
            if time.dep_ == "conj" and time.pos_ in _VERBAL and time.tag_ != verb.tag_:
                return True  # *began in Lima and will go on to Oslo on Friday*
            time = time.head
            if time != verb and (time.lemma_.lower() in self.event_nouns or time.dep_ in _CLAUSES):
                return True
        return False


# ---------------------------------------------------------------- dates in the tree
def _token_at(sentence: Sentence, span: Span) -> Token | None:
    """Give the head of the tokens of a time expression."""
    inside = [t for t in sentence.tokens if span.start <= begin(t) < span.end]
    content = [t for t in inside if t.pos_ not in _NO_HEADS] or inside
    return next((t for t in content if t.head not in content), content[0] if content else None)


def _whole(noun: Token) -> Token:
    """Give the round of *a round of talks on fish in Lima on Monday*."""
    above = noun.head.head
    return above if noun.head.lower_ == "of" and above.lemma_.lower() in _PARTS_OF_TALKS else noun


def _at_once(verb: Token) -> bool:
    """Tell *died on Monday when troops opened fire*."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBD" and any(c.lower_ == "when" for c in verb.children)


def _is_what_a_journey_is_for(verb: Token) -> bool:
    """Tell *travels to Lima on Monday to confer with X*."""
    purpose = verb.dep_ == "advcl" and verb.tag_ == "VB" and is_infinitive(verb)
    return purpose and verb.head.lemma_.lower() in _GOING


def _elliptical(verb: Token) -> list[Token]:
    """Give the participles that share what is said of a passive: *four were killed and nine wounded on Monday*."""
    return [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and not _has_auxiliary(c)]


def _has_auxiliary(verb: Token) -> bool:
    return any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _starts_anew(verb: Token) -> bool:
    """Tell *paid on Friday, and Chad has sent a ship*: another subject, and another tense."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or not any(c.dep_ == "nsubj" for c in verb.children):
        return False
    return tense_of(verb) != tense_of(verb.head) or any(c.lower_ in {"has", "have"} for c in verb.children)


def _counts_since(expression: TimeExpression, noun: Token) -> bool:
    """Tell *their first summit since 2019*, which says when the one before was."""
    since = expression.latest is None and expression.text.lower().startswith("since")
    return since and any(c.lower_ in _ORDINALS for c in noun.children)


def _is_past_day(expression: TimeExpression, published: date | None) -> bool:
    first = expression.earliest
    one_day = expression.kind == "point" and first is not None and first == expression.latest
    return one_day and first is not None and published is not None and first <= published


def _first(day: TimeExpression) -> date:
    return day.earliest or date.min


def _same_day(sentence: Sentence) -> Token | None:
    """Find *later* at the start, *in the evening*, *after lunch*: the day that was told of before goes on."""
    for token in sentence.tokens:
        if token.i == sentence.start and token.lower_ in _LATER and token.dep_ == "advmod":
            return token
        before = token.nbor(-1).lower_ if token.i > sentence.start else ""
        if token.lower_ in _TIMES_OF_DAY and before in _BEFORE_TIME_OF_DAY and token.dep_ in {"pobj", "npadvmod"}:
            return token if token.lower_ != "day" or before in {"that", "same"} else None
    return None


def _chain(token: Token) -> list[int]:
    """Give the indices from a time word up to the top of its clause; a year before a noun dates that noun alone.

    Not so in *agreed to do so in last year's letters*.
    """
    occasion = token.dep_ == "poss" and _on_the_occasion(token.head)
    if token.dep_ in _ATTRIBUTIVE and token.head.pos_ in {"NOUN", "PROPN"} and not occasion:
        return [key(token), key(token.head)]
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        return [key(token), key(token.head), key(token.head.head)]  # *condemned the raid of 2 May*
    chain = []
    for _ in range(10):
        chain.append(key(token))
        if token.head == token or (token.dep_ in _CLAUSES | {"conj"} and token.pos_ in _VERBAL):
            break
        token = token.head
    return chain


def _chain_of_noun(time: Token, noun: Token) -> list[int]:
    """Give what a date on an event noun modifies: the noun, and the verb of what was done on that occasion."""
    chain = [key(time), key(noun)]
    if _on_the_occasion(noun) or noun.dep_ in {"dobj", "nsubjpass"}:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ in _VERBAL and (noun.dep_ == "pobj" or verb.lemma_.lower() not in _SPEAKING_OF):
            chain.append(key(verb))
    return chain


def _on_the_occasion(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in _ON_OCCASIONS

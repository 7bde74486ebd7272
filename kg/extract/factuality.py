"""Tells how an event is put: told as fact, planned, possible, denied or negated, and on whose word.

Walks from the predicate up through what embeds it: *the minister denied that the two had agreed to meet*. Each
step may weaken what is told; what weakens most wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause, verb_clause_arguments
from kg.extract.lexicon import Lexicon
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANK: dict[str, int] = {"actual": 0, "planned": 1, "hypothetical": 2, "negated": 3, "denied": 4}
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "wo", "'d"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ought", "ca"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should", "provided"})
_PENDING = frozenset({"before", "until", "till"})
_PLANNED_ADJECTIVES = frozenset(
    ["planned", "upcoming", "forthcoming", "scheduled", "future", "coming", "impending", "next", "expected", "prospective", "anticipated", "proposed", "eventual", "new-year", "pending"]
)
_POSSIBLE_ADJECTIVES = frozenset(
    ["possible", "potential", "proposed", "any", "hypothetical", "likely", "further", "eventual", "imminent", "would-be", "threatened", "alleged"]
)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is put: its factuality, and the reporting verb on whose subject's word it stands."""

    factuality: Factuality
    reporter: Token | None = None
    embedder: Token | None = None
    """The nearest word above that is not plain reporting (*agreed*, *refused*, *plan*)."""


def stance(clause: Clause, lexicon: Lexicon) -> Stance:
    """Read the stance of a clause."""
    anchor = clause.light if clause.kind == "noun" and clause.light is not None else clause.predicate
    levels = [_local(anchor)]
    if clause.kind == "noun":
        levels.append(_noun_modality(clause, lexicon))
    if clause.kind == "adjective" and anchor.head.pos_ in {"VERB", "AUX"}:
        levels.append(_local(anchor.head))
    reporter, embedder = None, None
    child = anchor
    for _ in range(8):
        step = _step(child, lexicon)
        if step is None:
            break
        parent, effect = step
        if effect == "report":
            reporter = reporter or parent
        elif effect:
            levels.append(effect)
            embedder = embedder or parent
            if effect != "negated" or parent.pos_ in {"VERB", "AUX"}:
                local = _local(parent)
                levels.append("hypothetical" if local == "negated" and effect in {"denied", "negated"} else local)
        child = parent
    factuality = max(levels, key=lambda level: _RANK[level])
    return Stance(factuality, reporter, embedder)  # type: ignore[arg-type]


def _local(token: Token) -> str:
    """Read negation and modal auxiliaries on the predicate itself."""
    level = "actual"
    negated = False
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or lower in _NEGATIONS:
            negated = True
        elif child.dep_ == "aux" and lower in _FUTURE:
            level = max(level, "planned", key=lambda x: _RANK[x])
        elif child.dep_ == "aux" and lower in _POSSIBLE:
            level = "hypothetical"
        elif (child.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(
            c.lower_ in {"no", "neither", "none"} for c in child.children
        )) or (child.dep_ in {"nsubj", "nsubjpass"} and lower in {"neither", "none", "nobody", "nothing"}):
            negated = True
    if token.lemma_ == "have" and any(c.lower_ == "yet" for c in token.children):
        negated = True
    if (
        not any(c.dep_ == "aux" for c in token.children)
        and token.dep_ == "conj"
        and token.head.pos_ == "VERB"
        and token.tag_ == token.head.tag_
        and token.tag_ == "VB"
    ):
        level = max(level, _local(token.head), key=lambda x: _RANK[x])
    mark = next((c.lower_ for c in token.children if c.dep_ == "mark"), "")
    if mark in _CONDITIONS:
        level = "hypothetical"
    elif mark in _PENDING and level == "actual" and token.tag_ != "VBD":
        level = "planned"
    if negated:
        return "negated" if level != "hypothetical" else "hypothetical"
    return level


def _noun_modality(clause: Clause, lexicon: Lexicon) -> str:
    """Read what stands around an event noun: *planned talks*, *no talks*, *called for talks*, *ahead of talks*."""
    noun = clause.predicate
    levels = ["actual"]
    for child in noun.children:
        if child.lower_ in {"no", "without"}:
            levels.append("negated")
        elif child.lower_ in _PLANNED_ADJECTIVES:
            levels.append("planned")
        elif child.lower_ in _POSSIBLE_ADJECTIVES:
            levels.append("hypothetical")
    head = noun.head
    if noun.dep_ == "pobj":
        before = head.lower_
        if before in {"without"}:
            levels.append("negated")
        elif before == "of" and head.head.lower_ in {
            "ahead",
            "advance",
            "prospect",
            "possibility",
            "idea",
            "hope",
            "offer",
            "chance",
            "plan",
            "plans",
            "absence",
            "lack",
        }:
            word = head.head.lower_
            levels.append(
                "negated"
                if word in {"absence", "lack"}
                else "planned"
                if word in {"ahead", "advance", "plans", "plan"}
                else "hypothetical"
            )
        elif before in {"before", "until", "pending"}:
            levels.append("planned")
        elif before in {"for", "to", "on", "against"} and head.head.pos_ in {"VERB", "ADJ", "NOUN"}:
            levels.append(_noun_governor(head.head, lexicon))
    elif noun.dep_ in {"dobj", "nsubjpass"} and clause.light is None and head.pos_ in {"VERB", "AUX"}:
        levels.append(_noun_governor(head, lexicon))
        levels.append(_local(head))
    elif noun.dep_ == "nsubj" and head.pos_ in {"VERB", "AUX"} and _local(head) in {"planned", "hypothetical"}:
        levels.append(_local(head))
    return max(levels, key=lambda level: _RANK[level])


def _noun_governor(token: Token, lexicon: Lexicon) -> str:
    effect = lexicon.embedding.get((token.lemma_.lower(), token.pos_[:1].lower()), "")
    return effect if effect in _RANK else "actual"


def _step(child: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """Go one step up; give the word above and its effect ("" for none), or None at the top."""
    parent, dep = child.head, child.dep_
    if parent == child:
        return None
    if dep == "conj":
        if (
            parent.pos_ in {"VERB", "AUX"}
            and child.tag_ in {"VB", "VBG"}
            and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        ):
            return parent, ""
        return (
            _step(parent, lexicon)
            if parent.dep_ in {"ccomp", "xcomp"} and not any(c.dep_ == "nsubj" for c in child.children)
            else None
        )
    if dep == "pcomp" or (dep == "advcl" and parent.pos_ == "ADP"):
        above = parent.head
        if parent.lower_ == "without":
            return above, "negated"
        if parent.lower_ == "before":
            return above, "" if above.tag_ == "VBD" else "planned"
        return above, _effect(above, lexicon) if above.pos_ in {"VERB", "NOUN", "ADJ"} else ""
    if dep in {"xcomp", "ccomp"}:
        return parent, _effect(parent, lexicon)
    if dep == "acl" and child.tag_ == "VB":
        return parent, _effect(parent, lexicon)
    if dep == "advcl":
        purpose = child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children)
        if parent.pos_ == "ADJ" or (purpose and _effect(parent, lexicon) not in {"", "report"}):
            return parent, _effect(parent, lexicon)
        return (parent, "planned") if purpose else None
    if dep in {"acomp", "oprd", "attr"} and child.pos_ in {"VERB", "ADJ"}:
        return parent, ""
    return None


def _effect(token: Token, lexicon: Lexicon) -> str:
    part = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}.get(token.pos_, "")
    lemma = token.lemma_.lower()
    if lemma == "be" and token.pos_ == "AUX":
        return "planned"  # "is to visit"
    if lemma == "go" and token.tag_ == "VBG":
        return "planned"
    if lemma == "have" and token.pos_ in {"VERB", "AUX"}:
        return "negated" if any(c.lower_ == "yet" for c in token.children) else ""
    found = lexicon.embedding.get((lemma, part), "")
    if not found and token.tag_ == "VBN":
        found = lexicon.embedding.get((token.lower_, "a"), "")
    return found


def reporter_subject(reporter: Token) -> list[Token]:
    """Give the heads of who says what a reporting verb introduces."""
    return verb_clause_arguments(reporter).get("subject", [])

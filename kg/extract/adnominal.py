"""Finds the noun on which a preposition or a relative clause hangs where the parser hung it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.verbs import REPORTING_VERBS
from kg.extract.words import ACTIVITIES

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset({"in", "across", "around"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def noun_before(token: Token) -> Token | None:
    """Give the noun to which a preposition or the verb of a relative clause belongs, None where it stands well."""
    if token.dep_ == "prep":
        return _called(token) or _of_activity(token) or _said(token) or _of_understanding(token)
    return _dated(token) or _before_contact_clause(token) if token.dep_ == "relcl" else None


def _called(preposition: Token) -> Token | None:
    """Give *role* for *in* in *what he called her role in ending the war*, which the parser joins to *called*."""
    before = _word_before(preposition)
    called = before.dep_ == "oprd" and before.head == preposition.head
    return before if called and any(c.dep_ == "poss" for c in before.children) else None


def _of_activity(preposition: Token) -> Token | None:
    """Give *role* for *in* in *lauded her role in ending the war*, which the parser joins to *lauded*."""
    before = _word_before(preposition)
    gerund = preposition.lower_ == "in" and any(c.dep_ == "pcomp" for c in preposition.children)
    joined = before.head == preposition.head and before.dep_ in {"dobj", "pobj"}
    return before if gerund and joined and before.lemma_.lower() in ACTIVITIES else None


def _of_understanding(preposition: Token) -> Token | None:
    """Give *memorandum* for *between* in *a memorandum of understanding between Chad and Niger*."""
    inner = preposition.head
    above = inner.head.head
    return above if inner.lower_ == "understanding" and above.lemma_.lower() in {"memorandum", "letter"} else None


def _word_before(token: Token) -> Token:
    """Give the word before, over a closing quotation mark."""
    i = token.i - 1
    while i > 0 and token.doc[i].is_quote:
        i -= 1
    return token.doc[max(i, 0)]


def _said(preposition: Token) -> Token | None:
    """Give the noun before *in* within what somebody stresses: *stressed the need for calm | in Chad*."""
    verb, before = preposition.head, preposition.nbor(-1) if preposition.i else preposition
    if preposition.lower_ not in _WHERE or verb.lemma_.lower() not in REPORTING_VERBS or before.dep_ != "pobj":
        return None
    above = before.head.head
    inside = before.pos_ == "NOUN" and above.pos_ == "NOUN" and above.dep_ == "dobj" and above.head == verb
    return before if inside else None


def _dated(verb: Token) -> Token | None:
    """Give the noun before the date on which a relative clause was hung: *changed the law in May, which …*."""
    day = verb.head
    pronoun = any(t.lower_ == "which" for t in verb.subtree if t.i < verb.i)
    if day.ent_type_ != "DATE" or day.dep_ != "pobj" or not pronoun:
        return None
    above = day.head.head
    if above.pos_ == "NOUN":
        return above
    nouns = [t for c in above.children for t in (c, *c.children) if t.dep_ in {"dobj", "pobj"}]
    return next((t for t in reversed(nouns) if above.i < t.i < day.i and t.ent_type_ != "DATE"), None)


def _before_contact_clause(verb: Token) -> Token | None:
    """Give the noun right before a relative clause without pronoun: *a list of ships | Chad is building*."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i == 0 or any(t.tag_ in _RELATIVES for t in verb.subtree if t.i < verb.i):
        return None
    before = subject.left_edge.nbor(-1)
    below = before.pos_ == "NOUN" and before != verb.head and before.i > verb.head.i and verb.head.is_ancestor(before)
    return before if below and not before.is_ancestor(verb) else None

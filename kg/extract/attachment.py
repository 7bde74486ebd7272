"""Mends parses: small models hang some verbs on the wrong word in the long sentences of the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_BASE_FORMS = frozenset({"VB", "VBP"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})


def mend(doc: Doc) -> Doc:
    """Join bare infinitives to the infinitive they go on from, in place.

    In *pledged to lift the ban, free the crew and pay* the parser joins *free* to *pledged*, though its form says
    that it goes on from *to lift*.
    """
    for verb in doc:
        if verb.dep_ == "conj" and verb.pos_ == "VERB" and _is_bare(verb):
            first = _infinitive(verb)
            if first is not None:
                if first != verb.head:
                    verb.head = first
                verb.tag_ = "VB"
    return doc


def _is_bare(verb: Token) -> bool:
    """Tell a base form without subject or auxiliary."""
    alone = not any(c.dep_ in _SUBJECTS or c.dep_ == "aux" for c in verb.children)
    return alone and verb.tag_ in _BASE_FORMS and verb.lower_ == verb.lemma_.lower()


def _infinitive(verb: Token) -> Token | None:
    """Give the infinitive or modal verb from which a bare verb goes on."""
    above = verb.head
    if above.tag_ == "VB":
        return above
    if above.tag_ not in _FINITE:
        return None
    under = [c for c in above.children if c.dep_ == "xcomp"]
    under += [c for noun in above.children if noun.dep_ == "dobj" for c in noun.children if c.dep_ == "acl"]
    return next((c for c in under if c.tag_ == "VB" and c.i < verb.i), None)

"""Makes the verb of saying at the end of a report its main verb: *Norway will pay, its minister, X, said on Monday*.

The parser takes the speaker for an apposition to the last name of the report, and *said* for what Norway did next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = word_class("say announce report")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def free_reports(doc: Doc) -> None:
    """Put the verb of a report under the verb of saying that the parser joined to it, in place."""
    for verb in doc:
        if verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lemma_ in _SAYING and verb.head.dep_ == "ROOT":
            speaker = _speaker(verb)
            if speaker is not None and not _is_joined(verb):
                _put_above(verb, verb.head, speaker)


def _speaker(verb: Token) -> Token | None:
    """Give who says it: right behind the verb, or what looks like an apposition right before it."""
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if own is not None:
        return own if own.i > verb.i else None
    before = verb.i - 1
    before -= before > verb.sent.start and verb.doc[before].text == ","
    token, found = verb.doc[before], None
    while token.dep_ == "appos":
        start = token.left_edge.i
        if start > verb.sent.start and verb.doc[start - 1].text == ",":
            found = token
        token = token.head
    return found


def _is_joined(verb: Token) -> bool:
    """Tell *signed the pact and said*, which one subject does, from a report and who gives it."""
    return any(c.dep_ == "cc" and c.i < verb.i for c in (*verb.head.children, *verb.children))


def _put_above(verb: Token, told: Token, speaker: Token) -> None:
    verb.head = verb
    verb.dep_ = "ROOT"
    for comma in [c for c in speaker.head.children if c.is_punct and c.i >= speaker.left_edge.i - 1]:
        comma.head = verb
    speaker.head = verb
    speaker.dep_ = "nsubj"
    told.head = verb
    told.dep_ = "ccomp"

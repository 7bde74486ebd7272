"""Who does what a verb without a subject tells: the subject of control, raising, conjunction and relative clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import Arguments, governed, is_passive, own_arguments
from kg.extract.verbs import OBJECT_CONTROL
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTLESS = frozenset({"xcomp", "advcl", "pcomp", "conj", "acl", "ccomp"})
"""Dependencies under which a verb may do without a subject of its own."""
_VERBAL = frozenset({"VERB", "AUX"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_PREDICATIVE = frozenset({"acomp", "oprd"})
_OF_OBJECT = word_class("of from into for as")
"""Prepositions whose gerund is the object's act: *accused Rwanda of arming*, *quoted her as saying*."""
_OWNING = frozenset({"GPE", "NORP", "ORG"})
"""Kinds of names that say whose a noun is: *a Malian plan*."""
_ATTEMPTS = word_class("bid effort attempt move push drive")
_TEXTS = word_class(
    "statement letter text declaration communique communiqué message note resolution motion petition report article "
    "tweet post speech appeal"
)
"""What somebody says something through."""
_FARTHEST = 6
"""Governors that are climbed in search of a subject."""


def arguments_of(verb: Token, depth: int = 0) -> Arguments:
    """Give the arguments of a verb, with the subject (of a passive, the object) that it shares with its governors.

    ``depth`` counts the governors climbed so far.
    """
    arguments = own_arguments(verb)
    missing = _missing(verb)
    if verb.pos_ == "ADJ" and verb.dep_ in _PREDICATIVE and verb.head.pos_ in _VERBAL and depth < _FARTHEST:
        above = arguments_of(verb.head, depth + 1)  # *the envoy is due to leave*
        return {"subject": above.get("object" if verb.dep_ == "oprd" else "subject", [])} | arguments
    if missing not in arguments and depth < _FARTHEST and verb.dep_ in SUBJECTLESS and verb.head != verb:
        source = _shared(verb, depth)
        if source:
            arguments[missing] = source
    bind_relative(verb, arguments)
    return arguments


def _missing(verb: Token) -> str:
    return "object" if is_passive(verb) else "subject"


def _shared(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "acl":
        return _modified(verb)
    if head.pos_ == "ADP":
        return controller_of_preposition(head, depth + 1)
    if head.pos_ not in _PREDICATES:
        return []
    above = arguments_of(head, depth + 1)
    asked = above.get("object") or (above.get("on") if _controls(verb) else None)
    preferred = asked if _controls(verb) or is_passive(head) else above.get("subject")
    return preferred or above.get("subject", [])


def _controls(verb: Token) -> bool:
    """Tell whether the object of the governor does what the verb says: *urged Chad to sign*."""
    return verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in OBJECT_CONTROL


def inherited(verb: Token, own: Arguments) -> list[Token]:
    """Give the subject (of a passive, the object) that a clause without one takes from its surroundings."""
    if is_passive(verb) and "subject" in own and verb.dep_ != "acl":
        return []
    head = verb.head
    if verb.dep_ == "relcl":
        return []
    if verb.dep_ == "acl":
        return _modified(verb)
    if head.pos_ == "ADP":
        return controller_of_preposition(head)
    if head.pos_ in {"NOUN", "PROPN"}:
        return controller_of_noun(head)
    if head.pos_ not in _PREDICATES or (verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}):
        return []
    return _from_governor(verb, head)


def _modified(verb: Token) -> list[Token]:
    """Give who does what modifies a noun: the noun itself, or who speaks through it, *issued a text condemning X*."""
    noun = verb.head
    if verb.tag_ not in {"VBN", "VBG", "VBD"}:
        return controller_of_noun(noun)
    speakers = controller_of_noun(noun) if verb.tag_ == "VBG" and noun.lemma_.lower() in _TEXTS else []
    return speakers or [noun]


def _from_governor(verb: Token, head: Token) -> list[Token]:
    above = arguments_of(head)
    subject = above.get("subject", [])
    if _controls(verb):
        return above.get("object") or above.get("dative") or above.get("on") or subject
    if not is_passive(head):
        return subject
    return above.get("object", []) if verb.dep_ == "conj" else above.get("object") or subject


def controller_of_noun(noun: Token) -> list[Token]:
    """Give who does what a noun's infinitive says: *Mali's plan to leave*, *made a promise to leave*."""
    owners = [
        c for c in noun.children if c.dep_ == "poss" or (c.dep_ in {"amod", "compound"} and c.ent_type_ in _OWNING)
    ]
    if owners:
        return owners
    prepositions = [c for c in noun.children if c.dep_ == "prep"]
    by = [t for c in prepositions if c.lower_ in {"by", "from", "for"} for t in governed(c)]
    by = by or [t for c in prepositions if c.lower_ == "of" for t in governed(c) if t.ent_type_ in _OWNING]
    if by:
        return by
    if noun.dep_ in {"dobj", "attr", "nsubjpass"} and noun.head.pos_ in _VERBAL:
        return arguments_of(noun.head, 3).get("subject", [])
    if noun.dep_ == "pobj" and noun.lemma_ in _ATTEMPTS and noun.head.head.pos_ in _VERBAL:
        return arguments_of(noun.head.head, 3).get("subject", [])  # *met him in a bid to end the war*
    return []


def controller_of_preposition(preposition: Token, depth: int = 0) -> list[Token]:
    """Give who does a gerund under a preposition: *accused Rwanda of arming*, *left after meeting*."""
    above = preposition.head
    if above.pos_ in _VERBAL:
        arguments = arguments_of(above, depth + 1)
        if preposition.lower_ in _OF_OBJECT and arguments.get("object"):
            return arguments["object"]
        return arguments.get("object" if is_passive(above) else "subject", [])
    if above.pos_ in {"NOUN", "PROPN"}:
        return controller_of_noun(above)
    if above.pos_ == "ADJ" and above.head.pos_ in _VERBAL:
        return arguments_of(above.head, depth + 1).get("subject", [])
    return []


def bind_relative(verb: Token, arguments: Arguments) -> None:
    """Put the antecedent in the place of a relative pronoun, or where a reduced clause leaves a gap."""
    if verb.dep_ != "relcl":
        _bind_embedded(verb, arguments)
        return
    antecedent = _person_before(verb) or (_whole(verb.head) if _is_plural(verb) else _named(verb.head))
    bound = False
    for function, tokens in arguments.items():
        for i, token in enumerate(tokens):
            if token.tag_ in {"WP", "WDT"} or (token.lower_ == "that" and token.dep_ in {"nsubj", "dobj", "nsubjpass"}):
                arguments[function] = [*tokens[:i], antecedent, *tokens[i + 1 :]]
                bound = True
    if bound:
        return
    gap = "subject" in arguments and "object" not in arguments and not is_passive(verb)
    if gap and not any(c.tag_ in {"WRB", "WP", "WDT"} for c in verb.subtree if c.i < verb.i):
        arguments["object"] = [antecedent]
    if any(c.lower_ == "where" for c in verb.children):
        arguments.setdefault("in", []).append(antecedent)


def _bind_embedded(verb: Token, arguments: Arguments) -> None:
    """Bind the pronoun of a clause within a relative clause: *the plan, which Chad has vowed to mend*."""
    for tokens in arguments.values():
        for i, token in enumerate(tokens):
            if token.tag_ == "WDT" and token.head == verb and (antecedent := antecedent_of(token)) is not None:
                tokens[i] = antecedent


def antecedent_of(pronoun: Token) -> Token | None:
    """Give the noun for which a relative pronoun stands, through infinitives: *which Chad has vowed to mend*."""
    verb = pronoun.head
    while verb.dep_ in {"xcomp", "ccomp"} and verb.head.i < verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.i < pronoun.i else None


def _person_before(verb: Token) -> Token | None:
    """Give the person right before *who*, where the parser took another: *the head of the League, X, who said*."""
    who = next((c for c in verb.children if c.lower_ == "who"), None)
    if who is None or who.i < 2 or who.nbor(-1).text != "," or verb.head.ent_type_ == "PERSON" or _is_plural(verb):
        return None
    last = who.nbor(-2)
    return last if last.ent_type_ == "PERSON" and last.dep_ in {"appos", "pobj", "dobj", "conj"} else None


def _named(noun: Token) -> Token:
    """Give the name of which an apposition says more: *X, a diplomat and former envoy whom Chad has named*."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head
    return top.head if top.dep_ == "appos" and top.pos_ == "NOUN" and top.head.ent_type_ == "PERSON" else noun


def _is_plural(verb: Token) -> bool:
    """Tell *who have agreed* from *who has agreed*."""
    finite = [t for t in (verb, *verb.children) if t.dep_ in {"aux", "auxpass"} or t == verb]
    return any(t.tag_ == "VBP" or t.lower_ == "were" for t in finite)


def _whole(conjunct: Token) -> Token:
    """Give the first of those of whom a plural relative clause tells: *Chad and Niger, which have agreed*."""
    while conjunct.dep_ == "conj" and conjunct.pos_ == conjunct.head.pos_:
        conjunct = conjunct.head
    return conjunct

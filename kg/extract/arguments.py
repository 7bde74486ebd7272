"""The arguments that the words under a verb fill, by grammatical function: what the parser gives, made uniform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.verbs import GATHERINGS, OBJECT_CONTROL, WITH_INFINITIVE
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_GATHERINGS = word_class("with between among")
_BESIDE = word_class("before after ahead following of during for")
Arguments = dict[str, list["Token"]]
"""Head tokens by function, see :class:`kg.extract.clauses.Clause`."""


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive, with or without its auxiliary."""
    children = list(verb.children)
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in children):
        return False
    if verb.dep_ == "acl":
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in children):
        return is_passive(verb.head)
    return False


def own_arguments(verb: Token) -> Arguments:
    """Give the arguments that stand under a verb itself."""
    found: Arguments = {}
    in_passive = any(c.dep_ == "auxpass" for c in verb.children)
    for child in verb.children:
        dep = child.dep_
        if dep == "nsubj" and in_passive:
            put(found, "object", child)  # *the border was closed*, which the parser may take for an active clause
        elif dep in {"nsubj", "csubj"} or (dep == "expl" and verb.lemma_ != "be"):
            put(found, "subject", child)
        elif dep in {"nsubjpass", "dobj", "obj"}:
            put(found, "object", child)
        elif dep == "dative":
            for token in governed(child) if child.pos_ == "ADP" else [child]:
                put(found, "dative", token)
        elif dep in {"attr", "acomp", "oprd"} or _held_so(child, verb):
            put(found, "attribute", child)
        elif dep == "agent":
            for token in governed(child):
                put(found, "subject", token)
        elif dep in {"xcomp", "ccomp"} or _purpose_in_name(child, verb):
            put(found, "complement", child)
            _small_clause(found, child)
        elif dep == "prep" and not _is_of_the_noun_before(child):
            put_prepositional(found, child)
    return found


def _is_of_the_noun_before(preposition: Token) -> bool:
    """Tell the *with* of *before a summit with X*, which the parser hangs on the verb in front."""
    if preposition.lower_ not in _OF_GATHERINGS or preposition.i == 0:
        return False
    noun = preposition.nbor(-1)
    return noun.lemma_.lower() in GATHERINGS and noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE


def adopted(noun: Token) -> Token | None:
    """Give the preposition right after a noun of gathering that hangs elsewhere and yet is the noun's."""
    if noun.i + 1 >= len(noun.doc):
        return None
    after = noun.nbor(1)
    return after if after.dep_ == "prep" and after.head != noun and _is_of_the_noun_before(after) else None


def put(arguments: Arguments, function: str, token: Token) -> None:
    """File a token under a function."""
    arguments.setdefault(function, []).append(token)


def governed(preposition: Token) -> list[Token]:
    """Give what a preposition governs; in *met with X to discuss Y* the parser may hang X on the infinitive."""
    found = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
    if preposition.lower_ != "with":
        return found
    return [next((s for s in c.children if s.dep_ == "nsubj"), c) if c.dep_ == "pcomp" else c for c in found]


def put_prepositional(arguments: Arguments, preposition: Token) -> None:
    """File what a preposition governs under its name; *from A to B* and *out of A* nest one in another."""
    name = preposition.lower_
    if name == "according":
        return
    for token in governed(preposition):
        put(arguments, name, token)
    children = list(preposition.children)
    for inner in [c for c in children if c.dep_ == "prep"] + [
        c for c in children if c.dep_ == "conj" and c.pos_ == "ADP"
    ]:
        put_prepositional(arguments, inner)


def _purpose_in_name(child: Token, verb: Token) -> bool:
    """Tell the infinitive of *agreed to send*, which the parser takes for a clause of purpose."""
    return child.dep_ == "advcl" and child.tag_ == "VB" and child.i > verb.i and verb.lemma_ in WITH_INFINITIVE


def _held_so(child: Token, verb: Token) -> bool:
    """Tell the adjective of *held Chad responsible*, which the parser takes for a clause of its own."""
    if child.dep_ != "advcl" or child.pos_ != "ADJ":
        return False
    plain = not any(c.dep_ in {"mark", "nsubj", "aux"} for c in child.children)
    return plain and any(verb.i < c.i < child.i for c in verb.children if c.dep_ == "dobj")


def _small_clause(arguments: Arguments, complement: Token) -> None:
    """Read *found X guilty* and *let X go free* as having the object X, which the parser makes a subject below."""
    bare = complement.pos_ in {"ADJ", "NOUN"} or complement.tag_ == "VB"
    asked = complement.head.lemma_ in OBJECT_CONTROL  # *wants Chad to pay*
    if not bare or any(
        c.dep_ in {"aux", "mark", "cop"} and not (asked and c.lower_ == "to") for c in complement.children
    ):
        return
    below = [c for c in complement.children if c.dep_ == "nsubj"]
    if below and "object" not in arguments:
        arguments["object"] = below
        if complement.pos_ != "VERB":
            put(arguments, "attribute", complement)

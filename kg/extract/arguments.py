"""The arguments that the words under a verb fill, by grammatical function: what the parser gives, made uniform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.phrases import is_listed_after
from kg.extract.verbs import GATHERINGS, OBJECT_CONTROL, WITH_INFINITIVE
from kg.extract.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_GATHERINGS = word_class("with between among")
_BESIDE = word_class("before after ahead following of during for")
_BROKERING = word_class("broker mediate facilitate sponsor negotiate organise organize convene arrange moderate")
_BEFORE_PARTICIPLE = word_class("npadvmod compound nmod amod nsubj")
HONOUR = word_class("honour honor")
"""Nouns of *a dinner in his honour*."""
_WANTING = word_class("call ask push press appeal plead beg lobby argue wait pray clamour clamor arrange campaign")
"""Verbs of wanting *for* somebody to do something."""
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
        return not is_main(verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in children):
        return is_passive(verb.head)
    return False


def is_main(verb: Token) -> bool:
    """Tell the verb of *the envoy, X, shuttled between …*, which the parser takes for a participle of the noun."""
    noun = verb.head
    named = any(c.dep_ == "appos" and c.i < verb.i for c in noun.children)
    return verb.dep_ == "acl" and noun.dep_ == "ROOT" and named and verb.i > 0 and verb.nbor(-1).text == ","


def own_arguments(verb: Token) -> Arguments:
    """Give the arguments that stand under a verb itself."""
    found: Arguments = {}
    in_passive = any(c.dep_ == "auxpass" for c in verb.children)
    for child in verb.children:
        dep = child.dep_
        if dep == "nsubj" and in_passive:
            put(found, "object", child)  # *the border was closed*, which the parser may take for an active clause
        elif dep in {"nsubj", "csubj"} or (dep == "expl" and verb.lemma_ != "be"):
            put(found, "subject", _past_host(child))
        elif dep in {"nsubjpass", "dobj", "obj"} or (dep == "npadvmod" and child.ent_type_ == "PERSON"):
            put(found, "object", child)  # *received X and, later, Y*
        elif dep == "dative":
            for token in governed(child) if child.pos_ == "ADP" else [child]:
                put(found, "dative", token)
        elif dep == "neg" or (dep == "intj" and child.lower_ == "no"):
            put(found, "negation", child)
        elif dep in {"attr", "acomp", "oprd"} or _held_so(child, verb):
            put(found, "attribute", child)
        elif dep == "agent":
            for token in governed(child):
                if token.ent_type_ != "DATE":  # *reached by June*
                    put(found, "subject", token)
        elif dep in {"xcomp", "ccomp"} or _purpose_in_name(child, verb):
            put(found, "complement", child)
            _small_clause(found, child)
            _put_wanted(found, child, verb)
        elif dep == "advcl" and _is_wanted_for(child, verb):
            _put_wanted(found, child, verb)
        elif dep == "advmod" and child.lower_ == "away":
            for preposition in [c for c in child.children if c.dep_ == "prep"]:
                put_prepositional(found, preposition)
        elif dep == "prep" and not _is_of_the_noun_before(child):
            put_prepositional(found, child)
        elif dep == "aux" and not any(c.dep_ == "mark" for c in child.children):
            # *have been meeting*, whose subject the parser may hang on *been*; not *as X had, …*
            for token in [c for c in child.children if c.dep_ == "nsubj"]:
                put(found, "subject", token)
        elif dep in {"advmod", "npadvmod"}:
            put(found, "adverb", child)
    return _brokered(verb, found)


def _brokered(verb: Token, found: Arguments) -> Arguments:
    """Read *a Norwegian-brokered truce* as a truce that Norway brokered."""
    if verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.lemma_.lower() in _BROKERING:
        by = [c for c in verb.children if c.dep_ in _BEFORE_PARTICIPLE]
        if by:
            return {**found, "subject": by, "object": [verb.head]}
    return found


def _past_host(subject: Token) -> Token:
    """Skip the host in *invited by the King, X, the Premier, Y, paid a visit*, who seems apposed to Y."""
    if subject.ent_type_ != "PERSON" or any(c.dep_ == "conj" for c in subject.children):
        return subject
    others = [c for c in subject.children if c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.i > subject.i]
    return subject if not others or is_listed_after(others[-1]) else others[-1]


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
    if preposition.lower_ == "as" and not found:
        return [c for c in preposition.children if c.pos_ == "ADJ"]  # *described it as illegal*
    if preposition.lower_ != "with":
        return found
    doers = [(c, next((s for s in c.children if s.dep_ == "nsubj"), None)) for c in found]
    company = [(c, doer) for c, doer in doers if doer is None or c.tag_ != "VBG"]  # none in *with X looking on*
    return [doer if doer is not None and c.dep_ == "pcomp" else c for c, doer in company]


def put_prepositional(arguments: Arguments, preposition: Token) -> None:
    """File what a preposition governs under its name; *from A to B* and *out of A* nest one in another."""
    name = preposition.lower_
    if name == "according":
        return
    arguments.setdefault(name, []).extend(governed(preposition))  # empty in *out of A*, which has a particle
    if name == "in":
        for honour in [t for t in governed(preposition) if t.lower_ in HONOUR]:
            arguments.setdefault("for", []).extend(_honoured(honour))
    children = list(preposition.children)
    for inner in [c for c in children if c.dep_ == "prep"] + [
        c for c in children if c.dep_ == "conj" and c.pos_ == "ADP"
    ]:
        put_prepositional(arguments, inner)


def _honoured(honour: Token) -> list[Token]:
    """Give for whom a dinner *in honour of X* or *in his honour* is; the parser may hang *of* on the verb."""
    owners = [c for c in honour.children if c.dep_ == "poss"]
    after = honour.nbor(1) if honour.i + 1 < len(honour.doc) else honour
    return owners or (governed(after) if after.lower_ == "of" else [])


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
    let = complement.head.lemma_ == "let" and complement.tag_ == "VBP"
    bare = complement.pos_ in {"ADJ", "NOUN"} or complement.tag_ == "VB" or let
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


# ---------------------------------------------------------------- what is wanted
def _put_wanted(arguments: Arguments, clause: Token, verb: Token) -> None:
    """File what is told of as wanted, and who shall do it: *insisted that Chad withdraw*, *called for Chad to act*."""
    if is_infinitive(clause):
        put(arguments, "infinitive", clause)
    if not (_is_wanted_for(clause, verb) or _is_subjunctive(clause, verb)):
        return
    put(arguments, "wanted", clause)
    for token in clause.children:
        if token.dep_ == "nsubj":
            put(arguments, "wanted_of", token)


def is_infinitive(clause: Token) -> bool:
    """Tell an infinitive with *to*."""
    return any(c.dep_ in {"aux", "auxpass"} and c.lower_ == "to" for c in clause.children)


def _is_wanted_for(clause: Token, verb: Token) -> bool:
    """Tell *called for Chad to withdraw*, which the parser takes for a clause of purpose."""
    if verb.lemma_ not in _WANTING or clause.i < verb.i or not is_infinitive(clause):
        return False
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)


def _is_subjunctive(clause: Token, verb: Token) -> bool:
    """Tell *that he withdraw*, *that it be withdrawn*; a plural's bare present is told by a past verb above it."""
    children = list(clause.children)
    if clause.dep_ != "ccomp" or not any(c.lower_ == "that" or c.dep_ == "nsubj" for c in children):
        return False
    auxiliaries = [c for c in children if c.dep_ in {"aux", "auxpass"}]
    if auxiliaries:
        return len(auxiliaries) == 1 and auxiliaries[0].lower_ == "be"
    if clause.lower_ != clause.lemma_ or clause.tag_ not in {"VB", "VBP"}:
        return False
    singular = any(c.dep_ == "nsubj" and c.tag_ in {"NN", "NNP"} and not c.conjuncts for c in children)
    return clause.tag_ == "VB" or singular or verb.tag_ in {"VBD", "VBN"}

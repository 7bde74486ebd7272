"""Predicate-argument structure of verbs, adjectives and nouns: syntax is read here once, for every frame.

A :class:`Clause` names its arguments by grammatical function after undoing passives, relative clauses, control,
raising, conjunction and light verbs: *a deal signed by X*, *X signed a deal*, *X, which signed a deal* and
*the signing of a deal by X* all have the subject *X* and the object *deal*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kg.extract.arguments import (
    Arguments,
    adopted,
    governed,
    is_infinitive,
    is_passive,
    own_arguments,
    put,
    put_prepositional,
)
from kg.extract.chapeau import is_listed, listed
from kg.extract.control import SUBJECTLESS, arguments_of, bind_relative, inherited
from kg.extract.phrases import whose
from kg.extract.verbs import JOURNEYS, LIGHT_VERBS, SHARED_ACTS, STAGES
from kg.extract.words import PORTIONS, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.reading import Sentence

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PREDICATIVE = frozenset({"acomp", "ROOT", "conj", "oprd", "amod", "advcl", "ccomp"})
_PARTICLES = word_class("on for with to at in into upon against over")
"""Prepositions that the parser may take for the particle of a verb."""
_ADVERBS = word_class("short aside forward away back home")
"""Particles that the parser may take for adverbs."""
_DISMISSIVE = word_class("down off aside away back")
_PLACE_PREPOSITIONS = word_class("in at on near outside aboard")
_WHERE = _PLACE_PREPOSITIONS | {"across", "around"}
_GOING = word_class("travel fly go return come head drive sail proceed")
_ENGAGED_IN = word_class("in into for on at with")
_ON_WHOSE = word_class("request invitation call behest appeal demand suggestion proposal urging insistence")
"""What *at* gives the reason of: *met at the request of X*."""
_ENGAGING = word_class("meet engage enter be gather join sit arrive go travel fly participate take begin respond")
"""Verbs that carry a noun under a preposition: *engaged in talks*, *met for talks*."""
_SETTING_OUT = word_class("embark leave depart")
"""Verbs that do so under *on* only: *left on a visit*, but not *left for talks*."""
_BEFALLING = word_class("under on in")
_STAYING = word_class("be remain stay come live keep")
_AFTER_NAMES = word_class("for to at in during")
"""Prepositions after a name that say something of the act rather than of who is named."""
_TELLING_OF = word_class("accuse remind assure inform convince convict suspect acquit")
"""Verbs whose *of* tells what, not whose: *reminded Chad of its duty*."""
_AFFIRMING = word_class(
    "underscore underline stress emphasise emphasize highlight reaffirm affirm reiterate recall acknowledge "
    "condemn denounce criticise criticize deplore decry blame praise welcome hail commend laud applaud demand"
)
"""Verbs whose object is what somebody says, and not where he says it."""
_LENGTHS = word_class("hour minute day week month evening morning night marathon year")
_HYPHENS = frozenset("-‐‑")
_TALKS = word_class(
    "talk talks negotiation negotiations consultation consultations discussion discussions dialogue meeting meetings"
)
"""Also in the plural, which the parser leaves where it takes them for names: *Foreign Office Consultations*."""
_TEXTS = word_class("agreement accord treaty pact deal memorandum protocol convention contract")
_WHOLES = {
    "war": word_class("aggression conquest attrition"),
    **dict.fromkeys(("round", "series", "session", "bout", "cycle"), _TALKS),
    **dict.fromkeys(("signing", "signature", "conclusion", "initialling"), _TEXTS),
}
"""Nouns of which those take part who take part in what follows *of*."""
_DONE_BY = (LIGHT_VERBS - {"arrange"}) | word_class(
    "claim order organise organize perpetrate initiate command direct back support involve "
    "include see bring unite gather feature call threaten plan propose use"
)
"""Verbs that tell whose act a noun is: *talks held by X*, *a raid ordered by X*, and not *a raid condemned by X*, nor
*a meeting arranged by X*."""
_SHARES_WITH = LIGHT_VERBS | SHARED_ACTS


@dataclass(slots=True)
class Clause:
    """One predicate with its arguments, as head tokens by grammatical function.

    Functions: subject, object, dative, attribute, complement (head of an embedded clause), infinitive (a complement
    with *to*), wanted (one that tells what shall be done), wanted_of (who shall do it), negation, counted (how
    many objects), possessor, modifier, adverb, bearer (whom a noun befalls that stands under a preposition), each
    preposition by its own name, and under, the preposition that governs a noun.
    """

    predicate: Token
    lemma: str
    kind: Literal["verb", "noun", "adjective"]
    sentence: Sentence
    particle: str = ""
    light: Token | None = None
    passive: bool = False
    arguments: Arguments = field(default_factory=dict)

    @property
    def anchor(self) -> Token:
        """The predicate, or the light verb that carries it."""
        return self.light or self.predicate

    def heads(self, *functions: str) -> list[Token]:
        """Give the argument heads of the named functions, in order, each once."""
        found: dict[int, Token] = {}
        for function in functions:
            for argument in self.arguments.get(function, ()):
                token = _counted(argument)
                found.setdefault(token.i, token)
        return list(found.values())


def _counted(head: Token) -> Token:
    """Give what a word of number or portion counts: *dozens of students*, *one of the ministers*."""
    if head.lower_ not in PORTIONS:
        return head
    return next((t for c in head.children if c.lower_ == "of" for t in governed(c)), head)


def clauses(sentence: Sentence, event_nouns: frozenset[str]) -> Iterator[Clause]:
    """Yield a clause for each verb, predicative adjective and event noun of a sentence, in text order."""
    opener = listed(sentence.parse) if sentence.chapeau else None
    for token in sentence.tokens:
        part = token.pos_
        if token == opener:
            yield verb_clause(token, sentence)
        elif part in _VERBAL and token.dep_ == "acomp" and token.tag_ == "VBN":
            yield adjective_clause(token, sentence)  # *is committed to*, which the parser takes for a verb
        elif part in _VERBAL and token.dep_ not in {"aux", "auxpass"}:
            yield verb_clause(token, sentence)
        elif part in _NOMINAL and not event_nouns.isdisjoint(lemmas(token)):
            joined = token.dep_ == "compound" and not event_nouns.isdisjoint(lemmas(token.head))
            if not joined and not _is_of_memorandum(token):
                yield noun_clause(token, sentence)
        elif part == "ADJ" and token.dep_ in _PREDICATIVE:
            yield adjective_clause(token, sentence)


def _is_of_memorandum(noun: Token) -> bool:
    return noun.lower_ == "understanding" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() == "memorandum"


def lemmas(token: Token) -> list[str]:
    """Give the lemma of a word, after that of the hyphenated word that it ends: *sit-in*, *test-fire*."""
    lemma = token.lemma_.lower()
    if token.i < 2:
        return [lemma]
    hyphen = token.nbor(-1)
    if hyphen.text not in _HYPHENS or hyphen.whitespace_ or token.nbor(-2).whitespace_ or hyphen.is_sent_start:
        return [lemma]
    return [f"{token.nbor(-2).lower_}-{lemma}", lemma]


# ---------------------------------------------------------------- verbs
def verb_clause(verb: Token, sentence: Sentence) -> Clause:
    """Read a verb's arguments, with what it inherits from the clauses around it."""
    particle = _particle(verb)
    arguments = own_arguments(verb)
    if particle in _PARTICLES and particle not in arguments and "object" in arguments:
        # *called on X*: what the parser takes for a particle may be a preposition
        arguments[particle] = arguments["object"]
    passive = is_passive(verb)
    struck = [t for t in arguments.get("object", []) if passive and t.lower_ != "we"]
    if struck:
        for stranded in (c.lower_ for c in verb.children if c.dep_ == "prep" and not governed(c)):
            arguments[stranded] = arguments.get(stranded) or struck  # *was fired upon*
    missing = "object" if passive else "subject"
    if missing not in arguments and verb.dep_ in SUBJECTLESS and (source := inherited(verb, arguments)):
        arguments[missing] = source
    bind_relative(verb, arguments)
    if sentence.chapeau and "subject" not in arguments and not passive and is_listed(verb, sentence.parse):
        arguments["subject"] = list(sentence.chapeau)
    if any(t.lower_ == "mind" for t in arguments.get("in", [])):
        arguments.pop("with", None)  # *with Chad in mind*
    _lower_attachment(arguments)
    if verb.lemma_.lower() in _GOING:
        _place_of_goal(arguments)
    arguments["counted"] = [c for t in arguments.get("object", []) for c in t.children if c.dep_ == "nummod"]
    return Clause(verb, verb.lemma_.lower(), "verb", sentence, particle, passive=passive, arguments=arguments)


def _particle(verb: Token) -> str:
    """Give the particle of a verb; that of *cut short a visit* and *hit back at X* the parser takes for an adverb."""
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.i > verb.i and child.lower_ in _ADVERBS):
            return str(child.lower_)
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return str(after.lower_) if after.lower_ in _ADVERBS or (after.tag_ == "RP" and after.head == verb) else ""


def _lower_attachment(arguments: Arguments) -> None:
    """Let a verb see the prepositions that the parser hung on its object: *imposed tariffs on Togo*."""
    for noun in [t for t in arguments.get("object", []) if t.pos_ in _NOMINAL or t.pos_ == "NUM"]:
        below: Arguments = {}
        for child in noun.children:
            if child.dep_ == "prep" and _belongs_to_verb(child, noun):
                put_prepositional(below, child)
        for function, tokens in below.items():
            known = arguments.get(function, [])
            if not known or (function in _PLACE_PREPOSITIONS and all(t.ent_type_ == "DATE" for t in known)):
                arguments[function] = [*tokens, *known]  # *convened the panel | in Lima | in May*


def _place_of_goal(arguments: Arguments) -> None:
    """Let a verb see where the ship or house is to which somebody goes: *flew to the frigate X at the port of Y*."""
    below: Arguments = {}
    for noun in arguments.get("to", []):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in _PLACE_PREPOSITIONS:
                put_prepositional(below, child)
    for function, tokens in below.items():
        arguments.setdefault(function, tokens)


def _belongs_to_verb(preposition: Token, noun: Token) -> bool:
    if preposition.lower_ == "of" and noun.head.lemma_ in _TELLING_OF:
        return True
    if noun.pos_ == "PROPN":
        return preposition.lower_ in _AFTER_NAMES  # *welcomed the king to Lima*, *nominated her for the prize*
    if noun.head.lemma_ in _AFFIRMING and preposition.lower_ in _WHERE:
        return False  # *stressed the need for calm in Chad*
    return preposition.lower_ != "of" and (preposition.lower_ != "with" or noun.head.lemma_ in _SHARES_WITH)


# ---------------------------------------------------------------- nouns
def noun_clause(noun: Token, sentence: Sentence) -> Clause:
    """Read the arguments of an event noun, with those a light verb or a participle lends it."""
    arguments: Arguments = {}
    for child in noun.children:
        if child.dep_ == "poss":
            put(arguments, "possessor", whose(child) or child)
        elif child.dep_ in {"compound", "amod", "nmod"}:
            for token in [child, *[c for c in child.children if c.dep_ in {"compound", "nmod", "conj", "amod"}]]:
                put(arguments, "modifier", token)
        elif child.dep_ == "prep":
            put_prepositional(arguments, child)
        elif child.dep_ == "acl" and child.tag_ == "VB":
            put(arguments, "complement", child)
        elif child.dep_ in {"acl", "relcl"} and child.pos_ in _VERBAL and not tells_a_stage(child, noun):
            _lend(arguments, own_arguments(child), child, noun, done=child.lemma_.lower() in _DONE_BY)
    if (whole := _WHOLES.get(noun.lemma_.lower())) is not None:
        for inner in [t for t in arguments.get("of", []) if t.lemma_.lower() in whole]:
            for child in [c for c in inner.children if c.dep_ == "prep"]:
                put_prepositional(arguments, child)  # *the next round of talks between X and Y*
    if (preposition := _governing(noun)) is not None:
        put(arguments, "under", preposition)
    if (preposition := adopted(noun)) is not None:
        put_prepositional(arguments, preposition)
    for bearer in _bearers(noun):
        put(arguments, "bearer", bearer)
    told = any(c.dep_ == "relcl" for c in noun.children) and "subject" in arguments
    light = None if told else _light_verb(noun)  # *showed her the investments that Chad makes*
    if light is not None:
        _lend(arguments, verb_clause(light, sentence).arguments, light, noun)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in _VERBAL:
        where = {k: v for k, v in own_arguments(noun.head).items() if k in _PLACE_PREPOSITIONS}
        _lend(arguments, where, noun.head, noun)
    return Clause(noun, noun.lemma_.lower(), "noun", sentence, light=light, arguments=arguments)


def tells_a_stage(verb: Token, noun: Token) -> bool:
    """Tell *began* in *a tour that began in Lima*, where Lima is a part of the tour and no place of it."""
    return verb.lemma_.lower() in STAGES and noun.lemma_.lower() in JOURNEYS


def _bearers(noun: Token) -> list[Token]:
    """Give whom a noun befalls that stands under a preposition: *a town under siege*, *Paz is on trial*."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _BEFALLING:
        return []
    above = preposition.head
    if above.pos_ in _VERBAL:
        return arguments_of(above).get("subject", []) if above.lemma_ in _STAYING else []
    return [above] if above.pos_ in _NOMINAL else []


def _governing(noun: Token) -> Token | None:
    """Give the preposition over a noun: *over dinner*, *after five hours of talks*."""
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head
    return _governing(above) if noun.head.lower_ == "of" and above.lemma_ in _LENGTHS else noun.head


def _lend(arguments: Arguments, lent: Arguments, verb: Token, noun: Token, *, done: bool = True) -> None:
    """Lend a noun the arguments of a verb around it; whose act it is only where the verb tells that it is ``done``."""
    withheld = {"object", "complement", "attribute"} | (set() if done else {"subject"})
    if verb.lemma_.lower() == "be" and verb.dep_ not in {"acl", "relcl"} and noun.dep_ != "pobj":
        withheld.add("subject")
    for function, tokens in lent.items():
        if function in withheld:
            continue
        for token in tokens:
            if token.tag_ not in {"WP", "WDT", "WRB"} and token.lower_ != "that":
                put(arguments, function, token)


def _light_verb(noun: Token) -> Token | None:
    """Find the verb that only carries the noun: held *talks*, *talks* were held, is in *talks* with."""
    head, dep = noun.head, noun.dep_
    if dep == "conj":
        head, dep = noun.head.head, noun.head.dep_
    if dep in {"nsubj", "nsubjpass"} and (held := _raised(head)) is not None:
        return held
    if dep in {"dobj", "nsubjpass", "attr", "obj"} and head.pos_ in _VERBAL:
        return head if head.lemma_.lower() in LIGHT_VERBS or dep == "attr" else None
    if head.lower_ == "at" and noun.lemma_.lower() in _ON_WHOSE:
        return None
    if head.pos_ in _VERBAL and _particle(head) in _DISMISSIVE:
        return None  # *slapped down a demand*
    if dep == "pobj" and head.lower_ in _ENGAGED_IN and head.head.pos_ in _VERBAL:
        setting_out = head.lower_ == "on" and head.head.lemma_.lower() in _SETTING_OUT
        return head.head if setting_out or head.head.lemma_.lower() in _ENGAGING else None
    return None


def _raised(verb: Token) -> Token | None:
    """Give the verb of *talks are to take place in Lima*, *are expected to be held* and *are due to begin*."""
    above = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    inner = next((c for v in above for c in v.children if c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"}), None)
    if inner is None or not (verb.lemma_ == "be" or is_passive(verb)):
        return None
    if inner.head.dep_ == "acomp" and inner.lemma_.lower() in LIGHT_VERBS:
        return inner
    takes_place = inner.lemma_ == "take" and any(c.lower_ == "place" for c in inner.children)
    return inner if takes_place or (is_passive(inner) and inner.lemma_.lower() in LIGHT_VERBS) else None


# ---------------------------------------------------------------- adjectives
def adjective_clause(adjective: Token, sentence: Sentence) -> Clause:
    """Read a predicative adjective (*is ready to talk*, *is opposed to*) with the subject of its verb."""
    arguments: Arguments = {}
    for child in adjective.children:
        if child.dep_ == "prep":
            put_prepositional(arguments, child)
        elif child.dep_ in {"xcomp", "ccomp"}:
            put(arguments, "complement", child)
            if is_infinitive(child):
                put(arguments, "infinitive", child)
    if adjective.dep_ == "amod":
        arguments["subject"] = [adjective.head]
    elif adjective.head.pos_ in _VERBAL:
        own = arguments_of(adjective.head)
        arguments["subject"] = own.get("object" if adjective.dep_ == "oprd" else "subject", [])
    lemma = adjective.lower_ if adjective.pos_ == "VERB" else adjective.lemma_.lower()
    return Clause(adjective, lemma, "adjective", sentence, arguments=arguments)

"""Predicate-argument structure of verbs, adjectives and nouns: syntax is read here once, for every frame.

A :class:`Clause` names its arguments by grammatical function after undoing passives, relative clauses, control,
raising, conjunction and light verbs: *a deal signed by X*, *X signed a deal*, *X, which signed a deal* and
*the signing of a deal by X* all have the subject *X* and the object *deal*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.reading import Sentence

Arguments = dict[str, list["Token"]]

OBJECT_CONTROL = frozenset(
    ["urge", "ask", "invite", "tell", "order", "request", "persuade", "press", "push", "encourage", "allow", "permit", "enable", "force", "compel", "expect", "want", "help", "require", "beg", "implore", "instruct", "advise", "warn", "task", "authorize", "authorise", "pressure", "oblige", "appoint", "nominate", "remind", "convince", "lobby", "call", "entreat", "commission", "lead", "cause", "let", "make", "get", "forbid"]
)
"""Verbs whose infinitive is done by their object: *urged Chad to sign*."""

LIGHT_VERBS = frozenset(
    ["hold", "have", "pay", "make", "conduct", "give", "launch", "stage", "carry", "undertake", "take", "engage", "host", "convene", "open", "begin", "start", "resume", "conclude", "finish", "complete", "attend", "join", "lead", "chair", "co-chair", "deliver", "issue", "express", "voice", "offer", "extend", "send", "lodge", "file", "impose", "place", "provide", "sign", "reach", "strike", "ink", "seal", "do", "receive", "announce", "declare", "deepen", "continue", "enter", "schedule", "plan", "arrange", "hail", "mount", "perform", "wage", "commit", "face", "enact", "levy", "slap", "show", "display", "reiterate", "repeat", "convey"]
)
"""Verbs that lend their subject and adjuncts to an event noun: *held talks with*, *issued a warning to*."""

_SHARED_ACTS = frozenset(
    ["share", "exchange", "swap", "trade", "pool", "sever", "cut", "break", "suspend", "freeze", "restore", "resume", "normalise", "normalize", "end", "cancel", "reopen", "close", "renew", "upgrade", "downgrade", "scrap", "establish", "re-establish"]
)
"""Verbs that do not lend themselves to nouns, yet are done *with* somebody: *share secrets with*, *sever ties with*."""

_PORTIONS = frozenset(
    ["one", "two", "three", "four", "five", "six", "several", "some", "many", "most", "all", "both", "each", "any", "none", "few", "dozens", "dozen", "scores", "tens", "hundreds", "thousands", "millions", "number", "series", "batch", "set", "raft", "string", "range", "round", "wave", "couple", "handful", "majority", "minority", "half", "part", "portion", "third", "quarter", "lot", "lots", "pair", "type", "kind", "form", "amount", "bulk", "rest", "total", "tons", "tonnes", "shipment", "shipments"]
)

_PREPOSITIONS = frozenset({"on", "for", "with", "to", "at", "in", "into", "upon", "against", "over"})
_WITH_INFINITIVE = frozenset(
    ["commit", "pledge", "vow", "promise", "agree", "decide", "plan", "undertake", "resolve", "seek", "refuse", "decline", "vote", "fail", "urge", "call", "press", "ask", "work", "intend", "offer", "threaten", "prepare", "want", "hope", "aim", "continue", "return", "travel"]
)
"""Verbs whose infinitive the parser may take for a purpose."""

_SUBJECTLESS = frozenset({"xcomp", "advcl", "pcomp", "conj", "acl", "ccomp"})


@dataclass(slots=True)
class Clause:
    """One predicate with its arguments, as head tokens by grammatical function.

    Functions: subject, object, dative, attribute, complement (head of an embedded clause), possessor, modifier,
    and each preposition by its own name.
    """

    predicate: Token
    lemma: str
    kind: Literal["verb", "noun", "adjective"]
    sentence: Sentence
    particle: str = ""
    light: Token | None = None
    passive: bool = False
    arguments: Arguments = field(default_factory=dict)

    def heads(self, *functions: str) -> list[Token]:
        """Give the argument heads of the named functions, in order, each once."""
        found: dict[int, Token] = {}
        for function in functions:
            for argument in self.arguments.get(function, ()):
                token = _counted(argument)
                found.setdefault(token.i, token)
        return list(found.values())


def _counted(head: Token) -> Token:
    """Give what a word of number or portion counts: *dozens of students*, *one of the ministers*, *a batch of tents*."""
    if head.lower_ not in _PORTIONS:
        return head
    return next((t for c in head.children if c.lower_ == "of" for t in _objects(c)), head)


def clauses(sentence: Sentence, event_nouns: frozenset[str]) -> Iterator[Clause]:
    """Yield a clause for each verb, predicative adjective and event noun of a sentence, in text order."""
    for token in sentence.tokens:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            yield verb_clause(token, sentence)
        elif token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in event_nouns:
            if token.dep_ != "compound" or token.head.lemma_.lower() not in event_nouns:
                yield noun_clause(token, sentence)
        elif (
            token.pos_ == "VERB" and token.lemma_.lower() in event_nouns and token.dep_ in {"compound", "pobj", "dobj"}
        ):
            yield noun_clause(token, sentence)
        elif token.pos_ == "ADJ" and token.dep_ in {"acomp", "ROOT", "conj", "oprd", "amod", "advcl", "ccomp"}:
            yield adjective_clause(token, sentence)


# ---------------------------------------------------------------- verbs
def verb_clause(verb: Token, sentence: Sentence) -> Clause:
    """Read a verb's arguments, with what it inherits from the clauses around it."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    arguments = _own_arguments(verb)
    if particle in _PREPOSITIONS and particle not in arguments and "object" in arguments:
        # *called on X*: what the parser takes for a particle may be a preposition
        arguments[particle] = arguments["object"]
    passive = is_passive(verb)
    missing = "object" if passive else "subject"
    if missing not in arguments and verb.dep_ in _SUBJECTLESS | {"relcl"}:
        for function, tokens in _inherited(verb, passive, arguments).items():
            arguments.setdefault(function, tokens)
    _bind_relative(verb, arguments)
    if any(t.lower_ == "mind" for t in arguments.get("in", [])):
        arguments.pop("with", None)  # *with Chad in mind*
    _lower_attachment(arguments)
    return Clause(verb, verb.lemma_.lower(), "verb", sentence, particle, passive=passive, arguments=arguments)


def _lower_attachment(arguments: Arguments) -> None:
    """Let a verb see the prepositions that the parser hung on its object: *imposed tariffs on Togo*."""
    for noun in [t for t in arguments.get("object", []) if t.pos_ == "NOUN"]:
        below: Arguments = {}
        for child in noun.children:
            shared = child.lower_ != "with" or noun.head.lemma_ in LIGHT_VERBS | _SHARED_ACTS
            if child.dep_ == "prep" and child.lower_ != "of" and shared:
                _prepositional(below, child)
        for function, tokens in below.items():
            arguments.setdefault(function, tokens)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive, with or without its auxiliary."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ == "acl":
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in verb.children):
        return is_passive(verb.head)
    return False


def _own_arguments(verb: Token) -> Arguments:
    found: Arguments = {}
    for child in verb.children:
        dep = child.dep_
        if dep in {"nsubj", "csubj"} or (dep == "expl" and verb.lemma_ != "be"):
            _put(found, "subject", child)
        elif dep in {"nsubjpass", "dobj", "obj"}:
            _put(found, "object", child)
        elif dep == "dative":
            for token in _objects(child) if child.pos_ == "ADP" else [child]:
                _put(found, "dative", token)
        elif dep in {"attr", "acomp", "oprd"} or _held_so(child, verb):
            _put(found, "attribute", child)
        elif dep == "agent":
            for token in _objects(child):
                _put(found, "subject", token)
        elif dep in {"xcomp", "ccomp"} or (
            dep == "advcl" and child.tag_ == "VB" and child.i > verb.i and verb.lemma_ in _WITH_INFINITIVE
        ):
            _put(found, "complement", child)
            _small_clause(found, child)
        elif dep == "prep":
            _prepositional(found, child)
    return found


def _held_so(child: Token, verb: Token) -> bool:
    """Tell the adjective of *held Chad responsible*, which the parser takes for a clause of its own."""
    plain = child.pos_ == "ADJ" and not any(c.dep_ in {"mark", "nsubj", "aux"} for c in child.children)
    return plain and child.dep_ == "advcl" and any(verb.i < c.i < child.i for c in verb.children if c.dep_ == "dobj")


def _small_clause(arguments: Arguments, complement: Token) -> None:
    """Read *found X guilty* and *let X go free* as having the object X, which the parser makes a subject below."""
    bare = complement.pos_ in {"ADJ", "NOUN"} or complement.tag_ == "VB"
    if not bare or any(c.dep_ in {"aux", "mark", "cop"} for c in complement.children):
        return
    below = [c for c in complement.children if c.dep_ == "nsubj"]
    if below and "object" not in arguments:
        arguments["object"] = below
        if complement.pos_ != "VERB":
            _put(arguments, "attribute", complement)


def _put(arguments: Arguments, function: str, token: Token) -> None:
    arguments.setdefault(function, []).append(token)


def _objects(preposition: Token) -> list[Token]:
    """Give what a preposition governs; in *met with X to discuss Y* the parser may hang X on the infinitive."""
    found = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
    return [
        next((s for s in c.children if s.dep_ == "nsubj"), c)
        if c.dep_ == "pcomp" and preposition.lower_ == "with"
        else c
        for c in found
    ]


def _prepositional(arguments: Arguments, preposition: Token) -> None:
    """File what a preposition governs under its name; *from A to B* and *out of A* nest one in another."""
    name = preposition.lower_
    if name == "according":
        return
    nested = [c for c in preposition.children if c.dep_ == "prep"]
    for token in _objects(preposition):
        _put(arguments, name, token)
    for inner in nested:
        _prepositional(arguments, inner)
    for other in preposition.children:
        if other.dep_ == "conj" and other.pos_ == "ADP":
            _prepositional(arguments, other)


def _inherited(verb: Token, passive: bool, own: Arguments) -> Arguments:
    """Give the subject (or, for a passive, the object) that a clause without one takes from its surroundings."""
    slot = "object" if passive else "subject"
    if slot in own or (passive and "subject" in own and verb.dep_ != "acl"):
        return {}
    head = verb.head
    if verb.dep_ == "relcl":
        return {}
    if verb.dep_ == "acl":
        source = [head] if verb.tag_ in {"VBN", "VBG", "VBD"} else _controller_of_noun(head)
        return {slot: source} if source else {}
    if head.pos_ == "ADP":
        return {slot: _controller_of_preposition(head)} if _controller_of_preposition(head) else {}
    if head.pos_ in {"NOUN", "PROPN"}:
        source = _controller_of_noun(head)
        return {slot: source} if source else {}
    if head.pos_ not in {"VERB", "AUX", "ADJ"}:
        return {}
    if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
        return {}
    governor = verb_clause_arguments(head)
    if verb.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in OBJECT_CONTROL:
        source = governor.get("object") or governor.get("dative") or governor.get("on") or governor.get("subject", [])
    elif (verb.dep_ == "conj" and is_passive(head) and passive) or (verb.dep_ == "conj" and is_passive(head)):
        source = governor.get("object", [])
    elif is_passive(head):
        source = governor.get("object") or governor.get("subject", [])
    else:
        source = governor.get("subject", [])
    return {slot: source} if source else {}


def verb_clause_arguments(verb: Token, depth: int = 0) -> Arguments:
    """Read arguments of a governor, following chains of governors a few steps up."""
    arguments = _own_arguments(verb)
    passive = is_passive(verb)
    missing = "object" if passive else "subject"
    if missing not in arguments and depth < 6 and verb.dep_ in _SUBJECTLESS and verb.head != verb:
        if verb.dep_ == "acl":
            source = [verb.head] if verb.tag_ in {"VBN", "VBG"} else _controller_of_noun(verb.head)
        elif verb.head.pos_ == "ADP":
            source = _controller_of_preposition(verb.head, depth + 1)
        elif verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
            above = verb_clause_arguments(verb.head, depth + 1)
            controls = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in OBJECT_CONTROL
            preferred = above.get("object") if controls or is_passive(verb.head) else above.get("subject")
            source = preferred or above.get("subject", [])
        else:
            source = []
        if source:
            arguments[missing] = source
    _bind_relative(verb, arguments)
    return arguments


def _controller_of_noun(noun: Token) -> list[Token]:
    """Give who does what a noun's infinitive says: *Mali's plan to leave*, *made a promise to leave*."""
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    if possessors:
        return possessors
    by = [t for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from", "for"} for t in _objects(c)]
    if by:
        return by
    if noun.dep_ in {"dobj", "attr", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"}:
        return verb_clause_arguments(noun.head, 3).get("subject", [])
    return []


def _controller_of_preposition(preposition: Token, depth: int = 0) -> list[Token]:
    """Give who does a gerund under a preposition: *accused Rwanda of arming*, *left after meeting*."""
    above = preposition.head
    if above.pos_ in {"VERB", "AUX"}:
        arguments = verb_clause_arguments(above, depth + 1)
        if preposition.lower_ in {"of", "from", "into", "for"} and arguments.get("object"):
            return arguments["object"]
        return arguments.get("object" if is_passive(above) else "subject", [])
    if above.pos_ in {"NOUN", "PROPN"}:
        return _controller_of_noun(above)
    if above.pos_ == "ADJ" and above.head.pos_ in {"VERB", "AUX"}:
        return verb_clause_arguments(above.head, depth + 1).get("subject", [])
    return []


def _bind_relative(verb: Token, arguments: Arguments) -> None:
    """Put the antecedent in the place of a relative pronoun, or where a reduced clause leaves a gap."""
    if verb.dep_ != "relcl":
        return
    antecedent = verb.head
    bound = False
    for function, tokens in arguments.items():
        for i, token in enumerate(tokens):
            if token.tag_ in {"WP", "WDT"} or (token.lower_ == "that" and token.dep_ in {"nsubj", "dobj", "nsubjpass"}):
                arguments[function] = [*tokens[:i], antecedent, *tokens[i + 1 :]]
                bound = True
    if not bound and "subject" in arguments and "object" not in arguments and not is_passive(verb):
        if not any(c.tag_ in {"WRB", "WP", "WDT"} for c in verb.subtree if c.i < verb.i):
            arguments["object"] = [antecedent]
    if not bound and any(c.lower_ == "where" for c in verb.children):
        arguments.setdefault("in", []).append(antecedent)


# ---------------------------------------------------------------- nouns and adjectives
def noun_clause(noun: Token, sentence: Sentence) -> Clause:
    """Read the arguments of an event noun, with those a light verb or a participle lends it."""
    arguments: Arguments = {}
    for child in noun.children:
        if child.dep_ == "poss":
            _put(arguments, "possessor", child)
        elif child.dep_ in {"compound", "amod", "nmod"}:
            for token in [child, *[c for c in child.children if c.dep_ in {"compound", "nmod", "conj", "amod"}]]:
                _put(arguments, "modifier", token)
        elif child.dep_ == "prep":
            _prepositional(arguments, child)
        elif child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"}:
            _lend(arguments, _own_arguments(child), child, noun)
    light = _light_verb(noun)
    if light is not None:
        _lend(arguments, verb_clause(light, sentence).arguments, light, noun)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"}:
        _lend(
            arguments, {k: v for k, v in _own_arguments(noun.head).items() if k in _PLACE_PREPOSITIONS}, noun.head, noun
        )
    return Clause(noun, noun.lemma_.lower(), "noun", sentence, light=light, arguments=arguments)


_PLACE_PREPOSITIONS = frozenset({"in", "at", "on", "near", "outside", "aboard"})


def _lend(arguments: Arguments, lent: Arguments, verb: Token, noun: Token) -> None:
    if verb.lemma_.lower() == "be" and verb.dep_ not in {"acl", "relcl"} and noun.dep_ != "pobj":
        lent = {k: v for k, v in lent.items() if k != "subject"}
    for function, tokens in lent.items():
        if function in {"object", "complement", "attribute"}:
            continue
        for token in tokens:
            if token.tag_ not in {"WP", "WDT", "WRB"} and token.lower_ != "that":
                _put(arguments, function, token)


def _light_verb(noun: Token) -> Token | None:
    """Find the verb that only carries the noun: held *talks*, *talks* were held, is in *talks* with."""
    head, dep = noun.head, noun.dep_
    if dep == "conj":
        head, dep = noun.head.head, noun.head.dep_
    if dep in {"dobj", "nsubjpass", "attr", "obj"} and head.pos_ in {"VERB", "AUX"}:
        return head if head.lemma_.lower() in LIGHT_VERBS or dep == "attr" else None
    if dep == "pobj" and head.lower_ in {"in", "into", "for", "on", "at", "with"} and head.head.pos_ in {"VERB", "AUX"}:
        verbs = {
            "meet",
            "engage",
            "enter",
            "be",
            "gather",
            "join",
            "sit",
            "arrive",
            "go",
            "travel",
            "fly",
            "participate",
            "take",
            "begin",
            "respond",
        }
        return head.head if head.head.lemma_.lower() in verbs else None
    return None


def adjective_clause(adjective: Token, sentence: Sentence) -> Clause:
    """Read a predicative adjective (*is ready to talk*, *is opposed to*) with the subject of its verb."""
    arguments: Arguments = {}
    for child in adjective.children:
        if child.dep_ == "prep":
            _prepositional(arguments, child)
        elif child.dep_ in {"xcomp", "ccomp"}:
            _put(arguments, "complement", child)
    if adjective.dep_ == "amod":
        arguments["subject"] = [adjective.head]
    elif adjective.head.pos_ in {"VERB", "AUX"}:
        own = verb_clause_arguments(adjective.head)
        arguments["subject"] = own.get("object" if adjective.dep_ == "oprd" else "subject", [])
    return Clause(adjective, adjective.lemma_.lower(), "adjective", sentence, arguments=arguments)

"""Tells how an event is put: told as fact, planned, possible, denied or negated, and on whose word.

Walks from the predicate up through what embeds it: *the minister denied that the two had agreed to meet*. Each
step may weaken what is told; what weakens most wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import Clause
from kg.extract.lexicon import Lexicon
from kg.extract.words import word_class
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANK: dict[Factuality, int] = {"actual": 0, "planned": 1, "hypothetical": 2, "negated": 3, "denied": 4}
_EFFECTS: dict[str, Factuality] = {level: level for level in _RANK}
_FARTHEST = 8
"""Words above a predicate that are heard."""
_VERBAL = frozenset({"VERB", "AUX"})
_MOTION = word_class("come go fly travel arrive head journey drive rush hurry return land")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FUTURE = word_class("will 'll ’ll shall would wo 'd")
_POSSIBLE = word_class("may might could can should must ought ca")
_ABLE = word_class("can could ca")
_NEGATIONS = word_class("not n't n’t never neither nor")
_NOBODY = word_class("neither none nobody nothing")
_CONDITIONS = word_class("if unless whether should provided")
_PENDING = word_class("before until till")
_CIRCUMSTANCES = word_class("after since by upon following despite besides while")
"""Prepositions of what went with an act, on which its verb says nothing: *sworn in after defeating her rival*."""
_PLANNED_ADJECTIVES = word_class(
    "planned upcoming forthcoming scheduled future coming impending next expected prospective anticipated proposed "
    "eventual new-year pending"
)
_POSSIBLE_ADJECTIVES = word_class(
    "possible potential proposed any hypothetical likely further eventual imminent would-be threatened alleged"
)
# Words before *of*, and what they say of the event noun behind it.
_OF_WHAT: dict[str, Factuality] = {
    **dict.fromkeys(word_class("ahead advance plan plans"), "planned"),
    **dict.fromkeys(word_class("prospect possibility idea hope offer chance"), "hypothetical"),
    **dict.fromkeys(word_class("absence lack"), "negated"),
}
_WISHES = word_class("want like wish let")
_PERFORMED = word_class(
    "thank congratulate express commend welcome extend convey offer pay praise salute apologise apologize appeal call "
    "urge ask emphasise emphasize stress underline reiterate reaffirm condemn assure"
)
"""What is done by saying that one wants to do it."""
_UTTERANCES = word_class(
    "request call demand appeal proposal offer accusation allegation claim charge criticism complaint refusal protest "
    "invitation plea suggestion objection threat warning condemnation"
)
"""Nouns of what was said already when it is rejected, weighed or talked about."""
_OCCASIONS = word_class("opportunity occasion time chance trouble liberty moment")
_TAKING = word_class("take seize use")
_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is put: its factuality, and the reporting verb on whose subject's word it stands."""

    factuality: Factuality
    reporter: Token | None = None


def stance(clause: Clause, lexicon: Lexicon) -> Stance:
    """Read the stance of a clause."""
    anchor = clause.anchor if clause.kind == "noun" else clause.predicate
    levels = [_local(anchor)]
    if clause.kind == "noun":
        levels.append(_noun_modality(clause, lexicon))
    if clause.kind == "adjective" and anchor.head.pos_ in _VERBAL:
        levels.append(_local(anchor.head))
    reporter = None
    child = anchor
    for _ in range(_FARTHEST):
        step = _step(child, lexicon)
        if step is None:
            break
        parent, effect = step
        if effect == "report":
            reporter = reporter or parent
        elif effect:
            levels += _embedded(_EFFECTS[effect], parent)
        child = parent
    return Stance(_weakest(levels), reporter)


def _weakest(levels: Iterable[Factuality]) -> Factuality:
    return max(levels, key=lambda level: _RANK[level])


def _embedded(effect: Factuality, parent: Token) -> list[Factuality]:
    """Give what an embedding word says, and how it is put itself: *did not refuse to sign* leaves it open."""
    if effect == "negated" and parent.pos_ not in _VERBAL:
        return [effect]
    if parent.pos_ == "NOUN" and any(c.lower_ == "no" for c in parent.children):
        return ["negated"]  # *has no plans to sign*
    local = _local(parent)
    return [effect, "hypothetical" if local == "negated" and effect in {"denied", "negated"} else local]


# ---------------------------------------------------------------- the predicate itself
def _local(token: Token) -> Factuality:
    """Read negation, modal auxiliaries and conjunctions on the predicate itself."""
    level = _modal(token)
    if token.dep_ == "conj" and token.tag_ == "VB" and _shares_auxiliaries(token):
        level = _weakest([level, _local(token.head)])
    mark = next((c.lower_ for c in token.children if c.dep_ == "mark"), "")
    if mark in _CONDITIONS:
        level = "hypothetical"
    elif mark in _PENDING and level == "actual" and token.tag_ != "VBD":
        level = "planned"
    if level == "hypothetical" and not _is_inability(token):
        return level
    return "negated" if _negated(token) else level


def _is_inability(token: Token) -> bool:
    """Tell *could not agree*, which they did not; *may not agree* and *could not agree if* leave it open."""
    auxiliaries = {c.lower_ for c in token.children if c.dep_ == "aux"}
    conditional = any(c.dep_ in {"mark", "advcl"} for c in token.children) or "have" in auxiliaries
    return bool(auxiliaries & _ABLE) and not conditional


def _modal(token: Token) -> Factuality:
    level: Factuality = "planned" if _is_headline(token) else "actual"
    for child in token.children:
        if child.dep_ != "aux" or child.lower_ in _NEGATIONS:
            continue
        if child.lower_ in _FUTURE:
            level = _weakest([level, "planned"])
        elif child.lower_ in _POSSIBLE:
            level = "hypothetical"
    return level


def _is_headline(verb: Token) -> bool:
    """Tell *Peru to open embassy*, the future of headlines."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    subject = any(c.dep_ == "nsubj" for c in verb.children)
    return (verb.dep_ == "ROOT" and subject) or (verb.dep_ == "acl" and verb.head.dep_ == "ROOT")


def _shares_auxiliaries(token: Token) -> bool:
    head = token.head
    return head.pos_ == "VERB" and head.tag_ == token.tag_ and not any(c.dep_ == "aux" for c in token.children)


def _negated(token: Token) -> bool:
    """Tell *did not meet*, *no minister met*, *met nobody*, *neither met*, *has yet to meet*."""
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or lower in _NEGATIONS:
            return True
        if child.dep_ in _SUBJECTS and lower in _NOBODY:
            return True
        if (child.dep_ in _SUBJECTS or child.dep_ == "dobj") and any(
            c.lower_ in {"no", "neither", "none"} for c in child.children
        ):
            return True
    return token.lemma_ == "have" and _yet(token)


def _yet(have: Token) -> bool:
    return any(c.lower_ == "yet" for c in have.children)


# ---------------------------------------------------------------- event nouns
def _noun_modality(clause: Clause, lexicon: Lexicon) -> Factuality:
    """Read what stands around an event noun: *planned talks*, *no talks*, *called for talks*, *ahead of talks*."""
    noun = clause.predicate
    levels: list[Factuality] = ["actual"]
    for child in noun.children:
        if child.lower_ in {"no", "without"}:
            levels.append("negated")
        elif child.lower_ in _PLANNED_ADJECTIVES:
            levels.append("planned")
        elif child.lower_ in _POSSIBLE_ADJECTIVES:
            levels.append("hypothetical")
    head = noun.head
    if noun.dep_ == "pobj":
        levels.append(_under_preposition(head, lexicon))
    elif noun.dep_ in {"dobj", "nsubjpass"} and clause.light is None and head.pos_ in _VERBAL:
        governed = _governor(head, lexicon)
        said_before = noun.lemma_.lower() in _UTTERANCES and governed != "planned" and _has_source(noun)
        known = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
        levels += [] if said_before else [governed, _carried(head, known=known)]
    elif noun.dep_ == "nsubj" and head.pos_ in _VERBAL and (local := _local(head)) in {"planned", "hypothetical"}:
        levels.append(local)
    return _weakest(levels)


def _has_source(noun: Token) -> bool:
    """Tell *Chad's request*, *a call by Chad*: who has said it."""
    return any(
        c.dep_ == "poss" or c.lower_ in {"by", "from"} or (c.dep_ in {"amod", "compound"} and c.text[:1].isupper())
        for c in noun.children
    )


def _carried(verb: Token, *, known: bool) -> Factuality:
    """Give how the verb that carries a noun is put; *did not condemn the raid* leaves a known raid a fact."""
    local = _local(verb)
    return "actual" if known and local == "negated" else local


def _under_preposition(preposition: Token, lexicon: Lexicon) -> Factuality:
    word, above = preposition.lower_, preposition.head
    if word == "without":
        return "negated"
    if word == "of":
        return _OF_WHAT.get(above.lower_, "actual")
    if word in {"before", "until", "pending"}:
        return "planned"
    if word in {"for", "to", "on", "against"} and above.pos_ in {"VERB", "ADJ", "NOUN"}:
        return _governor(above, lexicon)
    return "actual"


def _governor(token: Token, lexicon: Lexicon) -> Factuality:
    return _EFFECTS.get(_listed(token, token.pos_[:1].lower(), lexicon), "actual")


def _listed(token: Token, part: str, lexicon: Lexicon) -> str:
    """Look a word up among what embeds, a verb with its particle: what is *called off* is not called for."""
    lemma = token.lemma_.lower()
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "") if part == "v" else ""
    whole = lexicon.embedding.get((f"{lemma} {particle}", part), "") if particle else ""
    return whole or lexicon.embedding.get((lemma, part), "")


# ---------------------------------------------------------------- what embeds it
def _step(child: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """Go one step up; give the word above and its effect ("" for none), or None at the top."""
    parent, dep = child.head, child.dep_
    if parent == child:
        return None
    if dep == "conj":
        return _step_over_conjunct(child, parent, lexicon)
    if dep in {"advcl", "acl"} and (taking := _taken_occasion(child)) is not None:
        return taking, ""
    if dep == "pcomp" or (dep == "advcl" and parent.pos_ == "ADP"):
        return _step_over_preposition(parent, lexicon)
    if dep in {"xcomp", "ccomp"} or (dep == "acl" and _is_content(child)):
        return parent, "" if _is_performed(child, parent) else _effect(parent, lexicon)
    if dep == "advcl":
        return _step_over_adverbial(child, parent, lexicon)
    if dep in {"acomp", "oprd", "attr"} and child.pos_ in {"VERB", "ADJ"}:
        return parent, ""
    return None


def _is_performed(act: Token, wish: Token) -> bool:
    """Tell *I want to thank X*, which thanks him."""
    if wish.lemma_ not in _WISHES or act.lemma_ not in _PERFORMED:
        return False
    return wish.lemma_ == "let" or any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in wish.children)


def _taken_occasion(infinitive: Token) -> Token | None:
    """Find the verb of *took the opportunity to thank*, *took time to praise*: it was done."""
    above = infinitive.head
    if infinitive.tag_ != "VB":
        return None
    noun = above if infinitive.dep_ == "acl" else next((c for c in above.children if c.dep_ == "dobj"), None)
    if noun is None or noun.lemma_.lower() not in _OCCASIONS or noun.dep_ != "dobj":
        return None
    return noun.head if noun.head.lemma_.lower() in _TAKING else None


def _is_content(clause: Token) -> bool:
    """Tell what a noun is about, *a plan to meet*, *the denial that they met*, from what happened to it."""
    introduced = any(c.dep_ == "mark" or (c.lower_ == "that" and c.dep_ != "nsubj") for c in clause.children)
    return clause.tag_ == "VB" or introduced


def _step_over_conjunct(child: Token, parent: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """Let a conjunct without a subject share what embeds the first: *refused to sign or discuss it*."""
    subjects = {c.dep_ for c in child.children} & _SUBJECTS
    if parent.pos_ in _VERBAL and child.tag_ in {"VB", "VBG"} and not subjects:
        return parent, ""
    return _step(parent, lexicon) if parent.dep_ in {"ccomp", "xcomp"} and "nsubj" not in subjects else None


def _step_over_preposition(preposition: Token, lexicon: Lexicon) -> tuple[Token, str]:
    above = preposition.head
    if preposition.lower_ == "without":
        return above, "negated"
    if preposition.lower_ == "before":
        return above, "" if above.tag_ == "VBD" else "planned"
    if preposition.lower_ in _CIRCUMSTANCES:
        return above, ""
    return above, _effect(above, lexicon) if above.pos_ in {"VERB", "NOUN", "ADJ"} else ""


def _step_over_adverbial(child: Token, parent: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    purpose = child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children)
    if purpose and parent.lemma_.lower() in _MOTION and _is_past(parent):
        return parent, ""  # who flew somewhere to meet somebody met him
    effect = _effect(parent, lexicon)
    if purpose and effect == "negated" and any(c.dep_ == "dobj" for c in parent.children):
        return parent, ""  # *blocked the road to protest*
    if parent.pos_ == "ADJ" or (purpose and effect not in {"", "report"}):
        return parent, effect
    return (parent, "planned") if purpose else None


def _is_past(verb: Token) -> bool:
    """Tell *flew*, no *was to fly* and no *had been going to fly*."""
    return verb.tag_ == "VBD" and not any(c.dep_ in {"neg", "aux"} for c in verb.children)


def _of_be(be: Token) -> Factuality:
    """Read *is to visit*, *is yet to visit*, and *was to have visited*, which did not happen."""
    missed = be.tag_ == "VBD" and any(
        c.dep_ == "xcomp" and any(a.lower_ == "have" and a.dep_ == "aux" for a in c.children) for c in be.children
    )
    return "negated" if missed or _yet(be) else "planned"


def _effect(token: Token, lexicon: Lexicon) -> str:
    """Give what a word does to what it embeds: a factuality, "report", or "" for nothing."""
    lemma = token.lemma_.lower()
    if lemma == "be" and token.pos_ == "AUX":
        return _of_be(token)
    if lemma == "go" and token.tag_ == "VBG":
        return "planned"
    if lemma == "have" and token.pos_ in _VERBAL:
        return "negated" if _yet(token) else ""
    found = _listed(token, _PARTS.get(token.pos_, ""), lexicon)
    if not found and token.tag_ == "VBN":
        found = lexicon.embedding.get((token.lower_, "a"), "")
    return found

"""Tells what embeds a predicate, word by word up the tree, and what each word makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import Lexicon
from kg.extract.modality import LEVELS, has_yet, own_factuality
from kg.extract.verbs import JUDGING_VERBS
from kg.extract.words import word_class
from kg.types import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

EFFECTS: dict[str, Factuality] = {level: level for level in LEVELS}
_VERBAL = frozenset({"VERB", "AUX"})
_MOTION = word_class("come go fly travel arrive head journey drive rush hurry return land")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CIRCUMSTANCES = word_class("after since by upon following despite besides while")
"""Prepositions of what went with an act, on which its verb says nothing: *sworn in after defeating her rival*."""
_ABOUT = word_class("on about of for")
_WISHES = word_class("want like wish let")
_PERFORMED = word_class(
    "thank congratulate express commend welcome extend convey offer pay praise salute apologise apologize appeal call "
    "urge ask emphasise emphasize stress underline reiterate reaffirm condemn assure"
)
"""What is done by saying that one wants to do it."""
_OCCASIONS = word_class("opportunity occasion time chance trouble liberty moment")
_TAKING = word_class("take seize use")
_ENDEAVOURS = word_class("effort initiative attempt bid campaign mission drive work")
"""Nouns of what somebody tries, and has done where it is praised."""
_CALLING = word_class("call brand label describe term dub deem")
_UNTRUE = word_class(
    "false untrue baseless unfounded groundless fake fabricated incorrect invention inventions fabrication "
    "fabrications lie lies hoax fiction falsehood falsehoods nonsense disinformation misinformation propaganda slander"
)
_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


def effect_on_object(token: Token, lexicon: Lexicon) -> Factuality:
    """Give what a word says of the event noun that it governs."""
    return EFFECTS.get(_listed(token, token.pos_[:1].lower(), lexicon), "actual")


def _listed(token: Token, part: str, lexicon: Lexicon) -> str:
    """Look a word up among what embeds, a verb with its particle: what is *called off* is not called for."""
    lemma = token.lemma_.lower()
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "") if part == "v" else ""
    whole = lexicon.embedding.get((f"{lemma} {particle}", part), "") if particle else ""
    return whole or lexicon.embedding.get((lemma, part), "")


def step_up(child: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
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
    if dep == "acl" and _is_praised(parent):
        return parent, ""
    if dep == "ccomp" and parent.lemma_ == "be":
        return parent, ""  # *it was not until May that they met*
    if dep in {"xcomp", "ccomp"} or (dep in {"acl", "relcl"} and _is_content(child)):
        return parent, "" if _is_performed(child, parent) else _effect(parent, lexicon)
    if dep in {"dobj", "nsubj", "nsubjpass"} and child.pos_ == "NOUN" and _listed(child, "n", lexicon) == "report":
        return (parent, "denied") if _is_refuted(child, parent, lexicon) else None
    if dep == "advcl":
        return _step_over_adverbial(child, parent, lexicon)
    if dep in {"acomp", "oprd", "attr"} and child.pos_ in {"VERB", "ADJ"}:
        return parent, ""
    return None


def _is_refuted(report: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Tell *denied reports that …*, *the report that … was false*, *called the claim that … a fabrication*."""
    if report.dep_ != "nsubj" and _listed(verb, "v", lexicon) == "denied":
        return True
    if report.dep_ == "dobj" and verb.lemma_ in _CALLING:
        return any(t.lower_ in _UNTRUE and t.i > report.i for t in verb.subtree)
    judged = (c for c in verb.children if c.dep_ in {"acomp", "attr"})
    return verb.lemma_ == "be" and own_factuality(verb) == "actual" and any(c.lower_ in _UNTRUE for c in judged)


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


def _is_praised(noun: Token) -> bool:
    """Tell the endeavours of *praised its efforts to end the war* and *thanked it for its efforts to end the war*."""
    if noun.lemma_.lower() not in _ENDEAVOURS:
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.dep_ in {"dobj", "pobj", "nsubjpass"} and verb.lemma_.lower() in JUDGING_VERBS


def _is_content(clause: Token) -> bool:
    """Tell what a noun is about, *a plan to meet*, *the denial that they met*, from what happened to it."""
    if clause.dep_ == "relcl":
        return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    introduced = any(c.dep_ == "mark" or (c.lower_ == "that" and c.dep_ != "nsubj") for c in clause.children)
    return clause.tag_ == "VB" or introduced


def _step_over_conjunct(child: Token, parent: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """Let a conjunct without a subject share what embeds the first: *refused to sign or discuss it*."""
    subjects = {c.dep_ for c in child.children} & _SUBJECTS
    if parent.pos_ in _VERBAL and child.tag_ in {"VB", "VBG"} and not subjects:
        return parent, ""
    return step_up(parent, lexicon) if parent.dep_ in {"ccomp", "xcomp"} and "nsubj" not in subjects else None


def _step_over_preposition(preposition: Token, lexicon: Lexicon) -> tuple[Token, str]:
    above = preposition.head
    if preposition.lower_ == "without":
        return above, "negated"
    if preposition.lower_ == "before":
        return above, "" if above.tag_ == "VBD" else "planned"
    if preposition.lower_ in _CIRCUMSTANCES or (preposition.lower_ == "in" and above.lemma_.lower() in _ENDEAVOURS):
        return above, ""  # *its efforts in ending the war* are what it did
    if preposition.lower_ in _ABOUT and above.pos_ == "VERB" and own_factuality(above) == "negated":
        return above, "hypothetical"  # *no decision was made on lifting the ban*
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
    return "negated" if missed or has_yet(be) else "planned"


def _effect(token: Token, lexicon: Lexicon) -> str:
    """Give what a word does to what it embeds: a factuality, "report", or "" for nothing."""
    lemma = token.lemma_.lower()
    if lemma == "be" and token.pos_ == "AUX":
        return _of_be(token)
    if lemma == "go" and token.tag_ == "VBG":
        return "planned"
    if lemma == "have" and token.pos_ in _VERBAL:
        return "negated" if has_yet(token) else ""
    found = _listed(token, _PARTS.get(token.pos_, ""), lexicon)
    if not found and token.tag_ == "VBN":
        found = lexicon.embedding.get((token.lower_, "a"), "")
    return found

"""Mends parses: small models hang some verbs on the wrong word in the long sentences of the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.adnominal import noun_before
from kg.extract.misread import restore_words
from kg.extract.objects import part_objects
from kg.extract.reporting import free_reports
from kg.extract.verbs import REPORTING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_BASE_FORMS = frozenset({"VB", "VBP"})
_DENYING = frozenset({"deny", "dispute", "reject"})
_PAST_FORMS = frozenset({"VBN", "VBD"})
_JOINED = frozenset({"conj", "appos"})
_ACTORS = frozenset({"GPE", "NORP", "PERSON", "ORG"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "advmod", "neg"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})
_OTHER_TENSES = frozenset({"is", "are", "am", "'s", "had", "will", "wo", "'ll"})
_PERFECT = frozenset({"has", "have"})


def mend(doc: Doc) -> Doc:
    """Join verbs to the verbs they go on from and subjects to their verbs, in place.

    In *pledged to lift the ban, free the crew and pay* the parser joins *free* to *pledged*, though its form says
    that it goes on from *to lift*; in *At talks in Lima, Chad and Niger agreed* it joins *Chad* to *Lima*.
    """
    restore_words(doc)
    free_reports(doc)
    part_objects(doc)
    for verb in doc:
        if (noun := noun_before(verb)) is not None:
            verb.head = noun
        elif verb.dep_ == "prep" and _follows_direction(verb):
            verb.head = verb.head.head
        elif verb.dep_ == "ccomp" and _is_sentence_of_its_own(verb):
            verb.dep_ = "parataxis"
        elif verb.dep_ == "conj" and verb.pos_ == "VERB" and _is_bare(verb):
            _join_infinitive(verb)
        elif verb.dep_ == "conj" and verb.tag_ in _PAST_FORMS and (noun := _described(verb)) is not None:
            _describe(verb, noun)
        elif verb.dep_ == "conj" and (verb.tag_ == "VBD" or _hits_back(verb)):
            _join_past(verb)
        elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.tag_ == "VB":
            _join_speaker(verb)
        elif verb.dep_ == "ROOT" and (mark := _false_mark(verb)) is not None:
            _free(mark, verb)
            _join_subject(verb)
        elif _is_finite(verb) and not any(c.dep_ in _SUBJECTS for c in verb.children):
            _join_subject(verb)
    return doc


def _follows_direction(preposition: Token) -> bool:
    """Tell *due back in Lima*, which is where somebody is due."""
    adverb = preposition.head
    return adverb.lower_ == "back" and adverb.dep_ == "advmod" and preposition.lower_ in {"in", "at"}


def _is_sentence_of_its_own(verb: Token) -> bool:
    """Tell *Chad abstained; Niger and Togo voted against*, of which the parser makes one clause of the other."""
    between = verb.doc[verb.i : verb.head.i] if verb.i < verb.head.i else ()
    return any(t.text == ";" for t in between) and any(c.dep_ in _SUBJECTS for c in verb.children)


# ---------------------------------------------------------------- infinitives
def _join_infinitive(verb: Token) -> None:
    first = _infinitive(verb)
    if first is not None:
        if first != verb.head:
            verb.head = first
        verb.tag_ = "VB"


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


# ---------------------------------------------------------------- participles before nouns
def _described(verb: Token) -> Token | None:
    """Give the noun of *free the women and wounded hostages*, whose participle no infinitive goes on with."""
    noun = next((c for c in verb.children if c.dep_ == "dobj" and c.i == verb.i + 1 and c.pos_ == "NOUN"), None)
    plain = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)
    infinite = verb.head.tag_ == "VB" and any(c.dep_ == "dobj" for c in verb.head.children)
    return noun if plain and infinite and noun is not None and verb.nbor(-1).dep_ == "cc" else None


def _describe(participle: Token, noun: Token) -> None:
    objects = [c for c in participle.head.children if c.dep_ == "dobj"]
    noun.head, noun.dep_ = objects[-1], "conj"
    participle.head, participle.dep_, participle.pos_ = noun, "amod", "ADJ"


# ---------------------------------------------------------------- the past
def _join_past(verb: Token) -> None:
    """Join a simple past to the telling verb where what is told is put in another tense.

    *Denied that he had fled and accused X*; *noted that Chad is arming and thanked X*. What goes on with what is told
    would be told in its tense.
    """
    first = verb.head
    while first.dep_ in {"conj", "xcomp"} and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    own_subject = any(c.dep_ in _SUBJECTS for c in verb.children)
    telling = first.head
    if first.dep_ == "relcl" and not own_subject and _goes_on_otherwise(first, verb):
        above = next((t for t in first.head.ancestors if t.tag_ == "VBD"), None)
        if above is not None and above.i < first.i:
            verb.head = above  # *toured a yard that is growing and | met the king*
    told = first.dep_ == "ccomp" and telling.tag_ == "VBD" and telling.i < first.i
    if told and not own_subject and _goes_on_otherwise(first, verb):
        for joining in [c for c in verb.head.children if c.dep_ == "cc" and first.i < c.i < verb.i]:
            joining.head = telling  # else *and* would end what is told
        verb.head = telling


def _join_speaker(verb: Token) -> None:
    """Join a participle of speech to who speaks: *opposed attempts to move the border, | stressing its role*."""
    if verb.lemma_.lower() not in REPORTING_VERBS or not _is_set_off(verb):
        return
    above = next((t for t in verb.head.ancestors if t.tag_ in _FINITE and t.pos_ == "VERB"), None)
    if above is not None and above.lemma_.lower() in REPORTING_VERBS:
        verb.head = above


def _is_set_off(verb: Token) -> bool:
    start = verb.left_edge
    return start.lower_ == "while" or (start.i > verb.sent.start and start.nbor(-1).text == ",")


def _hits_back(verb: Token) -> bool:
    """Tell *denied that he had led the raid and accused X*, which the parser may take for what he denied as well."""
    told = verb.head
    plain = verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    denied = told.dep_ == "ccomp" and told.head.lemma_.lower() in _DENYING
    return plain and denied and verb.lemma_.lower() in REPORTING_VERBS


def _goes_on_otherwise(first: Token, verb: Token) -> bool:
    """Tell a present, future or pluperfect, with which no simple past goes on.

    After *has opened the border*, *closed* may be a participle; a verb of telling goes on from what tells.
    """
    auxiliaries = {c.lower_ for c in first.children if c.dep_ in {"aux", "auxpass"}}
    if not auxiliaries.isdisjoint(_PERFECT):
        return verb.lemma_.lower() in REPORTING_VERBS
    return first.tag_ in _PRESENT or not auxiliaries.isdisjoint(_OTHER_TENSES)


# ---------------------------------------------------------------- subjects
def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or (verb.tag_ == "VB" and any(c.tag_ == "MD" for c in verb.children))


def _false_mark(verb: Token) -> Token | None:
    """Find *after* or *before* read as a conjunction of the main verb: *After talks in Lima, Chad will sign*."""
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in {"after", "before"}]
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    return next((m for m in marks if subject is not None and m.i + 1 == subject.left_edge.i), None)


def _free(mark: Token, verb: Token) -> None:
    """Put what was read as the subject under the preposition before it."""
    taken = next(c for c in verb.children if c.dep_ in _SUBJECTS)
    mark.dep_ = "prep"
    taken.head = mark
    taken.dep_ = "pobj"


def _join_subject(verb: Token) -> None:
    """Give a verb without a subject the names before it that the parser joined to a phrase in front of the comma."""
    doc = verb.doc
    start = min([verb.i, *(c.i for c in verb.children if c.i < verb.i and c.dep_ in _BEFORE_VERB and c.i > verb.i - 4)])
    start -= start - 1 > verb.sent.start and doc[start - 1].text == ","  # behind an apposition
    last = doc[start - 1] if start > verb.sent.start else None
    if last is None or last.pos_ not in _NOMINAL:
        return
    if verb.dep_ == "ccomp" and last.dep_ == "dobj" and last.head == verb.head and _is_second_object(last):
        last.head, last.dep_ = verb, "nsubj"  # told him | Chad will pay
        return
    chain = [last]
    while chain[-1].dep_ in _JOINED:
        chain.append(chain[-1].head)
    before = [t for t in chain[:-1] if t.i < verb.i]
    fitting = [t for t in before if _follows_comma(t, verb) and _stands_in_front(t.head, verb)]
    fitting += [t for t in before[-1:] if _starts_anew(t, verb)]
    if fitting:
        fitting[-1].head = verb
        fitting[-1].dep_ = "nsubj"


def _is_second_object(noun: Token) -> bool:
    return any(c.dep_ in {"dobj", "dative"} and c.i < noun.i for c in noun.head.children)


def _follows_comma(noun: Token, verb: Token) -> bool:
    """Tell what may be the first subject behind what stands in front: *in Lima and Bonn, | Chad and Niger agreed*."""
    start = noun.left_edge.i
    words = noun.doc[start : verb.i]
    return start - 1 > verb.sent.start and noun.doc[start - 1].text == "," and sum(t.dep_ == "cc" for t in words) <= 1


def _starts_anew(noun: Token, verb: Token) -> bool:
    """Tell a name joined to a thing before it: *Norway will pay half and | Uruguay will pay the rest*."""
    thing = noun.head
    named = noun.ent_type_ in _ACTORS and not thing.ent_type_ and thing.pos_ == "NOUN"
    return named and thing.dep_ == "dobj" and verb.dep_ == "conj" and verb.head == thing.head


def _stands_in_front(noun: Token, verb: Token) -> bool:
    """Tell what hangs under a preposition or participle in front of the verb."""
    for token in noun.ancestors:
        if token.head == verb:
            return token.i < verb.i and token.dep_ in {"prep", "advcl"}
    return False

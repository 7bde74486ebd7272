"""Mends parses in which a word was read as something else: a verb as a participle or a noun, a plural as a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import ACTIVITIES, OFFICE_HEADS, PERSON_GROUPS, STATE_GROUPS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTICIPLES = frozenset({"VBN", "VBD"})
_COMMON = frozenset({"NN", "NNS"})
_GERUNDS = {
    "mediating": "mediate",
    "brokering": "broker",
    "facilitating": "facilitate",
    "promoting": "promote",
    "securing": "secure",
    "resolving": "resolve",
    "ending": "end",
    "hosting": "host",
}
"""Verbs of peacemaking by the form in which they may look like modifiers."""
_GOVERNING = ACTIVITIES | {"play", "thank", "praise"}
"""What may be followed by *in* or *for* doing something."""
_AUXILIARIES = frozenset({"aux", "auxpass"})
_WITH_SUBJECT = frozenset({"accompanied", "joined", "flanked", "followed", "surrounded", "led", "dressed", "asked"})
"""Participles behind a name that may tell of the subject: *met X, accompanied by Y*."""
_ADVERBIAL = frozenset({"advmod", "advcl", "npadvmod", "mark"})


def restore_words(doc: Doc) -> None:
    """Make verbs again of what the parser took for modifiers and nouns, and plurals of *the Ministers*, in place.

    In *Chad and Niger signed papers, and confirmed the plan* it may take *papers* for the head of the sentence and
    *signed* for what they are; in *will next travel to Lima* it takes *travel* for what is *next*; in *its role in
    mediating talks* it takes *mediating* for a kind of talks; in *the son of X, freed in May, fled* it hangs *freed* on
    the son, or *fled* on *freed*; in *help broker a truce* it takes *broker* for an object, in *met face to face* the
    first *face*; in *imposed asset freezes* it takes *freezes* for a verb.
    """
    modals = [token for token in doc if token.tag_ == "MD"]
    for token in doc:
        if token.tag_ == "NNP" and _is_plural_office(token.lower_):
            token.tag_ = "NNPS"
        if token.lower_ == "freezes" and _is_of_assets(token):
            _make_object(token, token.nbor(-1))
        elif token.lower_ == "face" and _is_to_face(token):
            _make_manner(token)
        elif token.lower_ in _GERUNDS and _modifies_noun_of_activity(token):
            _govern(token)
        elif token.tag_ in _PARTICIPLES and (name := _name_of_whole(token)) is not None:
            _make_main(token, name)
        elif token.tag_ in _PARTICIPLES and _is_reduced(token):
            _put_under_name(token)
        elif token.dep_ == "ROOT" and token.tag_ in _COMMON and (verb := _participle_behind_names(token)) is not None:
            _make_root(verb, token)
        elif token.tag_ == "NN" and any(modal.head == token for modal in modals):
            token.tag_, token.pos_ = "VB", "VERB"
        elif token.tag_ == "NN" and token.dep_ == "relcl" and _has_clause(token):
            token.tag_, token.pos_ = "VBP", "VERB"
        elif token.dep_ == "dobj" and token.head.lemma_ == "help" and (noun := _object_behind(token)) is not None:
            token.dep_, token.tag_, token.pos_ = "xcomp", "VB", "VERB"
            noun.head, noun.dep_ = token, "dobj"
        elif token.lower_ == "next" and (noun := _noun_behind(token)) is not None:
            _take_place(noun, token)


def _is_of_assets(freezes: Token) -> bool:
    return freezes.dep_ in {"ccomp", "conj"} and freezes.i > 0 and freezes.nbor(-1).lower_ == "asset"


def _make_object(plural: Token, noun: Token) -> None:
    """Make *asset freezes* the object of what it was read as a clause of: *imposed asset freezes on ten generals*."""
    if plural.head == noun:
        plural.head = noun.head
    for child in list(noun.children):
        child.head = plural
    noun.head, noun.dep_ = plural, "compound"
    plural.dep_, plural.tag_, plural.pos_ = "dobj", "NNS", "NOUN"
    for clause in [c for c in plural.children if c.dep_ == "ccomp"]:
        clause.dep_ = "relcl"  # *the asset freezes that Norway imposed*


def _is_to_face(face: Token) -> bool:
    """Tell the first word of *met face to face*, whatever the parser made of the others."""
    behind = face.doc[face.i + 1 : face.i + 3]
    return face.head.pos_ == "VERB" and behind.text.lower() == "to face" and behind[1] not in face.ancestors


def _make_manner(face: Token) -> None:
    """Free *met face to face in Lima* of an object, and the place of the face."""
    to, other = face.nbor(1), face.nbor(2)
    face.dep_, to.head, to.dep_ = "npadvmod", face, "prep"
    other.head, other.dep_ = to, "pobj"
    for inner in [c for c in other.children if c.dep_ == "prep"]:
        inner.head = face.head


def _has_clause(noun: Token) -> bool:
    """Tell *where they plan to sign*."""
    return {"nsubj", "xcomp"} <= {c.dep_ for c in noun.children}


def _is_plural_office(word: str) -> bool:
    """Tell *Ministers* and *Leaders*, which official texts write like names."""
    return word.endswith("s") and (word[:-1] in OFFICE_HEADS or word in PERSON_GROUPS | STATE_GROUPS)


# ---------------------------------------------------------------- participles
def _participle_behind_names(noun: Token) -> Token | None:
    """Find the participle between names and the noun that was read as the head of the sentence."""
    participle = next((c for c in noun.children if c.dep_ == "amod" and c.tag_ in _PARTICIPLES), None)
    return participle if participle is not None and _names_before(participle, noun) is not None else None


def _names_before(participle: Token, noun: Token) -> Token | None:
    """Give the head of the names that end right before a participle and its adverbs."""
    start = min([participle.i, *(c.i for c in participle.children if c.dep_ == "advmod")])
    names = [c for c in noun.children if c.i < start and c.pos_ == "PROPN" and c.dep_ in {"nmod", "compound", "nsubj"}]
    return next((c for c in names if c.right_edge.i == start - 1), None)


def _make_root(verb: Token, noun: Token) -> None:
    subject = _names_before(verb, noun)
    children = [c for c in noun.children if c != verb]
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    noun.head, noun.dep_ = verb, "dobj"
    for child in children:
        if child == subject:
            child.head, child.dep_ = verb, "nsubj"
        elif child.pos_ == "VERB" or child.dep_ in _ADVERBIAL or child.i < verb.i:
            child.head = verb
    for mark in [c for c in noun.children if c.dep_ in {"cc", "punct"}]:
        if any(c.dep_ == "conj" and c.i > mark.i for c in verb.children) or mark.right_edge.i > noun.right_edge.i - 1:
            mark.head = verb


def _name_of_whole(verb: Token) -> Token | None:
    """Give the name that was read as the whole sentence: *Ana Ruiz, the premier, telephoned the king*."""
    office = verb.head
    name = office.head
    apart = verb.dep_ == "acl" and office.dep_ == "appos" and name.dep_ == "ROOT" and name.pos_ == "PROPN"
    behind_comma = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    has_object = any(c.dep_ == "dobj" for c in verb.children)
    return name if apart and behind_comma and has_object and name.i < office.i else None


def _make_main(verb: Token, name: Token) -> None:
    ends = [c for c in name.children if c.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    name.head, name.dep_ = verb, "nsubj"
    for end in ends:
        end.head = verb


# ---------------------------------------------------------------- reduced clauses
def _is_reduced(participle: Token) -> bool:
    """Tell a participle alone between a name with its comma and what goes on: *X, freed in May, fled*."""
    if participle.i < 2 or participle.nbor(-1).text != "," or participle.nbor(-2).pos_ != "PROPN":
        return False
    if participle.is_sent_start or participle.nbor(-1).is_sent_start:
        return False
    children = list(participle.children)
    if participle.lower_ in _WITH_SUBJECT or any(c.dep_ in _AUXILIARIES for c in children):
        return False
    if participle.dep_ == "ROOT":
        return _main_behind(participle) is not None
    return (
        participle.nbor(-2).ent_type_ == "PERSON"
        and participle.dep_ in {"acl", "advcl"}
        and not any(c.dep_ in {"nsubj", "mark"} or c.i < participle.i for c in children)
    )


def _main_behind(participle: Token) -> Token | None:
    """Give the main verb behind a comma that the parser joined to the participle."""
    joined = [c for c in participle.children if c.dep_ == "conj" and c.tag_ in {"VBD", "VBZ", "VBP", "VB"}]
    bare = not any(c.dep_ == "cc" for c in participle.children)
    return next((c for c in joined if bare and c.left_edge.i and c.left_edge.nbor(-1).text == ","), None)


def _put_under_name(participle: Token) -> None:
    main = _main_behind(participle) if participle.dep_ == "ROOT" else None
    if main is not None:
        main.head, main.dep_ = main, "ROOT"
        for child in list(participle.children):
            if child.dep_ == "nsubj" or child.i < participle.i - 1 or child.i > main.i:
                child.head = main
    participle.head, participle.dep_, participle.tag_ = participle.nbor(-2), "acl", "VBN"


# ---------------------------------------------------------------- gerunds
def _modifies_noun_of_activity(word: Token) -> bool:
    """Tell a gerund right behind its preposition which was read as a modifier of its object, or as a noun."""
    before = word.nbor(-1) if word.i else word
    modifies = word.dep_ in {"compound", "amod"} and word.head.dep_ == "pobj" and word.head.head == before
    alone = word.dep_ == "pobj" and word.pos_ == "NOUN" and word.head == before
    return (modifies or alone) and before.lower_ in {"in", "for"} and before.head.lemma_.lower() in _GOVERNING


def _govern(gerund: Token) -> None:
    """Put a gerund between its preposition and its object."""
    noun = gerund.head
    if gerund.dep_ != "pobj":
        gerund.head, noun.head, noun.dep_ = noun.head, gerund, "dobj"
    gerund.dep_, gerund.tag_, gerund.pos_, gerund.lemma_ = "pcomp", "VBG", "VERB", _GERUNDS[gerund.lower_]


# ---------------------------------------------------------------- behind *help*
def _object_behind(word: Token) -> Token | None:
    """Give the object of a bare infinitive that was read as an object itself: *help broker a truce*."""
    bare = word.tag_ in {"NN", "VB"} and not word.n_lefts and word.i == word.head.i + 1
    nouns = [c for t in (word, word.head) for c in t.children if c.dep_ in {"dobj", "npadvmod"}]
    objects = [c for c in nouns if c.left_edge.i == word.i + 1]
    return objects[0] if bare and objects else None


# ---------------------------------------------------------------- behind *next*
def _noun_behind(word: Token) -> Token | None:
    """Give the noun right behind *next* that a modal verb makes a verb: *will next head to Lima*."""
    modal = any(c.tag_ == "MD" for c in word.children)
    after = word.nbor(1) if modal and word.i + 1 < len(word.doc) else None
    joined = after is not None and (after.head == word or word.head == after)
    return after if joined and after is not None and after.tag_ == "NN" else None


def _take_place(verb: Token, word: Token) -> None:
    """Let a verb take the place of its adverb in the tree."""
    above = verb if word.head == verb else word
    head, dep = above.head, above.dep_
    children = [c for c in word.children if c != verb]
    subject = head if dep == "appos" and head.dep_ == "ROOT" else None
    verb.head, verb.dep_ = (verb, "ROOT") if subject is not None or head == above else (head, dep)
    verb.tag_, verb.pos_ = "VB", "VERB"
    if subject is not None:
        subject.head, subject.dep_ = verb, "nsubj"
        children += [c for c in subject.children if c.dep_ == "punct"]
    word.head, word.dep_, word.pos_ = verb, "advmod", "ADV"
    for child in children:
        child.head = verb

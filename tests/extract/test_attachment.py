"""Verbs hang on the word that they go on from, subjects on their verbs."""

import pytest
from spacy.tokens import Doc

from kg.extract.attachment import mend
from kg.extract.model import load_model


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Norway pledged to fund the clinic, send nurses and train staff.", "send", "fund"),
        ("Norway announced plans to fund the clinic and sign a treaty.", "sign", "fund"),
        ("The envoy denied that he had left the camp and accused the army of lying.", "accused", "denied"),
        (
            "Arrieta denied that his organization had carried out the attack and accused "
            "dissident groups of wanting war.",
            "accused",
            "denied",
        ),
        ("Norway met Chad and signed a treaty.", "signed", "met"),
        ("Peru toured a yard that is building two tugs and met Governor Ana Solis.", "met", "toured"),
        (
            "They affirmed their opposition to attempts to move the border, stressing its importance.",
            "stressing",
            "affirmed",
        ),
        ("Mexico abstained; Peru and Chile voted against.", "abstained", "voted"),
        ("Ana Ruiz noted that Kenya is expanding its navy and voiced gratitude for it.", "voiced", "noted"),
        ("The envoy said that Kenya will send nurses and praised Chad.", "praised", "said"),
        ("The envoy said Kenya has opened its border and closed its embassy.", "closed", "opened"),
        ("The envoy said Kenya opened its border and closed its embassy.", "closed", "opened"),
    ],
)
def test_verbs_go_on_from_the_verb_of_their_form(text, verb, head):
    doc = mend(load_model()(text))
    assert next(t.head.text for t in doc if t.text == verb) == head


def test_what_joins_a_verb_goes_with_it():
    doc = mend(load_model()("The envoy denied that he had left the camp and accused the army of lying."))
    assert next(t.head.text for t in doc if t.text == "and") == "denied"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("At a summit in Lima on Friday, Peru and Chile agreed to open the border.", "agreed", "Peru"),
        ("After talks in Lima on Monday, Peru, Chile and Bolivia will sign a treaty.", "sign", "Peru"),
        ("In Oslo, Norway's prime minister, Jonas Gahr Store, met Chad's president.", "met", "minister"),
        (
            "To that end, Norway will finance 150 scholarships and Uruguay will waive enrolment fees.",
            "waive",
            "Uruguay",
        ),
        ("Talks in Lima, Bonn and Accra ended.", "ended", "Talks"),
    ],
)
def test_subjects_behind_what_stands_in_front(text, verb, subject):
    doc = mend(load_model()(text))
    token = next(t for t in doc if t.text == verb)
    assert [c.text for c in token.children if c.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Ruto and Macron signed papers on cooperation to train and equip school teachers and other public workers "
            "to strengthen rural schools, and hailed the swift conclusion of a fishing treaty reached in May.",
            "signed",
            "Ruto",
        ),
        ("She will next travel to Peru, where she plans to meet President Ana Solis on Monday.", "travel", "She"),
        ("The minister will next head to Oslo for talks.", "head", "minister"),
        ("The next travel ban will be in June.", "travel", None),
        ("Ana Solis thanked Peru for helping broker a truce between Chad and Niger.", "broker", None),
    ],
)
def test_verbs_that_were_read_as_something_else(text, verb, subject):
    token = next(t for t in mend(load_model()(text)) if t.text == verb)
    assert next((c.text for c in token.children if c.dep_ == "nsubj"), None) == subject
    assert (token.pos_ == "VERB") == (verb != "travel" or subject is not None)


@pytest.mark.parametrize(
    ("text", "participle", "head"),
    [
        ("The daughter of Idriss Hamid, assassinated in 1998, met the king.", "assassinated", "Hamid"),
        ("The king praised the journalist Idriss Hamid, released on Monday.", "released", "Hamid"),
        ("Ana Solis, elected in May, met the king.", "elected", "Solis"),
        ("Solis, murdered in 2012, was a poet.", "murdered", "Solis"),
    ],
)
def test_reduced_clauses_belong_to_the_name_before_them(text, participle, head):
    doc = mend(load_model()(text))
    assert next(t.head.text for t in doc if t.text == participle) == head


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        (
            "Chad revised its fishing strategy in 2022, which President Omar Sall has vowed to mend.",
            "vowed",
            "strategy",
        ),
        ("She praised the ships of the king, who fled.", "fled", "king"),
    ],
)
def test_relative_clauses_belong_to_the_noun_before_them(text, verb, head):
    doc = mend(load_model()(text))
    assert next(t.head.text for t in doc if t.text == verb) == head


def test_a_relative_clause_without_pronoun_belongs_to_the_noun_before_its_subject():
    words = ["She", "drew", "a", "plan", "showing", "farms", "Chad", "waters"]
    doc = Doc(
        load_model().vocab,
        words=words,
        heads=[1, 1, 3, 1, 3, 4, 7, 3],
        deps=["nsubj", "ROOT", "det", "dobj", "acl", "dobj", "nsubj", "relcl"],
        pos=["PRON", "VERB", "DET", "NOUN", "VERB", "NOUN", "PROPN", "VERB"],
        tags=["PRP", "VBD", "DT", "NN", "VBG", "NNS", "NNP", "VBZ"],
    )
    assert mend(doc)[7].head.text == "farms"

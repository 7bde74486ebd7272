"""Who does what to whom, whatever the construction."""

import pytest

from kg.extract.clauses import clauses, lemmas
from kg.extract.lexicon import Lexicon

# sentence, predicate as it stands there, words by function
VERBS = [
    # active and passive
    ("Peru signed the treaty.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("The treaty was signed by Peru.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("The envoy was expelled.", "expelled", {"object": "envoy"}),
    ("Peru gave Chile a ship.", "gave", {"subject": "Peru", "dative": "Chile", "object": "ship"}),
    ("Peru gave a ship to Chile.", "gave", {"subject": "Peru", "object": "ship", "to": "Chile"}),
    # relative clauses
    ("Peru, which signed the treaty, left.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("The envoy who met the king left early.", "met", {"subject": "envoy", "object": "king"}),
    ("The treaty that Peru signed was short.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("They read the treaty Peru had signed.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("The treaty, which was signed by Peru, is short.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("The hall where the ministers met is old.", "met", {"subject": "ministers", "in": "hall"}),
    # reduced relative clauses
    ("The treaty signed by Peru is short.", "signed", {"subject": "Peru", "object": "treaty"}),
    ("Soldiers guarding the palace fled.", "guarding", {"subject": "Soldiers", "object": "palace"}),
    # control and raising
    ("Peru agreed to send troops.", "send", {"subject": "Peru", "object": "troops"}),
    ("Peru wants to leave the bloc.", "leave", {"subject": "Peru", "object": "bloc"}),
    ("Peru urged Chile to free the crew.", "free", {"subject": "Chile", "object": "crew"}),
    ("Chile was urged by Peru to free the crew.", "free", {"subject": "Chile", "object": "crew"}),
    ("Peru promised Chile to free the crew.", "free", {"object": "crew"}),
    ("Peru seems to accept the plan.", "accept", {"subject": "Peru", "object": "plan"}),
    ("The envoy is expected to visit Lima.", "visit", {"subject": "envoy", "object": "Lima"}),
    ("The envoy is due to visit Lima.", "visit", {"subject": "envoy", "object": "Lima"}),
    ("Chile left Peru free to sign the pact.", "sign", {"subject": "Peru", "object": "pact"}),
    ("The minister accused Chile of arming rebels.", "arming", {"subject": "Chile", "object": "rebels"}),
    ("The minister left Lima after meeting the king.", "meeting", {"subject": "minister", "object": "king"}),
    ("Mali's plan to leave the bloc failed.", "leave", {"subject": "Mali", "object": "bloc"}),
    ("The envoy made a promise to free the crew.", "free", {"subject": "envoy", "object": "crew"}),
    # conjunction
    ("The envoy met the king and praised the truce.", "praised", {"subject": "envoy", "object": "truce"}),
    ("The text was drafted and signed in Lima.", "signed", {"object": "text", "in": "Lima"}),
    ("The envoy refused to sign or discuss the text.", "discuss", {"subject": "envoy", "object": "text"}),
    # prepositions
    ("Peru imposed tariffs on Chile.", "imposed", {"subject": "Peru", "object": "tariffs", "on": "Chile"}),
    ("The envoy flew from Lima to Quito.", "flew", {"subject": "envoy", "from": "Lima", "to": "Quito"}),
    ("Peru called on Chile to free the crew.", "called", {"subject": "Peru", "on": "Chile", "complement": "free"}),
    ("The envoy met with the king in Lima.", "met", {"subject": "envoy", "with": "king", "in": "Lima"}),
    ("Peru severed ties with Chile.", "severed", {"subject": "Peru", "object": "ties", "with": "Chile"}),
    ("The king read the pact with Chile.", "read", {"subject": "king", "object": "pact"}),
    # what is wanted, and of whom
    ("Peru insisted that Chile free the crew.", "insisted", {"wanted": "free", "wanted_of": "Chile"}),
    ("Peru called for Chile to free the crew.", "called", {"wanted": "free", "wanted_of": "Chile"}),
    ("Peru asked that the crew be freed.", "asked", {"wanted": "freed"}),
    ("Peru told Chile to free the crew.", "told", {"object": "Chile", "infinitive": "free"}),
    # particles
    ("The king cut short the visit.", "cut", {"subject": "king", "object": "visit"}),
    ("The envoy stayed away from the summit.", "stayed", {"subject": "envoy", "from": "summit"}),
    ("The envoy walked out of the talks.", "walked", {"subject": "envoy", "of": "talks"}),
    ("The king described the treaty as illegal.", "described", {"object": "treaty", "as": "illegal"}),
    ("The king did not want the treaty.", "want", {"negation": "not", "object": "treaty"}),
    # what is counted
    ("Police arrested dozens of students.", "arrested", {"subject": "Police", "object": "students"}),
    ("Peru sent a batch of tents.", "sent", {"subject": "Peru", "object": "tents"}),
    # prepositions without a noun
    ("The boat was fired upon.", "fired", {"object": "boat", "upon": "boat"}),
    # small clauses
    ("The court found the envoy guilty.", "found", {"subject": "court", "object": "envoy", "attribute": "guilty"}),
]
NOUNS = [
    # possessives and prepositions
    ("Peru's talks with Chile failed.", "talks", {"possessor": "Peru", "with": "Chile"}),
    ("Talks between Peru and Chile failed.", "Talks", {"between": "Peru"}),
    ("The visit of the king to Lima was short.", "visit", {"of": "king", "to": "Lima"}),
    ("The Peruvian delegation left the summit in Quito.", "summit", {"in": "Quito"}),
    # light verbs
    ("The envoy held talks with the king in Lima.", "talks", {"subject": "envoy", "with": "king", "in": "Lima"}),
    ("Talks were held in Lima by the envoys.", "Talks", {"subject": "envoys", "in": "Lima"}),
    ("The king paid a visit to Lima.", "visit", {"subject": "king", "to": "Lima"}),
    ("The envoy met the king for talks on trade.", "talks", {"subject": "envoy", "on": "trade"}),
    # participles
    ("The summit hosted by Peru ended.", "summit", {"subject": "Peru"}),
    # where the event takes place is said of its verb
    ("The summit took place in Lima.", "summit", {"in": "Lima"}),
]
ADJECTIVES = [
    ("Peru is ready to talk.", "ready", {"subject": "Peru", "complement": "talk"}),
    ("The envoy is loyal to the king.", "loyal", {"subject": "envoy", "to": "king"}),
]


def _found(sentence, predicate):
    found = [c for c in clauses(sentence, Lexicon.load().event_nouns) if c.predicate.text == predicate]
    assert len(found) == 1, [c.predicate.text for c in found]
    return found[0]


def _words(clause, functions):
    return {f: " ".join(t.text for t in clause.heads(f)) for f in functions}


@pytest.mark.parametrize(("text", "predicate", "expected"), [*VERBS, *NOUNS, *ADJECTIVES])
def test_arguments(sentence, text, predicate, expected):
    assert _words(_found(sentence(text), predicate), expected) == expected


@pytest.mark.parametrize(
    ("text", "predicate", "absent"),
    [
        ("The envoy was expelled.", "expelled", "subject"),
        ("The king read the pact with Chile.", "read", "with"),
        ("Peru sent aid with Chile in mind.", "sent", "with"),
        ("According to Chile, Peru left.", "left", "to"),
    ],
)
def test_arguments_that_are_none(sentence, text, predicate, absent):
    assert absent not in _found(sentence(text), predicate).arguments


@pytest.mark.parametrize(
    ("text", "predicate", "passive"),
    [
        ("The treaty was signed.", "signed", True),
        ("The treaty signed in Lima is short.", "signed", True),
        ("Peru has signed the treaty.", "signed", False),
        ("The text was drafted and signed.", "signed", True),
    ],
)
def test_passive(sentence, text, predicate, passive):
    assert _found(sentence(text), predicate).passive is passive


def test_light_verb_carries_its_noun(sentence):
    clause = _found(sentence("The envoy held talks with the king."), "talks")
    assert (clause.light.text, clause.anchor.text) == ("held", "held")


def test_plain_verb_carries_no_noun(sentence):
    assert _found(sentence("The envoy left the summit early."), "summit").light is None


def test_particle(sentence):
    assert _found(sentence("The palace ruled out a truce."), "ruled").particle == "out"


def test_auxiliaries_are_no_predicates(sentence):
    found = clauses(sentence("The envoy has been expelled."), frozenset())
    assert [c.predicate.text for c in found] == ["expelled"]


def test_a_hyphenated_word_is_one(sentence):
    found = clauses(sentence("Students held a sit-in there."), frozenset({"sit-in"}))
    assert [lemmas(c.predicate) for c in found if c.kind == "noun"] == [["sit-in", "in"]]


def test_noun_within_another_is_none_of_its_own(sentence):
    found = clauses(sentence("The summit talks ended."), frozenset({"summit", "talk"}))
    assert [c.predicate.text for c in found if c.kind == "noun"] == ["talks"]

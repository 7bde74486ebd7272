"""One entity for every name of it, and homonyms apart."""

import pytest

from kg.resolve.resolver import resolve
from kg.vocab import TYPE, local


def entities(*stories):
    return {local(entity.iri): entity for entity in resolve([story.told() for story in stories]).entities}


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("person", "Lim Bo-ra", "Lim Bo Ra"),
        ("person", "Lim Bo Ra", "Bo Ra Lim"),
        ("person", "José Ibarra", "Jose Ibarra"),
        ("person", "J. Ibarra", "Jose Ibarra"),
        ("person", "Anna M. Berg", "Anna Berg"),
        ("person", "Dmytro Kovalenkoy", "Dmytro Kovalenko"),
        ("person", "Berg", "Anna Berg"),
        ("organisation", "Nordwind Group Corp.", "Nordwind"),
        ("organisation", "Northern Trade Organization", "NTO"),
        ("organisation", "Front for the Freedom of Elin", "FFE rebels"),
        ("place", "Port Elin", "port elin"),
        ("group", "relatives of sailors held in Varn", "relatives of the sailors who are held in Varn"),
    ],
)
def test_variants_of_a_name_are_one_entity(story, kind, left, right):
    a, b = story("a", f"{left} spoke."), story("b", f"{right} spoke.")
    a.who(kind, left)
    b.who(kind, right)
    (entity,) = entities(a, b).values()
    assert {entity.label, *entity.aliases} == {left, right}


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("person", "Lim Bo Ra", "Lim Bo Il"),
        ("person", "Anna Berg", "Arne Berg"),
        ("organisation", "Northern Trade Organization", "Northern Fish Organization"),
        ("group", "relatives of sailors held in Varn", "sailors held in Varn"),
        ("place", "Port Elin", "Port Varn"),
    ],
)
def test_different_names_stay_different(story, kind, left, right):
    a, b = story("a", f"{left} spoke."), story("b", f"{right} spoke.")
    a.who(kind, left)
    b.who(kind, right)
    assert len(entities(a, b)) == 2


@pytest.mark.parametrize(("country", "count"), [(None, 2), ("nordland", 1)], ids=["nobody says whose", "of one state"])
def test_a_foreign_ministry_is_another_one_in_every_article(story, country, count):
    told = [story("a", "The foreign ministry spoke."), story("b", "The foreign ministry spoke.")]
    for one in told:
        one.who("group", "foreign ministry", country=country)
    assert len(entities(*told)) == count


@pytest.mark.parametrize(
    ("left", "right", "state", "count"),
    [
        ("Nordland business", "Nordland firms", "nordland", 1),
        ("Nordland business", "Nordland firms", "sudmark", 2),
        ("Nordland business", "Nordland oil firms", "nordland", 2),
    ],
)
def test_the_companies_of_one_country_are_one_group(story, left, right, state, count):
    a, b = story("a", f"{left} agreed."), story("b", f"{right} agreed.")
    a.who("group", left, country="nordland")
    b.who("group", right, country=state)
    assert len(entities(a, b)) == count


def test_a_surname_that_two_people_share_joins_neither(story):
    told = [story("a", "Anna Berg spoke."), story("b", "Arne Berg spoke."), story("c", "Berg spoke.")]
    for one, name in zip(told, ("Anna Berg", "Arne Berg", "Berg"), strict=True):
        one.who("person", name)
    assert set(entities(*told)) == {"anna-berg", "arne-berg", "berg"}


def test_a_surname_from_another_country_does_not_join(story):
    a, b = story("a", "Anna Berg spoke."), story("b", "Berg spoke.")
    a.who("person", "Anna Berg", country="nordland")
    b.who("person", "Berg", country="sudmark")
    assert set(entities(a, b)) == {"anna-berg", "berg"}


def test_namesakes_of_two_countries_are_two_people(story):
    told = []
    for ident, country in (("a", "nordland"), ("b", "nordland"), ("c", "sudmark")):
        told.append(story(ident, "Anna Berg spoke."))
        told[-1].who("person", "Anna Berg", country=country)
    assert set(entities(*told)) == {"anna-berg", "anna-berg-sudmark"}


def test_every_entity_has_a_claim_in_a_sentence_that_names_it(story):
    told = story("a", "It rained.", "Anna Berg spoke in Nordland.")
    told.who("person", "Anna Berg")
    told.who("state", "Nordland")
    resolution = resolve([told.told()])
    for entity in resolution.entities:
        (fact,) = [f for f in resolution.facts if f.subject == entity.iri and f.predicate == TYPE]
        words = fact.claims[0].evidence.words
        assert told.text[words.start : words.end] == entity.label


def test_a_former_office_is_of_the_past_and_brings_no_party(summit):
    told = summit("a", "Former president Dahl and Okoye met in Varn.")
    dahl = told.who("person", "Ole Dahl", "Dahl")
    told.tenure(dahl, "President", told.nordland, former=True)
    told.event("Meeting", "met", participant=[dahl, told.okoye])
    resolution = resolve([told.told()])
    parties = [local(str(fact.object)) for fact in resolution.facts if local(fact.predicate) == "party"]
    past = [fact.subject for fact in resolution.facts if local(fact.predicate) == "period"]
    assert parties == ["sudmark"]
    assert [local(iri) for iri in past] == ["ole-dahl-president-of-nordland"]


def test_the_office_of_a_town_is_one_of_no_actor(summit):
    told = summit("a")
    told.tenure(told.berg, "Mayor", told.who("place", "Elin"))
    (office,) = [o for o in resolve([told.told()]).offices if o.label == "Mayor of Elin"]
    assert office.of is None


def test_offices_are_named_with_their_state(summit):
    resolution = resolve([summit("a").told()])
    assert [office.label for office in resolution.offices] == ["Chancellor of Nordland", "President of Sudmark"]

"""What gets the IRI of the gazetteer, and what gets one of its own."""

from datetime import date

import pytest

from kg.gazetteer import Gazetteer
from kg.link import GazetteerLinker
from kg.types import Document, DocumentEntity, Extraction


@pytest.fixture(scope="module")
def linker():
    return GazetteerLinker(Gazetteer.load())


def linked(linker, *entities, published=date(2024, 6, 1)):
    document = Document("a", "Text.", published=published)
    found = linker.link(Extraction(document, entities=entities)).entities
    return [(entity.iri.removeprefix("https://w3id.org/dip/id/"), entity.wikidata) for entity in found]


@pytest.mark.parametrize(
    ("kind", "name", "iri", "wikidata"),
    [
        ("state", "U.S.", "state/united-states", "Q30"),
        ("state", "Washington", "state/united-states", "Q30"),
        ("place", "Tokyo", "place/tokyo", "Q1490"),
        ("organisation", "NATO", "group/north-atlantic-treaty-organization", "Q7184"),
        ("person", "Emmanuel Macron", "person/emmanuel-macron", "Q3052772"),
        ("person", "Macron", "person/emmanuel-macron", "Q3052772"),
        ("person", "Anna Berg", "person/anna-berg", None),
        ("person", "Bergmann", "person/bergmann", None),
        ("organisation", "the Nordwind Group", "group/nordwind-group", None),
        ("group", "families of the sailors", "group/families-of-the-sailors", None),
        ("place", "Port Elin Lighthouse", "place/port-elin-lighthouse", None),
        ("state", "Nordland Republic", "state/nordland-republic", None),
    ],
)
def test_names_lead_to_iris(linker, kind, name, iri, wikidata):
    ((found, known),) = linked(linker, DocumentEntity("n0", kind, name))
    assert found == iri
    assert known == wikidata


def test_a_surname_alone_names_nobody_who_is_out_of_office(linker):
    ((iri, _),) = linked(linker, DocumentEntity("n0", "person", "Macron"), published=date(1995, 6, 1))
    assert iri == "person/macron"


def test_a_surname_of_another_country_is_somebody_else(linker):
    ((iri, _),) = linked(linker, DocumentEntity("n0", "person", "Macron", country="japan"))
    assert iri == "person/macron"


def test_two_people_of_one_article_never_share_an_iri(linker):
    found = linked(linker, DocumentEntity("n0", "person", "Macron"), DocumentEntity("n1", "person", "Emmanuel Macron"))
    assert [iri for iri, _ in found] == ["person/macron", "person/emmanuel-macron"]


def test_two_names_of_one_state_share_its_iri(linker):
    found = linked(
        linker, DocumentEntity("n0", "state", "Japan"), DocumentEntity("n1", "state", "Nippon", country="japan")
    )
    assert [iri for iri, _ in found] == ["state/japan", "state/japan"]


def test_things_of_two_kinds_never_share_an_iri(linker):
    found = linked(linker, DocumentEntity("n0", "organisation", "Nordwind"), DocumentEntity("n1", "group", "Nordwind"))
    assert [iri for iri, _ in found] == ["group/nordwind", "group/nordwind-group"]


def test_an_entity_that_is_linked_stays_so(linker):
    iri = "https://w3id.org/dip/id/person/x"
    ((found, _),) = linked(linker, DocumentEntity("n0", "person", "Emmanuel Macron", iri=iri))
    assert found == "person/x"


@pytest.mark.parametrize(
    ("around", "iri"),
    [
        (("place", "Savannah", "united-states"), "place/georgia"),
        (("place", "Tbilisi", "georgia"), "state/georgia"),
        (("place", "Tokyo", "japan"), "state/georgia"),
    ],
)
def test_a_name_of_a_state_and_of_a_region_means_what_the_article_is_about(linker, around, iri):
    kind, name, country = around
    other = DocumentEntity("n1", kind, name, country=country)
    assert linked(linker, DocumentEntity("n0", "state", "Georgia", country="georgia"), other)[0][0] == iri

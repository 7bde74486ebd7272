"""What each name is of, and which names are of one thing."""

from datetime import date

import pytest

from kg.extract.entities import EntityTable
from kg.gazetteer import Gazetteer

# text, entity as it should be called, its kind
KINDS = [
    ("Chad signed the treaty with the envoys in Oslo.", "Chad", "state"),
    ("Chadian officials signed the treaty with the envoys.", "Chad", "state"),
    ("Tarik Oumarou told reporters that the truce would hold.", "Tarik Oumarou", "person"),
    ("The European Union praised the truce on Monday.", "European Union", "organisation"),
    ("The Riverine Observatory for Peace praised the truce.", "Riverine Observatory for Peace", "organisation"),
    ("The envoys from Chad met in Geneva on Monday.", "Geneva", "place"),
    ("Rebels from the north attacked a convoy in Chad.", "Rebels", "group"),
    # a capital is a town, or the government in it
    ("The envoys met the king in Oslo on Monday.", "Oslo", "place"),
    ("The envoy of Chad visited Oslo on Monday.", "Oslo", "place"),
    ("Oslo condemned the attack on the convoy.", "Norway", "state"),
    ("Chad signed a treaty with Oslo on Monday.", "Norway", "state"),
    ("A message to Oslo from Chad angered the king.", "Norway", "state"),
    # and so is a palace
    ("The envoys met in the Kremlin on Monday.", "Kremlin", "place"),
    ("The Kremlin condemned the attack on the convoy.", "Russia", "state"),
    # an unknown town may look like a person
    ("The envoys of Chad left Kelbarra International Airport.", "Kelbarra International Airport", "place"),
    ("The envoys of Chad met in Kelbarra on Monday.", "Kelbarra", "place"),
    ("Presidents Kapala and Moyo met in Lima on Monday.", "Kapala", "person"),
    ("The envoys of Chad laid a wreath at the Kelbarra Mausoleum.", "Kelbarra Mausoleum", "place"),
    # two persons are no body
    ("Omar Sall met Riek Kapala. Lena Holm urged Sall and Kapala to disarm.", "Sall and Kapala", None),
    # a company that no table knows
    ("Peru asked Inversiones Quellmar to build a dam in Chad.", "Inversiones Quellmar", "organisation"),
    ("Chad praised Salto Mines for its help.", "Salto Mines", "organisation"),
    ("Varga Holdings invested $4 million in Peru.", "Varga Holdings", "organisation"),
    ("The copper miner Quellmar Kesh invested $4 million in Peru.", "Quellmar Kesh", "organisation"),
    ("Quellmar Kesh, a Chilean copper miner, invested $4 million in Peru.", "Quellmar Kesh", "organisation"),
    ("Chad freed the miner Peter Otieno on Monday.", "Peter Otieno", "person"),
    ("Peter Otieno, a Kenyan banker, invested $4 million in Peru.", "Peter Otieno", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(extract, text, name, kind):
    kinds = {e.name: e.kind for e in extract(text).entities}
    assert kinds.get(name) == kind, kinds


# text, how often the entity is named, and by what
CHAINS = [
    ("Tarik Oumarou met the king. Oumarou praised him.", "Tarik Oumarou", {"Tarik Oumarou", "Oumarou"}),
    ("Lena Holm met Tarik B. Oumarou. Tarik Oumarou left.", "Tarik B. Oumarou", {"Tarik B. Oumarou", "Tarik Oumarou"}),
    ("Norway praised the truce. Oslo condemned the attack.", "Norway", {"Norway", "Oslo"}),
    ("Norway praised the truce. The Norwegian envoy left for Chad.", "Norway", {"Norway", "Norwegian"}),
    (
        "The Joint Observer Mission (JOM) left Chad. The JOM praised the truce.",
        "Joint Observer Mission",
        {"Joint Observer Mission", "JOM"},
    ),
    (
        "The Riverine Observatory for Peace left Chad. The Observatory praised the truce.",
        "Riverine Observatory for Peace",
        {"Riverine Observatory for Peace", "Observatory"},
    ),
]


@pytest.mark.parametrize(("text", "name", "forms"), CHAINS)
def test_names_of_one_thing(extract, text, name, forms):
    extraction = extract(text)
    entity = next(e for e in extraction.entities if e.name == name)
    assert {m.text for m in extraction.mentions if m.entity == entity.id} == forms


def test_two_persons_with_one_surname_stay_two(extract):
    extraction = extract("Tarik Oumarou met Lena Oumarou in Oslo on Monday.")
    assert {e.name for e in extraction.entities if e.kind == "person"} == {"Tarik Oumarou", "Lena Oumarou"}


def test_two_sheikhs_of_one_family_stay_two(extract):
    extraction = extract("Sheikh Tarik bin Said Al Omari met Sheikh Hamad bin Nasser Al Omari in Oslo on Monday.")
    assert len([e for e in extraction.entities if e.kind == "person"]) == 2


@pytest.mark.parametrize("text", ["The frigate Aurelia Kent sank off Oslo.", "USS Kent Harper sank off Oslo."])
def test_a_ship_is_no_person(extract, text):
    assert [e.name for e in extract(text).entities] == ["Oslo"]


def test_a_surname_alone_is_who_held_office_on_the_day(extract):
    extraction = extract("Macron met the envoys in Oslo on Monday.", published=date(2020, 5, 4))
    assert [e.name for e in extraction.entities if e.kind == "person"] == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Macron and Modi praised papers on fish.", "Narendra Modi", "person"),
        ("The envoys met in Modi on Monday.", "Modi", "place"),
        ("The envoys praised Modi's letter and the king.", "Narendra Modi", "person"),
    ],
)
def test_a_leader_s_surname_is_no_town(extract, text, name, kind):
    found = extract(text, published=date(2025, 3, 3)).entities
    assert {e.name: e.kind for e in found}.get(name) == kind


def test_a_town_belongs_to_its_state(extract):
    extraction = extract("The envoys met the king in Oslo on Monday.")
    assert next(e.country for e in extraction.entities if e.name == "Oslo") == "norway"


def test_a_news_medium_is_kept_only_as_a_source(extract):
    extraction = extract("Reuters reporters saw the envoys of Chad meet the king of Norway in Oslo.")
    assert "Reuters" not in {e.name for e in extraction.entities}


@pytest.fixture
def table():
    return EntityTable(Gazetteer.load(), None)


def test_an_entity_is_made_once(table):
    assert table.add("person", "Lena Holm") is table.add("person", "LENA HOLM")


def test_kinds_are_kept_apart(table):
    assert table.add("person", "Holm") is not table.add("place", "Holm")


def test_the_state_of_somebody_without_one(table):
    assert table.state_of(table.add("person", "Lena Holm").id) is None


def test_the_state_of_somebody(table):
    draft = table.add("person", "Lena Holm")
    draft.country = "norway"
    assert table.state_of(draft.id) is table.state("norway")


def test_only_used_entities_are_kept(table):
    used = table.add("person", "Lena Holm")
    table.add("person", "Tarik Oumarou")
    assert [e.name for e in table.freeze({used.id})] == ["Lena Holm"]

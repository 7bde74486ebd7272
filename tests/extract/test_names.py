"""Which words are names, and where each ends."""

import pytest

from kg.extract.spotting import find_names
from kg.gazetteer import Gazetteer

CASES = [
    # the gazetteer
    ("Chad and Niger signed a treaty in Oslo.", ["Chad", "Niger", "Oslo"]),
    ("The European Union praised the truce.", ["European Union"]),
    ("The U.N. Security Council met on Monday.", ["U.N. Security Council"]),
    ("The Kenyan envoy left for South Korea.", ["Kenyan", "South Korea"]),
    ("U.S.-Japan talks began in Oslo on Monday.", ["U.S.", "Japan", "Oslo"]),
    # persons
    ("Foreign Minister Tarik Oumarou met Lena Holm in Oslo.", ["Tarik Oumarou", "Lena Holm", "Oslo"]),
    ("Mr. Oumarou thanked the king for the visit.", ["Oumarou"]),
    ("King Lerotholi thanked Dr. Lena Holm for her visit.", ["Lerotholi", "Lena Holm"]),
    ("Tarik Oumarou, Jr. met the envoys on Monday.", ["Tarik Oumarou, Jr."]),
    ("Foreign Minister Cho Sang-hui met Lena Holm.", ["Cho Sang-hui", "Lena Holm"]),
    ("The talks between Ana Solis of Peru and Lena Holm began.", ["Ana Solis", "Peru", "Lena Holm"]),
    ("Minister of Trade Ana dos Santos Lopes met Lena van der Holm.", ["Ana dos Santos Lopes", "Lena van der Holm"]),
    ("Ambassador Extraordinary and Plenipotentiary of Chad Tarik Oumarou left.", ["Chad", "Tarik Oumarou"]),
    ("Macron met Ana Solis in Berlin.", ["Macron", "Ana Solis", "Berlin"]),  # taken for a common noun
    # bodies
    ("The WHO praised Côte d'Ivoire.", ["WHO", "Côte d'Ivoire"]),
    ("EC External Relations Commissioner Lena Holm left.", ["EC", "Lena Holm"]),
    ("The Permanent Representative of Chad, Tarik Oumarou, left.", ["Chad", "Tarik Oumarou"]),
    ("The chairman of the House Foreign Affairs Committee left.", ["House Foreign Affairs Committee"]),
    ("The Ministry of Trade of Peru signed the text.", ["Ministry of Trade of Peru"]),
    ("The Riverine Observatory for Peace praised the truce.", ["Riverine Observatory for Peace"]),
    # no names
    ("Secretary of State Lena Holm met the envoy.", ["Lena Holm"]),
    ("On Monday the envoys met in May.", []),
    ("The Foreign Minister and the President met on Friday.", []),
    ("The Government of Chad praised the truce.", ["Chad"]),
    ("The Treaty was signed by the King.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names(sentence, text, expected):
    assert [name.text for name in find_names([sentence(text)], Gazetteer.load()).found] == expected


def test_every_word_of_a_name_leads_to_it(sentence):
    parsed = sentence("The European Union praised the truce.")
    names = find_names([parsed], Gazetteer.load())
    at = {token.text: names.at(token) for token in parsed.tokens}
    assert at["European"] is at["Union"] is names.found[0]
    assert at["praised"] is None


def test_capitals_tell_nothing_where_all_shout(sentence):
    names = find_names([sentence("ENVOYS SAY BRAND NEW TRUCE HOLDS IN CHAD")], Gazetteer.load())
    assert [name.text for name in names.found] == ["CHAD"]

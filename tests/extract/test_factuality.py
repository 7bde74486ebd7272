"""Whether something happened, will, may, did not, or is denied; and on whose word."""

import pytest

from kg.extract.clauses import clauses
from kg.extract.factuality import stance
from kg.extract.lexicon import Lexicon

# sentence, predicate as it stands there, how it is put
CASES = [
    # told as fact
    ("The envoys met in Lima.", "met", "actual"),
    ("The envoys are meeting in Lima.", "meeting", "actual"),
    ("The envoys have met the king.", "met", "actual"),
    ("The minister said that the envoys had met.", "met", "actual"),
    ("The envoys, who met in Lima, praised the truce.", "met", "actual"),
    ("After meeting the king, the envoy left Lima.", "meeting", "actual"),
    ("The envoy met the king before he left Lima.", "met", "actual"),
    ("The king praised the signing of the treaty.", "signing", "actual"),
    ("The envoys held talks in Lima.", "talks", "actual"),
    ("She was sworn in after defeating the king.", "defeating", "actual"),
    ("The raid was not mentioned.", "raid", "actual"),
    ("Peru did not condemn the raid.", "raid", "actual"),
    ("The envoy took the opportunity to thank the king.", "thank", "actual"),
    ("The envoy took time to praise the king.", "praise", "actual"),
    ("The raid was not aimed at the king.", "raid", "actual"),
    ("It was not until 1992 that Chad met the king.", "met", "actual"),
    ("Chad did not only meet the king, it paid him.", "meet", "actual"),
    ("Chad is said to have met the king.", "met", "actual"),
    ("Chad denied reports that it had met the king.", "met", "denied"),
    ("Chad denied a report in The Star that it had met the king.", "met", "denied"),
    ("Reports that Chad had met the king were false.", "met", "denied"),
    ("The report that Chad had met the king was not false.", "met", "actual"),
    ("Reports that Chad had met the king were confirmed.", "met", "actual"),
    ("The envoy called the claim that Chad had met the king a fabrication.", "met", "denied"),
    ("Did the envoys meet the king?", "meet", "hypothetical"),
    ("Why did the envoys meet the king?", "meet", "actual"),
    ("The envoys ought to meet the king.", "meet", "hypothetical"),
    ("Chad will pay once the envoys have met the king.", "met", "hypothetical"),
    ("Chad paid once the envoys had met the king.", "met", "actual"),
    ("No decision was made on lifting the ban.", "lifting", "negated"),
    ("Chad praised the conference that Niger will host.", "conference", "planned"),
    ("Chad has offered nothing to the king.", "offered", "negated"),
    ("Peru praised Chad for its efforts to end the war.", "end", "actual"),
    ("Peru praised the efforts of Chad in ending the war.", "ending", "actual"),
    ("Peru discussed the efforts of Chad to end the war.", "end", "planned"),
    ("The king praised the price that the envoy sought.", "sought", "actual"),
    ("The king did not talk about the size of the loan he sought.", "sought", "negated"),
    ("The king declined to name the price he demanded.", "demanded", "negated"),
    ("The envoy did not say that the ministers had met.", "met", "actual"),
    ("The envoy refused to say whether he would meet the king.", "meet", "hypothetical"),
    # the future
    ("The envoys will meet in Lima.", "meet", "planned"),
    ("The minister said the envoys would meet in Lima.", "meet", "planned"),
    ("The envoys are to meet in Lima.", "meet", "planned"),
    ("The envoys are going to meet in Lima.", "meet", "planned"),
    ("The envoys plan to meet in Lima.", "meet", "planned"),
    ("The envoys agreed to meet in Lima.", "meet", "planned"),
    ("The envoys are expected to meet in Lima.", "meet", "planned"),
    ("The envoy is due to visit Lima.", "visit", "planned"),
    ("The palace announced plans to sign the treaty.", "sign", "planned"),
    ("Peru pledged to free the crew.", "free", "planned"),
    ("The envoy flies to Lima to meet the king.", "meet", "planned"),
    ("The envoy flew to Lima to meet the king.", "meet", "actual"),
    ("Peru to sign treaty.", "sign", "planned"),
    ("The envoy is yet to meet the king.", "meet", "negated"),
    ("The envoy was to have met the king.", "met", "negated"),
    ("The summit was called off.", "summit", "negated"),
    ("The envoy ruled out a summit.", "summit", "negated"),
    ("The envoys praised the planned summit.", "summit", "planned"),
    ("The king left Lima ahead of the summit.", "summit", "planned"),
    ("The envoys rested before the summit.", "summit", "planned"),
    ("The summit will open in Lima.", "summit", "planned"),
    # what may be
    ("The envoys may meet in Lima.", "meet", "hypothetical"),
    ("The envoys could meet in Lima.", "meet", "hypothetical"),
    ("The envoys should meet in Lima.", "meet", "hypothetical"),
    ("Peru called on Chile to free the crew.", "free", "hypothetical"),
    ("Peru urged Chile to free the crew.", "free", "hypothetical"),
    ("Peru wants to leave the bloc.", "leave", "hypothetical"),
    ("Peru threatened to leave the bloc.", "leave", "hypothetical"),
    ("Peru proposed to hold a summit.", "summit", "hypothetical"),
    ("If the envoys meet in Lima, the truce will hold.", "meet", "hypothetical"),
    ("Unless the envoys meet, the truce will fail.", "meet", "hypothetical"),
    ("The king asked whether the envoys had met.", "met", "hypothetical"),
    ("The envoys discussed a possible summit.", "summit", "hypothetical"),
    ("The envoys called for talks.", "talks", "hypothetical"),
    ("Peru is unlikely to sign the treaty.", "sign", "hypothetical"),
    ("The idea of a summit pleased the king.", "summit", "hypothetical"),
    ("The envoys did not rule out a visit if they could meet.", "meet", "hypothetical"),
    # what did not happen
    ("The envoys did not meet the king.", "meet", "negated"),
    ("The envoys never met the king.", "met", "negated"),
    ("The envoys could not meet the king.", "meet", "negated"),
    ("The envoys may not meet the king.", "meet", "hypothetical"),
    ("Peru rejected the demand by Chile.", "demand", "actual"),
    ("Neither envoy met the king.", "met", "negated"),
    ("No envoy met the king.", "met", "negated"),
    ("Nobody met the king.", "met", "negated"),
    ("The envoys held no talks.", "talks", "negated"),
    ("The envoys refused to meet the king.", "meet", "negated"),
    ("The envoys failed to meet the king.", "meet", "negated"),
    ("The envoys declined to sign the treaty.", "sign", "negated"),
    ("The envoys have yet to meet the king.", "meet", "negated"),
    ("The envoy left Lima without meeting the king.", "meeting", "negated"),
    ("Peru refused to sign or discuss the text.", "discuss", "negated"),
    ("The lack of talks worried the king.", "talks", "negated"),
    ("Peru cancelled the summit.", "summit", "negated"),
    ("Its refusal to sign the text angered Chile.", "sign", "negated"),
    ("Peru will not sign the treaty.", "sign", "negated"),
    ("Peru has no plans to sign the treaty.", "sign", "negated"),
    ("Peru ruled out signing the treaty.", "signing", "negated"),
    # what is denied
    ("The palace denied that the envoys had met.", "met", "denied"),
    ("The minister denied meeting the king.", "meeting", "denied"),
    ("He repeated his denial that the envoys had met.", "met", "denied"),
    # open although negated above
    ("Peru did not refuse to sign the treaty.", "sign", "negated"),
    ("The envoys had a plan that pleased the king.", "pleased", "actual"),
    # what will begin is to come
    ("Peru will start to train the guards.", "train", "planned"),
    ("Peru may help to train the guards.", "train", "hypothetical"),
    ("Peru started to train the guards.", "train", "actual"),
]


def _stance(sentence, predicate):
    lexicon = Lexicon.load()
    found = [c for c in clauses(sentence, lexicon.event_nouns) if c.predicate.text == predicate]
    assert len(found) == 1, [c.predicate.text for c in found]
    return stance(found[0], lexicon)


@pytest.mark.parametrize(("text", "predicate", "expected"), CASES)
def test_factuality(sentence, text, predicate, expected):
    assert _stance(sentence(text), predicate).factuality == expected


@pytest.mark.parametrize(
    ("text", "predicate", "reporter"),
    [
        ("The minister said that the envoys had met.", "met", "said"),
        ("The envoys met, the minister added.", "met", "added"),
        ("The minister said Peru had agreed to free the crew.", "free", "said"),
        ("The claim that the envoys had met is old.", "met", "claim"),
        ("The envoys met in Lima.", "met", None),
        ("Peru agreed to free the crew.", "free", None),
    ],
)
def test_reporter(sentence, text, predicate, reporter):
    found = _stance(sentence(text), predicate).reporter
    assert (found.text if found is not None else None) == reporter

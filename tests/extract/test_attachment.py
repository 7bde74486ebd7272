"""Verbs hang on the word that they go on from."""

import pytest

from kg.extract.attachment import mend
from kg.extract.model import load_model


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Norway pledged to fund the clinic, send nurses and train staff.", "send", "fund"),
        ("Norway announced plans to fund the clinic and sign a treaty.", "sign", "fund"),
        ("Norway met Chad and signed a treaty.", "signed", "met"),
    ],
)
def test_bare_verbs_go_on_from_the_infinitive(text, verb, head):
    doc = mend(load_model()(text))
    assert next(t.head.text for t in doc if t.text == verb) == head

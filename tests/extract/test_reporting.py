"""A verb of saying at the end of a report is the main verb."""

import pytest

from kg.extract.attachment import mend


@pytest.mark.parametrize(
    ("text", "told", "speaker"),
    [
        ("Chad will build a ferry in Lome, its port minister, Ana Solis, said on Friday.", "build", "minister"),
        ("Peru will send two ships to Accra, the harbour master, Lena Holm, said on Monday.", "send", "master"),
        ("Chad will give 9 million euros to build a school in Lome, said its envoy on Friday.", "give", "envoy"),
        ("Oman cut off the water, the port authority said.", "cut", "authority"),
        ("Chad signed the treaty and said it would last.", None, "Chad"),
    ],
)
def test_who_said_it(nlp, text, told, speaker):
    doc = mend(nlp(text))
    said = next(t for t in doc if t.text == "said")
    report = next((c.text for c in said.children if c.dep_ == "ccomp" and c.i < said.i), None)
    subjects = [c.text for v in (said, said.head) for c in v.children if c.dep_ == "nsubj"]
    assert (report, subjects[0]) == (told, speaker)


def test_what_is_reported_ends_before_the_speaker(extract):
    text = "Chad will give 9 million euros to build a school in Lome, its port minister, Ana Solis, said on Friday."
    (commitment,) = extract(text).commitments
    assert commitment.content == "give 9 million euros to build a school in Lome"
    assert all(event.date is None for event in extract(text).events if event.factuality == "planned")

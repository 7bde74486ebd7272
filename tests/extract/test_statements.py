"""Who says what, in whose words."""

import pytest

# text, speaker, words, whether they are quoted
CASES = [
    # direct speech
    ('"We praise the truce," Omar Sall told reporters.', "Omar Sall", "We praise the truce", True),
    (
        'Omar Sall said, "We praise the truce and all its friends."',
        "Omar Sall",
        "We praise the truce and all its friends.",
        True,
    ),
    ('"We praise the truce," said President Omar Sall of Chad.', "Omar Sall", "We praise the truce", True),
    ('Omar Sall called the truce "a gift to the nation" on Monday.', "Omar Sall", "a gift to the nation", True),
    (
        'The agency quoted Omar Sall as saying "the truce will hold for years".',
        "Omar Sall",
        "the truce will hold for years",
        True,
    ),
    # split by its own verb
    ('"We hope," Omar Sall said, "to free the crew soon."', "Omar Sall", "We hope, to free the crew soon.", True),
    ('"The truce will hold," Omar Sall said. "We will keep it."', "Omar Sall", "We will keep it.", True),
    # over sentences
    (
        '"The truce will hold. It is a gift to us," Omar Sall told Mary Berg.',
        "Omar Sall",
        "The truce will hold. It is a gift to us",
        True,
    ),
    (
        'Omar Sall praised the truce on Monday. "It is a gift," he said.',
        "Omar Sall",
        "It is a gift",
        True,
    ),
    # indirect speech
    ("Omar Sall said that the truce would hold for years.", "Omar Sall", "the truce would hold for years", False),
    ("Omar Sall told Mary Berg that the truce would hold.", "Omar Sall", "the truce would hold", False),
    ("The truce would hold for years, Omar Sall said.", "Omar Sall", "The truce would hold for years", False),
    ("According to Mary Berg, Omar Sall said that the truce would hold.", "Omar Sall", "the truce would hold", False),
    # second hand
    ("Mary Berg said Omar Sall had told her that the truce would hold.", "Omar Sall", "the truce would hold", False),
    (
        "Mary Berg said Omar Sall had told her that the truce would hold.",
        "Mary Berg",
        "Omar Sall had told her that the truce would hold",
        False,
    ),
]


def _told(extraction):
    names = {e.id: e.name for e in extraction.entities}
    return [(names[s.speaker.entity] if s.speaker else None, s.quote, s.direct) for s in extraction.statements]


@pytest.mark.parametrize(("text", "speaker", "words", "direct"), CASES)
def test_statement(extract, text, speaker, words, direct):
    assert (speaker, words, direct) in _told(extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Sall did not say that the truce would hold.",
        'The chief, nicknamed "the Fox", left Oslo on Monday.',
        'The ship "Polar Star" left Oslo on Monday with the envoys.',
        "Omar Sall said so on Monday.",
    ],
)
def test_no_statement(extract, text):
    assert _told(extract(text)) == []


def test_a_whole_quotation_without_a_speaker_is_kept(extract):
    assert _told(extract('The truce began on Monday. "It will hold for years and years."')) == [
        (None, "It will hold for years and years.", True)
    ]


def test_a_quotation_is_the_last_speakers(extract):
    text = '"The truce will hold for years," Omar Sall said.\n\n"It is a gift to all of us."'
    assert _told(extract(text))[-1] == ("Omar Sall", "It is a gift to all of us.", True)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Omar Sall told Mary Berg that the truce would hold.", "Mary Berg"),
        ("Omar Sall said that the truce would hold for years.", None),
    ],
)
def test_addressee(extract, named, text, addressee):
    extraction = extract(text)
    role = extraction.statements[0].addressee
    assert named(extraction, [role and role.entity]) == ({addressee} if addressee else set())


def test_quoted_words_stand_in_the_text(extract):
    extraction = extract('"We praise the truce," Omar Sall told reporters.')
    span = extraction.statements[0].span
    assert extraction.document.text[span.start : span.end] == "We praise the truce,"

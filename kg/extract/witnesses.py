"""The three witnesses of names in a sentence: the gazetteer, the model's entity recogniser, runs of capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.names import Name
from kg.extract.reading import Sentence
from kg.extract.words import (
    AGENT_GROUPS,
    HONORIFICS,
    NO_BODIES,
    NOT_NAMES,
    OFFICE_HEADS,
    OFFICE_MODIFIERS,
    ORGANISATION_WORDS,
    PERSON_GROUPS,
    STATE_GROUPS,
    word_class,
)
from kg.gazetteer import Gazetteer
from kg.types import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 7
_LABELS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_NUMERIC_LABELS = word_class("DATE TIME MONEY PERCENT CARDINAL ORDINAL")
_ARTICLES = frozenset({"al", "el"})
_DETERMINERS = word_class("the a an its their his her")
_GOVERNMENT = frozenset({"government", "governments"})
_JOINERS = word_class("of the and for de del la da dos al el bin ibn van von - – & 's ’s on ul ad y")
_PARTICLES = word_class("de da do dos das del della di du van von der den bin bint ibn ben ould")
_BREAKS = word_class(", ; -- — ( 's ’s")
_OPENING_MARKS = word_class("'s ’s - – .")
_CLOSING_MARKS = word_class("'s ’s ' ’ . - – ,")
_COMPOUNDS = word_class("based born style")
_NO_SYLLABLES = _COMPOUNDS | word_class("led held run made owned era wide bound like aided built type only free area")
_LONGEST_SYLLABLE = 6
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
_NO_LONE_RUNS = OFFICE_HEADS | HONORIFICS
_NO_GIVEN_NAMES = HONORIFICS | ORGANISATION_WORDS


def is_capital(token: Token) -> bool:
    """Tell whether a token is written like a name: *Chad*, *G7*, *5G*, *d'Ivoire*."""
    text = token.text
    return text[:1].isupper() or (text[:1].isdigit() and text.isupper()) or _ELIDED.match(text) is not None


def is_official(word: str) -> bool:
    """Tell a word that only names an office: *Foreign Ministers*, *Vice President*, *Special Representatives*."""
    lower = word.lower().rstrip(".")
    return lower in OFFICE_HEADS or lower.removesuffix("s") in OFFICE_HEADS or lower in OFFICE_MODIFIERS


def _shouts(sentence: Sentence) -> bool:
    letters = [t for t in sentence.tokens if t.is_alpha]
    return len(letters) > 2 and sum(t.is_upper for t in letters) > 0.6 * len(letters)


# ---------------------------------------------------------------- the gazetteer
def gazetteer_names(sentence: Sentence, gazetteer: Gazetteer) -> list[Name]:
    """Find the longest names that the gazetteer knows; surnames alone do not count."""
    found: list[Name] = []
    shouting = _shouts(sentence)
    place = int(sentence.tokens[0].lower_ == "the")  # its capital is the sentence's; *in The Hague* is a name
    while place < len(sentence.tokens):
        first = sentence.tokens[place]
        name = None
        if is_capital(first) or first.lower_ in _ARTICLES:
            name = _longest_known(sentence, place, gazetteer, shouting=shouting)
        if name is not None:
            found.append(name)
        place += 1 if name is None else name.last.i - name.first.i + 1
    return found


def _longest_known(sentence: Sentence, place: int, gazetteer: Gazetteer, *, shouting: bool) -> Name | None:
    tokens = sentence.tokens
    first = tokens[place]
    for end in range(min(len(tokens), place + _LONGEST), place, -1):
        last, alone = tokens[end - 1], end - place == 1
        if not (is_capital(last) or ((last.is_digit or _ends_hyphenated(last)) and not alone)) or (
            shouting and alone and len(last) <= 3
        ):
            continue
        if _goes_on(tokens, end):
            continue
        entries = gazetteer.lookup(sentence.text_between(first, last))
        entries = tuple(e for e in entries if e.role_of_name != "surname" or not alone)
        if entries and not (alone and first.lower_ in NOT_NAMES and not _is_acronym(first)):
            return Name(first, last, sentence, entries)
    return None


def _is_acronym(token: Token) -> bool:
    return token.is_upper and len(token) > 2  # the *WHO*


def _ends_hyphenated(token: Token) -> bool:
    """Tell the last syllable of *Han Duck-soo*."""
    return token.is_lower and token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_


def _goes_on(tokens: Sequence[Token] | Doc, end: int) -> bool:
    """Tell the start of a compound that is no name: *Geneva-based*."""
    return end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end + 1].lower_ in _COMPOUNDS


# ---------------------------------------------------------------- the model
def recognised_names(sentence: Sentence, titles: set[int], gazetteer: Gazetteer) -> list[Name]:
    """Find what the model takes for names; ``titles`` are tokens of office titles, which are no given names."""
    found = []
    for entity in sentence.parse.ents:
        label = _LABELS.get(entity.label_)
        if label is None:
            continue
        for part in _split_at_breaks(list(entity), _BREAKS | {"of", "and"} if label == "person" else _BREAKS):
            trimmed = _with_suffix(_with_syllable(_trim(part)))
            if label == "person":
                trimmed = _to_the_left(trimmed, titles, sentence)
            if not trimmed or trimmed[-1].lower_ in NO_BODIES or _is_plain_group(trimmed):
                continue
            if _goes_on(trimmed[-1].doc, trimmed[-1].i + 1):
                continue
            if trimmed[0].lower_ in _GOVERNMENT or trimmed[-1].lower_ in _GOVERNMENT:
                continue  # *the Government of Chad* is Chad
            known = label == "person" and gazetteer.lookup(sentence.text_between(trimmed[0], trimmed[-1]))
            if known or label == "group" or any(t.pos_ == "PROPN" for t in trimmed):
                found.append(Name(trimmed[0], trimmed[-1], sentence, label=label))
    return found


def _is_plain_group(tokens: list[Token]) -> bool:
    """Tell the groups that official texts write with a capital: *all States*, *the Parties*."""
    return len(tokens) == 1 and tokens[0].lower_ in AGENT_GROUPS


def _split_at_breaks(tokens: list[Token], breaks: frozenset[str]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.is_quote or token.is_space or token.text in breaks:
            parts.append([])
        else:
            parts[-1].append(token)
    return [p for p in parts if p]


def _to_the_left(tokens: list[Token], titles: set[int], sentence: Sentence) -> list[Token]:
    """Give a person the given names that the model left out, and take away what belongs to a title or a body."""
    for i in range(len(tokens) - 2, -1, -1):
        lower = tokens[i].lower_.rstrip(".")
        if lower in ORGANISATION_WORDS or lower in OFFICE_HEADS or tokens[i].i in titles:
            return tokens[i + 1 :]
    while tokens and tokens[0].i > sentence.start:
        before = tokens[0].nbor(-1)
        if before.head not in tokens or not _is_given_name(before, titles):
            break
        tokens = [before, *tokens]
    return tokens


def _is_given_name(token: Token, titles: set[int]) -> bool:
    if token.pos_ != "PROPN" or token.dep_ != "compound" or not token.text[:1].isupper():
        return False
    if token.i in titles or token.ent_type_ or is_official(token.text):
        return False
    return token.lower_.rstrip(".") not in _NO_GIVEN_NAMES


# ---------------------------------------------------------------- capitals
def capital_runs(sentence: Sentence) -> list[Name]:
    """Find runs of capitalised proper nouns, which the other two may not know."""
    if _shouts(sentence):
        return []
    found = []
    run: list[Token] = []
    for token in [*sentence.tokens, None]:
        if token is not None and (_is_proper(token) or (run and _goes_on_with(run, token))):
            run.append(token)
            continue
        trimmed = _with_suffix(_with_syllable(_trim(run)))
        if trimmed and _may_be_name(trimmed) and not _goes_on(trimmed[-1].doc, trimmed[-1].i + 1):
            found.append(Name(trimmed[0], trimmed[-1], sentence))
        run = []
    return found


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and is_capital(token) and token.ent_type_ not in _NUMERIC_LABELS


def _goes_on_with(run: list[Token], token: Token) -> bool:
    """Tell *dos* and *Santos* in *Ana dos Santos*."""
    if token.text in _PARTICLES:
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return following.is_title or (following.text in _PARTICLES and following != token)
    return token.is_title and token.pos_ == "NOUN" and any(t.text in _PARTICLES for t in run)


def _may_be_name(tokens: list[Token]) -> bool:
    if tokens[0].lower_ in NOT_NAMES or tokens[-1].lower_ in NO_BODIES:
        return False
    return len(tokens) > 1 or tokens[0].lower_.rstrip(".") not in _NO_LONE_RUNS


# ---------------------------------------------------------------- their edges
def _trim(tokens: list[Token]) -> list[Token]:
    """Cut articles, honorifics and office titles before a name, and a possessive after it."""
    while tokens and _precedes_name(tokens[0]):
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[1].lower_ == "of" and tokens[0].lower_ in STATE_GROUPS | PERSON_GROUPS:
        tokens = tokens[2:]  # *Delegations of Chad*
    while tokens and (tokens[-1].text in _CLOSING_MARKS or not (is_capital(tokens[-1]) or _is_hyphenated(tokens))):
        tokens = tokens[:-1]
    cut = 0
    for i, token in enumerate(tokens[:-1]):
        if token.lower_.rstrip(".") in OFFICE_HEADS and tokens[i + 1].lower_ not in _JOINERS:
            cut = i + 1
    return tokens[cut:]


def _precedes_name(token: Token) -> bool:
    lower = token.lower_
    if lower in _DETERMINERS or lower.rstrip(".") in HONORIFICS or token.text in _OPENING_MARKS:
        return True
    return not is_capital(token) and lower not in _ARTICLES


def _is_hyphenated(tokens: list[Token]) -> bool:
    """Tell a name that ends in lower case after a hyphen, as romanised Korean and Chinese ones do."""
    return (
        len(tokens) > 2
        and tokens[-2].text == "-"
        and is_capital(tokens[-3])
        and tokens[-1].is_alpha
        and not tokens[-2].whitespace_
    )


def _with_syllable(tokens: list[Token]) -> list[Token]:
    """Add the syllable behind the hyphen of a romanised Korean or Chinese name, which the model may leave out."""
    if len(tokens) < 2 or tokens[-1].i + 2 >= len(tokens[-1].doc) or tokens[-1].whitespace_:
        return tokens
    hyphen, syllable = tokens[-1].nbor(1), tokens[-1].nbor(2)
    fits = syllable.is_alpha and syllable.is_lower and len(syllable) <= _LONGEST_SYLLABLE
    if hyphen.text != "-" or hyphen.whitespace_ or not fits or syllable.lower_ in _NO_SYLLABLES:
        return tokens
    return [*tokens, hyphen, syllable]


def _with_suffix(tokens: list[Token]) -> list[Token]:
    """Add *Jr.* after a comma, which belongs to the name."""
    if tokens and tokens[-1].i + 2 < len(tokens[-1].doc):
        comma, suffix = tokens[-1].nbor(1), tokens[-1].nbor(2)
        if comma.text == "," and suffix.text in {"Jr.", "Jr", "Sr.", "Sr"}:
            return [*tokens, comma, suffix]
    return tokens

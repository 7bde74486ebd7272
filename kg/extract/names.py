"""Finds the stretches of a sentence that name somebody or something.

Three witnesses are heard: the gazetteer (longest match), the model's entity recogniser and runs of capitalised
words. What a name is of (person, state, body, place) is decided later, over the whole article, in ``entities``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.reading import Sentence, key, token_span
from kg.extract.words import HONORIFICS, NO_BODIES, NOT_NAMES, OFFICE_HEADS, OFFICE_MODIFIERS, ORGANISATION_WORDS
from kg.gazetteer import Entry, Gazetteer
from kg.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 7
_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
_JOINERS = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "de",
        "del",
        "la",
        "da",
        "dos",
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "-",
        "–",
        "&",
        "'s",
        "’s",
        "on",
        "ul",
        "ad",
        "y",
    }
)


@dataclass(slots=True, eq=False)
class Name:
    """One naming: tokens ``first`` to ``last`` inclusive, what each witness says, and later its entity's id."""

    first: Token
    last: Token
    sentence: Sentence
    entries: tuple[Entry, ...] = ()
    label: str = ""
    title: str = ""
    entity: str = ""
    kind: str = ""

    @property
    def span(self) -> Span:
        """Where the name stands in the article."""
        return token_span(self.first, self.last)

    @property
    def text(self) -> str:
        """The name as written."""
        return str(self.first.doc[self.first.i : self.last.i + 1].text).replace("\n", " ")

    @property
    def head(self) -> Token:
        """The token of the name that governs the others."""
        return self.first.doc[self.first.i : self.last.i + 1].root

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return [
            t.text
            for t in self.first.doc[self.first.i : self.last.i + 1]
            if t.text not in {"-", "–", ",", "Jr.", "Jr", "Sr."}
        ]


@dataclass(slots=True)
class Names:
    """All names of an article, and an index from token to name."""

    found: list[Name] = field(default_factory=list)
    index: dict[int, Name] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Take in one name."""
        self.found.append(name)
        for token in name.first.doc[name.first.i : name.last.i + 1]:
            self.index[key(token)] = name

    def at(self, token: Token) -> Name | None:
        """Give the name that a token belongs to."""
        return self.index.get(key(token))


def find_names(sentences: list[Sentence], gazetteer: Gazetteer) -> Names:
    """Find the names of all sentences."""
    names = Names()
    for sentence in sentences:
        for name in _sentence_names(sentence, gazetteer):
            names.add(name)
    return names


def _sentence_names(sentence: Sentence, gazetteer: Gazetteer) -> list[Name]:
    if sentence.region in {"title", "subheading"}:
        return _gazetteer_spans(sentence, gazetteer)  # capitals tell nothing there
    taken = _title_tokens(sentence, gazetteer)
    known = _gazetteer_spans(sentence, gazetteer)
    recognised = _recognised_spans(sentence, taken)
    runs = _capital_runs(sentence)
    chosen: list[Name] = []
    known, recognised, runs = ([_without(n, taken) for n in names] for names in (known, recognised, runs))
    recognised = [n for n in recognised if n is not None and not _pair_of_states(n, known)]
    candidates = [n for n in [*known, *recognised, *runs, *_extended([*known, *recognised, *runs])] if n is not None]
    for name in sorted(candidates, key=lambda n: (-_weight(n), n.first.i)):
        positions = range(name.first.i, name.last.i + 1)
        if taken.isdisjoint(positions):
            taken.update(positions)
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.first.i)


def _pair_of_states(name: Name, known: list[Name | None]) -> bool:
    """Tell *U.S.-Japan*, which the model may take for one name."""
    states = [
        k
        for k in known
        if k is not None and k.entries[0].kind == "state" and name.first.i <= k.first.i and k.last.i <= name.last.i
    ]
    return len(states) >= 2 and name.words[-1].lower() not in ORGANISATION_WORDS


def _title_tokens(sentence: Sentence, gazetteer: Gazetteer) -> set[int]:
    """Give the tokens of titles of several words (*Secretary of State*), whose words are no names of their own."""
    taken: set[int] = set()
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if (
            token.lower_ not in OFFICE_HEADS
            or token.i in taken
            or i + 2 >= len(tokens)
            or tokens[i + 1].lower_ not in {"of", "for"}
        ):
            continue
        for j in range(min(len(tokens), i + 8), i + 2, -1):
            if (
                _capital(tokens[j - 1])
                and gazetteer.office(tokens[i:j].text) is not None
                and not gazetteer.state(tokens[j - 1].text)
            ):
                taken.update(t.i for t in tokens[i:j])
                break
    return taken


def _without(name: Name, taken: set[int]) -> Name | None:
    """Cut title words off the start of a name; nothing is left of a name that lies in a title."""
    doc, first = name.first.doc, name.first.i
    while first <= name.last.i and first in taken:
        first += 1
    if first > name.last.i or any(i in taken for i in range(first, name.last.i + 1)):
        return None
    kept = name if first == name.first.i else Name(doc[first], name.last, name.sentence, label=name.label)
    return kept if kept.words and not all(_official(w) for w in kept.words) else None


def _official(word: str) -> bool:
    """Tell a word that only names an office: *Foreign Ministers*, *Vice President*, *Special Representatives*."""
    lower = word.lower().rstrip(".")
    return lower in OFFICE_HEADS or lower.removesuffix("s") in OFFICE_HEADS or lower in OFFICE_MODIFIERS


def _to_the_left(tokens: list[Token], titles: set[int]) -> list[Token]:
    """Give a person the given names that the model left out, and take away what belongs to a title or a body."""
    for i in range(len(tokens) - 2, -1, -1):
        lower = tokens[i].lower_.rstrip(".")
        if lower in ORGANISATION_WORDS or lower in OFFICE_HEADS or tokens[i].i in titles:
            return tokens[i + 1 :]
    while tokens and tokens[0].i > tokens[0].sent.start:
        before = tokens[0].nbor(-1)
        if (
            before.pos_ != "PROPN"
            or before.dep_ != "compound"
            or before.head not in tokens
            or not before.text[:1].isupper()
        ):
            break
        if (
            before.i in titles
            or before.ent_type_
            or _official(before.text)
            or before.lower_.rstrip(".") in HONORIFICS | ORGANISATION_WORDS
        ):
            break
        tokens = [before, *tokens]
    return tokens


_EXTENDABLE = frozenset(
    {
        "mission",
        "ministry",
        "committee",
        "office",
        "agency",
        "council",
        "commission",
        "organization",
        "organisation",
        "association",
        "conference",
        "department",
        "bank",
        "fund",
        "embassy",
        "front",
        "union",
        "party",
        "court",
        "centre",
        "center",
        "institute",
        "movement",
        "army",
        "delegation",
        "parliament",
        "university",
        "congress",
        "bureau",
        "federation",
        "programme",
        "program",
    }
)


def _extended(names: list[Name | None]) -> list[Name]:
    """Lengthen bodies by what follows *of* or *for*: the *Mission for Chad*, the *Ministry of Trade of Peru*."""
    by_start = {n.first.i: n for n in names if n is not None}
    found = []
    for name in names:
        if name is None or name.words[-1].lower() not in _EXTENDABLE or name.last.i + 2 >= name.sentence.tokens.end:
            continue
        doc, i = name.last.doc, name.last.i + 1
        if doc[i].lower_ not in {"of", "for", "on"}:
            continue
        i += 2 if doc[i + 1].lower_ == "the" else 1
        if i in by_start and _capital(doc[i]):
            found.append(Name(name.first, by_start[i].last, name.sentence, label="organisation"))
    return found


def _weight(name: Name) -> float:
    """Prefer long names; among equally long ones the gazetteer's, then the model's."""
    words = name.words
    length = len(words) + (0.5 if name.entries else 0.2 if name.label else 0)
    if name.entries and name.entries[0].role_of_name != "surname":
        return length + (0.3 if name.entries[0].kind == "place" else 1.2)
    if words[-1].lower().rstrip(".") in ORGANISATION_WORDS or words[0].lower() in ORGANISATION_WORDS:
        return length + 0.6
    return length


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text[:1].isdigit() and token.text.isupper())


def _gazetteer_spans(sentence: Sentence, gazetteer: Gazetteer) -> list[Name]:
    found: list[Name] = []
    tokens = sentence.tokens
    shouting = _shouting(sentence)
    i = 0
    while i < len(tokens):
        step = 1
        if _capital(tokens[i]) or tokens[i].lower_ in {"al", "el"}:
            for j in range(min(len(tokens), i + _LONGEST), i, -1):
                last = tokens[j - 1]
                if not (_capital(last) or (last.is_digit and j - i > 1)) or (
                    shouting and j - i == 1 and len(last) <= 3
                ):
                    continue
                if (
                    j < len(tokens)
                    and tokens[j].text == "-"
                    and j + 1 < len(tokens)
                    and tokens[j + 1].lower_ in {"based", "born", "style"}
                ):
                    continue
                entries = gazetteer.lookup(tokens[i:j].text)
                entries = tuple(e for e in entries if e.role_of_name != "surname" or j - i > 1)
                if entries and not _mere_word(tokens[i], j - i):
                    found.append(Name(tokens[i], last, sentence, entries))
                    step = j - i
                    break
        i += step
    return found


def _mere_word(token: Token, length: int) -> bool:
    """Tell words that only look like a name: "May", "March", "Turkey" at the start of a recipe."""
    return length == 1 and token.lower_ in NOT_NAMES


def _shouting(sentence: Sentence) -> bool:
    letters = [t for t in sentence.tokens if t.is_alpha]
    return len(letters) > 2 and sum(t.is_upper for t in letters) > 0.6 * len(letters)


def _recognised_spans(sentence: Sentence, titles: set[int]) -> list[Name]:
    found = []
    for entity in sentence.tokens.ents:
        label = _LABELS.get(entity.label_)
        if label is None:
            continue
        for part in _split_at_quotes(list(entity)):
            trimmed = _with_suffix(_trim(part))
            if label == "person":
                trimmed = _to_the_left(trimmed, titles)
            if trimmed and trimmed[-1].lower_ in NO_BODIES | {"government", "governments"}:
                continue
            if trimmed and trimmed[0].lower_ in {"government", "governments"}:
                continue  # *the Government of Chad* is Chad
            if trimmed and any(t.pos_ == "PROPN" or label == "group" for t in trimmed):
                found.append(Name(trimmed[0], trimmed[-1], sentence, label=label))
    return found


def _split_at_quotes(tokens: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.is_quote or token.is_space or token.text in {",", ";", "--", "—", "(", "'s", "’s"}:
            parts.append([])
        else:
            parts[-1].append(token)
    return [p for p in parts if p]


def _trim(tokens: list[Token]) -> list[Token]:
    """Cut articles, honorifics and office titles before a name, and a possessive after it."""
    while tokens and (
        tokens[0].lower_ in {"the", "a", "an", "its", "their", "his", "her"}
        or tokens[0].lower_.rstrip(".") in HONORIFICS
        or tokens[0].text in {"'s", "’s", "-", "–", "."}
        or (not _capital(tokens[0]) and tokens[0].lower_ not in {"al", "el"})
    ):
        tokens = tokens[1:]
    while tokens and (
        tokens[-1].text in {"'s", "’s", "'", "’", ".", "-", "–", ","}
        or not (_capital(tokens[-1]) or _hyphenated(tokens))
    ):
        tokens = tokens[:-1]
    cut = 0
    for i, token in enumerate(tokens[:-1]):
        if token.lower_.rstrip(".") in OFFICE_HEADS and tokens[i + 1].lower_ not in _JOINERS:
            cut = i + 1
    return tokens[cut:]


def _with_suffix(tokens: list[Token]) -> list[Token]:
    """Add *Jr.* after a comma, which belongs to the name."""
    if tokens and tokens[-1].i + 2 < len(tokens[-1].doc):
        comma, suffix = tokens[-1].nbor(1), tokens[-1].nbor(2)
        if comma.text == "," and suffix.text in {"Jr.", "Jr", "Sr.", "Sr"}:
            return [*tokens, comma, suffix]
    return tokens


def _hyphenated(tokens: list[Token]) -> bool:
    """Tell a name that ends in lower case after a hyphen, as romanised Korean and Chinese ones do."""
    return (
        len(tokens) > 2
        and tokens[-2].text == "-"
        and _capital(tokens[-3])
        and tokens[-1].is_alpha
        and not tokens[-2].whitespace_
    )


def _capital_runs(sentence: Sentence) -> list[Name]:
    """Find runs of proper nouns that the model did not recognise."""
    if _shouting(sentence):
        return []
    found = []
    run: list[Token] = []
    for token in [*sentence.tokens, None]:
        if (
            token is not None
            and token.pos_ == "PROPN"
            and _capital(token)
            and token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"}
        ):
            run.append(token)
            continue
        trimmed = _with_suffix(_trim(run))
        if (
            trimmed
            and trimmed[0].lower_ not in NOT_NAMES
            and trimmed[-1].lower_ not in NO_BODIES
            and not (len(trimmed) == 1 and trimmed[0].lower_.rstrip(".") in OFFICE_HEADS | HONORIFICS)
        ):
            found.append(Name(trimmed[0], trimmed[-1], sentence))
        run = []
    return found

"""The names of an article: where they stand, what each may be of, and the entity that they are found to name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.reading import Sentence, key, token_span
from kg.extract.remits import Remit
from kg.extract.words import word_class
from kg.gazetteer import Entry, fold
from kg.types import EntityKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_WORDS = word_class("- – , Jr. Jr Sr.")


@dataclass(slots=True, eq=False)
class Name:
    """One naming: tokens ``first`` to ``last`` inclusive, what each witness says, and later its kind and entity.

    ``entries`` are the gazetteer's readings, ``label`` what the model takes it for; ``entity`` is the id of a
    :class:`kg.extract.entities.Draft`, empty where the name is of nothing.
    """

    first: Token
    last: Token
    sentence: Sentence
    entries: tuple[Entry, ...] = ()
    label: EntityKind | None = None
    entity: str = ""
    kind: EntityKind | None = None
    text: str = field(init=False)
    words: tuple[str, ...] = field(init=False)
    head: Token = field(init=False)
    """The token that governs the others."""

    def __post_init__(self) -> None:
        """Read the words once: they are asked for again and again."""
        tokens = self.first.doc[self.first.i : self.last.i + 1]
        self.text = str(tokens.text).replace("\n", " ")
        self.words = tuple(t.text for t in tokens if t.text not in _NO_WORDS)
        self.head = tokens.root

    @property
    def span(self) -> Span:
        """Where the name stands in the article."""
        return token_span(self.first, self.last)

    @property
    def form(self) -> str:
        """The name as the gazetteer compares it."""
        return fold(self.text)

    def before(self) -> Token | None:
        """Give the token before the name, where its paragraph has one."""
        return self.first.nbor(-1) if self.first.i else None


@dataclass(slots=True)
class Names:
    """All names of an article, and an index from token to name; also the titles of office that tell a remit."""

    found: list[Name] = field(default_factory=list)
    index: dict[int, Name] = field(default_factory=dict)
    _remits_from: dict[int, Remit] = field(default_factory=dict)
    _remits_to: dict[int, Remit] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Take in one name."""
        self.found.append(name)
        first = key(name.first)
        for place in range(first, first + name.last.i - name.first.i + 1):
            self.index[place] = name

    def add_remits(self, remits: Iterable[Remit], sentence: Sentence) -> None:
        """Take in the titles of a sentence that tell a remit."""
        doc = sentence.parse.doc
        for remit in remits:
            self._remits_from[key(doc[remit.head])] = self._remits_to[key(doc[remit.last])] = remit

    def remit_from(self, token: Token) -> Remit | None:
        """Give the title with a remit of which a token is the head."""
        return self._remits_from.get(key(token))

    def remit_to(self, token: Token) -> Remit | None:
        """Give the title with a remit that a token ends."""
        return self._remits_to.get(key(token))

    def at(self, token: Token) -> Name | None:
        """Give the name that a token belongs to."""
        return self.index.get(key(token))

    def entity_at(self, token: Token) -> Name | None:
        """Give the name that a token belongs to, where it is known to name an entity."""
        name = self.index.get(key(token))
        return name if name is not None and name.entity else None

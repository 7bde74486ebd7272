"""One extraction as resolving sees it: with entities of the collection, and its words as stems."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.resolve.words import VAGUE, stem_list, stems
from kg.types import Extraction, Role, Span

_CLAUSE_END = re.compile(
    r"[;:—–]|,? \b(?:after|ahead of|although|amid|as|because|before|but|during|following|since|when|which|while|who)\b"
)
_NEAR_THE_VERB, _ENOUGH = 10, 2


@dataclass(frozen=True, slots=True)
class Article:
    """One extraction, with the entity of the collection for each entity of the document."""

    extraction: Extraction
    iris: Mapping[str, str]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Stems of all names of each document entity."""
    mentioned: tuple[tuple[int, str], ...] = ()
    """Where each mention of an entity begins, and its IRI, sorted."""

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.extraction.document.id

    def iri(self, entity: str | None) -> str | None:
        """Give the IRI of a document entity."""
        return self.iris.get(entity) if entity is not None else None

    def iris_of(self, roles: tuple[Role, ...]) -> frozenset[str]:
        """Give the IRIs of the roles that name an entity."""
        return frozenset(iri for role in roles if (iri := self.iri(role.entity)) is not None)

    def words(self, sentence: Span, roles: tuple[Role, ...]) -> frozenset[str]:
        """Give the stems of a sentence without the names of those who take part, which are compared by themselves."""
        return stems(self.text(sentence)).difference(*self._named(roles))

    def object(self, sentence: Span, verb: Span, roles: tuple[Role, ...]) -> frozenset[str]:
        """Give the stems of the clause after the verb where there are enough, else of what follows, else of all.

        Names of those who take part are left out.
        """
        left_out = VAGUE.union(*self._named(roles))
        after = self.text(Span(verb.end, sentence.end))
        for text in (_CLAUSE_END.split(after, maxsplit=1)[0], after):
            near = [stem for stem in stem_list(text) if stem not in left_out][:_NEAR_THE_VERB]
            if len(set(near)) >= _ENOUGH:
                return frozenset(near)
        return self.words(sentence, roles) - VAGUE

    def _named(self, roles: tuple[Role, ...]) -> list[frozenset[str]]:
        return [self.names.get(role.entity, frozenset()) for role in roles if role.entity is not None]

    def iris_in(self, sentence: Span) -> frozenset[str]:
        """Give the entities that a sentence mentions."""
        first = bisect_left(self.mentioned, (sentence.start, ""))
        last = bisect_left(self.mentioned, (sentence.end, ""))
        return frozenset(iri for _, iri in self.mentioned[first:last])

    def text(self, span: Span) -> str:
        """Give the words of a span."""
        return self.extraction.document.text[span.start : span.end]

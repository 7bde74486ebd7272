"""One extraction as resolving sees it: with entities of the collection, and its words as stems."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.resolve.words import VAGUE, one, stem_list
from kg.types import Attribution, Extraction, Role, Span

_CLAUSE_END = re.compile(
    r"[;:—–]|,? \b(?:after|ahead of|although|amid|as|because|before|but|during|following|since|when|which|while|who)\b"
    r"|, an? (?:[\w-]+ ){1,4}(?:aimed|designed|intended|meant|that|which)\b"
    r"|,? \band (?:also |then )?(?:added|asked|informed|noted|recalled|said|stressed|told|urged|warned)\b"
)
_BACK_REFERENCE = re.compile(
    r"\s*(?:(?:this|these|that|those|such(?: an?)?) (?:\w+ )?|the )"
    r"(?:announcements?|approach|commitments?|decisions?|initiatives?|intention|moves?|offers?|pledges?|promises?|steps?)\b"
    r"(?! (?:by|in|of|on|to)\b)",
    re.IGNORECASE,
)
"""What "welcomed this approach" means stands in the sentence before."""
_NEAR_THE_VERB, _ENOUGH = 10, 2


@dataclass(frozen=True, slots=True)
class Article:
    """One extraction, with the entity of the collection for each entity of the document."""

    extraction: Extraction
    iris: Mapping[str, str]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Stems of all names of each document entity."""
    mentioned: tuple[tuple[int, int, str], ...] = ()
    """Where each mention of an entity begins and ends, and its IRI, sorted; a date names nothing."""

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.extraction.document.id

    def iri(self, entity: str | None) -> str | None:
        """Give the IRI of a document entity."""
        return self.iris.get(entity) if entity is not None else None

    def iris_of(self, roles: tuple[Role, ...]) -> frozenset[str]:
        """Give the IRIs of the roles that name an entity."""
        return one(frozenset(iri for role in roles if (iri := self.iri(role.entity)) is not None))

    def figures(self, sentence: Span) -> frozenset[str]:
        """Give the numbers that are rare enough to tell things apart: of two digits or more, no years, no dates."""
        words = self.contents(sentence)
        return one(frozenset(w for w in words if w.isdecimal() and len(w) >= 2 and w[:2] not in ("19", "20")))

    def object(
        self, sentence: Span, verb: Span, roles: tuple[Role, ...], source: Attribution | None = None
    ) -> frozenset[str]:
        """Give what the clause after the verb is about where it says enough, else what follows it, else the sentence.

        Words are stems and names are IRIs; those who take part are left out, as is the source that is named behind it.
        """
        if source is not None and source.span.end > verb.end and sentence.contains(source.span):
            sentence = Span(sentence.start, max(verb.end, source.span.start))
        left_out = VAGUE.union(self.iris_of(roles), *self.named(roles))
        if _BACK_REFERENCE.match(self.text(Span(verb.end, sentence.end))):
            return frozenset(self.contents(self._joined_with_the_one_before(sentence))) - left_out
        for end in self._clause_ends(verb.end, sentence.end):
            near = [word for word in self.contents(Span(verb.end, end)) if word not in left_out][:_NEAR_THE_VERB]
            if len(set(near)) >= _ENOUGH:
                return frozenset(near)
        return frozenset(self.contents(sentence)) - left_out

    def contents(self, span: Span) -> list[str]:
        """Give the stems of the content words of a stretch, with the IRI in place of each name and without dates."""
        found: list[str] = []
        at = span.start
        first = bisect_left(self.mentioned, (span.start,))
        last = bisect_left(self.mentioned, (span.end,))
        for start, end, iri in self.mentioned[first:last]:
            if start >= at:
                found += stem_list(self.text(Span(at, start)))
                found += [iri] if iri else []
                at = end
        return found + stem_list(self.text(Span(at, span.end)))

    def about(self, role: Role) -> list[str]:
        """Give the contents of a topic, of its words alone where they do not stand together in the text."""
        return self.contents(role.span) if self.text(role.span) == role.text else stem_list(role.text)

    def _clause_ends(self, start: int, end: int) -> list[int]:
        return [*(found.start() for found in _CLAUSE_END.finditer(self.extraction.document.text, start, end)), end]

    def _joined_with_the_one_before(self, sentence: Span) -> Span:
        before = [other for other in self.extraction.sentences if other.end <= sentence.start]
        return Span(before[-1].start, sentence.end) if before else sentence

    def named(self, roles: tuple[Role, ...]) -> list[frozenset[str]]:
        """Give the stems of all names of those in some roles."""
        return [self.names.get(role.entity, frozenset()) for role in roles if role.entity is not None]

    def iris_in(self, sentence: Span) -> frozenset[str]:
        """Give the entities that a sentence mentions."""
        first = bisect_left(self.mentioned, (sentence.start,))
        last = bisect_left(self.mentioned, (sentence.end,))
        return frozenset(iri for _, _, iri in self.mentioned[first:last] if iri)

    def text(self, span: Span) -> str:
        """Give the words of a span."""
        return self.extraction.document.text[span.start : span.end]

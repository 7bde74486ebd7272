"""Topics: noun phrases as events carry them, one node for all spellings of one phrase."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.ids import mint
from kg.resolve.words import stems
from kg.types import Extraction, Role, Topic

_LEADING = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|your|my|this|that|these|those|some|any)\s+)+", re.IGNORECASE
)
_EDGES = " \t\n\r,;:.!?\"'“”‘’()[]—–-"
_LONGEST = 90


def topic_text(text: str) -> str:
    """Trim a phrase to what it is about.

    >>> topic_text("the “early warning” network,")
    'early warning network'
    """
    plain = re.sub(r"\s+", " ", re.sub(r"[\"“”]", "", text)).strip(_EDGES)
    return _LEADING.sub("", plain).strip(_EDGES)


def topic_key(text: str) -> str:
    """Give the key that all spellings of a phrase share; empty when it has no content word."""
    return " ".join(sorted(stems(topic_text(text))))


def collect_topics(extractions: Iterable[Extraction]) -> dict[str, Topic]:
    """Make one topic for each key; the most frequent, then shortest spelling is its label."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for extraction in extractions:
        for role in _topic_roles(extraction):
            text = topic_text(role.text)
            key = topic_key(text)
            if key and len(text) <= _LONGEST:
                spellings[key][text] += 1
    topics: dict[str, Topic] = {}
    for key, counts in sorted(spellings.items()):
        label, *aliases = sorted(counts, key=lambda text: (-counts[text], len(text), text))
        topics[key] = Topic(mint("topic", label), label, tuple(sorted(aliases)))
    return _one_iri_each(topics)


def _one_iri_each(topics: Mapping[str, Topic]) -> dict[str, Topic]:
    """Join topics whose labels give one slug ("co-operation" and "co operation")."""
    first: dict[str, Topic] = {}
    for topic in topics.values():
        kept = first.get(topic.iri)
        if kept is not None:
            names = sorted({*kept.aliases, topic.label, *topic.aliases} - {kept.label})
            first[topic.iri] = Topic(kept.iri, kept.label, tuple(names))
        else:
            first[topic.iri] = topic
    return {key: first[topic.iri] for key, topic in topics.items()}


def _topic_roles(extraction: Extraction) -> Iterator[Role]:
    for event in extraction.events:
        yield from (role for role in event.roles if role.role == "topic")
    for agreement in extraction.agreements:
        yield from agreement.topics
    for commitment in extraction.commitments:
        yield from commitment.topics
    for statement in extraction.statements:
        yield from statement.topics

"""Reads the offices that events tell of: *became foreign minister of Chad*, *resigned as envoy*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.found import Found
from kg.extract.names import Names
from kg.extract.title_words import Title, is_office
from kg.extract.titles import title_at
from kg.extract.words import word_class

CHANGES = {"LeadershipChange": "recipient", "Resignation": "initiator"}
"""Types of event that tell of an office, and the role of its holder."""
_ENDS = word_class(
    "dismiss sack fire oust depose topple remove overthrow impeach unseat replace defeat dethrone "
    "demote recall suspend axe purge relieve dump eject drop expel discharge dismissal ouster removal "
    "sacking ousting firing departure leave lose"
)
"""Predicates after which an office is held no more."""


def titles_told(told: Found, names: Names) -> Iterator[Title]:
    """Give the offices that somebody comes to hold, or leaves, in a change of office."""
    clause = told.clause
    for head in clause.heads("attribute", "object", "as"):
        if is_office(head) and names.at(head) is None:
            title = title_at(head, clause.sentence.start, names)
            if title is not None:
                ended = told.event.type == "Resignation" or clause.lemma in _ENDS
                yield replace(title, former=title.former or ended)

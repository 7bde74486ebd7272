"""What the event reader hands to the readers of agreements, commitments and tenures."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses import Clause
from kg.extract.factuality import Stance
from kg.extract.lexicon import Frame
from kg.types import EventMention


@dataclass(frozen=True, slots=True)
class Found:
    """An event mention with the clause it was read from."""

    event: EventMention
    clause: Clause
    frame: Frame
    stance: Stance

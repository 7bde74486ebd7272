"""Titles as texts write them, reduced to what the table of offices lists."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"^(?:the|a|an|his|her|its|their|our|former|ex|then|acting|interim|caretaker|outgoing|incoming|new|newly elected|"
    r"newly appointed|late|current|incumbent|designated|longtime|visiting|deposed|ousted|exiled)[\s-]+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s-]+(?:elect|designate|in-waiting)$", re.IGNORECASE)


def core_title(text: str) -> str:
    """Strip what does not belong to a title: articles, "former", "acting", "-elect".

    >>> core_title("the then-acting Prime Minister-designate")
    'Prime Minister'
    """
    title = " ".join(text.split())
    while stripped := _BEFORE.match(title):
        title = title[stripped.end() :]
    return _AFTER.sub("", title)

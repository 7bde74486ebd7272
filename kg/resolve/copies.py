"""Articles that copy one another: wire stories printed by several outlets count as one voice.

MinHash with banding finds candidates, as near-linear as hashing is; exact containment of shingles decides, so that a
cut copy or one with a new first paragraph is found and two stories about one event are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.resolve.words import plain_words
from kg.types import Document

PERMUTATIONS, BANDS = 128, 32
SHINGLE = 5
"""Words in a shingle."""

CONTAINED = 0.6
"""Share of the shorter article's shingles that must stand in the longer one."""

_TOO_SHORT = 20
_SEED = 1


def find_copies(documents: Sequence[Document]) -> tuple[tuple[str, str], ...]:
    """Pair each copy with the article it copies: the earliest published, then the longest, then the first id.

    Returns:
        (id of the copy, id of the original) pairs, sorted; an original is never itself a copy.
    """
    ordered = sorted(documents, key=lambda d: (d.published or date.max, -len(d.text), d.id))
    shingles = [_shingles(document.text) for document in ordered]
    original = list(range(len(ordered)))
    for earlier, later in _candidates(shingles):
        if original[later] == later and original[earlier] == earlier and _copied(shingles[earlier], shingles[later]):
            original[later] = earlier
    return tuple(sorted((ordered[i].id, ordered[of].id) for i, of in enumerate(original) if i != of))


def _shingles(text: str) -> frozenset[str]:
    words = plain_words(text)
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _copied(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= CONTAINED * min(len(left), len(right))


def _candidates(shingles: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    if sum(len(found) >= _TOO_SHORT for found in shingles) < 2:
        return []
    from rensa import RMinHash, RMinHashLSH  # type: ignore[attr-defined]

    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    pairs: list[tuple[int, int]] = []
    for i, found in enumerate(shingles):
        if len(found) < _TOO_SHORT:
            continue
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
        sketch.update(sorted(found))
        pairs += [(int(j), i) for j in index.query(sketch)]
        index.insert(i, sketch)
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))

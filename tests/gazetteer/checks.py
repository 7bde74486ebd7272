import re
from collections import Counter

_WIKIDATA = re.compile(r"Q[1-9]\d*")


def repeated(values):
    """Give the values that occur more than once, None aside."""
    return sorted(value for value, count in Counter(v for v in values if v is not None).items() if count > 1)


def malformed_ids(rows):
    return [row.key for row in rows if row.wikidata and not _WIKIDATA.fullmatch(row.wikidata)]

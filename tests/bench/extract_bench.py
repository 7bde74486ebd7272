"""How much extraction adds to parsing: words per second of both, over the gold texts, in one process.

Run by hand: ``python tests/bench/extract_bench.py``. The ratio is what should stay below 1.6.
"""

import sys
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path

from kg.extract.extractor import SpacyExtractor
from kg.extract.layout import regions
from kg.extract.model import BATCH, load_model
from kg.types import Document

TEXTS = Path(__file__).parents[1] / "gold" / "texts"
WORDS = 50_000
MOST = 1.6


def documents() -> list[Document]:
    """The gold texts, repeated until there are enough words."""
    texts = [path.read_text() for path in sorted(TEXTS.glob("*.txt"))]
    rounds = -(-WORDS // sum(len(text.split()) for text in texts))
    first = [Document(str(number), text) for number, text in enumerate(texts)]
    return [replace(document, id=f"{document.id}-{turn}") for turn in range(rounds) for document in first]


def measure() -> float:
    """Tell both speeds and give their ratio."""
    read = documents()
    words = sum(len(document.text.split()) for document in read)
    nlp = load_model()
    paragraphs = [d.text[r.span.start : r.span.end] for d in read for r in regions(d.text) if r.factual]
    extractor = SpacyExtractor()
    list(extractor.extract(islice(read, 3)))  # tables and patterns are read once a process
    start = time.process_time()
    with nlp.memory_zone():
        for _ in nlp.pipe(paragraphs, batch_size=BATCH):
            pass
    parsed = time.process_time()
    for _ in extractor.extract(read):
        pass
    extracted = time.process_time()
    ratio = (extracted - parsed) / (parsed - start)
    speeds = f"parsing {words / (parsed - start):.0f} words/s, extraction {words / (extracted - parsed):.0f} words/s"
    sys.stdout.write(f"{words} words: {speeds}, ratio {ratio:.2f} (at most {MOST})\n")
    return ratio


if __name__ == "__main__":
    raise SystemExit(measure() > MOST)

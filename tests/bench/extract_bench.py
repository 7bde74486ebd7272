"""How much extraction adds to parsing: words per second of both, over the gold texts, in one process.

Run by hand: ``python tests/bench/extract_bench.py``. Both are measured in turn, round by round, and the median round
counts, since other work on the machine slows now the one, now the other. The ratio is what should stay below 1.67:
extraction at no less than 60 % of the speed of parsing.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from kg.extract.extractor import SpacyExtractor
from kg.extract.layout import regions
from kg.extract.model import BATCH, load_model
from kg.types import Document

TEXTS = Path(__file__).parents[1] / "gold" / "texts"
ROUNDS = 9
MOST = 1.67


def seconds(work: Callable[[], object]) -> float:
    """Give the processor time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure() -> float:
    """Tell both speeds and give their ratio."""
    documents = [Document(path.stem, path.read_text()) for path in sorted(TEXTS.glob("*.txt"))]
    words = sum(len(document.text.split()) for document in documents)
    nlp = load_model()
    paragraphs = [d.text[r.span.start : r.span.end] for d in documents for r in regions(d.text) if r.factual]
    extractor = SpacyExtractor()

    def parse() -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe(paragraphs, batch_size=BATCH):
                pass

    def extract() -> None:
        for _ in extractor.extract(documents):
            pass

    extract()  # tables and patterns are read once a process
    rounds = [(seconds(parse), seconds(extract)) for _ in range(ROUNDS)]
    ratio = median(extracted / parsed for parsed, extracted in rounds)
    parsed, extracted = (words / median(column) for column in zip(*rounds, strict=True))
    speeds = f"parsing {parsed:.0f} words/s, extraction {extracted:.0f} words/s"
    sys.stdout.write(f"{ROUNDS} rounds of {words} words: {speeds}, ratio {ratio:.2f} (at most {MOST})\n")
    return ratio


if __name__ == "__main__":
    raise SystemExit(measure() > MOST)

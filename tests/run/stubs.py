"""Stand-ins for the stages that read text: quick, and with failures on demand."""

from kg.types import Extraction, Silence, Span

READ: list[str] = []
"""Ids of the documents that were read, in order; tests clear it."""


class StubExtractor:
    def __init__(self, model, frames, *, gazetteer):
        pass

    def extract(self, documents):
        for document in documents:
            READ.append(document.id)
            if "BROKEN" in document.text:
                raise ZeroDivisionError("in the middle of a batch")
            whole = Span(0, len(document.text))
            yield Extraction(document, sentences=(whole,), silences=(Silence(whole, "a stub reads nothing"),))


class StubLinker:
    def __init__(self, gazetteer):
        pass

    def link(self, extraction):
        return extraction

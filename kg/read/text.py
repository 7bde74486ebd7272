"""Reads plain text and Markdown: one file, one article, metadata in a sidecar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.read.content import decode, read_bytes, stem
from kg.read.metadata import document_of, sidecar_of
from kg.types import Document, Skipped


class TextReader:
    """Reads ``.txt`` and ``.md``, also packed with gzip; the text is kept to the character."""

    def read(self, source: Path) -> Iterator[Document | Skipped]:
        """Yield the article of a file.

        Raises:
            InputError: The file cannot be opened, or its sidecar is wrong.
        """
        content = read_bytes(source)
        text = decode(content) if isinstance(content, bytes) else content
        if isinstance(text, UnicodeDecodeError):
            yield Skipped(str(source), f"not UTF-8: {text.reason} at byte {text.start}")
        elif isinstance(content, str):
            yield Skipped(str(source), content)
        elif not text.strip():
            yield Skipped(str(source), "empty")
        else:
            fields, where = sidecar_of(source)
            yield document_of(fields, text, name=stem(source), where=where)

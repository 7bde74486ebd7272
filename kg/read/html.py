"""Reads saved web pages: trafilatura finds the article in the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.read.content import read_bytes, stem
from kg.read.metadata import document_of, sidecar_of
from kg.types import Document, Skipped


class HtmlReader:
    """Reads ``.html`` and ``.htm``, also packed with gzip; nothing that a page names is fetched."""

    def read(self, source: Path) -> Iterator[Document | Skipped]:
        """Yield the article of a page; a sidecar's fields win over those that the page gives.

        Raises:
            InputError: The file cannot be opened, or its sidecar is wrong.
        """
        content = read_bytes(source)
        if isinstance(content, str):
            yield Skipped(str(source), content)
            return
        page = _article(content)
        text = page.get("text") or ""
        if not text.strip():
            yield Skipped(str(source), "no article found in the page")
            return
        sidecar, where = sidecar_of(source)
        yield document_of(_fields(page) | dict(sidecar), text, name=stem(source), where=where)


def _article(content: bytes) -> dict[str, Any]:
    from trafilatura import bare_extraction

    page: Any = bare_extraction(content, with_metadata=True, include_comments=False, include_tables=False)
    return dict(page.as_dict()) if page else {}


def _fields(page: dict[str, Any]) -> dict[str, Any]:
    names = {"title": "title", "url": "url", "sitename": "publisher", "author": "author", "language": "language"}
    fields = {ours: page[theirs] for theirs, ours in names.items() if page.get(theirs)}
    return fields | {"published": page.get("date")}

"""Opens whatever the user names: files, folders, globs and standard input, each by the reader of its kind."""

from __future__ import annotations

import glob
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path

from kg.errors import InputError
from kg.protocols import Reader
from kg.read.jsonl import read_lines
from kg.types import Document, Skipped

READERS = {
    ".txt": "kg.read.text:TextReader",
    ".md": "kg.read.text:TextReader",
    ".jsonl": "kg.read.jsonl:JsonLinesReader",
    ".html": "kg.read.html:HtmlReader",
    ".htm": "kg.read.html:HtmlReader",
}
"""Suffix, without ``.gz``, to ``module:class``; imported on first use, since the HTML reader is heavy."""

_ABOUT_THE_FOLDER = frozenset({"readme", "license", "changelog", "contributing"})
_STDIN = "-"


def open_sources(
    sources: Sequence[str | Path],
    *,
    published: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Iterator[Document | Skipped]:
    """Yield the articles of all sources, sorted by path, so that the order of ``sources`` does not matter.

    Folders are read with their subfolders; hidden files, sidecars and a README are no articles. An id that is
    taken gets a hash of the text behind it. A text that came before from the same publisher is skipped.

    Args:
        sources: Files, folders, globs (``**`` too), and ``-`` for JSON lines on standard input.
        published: Day of articles that say none.
        publisher: Outlet of articles that name none.
        url: Address of articles that have none.

    Raises:
        InputError: A source does not exist or cannot be opened, or metadata are wrong; names file and line.
    """
    seen = _Seen()
    for item in _read_all(sources):
        if isinstance(item, Skipped):
            yield item
            continue
        yield seen.admit(
            replace(
                item,
                published=item.published or published,
                publisher=item.publisher or publisher,
                url=item.url or url,
            )
        )


@dataclass(slots=True)
class _Seen:
    """Texts and ids that came before."""

    _texts: dict[tuple[str, str | None], str] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def admit(self, document: Document) -> Document | Skipped:
        digest = hashlib.sha256(document.text.encode()).hexdigest()
        key = (digest, document.publisher)
        if key in self._texts:
            return Skipped(document.id, f"duplicate of {self._texts[key]}")
        if document.id in self._ids:
            document = replace(document, id=self._free(f"{document.id}-{digest[:8]}"))
        self._ids.add(document.id)
        self._texts[key] = document.id
        return document

    def _free(self, name: str) -> str:
        """Count up where one text of two publishers stands under one name."""
        number, free = 1, name
        while free in self._ids:
            number += 1
            free = f"{name}-{number}"
        return free


def _read_all(sources: Sequence[str | Path]) -> Iterator[Document | Skipped]:
    alone = len(sources) == 1
    paths = {path for source in sources if str(source) != _STDIN for path in _expand(source, alone=alone)}
    if any(str(source) == _STDIN for source in sources):
        yield from read_lines(sys.stdin.buffer, name="stdin", origin="<stdin>")
    readers: dict[str, Reader] = {}
    for path in sorted(paths):
        kind = _kind(path)
        if kind is None:
            yield Skipped(str(path), f"unknown kind of file; expected {', '.join(READERS)}, a folder, a glob or -")
            continue
        if kind not in readers:
            module, _, name = READERS[kind].partition(":")
            readers[kind] = getattr(import_module(module), name)()
        yield from readers[kind].read(path)


def _expand(source: str | Path, *, alone: bool) -> Iterator[Path]:
    """Yield the files of a source; one of several may be from a glob that the shell expanded, with all it matched."""
    path = Path(source)
    if path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file() and _may_be_article(file, path))
    elif path.exists():
        if alone or _may_be_article(path, path.parent):
            yield path
    elif glob.has_magic(str(source)):
        matches = [Path(match) for match in glob.glob(str(source), recursive=True)]  # noqa: PTH207 - "**" of absolute paths
        if not matches:
            raise InputError(str(source), "no file matches")
        for match in matches:
            if match.is_file() and _may_be_article(match, match.parent):
                yield match
    else:
        raise InputError(str(source), "no such file or folder")


def _may_be_article(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and not file.name.endswith(".meta.json") and file.stem.lower() not in _ABOUT_THE_FOLDER


def _kind(path: Path) -> str | None:
    suffix = Path(path.stem).suffix.lower() if path.suffix == ".gz" else path.suffix.lower()
    return suffix if suffix in READERS else None

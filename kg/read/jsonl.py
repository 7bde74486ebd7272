"""Reads JSON lines: one object a line, one article each."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kg.errors import InputError
from kg.read.content import LIMIT, decode, open_bytes, stem
from kg.read.metadata import document_of, parse_object
from kg.types import Document, Skipped


class JsonLinesReader:
    """Reads ``.jsonl``, also packed with gzip, line by line."""

    def read(self, source: Path) -> Iterator[Document | Skipped]:
        """Yield the articles of a file in its order.

        Raises:
            InputError: The file cannot be opened, or a line is not what :func:`read_lines` expects.
        """
        with open_bytes(source) as file:
            yield from read_lines(file, name=stem(source), origin=str(source))


def read_lines(file: IO[bytes], *, name: str, origin: str) -> Iterator[Document | Skipped]:
    """Yield the articles of open JSON lines; blank lines are passed over.

    Args:
        file: Binary, in UTF-8.
        name: What ids are made of, with the line number, where a line gives none.
        origin: How errors name the file.

    Raises:
        InputError: A line is no JSON object, has no ``text``, or a wrong date; names file and line.
    """
    for number, line in enumerate(_lines(file, origin), 1):
        where = f"{origin}:{number}"
        if len(line) > LIMIT:
            yield Skipped(where, f"enormous: more than {LIMIT // 1_000_000} MB")
            continue
        content = decode(line)
        if isinstance(content, UnicodeDecodeError):
            yield Skipped(where, f"not UTF-8: {content.reason} at byte {content.start} of the line")
        elif content.strip():
            yield _article(content, name=f"{name}-{number}", where=where)


def _lines(file: IO[bytes], origin: str) -> Iterator[bytes]:
    """Give lines, of an enormous one only the beginning."""
    try:
        while line := file.readline(LIMIT + 1):
            yield line
            while len(line) > LIMIT and not line.endswith(b"\n"):
                line = file.readline(LIMIT) or b"\n"
                if len(line) < LIMIT:
                    break
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(origin, f"cannot be unpacked: {error}") from error


def _article(content: str, *, name: str, where: str) -> Document | Skipped:
    fields = parse_object(content, where=where)
    text = fields.get("text")
    if not isinstance(text, str):
        raise InputError(where, f"text = {text!r}; expected the article as a string")
    if not text.strip():
        return Skipped(where, "empty")
    return document_of(fields, text, name=name, where=where)

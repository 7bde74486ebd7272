"""Bytes of a source and what speaks against reading them as an article."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO, cast

from kg.errors import InputError

LIMIT = 5_000_000
"""Most bytes of one article; what is larger is no news article but a dump."""


def open_bytes(source: Path) -> IO[bytes]:
    """Open a file, unpacked where its name ends in ``.gz``.

    Raises:
        InputError: It cannot be opened.
    """
    try:
        return cast("IO[bytes]", gzip.open(source)) if source.suffix == ".gz" else source.open("rb")
    except OSError as error:
        raise InputError(str(source), f"cannot be opened: {error.strerror}") from error


def read_bytes(source: Path) -> bytes | str:
    """Give the content of a file of one article, or the reason (``str``) why it is not read."""
    try:
        with open_bytes(source) as file:
            content = file.read(LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        return f"cannot be unpacked: {error}"
    if len(content) > LIMIT:
        return f"enormous: more than {LIMIT // 1_000_000} MB"
    if b"\0" in content[:8192]:
        return "binary: holds zero bytes"
    return content if content.strip() else "empty"


def decode(content: bytes) -> str | UnicodeDecodeError:
    """Decode UTF-8 without its byte order mark; line ends stay as they are."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error


def stem(source: Path) -> str:
    """Give a file's name without its suffixes.

    >>> stem(Path("wire/lima.2024.txt.gz"))
    'lima.2024'
    """
    return source.with_suffix("").stem if source.suffix == ".gz" else source.stem

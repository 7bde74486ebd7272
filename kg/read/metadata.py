"""What is known of an article beside its text: JSON fields, checked, and sidecar files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.read.content import stem
from kg.types import Document

_TEXTS = ("id", "title", "url", "publisher", "language", "author")
Fields = Mapping[str, Any]


def document_of(fields: Fields, text: str, *, name: str, where: str) -> Document:
    """Make a document of its text and fields; other keys are ignored, missing ones stay None.

    Args:
        fields: ``id``, ``title``, ``url``, ``publisher``, ``published`` (ISO), ``language``, ``author``.
        text: The article, kept as it is.
        name: The id where the fields give none.
        where: File and line, for the error.

    Raises:
        InputError: A field has the wrong type, or the date is none.
    """
    for key in _TEXTS:
        if not isinstance(fields.get(key), str | int | None):
            raise InputError(where, f"{key} = {fields[key]!r}; expected a string")
    known = {key: str(fields[key]).strip() or None for key in _TEXTS if fields.get(key) is not None}
    identifier = known.pop("id", None) or name
    return Document(identifier, text, published=day_of(fields.get("published"), where=where), **known)


def day_of(value: object, *, where: str) -> date | None:
    """Read an ISO date, or the day of an ISO date and time as written in its own time zone.

    >>> day_of("2024-05-17T23:30:00+09:00", where="")
    datetime.date(2024, 5, 17)

    Raises:
        InputError: It is neither.
    """
    if value is None or value == "":
        return None
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError as error:
        raise InputError(where, f"published = {value!r}; expected an ISO date such as 2024-05-17") from error


def parse_object(content: str, *, where: str) -> Fields:
    """Parse one JSON object.

    Raises:
        InputError: It is no JSON, or no object.
    """
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"no JSON: {error}") from error
    if "\\ud" in content.lower() and not _encodable(fields):
        raise InputError(where, "half a surrogate pair; expected whole characters")
    if not isinstance(fields, dict):
        raise InputError(where, f"a JSON {type(fields).__name__}; expected an object")
    return fields


def _encodable(fields: object) -> bool:
    try:
        json.dumps(fields, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def sidecar_of(source: Path) -> tuple[Fields, str]:
    """Read ``NAME.meta.json`` beside ``NAME.txt``: its fields, and the file and line of its date for errors.

    Raises:
        InputError: It is no JSON object in UTF-8.
    """
    path = source.with_name(f"{stem(source)}.meta.json")
    if not path.is_file():
        return {}, str(source)
    try:
        content = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not UTF-8: {error.reason} at byte {error.start}") from error
    fields = parse_object(content, where=str(path))
    line = content[: max(0, content.find('"published"'))].count("\n") + 1
    return fields, f"{path}:{line}"

"""Writes frozen values as JSON objects and reads them back, from one table a class that serves both directions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.types import Span

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What the written form needs beside the value: the text, entity IRIs, PLOVER categories by event type."""

    text: str
    iris: Mapping[str, str | None]
    plover: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Codec:
    """The two directions of one kind of value; ``read(write(value, context)) == value``."""

    write: Callable[[Any, Context], Any]
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One attribute of a class: its key in the object, or no key where its own keys stand in the object itself.

    A ``later`` part may be missing in lines of earlier versions; the attribute then keeps its default.
    """

    attribute: str
    codec: Codec
    key: str | None = None
    later: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A key that is only written, for readers of the file: it follows from the rest of the line."""

    key: str
    show: Callable[[Any, Context], Any]


PLAIN = Codec(lambda value, _: value, lambda value: value)
DAY = Codec(lambda day, _: day.isoformat(), date.fromisoformat)
PLACE = Codec(
    lambda span, _: {"start": span.start, "end": span.end},
    lambda line: Span(line["start"], line["end"]),
)
PAIR = Codec(lambda span, _: [span.start, span.end], lambda pair: Span(*pair))
NAMED = Codec(
    lambda ref, context: {"entity": context.iris.get(ref), "ref": ref},
    lambda line: line["ref"],
)
"""Somebody: the IRI for readers, the document's own entity id for kg."""


def optional(codec: Codec) -> Codec:
    """Let ``null`` stand for None."""
    return Codec(
        lambda value, context: None if value is None else codec.write(value, context),
        lambda line: None if line is None else codec.read(line),
    )


def many(codec: Codec) -> Codec:
    """Write a tuple as a list."""
    return Codec(
        lambda values, context: [codec.write(value, context) for value in values],
        lambda lines: tuple(codec.read(line) for line in lines),
    )


def plain(*attributes: str) -> list[Part]:
    """Give parts for attributes that JSON holds as they are, under their own names."""
    return [Part(name, PLAIN, name) for name in attributes]


def part(attribute: str, codec: Codec, key: str | None = None) -> Part:
    """Give the part of one attribute under ``key``, or under its own name."""
    return Part(attribute, codec, key or attribute)


def record(cls: type[Any], *parts: Part | Shown) -> Codec:
    """Give the codec of a class; its keys are written in the order of ``parts``."""

    def write(value: Any, context: Context) -> Json:
        line: Json = {}
        for item in parts:
            if isinstance(item, Shown):
                line[item.key] = item.show(value, context)
            elif item.key is None:
                line |= item.codec.write(getattr(value, item.attribute), context)
            else:
                line[item.key] = item.codec.write(getattr(value, item.attribute), context)
        return line

    def read(line: Json) -> Any:
        return cls(**{
            item.attribute: item.codec.read(line if item.key is None else line[item.key])
            for item in parts
            if isinstance(item, Part) and not (item.later and item.key not in line)
        })  # fmt: skip

    return Codec(write, read)

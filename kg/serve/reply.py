"""What a worker hands back: the parts of an HTTP response, and the frames in which they cross the pipe."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

TEXT = "text/plain; charset=utf-8"
LENGTH = 8
"""Bytes that spell the length of the frame after them."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, media type and body of a response."""

    status: int
    media: str
    body: bytes


def problem(status: int, message: str) -> Reply:
    """Give an error in words."""
    return Reply(status, TEXT, f"{message}\n".encode(errors="replace"))


def to_json(found: Any) -> Reply:
    """Give a value as JSON."""
    return Reply(200, "application/json", json.dumps(found, ensure_ascii=False).encode(errors="replace"))


def frame(content: bytes) -> bytes:
    """Put the length before the content."""
    return len(content).to_bytes(LENGTH, "big") + content


def pack(reply: Reply) -> bytes:
    """Write a reply as two frames: its head in JSON, its body as it is."""
    return frame(json.dumps([reply.status, reply.media]).encode()) + frame(reply.body)


def unpack(head: bytes, body: bytes) -> Reply:
    """Read a reply from the content of its two frames."""
    status, media = json.loads(head)
    return Reply(int(status), str(media), body)

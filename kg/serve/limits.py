"""What strangers may ask of the server."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on requests and answers.

    Attributes:
        seconds: A query that runs longer is killed.
        rows: An answer with more rows or triples is refused, as a part of it would be taken for the whole.
        request: Bytes of a request body.
        workers: Queries that run at the same time.
        waiting: Requests that wait for a worker; more are sent away.
        patience: Seconds that a request waits for a worker before it is sent away.
        memory: Bytes that a worker may use beyond what the open graph takes (on Linux).
    """

    seconds: float = 30.0
    rows: int = 100_000
    request: int = MEBIBYTE
    workers: int = 2
    waiting: int = 2_000
    patience: float = 30.0
    memory: int = 2048 * MEBIBYTE

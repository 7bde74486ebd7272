"""The errors of kg; each says what was wrong, what was expected, and where.

::

    KgError
    ├── ConfigError        a key or value of the configuration, of frames or of a gazetteer file
    ├── InputError         a source that cannot be read
    ├── ModelError         the spaCy model is not installed or does not fit
    ├── GraphError         a graph directory, file or endpoint that cannot be opened
    ├── QueryError         SPARQL that does not parse, is refused, or lacks a parameter
    └── DecisionError      human decisions that contradict each other
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that a user can mend."""


class ConfigError(KgError):
    """A setting that cannot be used; names the file, the line or key, and what was expected."""


class InputError(KgError):
    """A source that cannot be read; names it and says why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """Pickle by both parts, so that the error crosses from a worker process."""
        return type(self), (self.source, self.reason)


class ModelError(KgError):
    """A spaCy model that is missing or of the wrong kind."""


class GraphError(KgError):
    """A graph that cannot be opened."""


class QueryError(KgError):
    """A query that cannot be run."""


class DecisionError(KgError):
    """Decisions that contradict each other; names both."""

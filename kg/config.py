"""The settings of a run: one frozen value, read from one TOML file; an unknown key is an error.

Keys of the file, options of the command line and keyword arguments of :func:`kg.build` have the same names::

    model = "en_core_web_md"
    jobs = 4
    gazetteer = ["my-names.toml"]     # paths count from the file that names them
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.errors import ConfigError

PREFER = ("outlets", "confidence")
PREFERENCES = ("outlets", "confidence", "claims", "latest")
"""By what one of several values may be chosen."""


@dataclass(frozen=True, slots=True)
class Config:
    """How to build a graph.

    Attributes:
        published: Day of publication for sources that say none (ISO in the file).
        publisher: Outlet for sources that name none.
        url: Address for a source that has none.
        extractor: Plug-in that reads articles.
        linker: Plug-in that gives entities their IRIs.
        resolver: Plug-in that merges articles.
        executor: Plug-in that runs shards.
        jobs: Worker processes; 1 works in this process.
        model: spaCy model, by package name or folder.
        frames: File with further rows of the lexicon.
        gazetteer: Files with further names.
        decisions: Human decisions; without it those kept in the graph directory.
        prefer: Which of several values of one property is kept: that of most ``outlets``, of the highest
            ``confidence``, of most ``claims`` or of the ``latest`` article; the first criterion counts first.
        html: Write the interactive page.
        graph: The graph directory that commands write and read where no other is named.
    """

    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    extractor: str = "spacy"
    linker: str = "gazetteer"
    resolver: str = "rules"
    executor: str = "local"
    jobs: int = 1
    model: str = "en_core_web_sm"
    frames: Path | None = None
    gazetteer: tuple[Path, ...] = ()
    decisions: Path | None = None
    prefer: tuple[str, ...] = PREFER
    html: bool = True
    graph: str = "output"

    @classmethod
    def load(cls, path: Path) -> Config:
        """Read a TOML file.

        Raises:
            ConfigError: The file cannot be read, is no TOML, or holds a key or value that is not known.
        """
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: cannot be read: {error}") from error
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path}: not valid TOML: {error}") from error
        return cls().override(table, origin=str(path), base=path.parent)

    def override(self, settings: dict[str, Any], *, origin: str = "settings", base: Path = Path()) -> Config:
        """Return a copy with these settings; ``base`` is the folder that relative paths count from.

        Raises:
            ConfigError: A key is unknown or its value has the wrong type.

        >>> Config().override({"jobs": 4}).jobs
        4
        """
        known = [field.name for field in fields(self)]
        for key in settings:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
                raise ConfigError(f"{origin}: unknown key {key!r}; {hint}")
        return replace(self, **{key: _converted(key, value, origin, base) for key, value in settings.items()})


def _converted(key: str, value: Any, origin: str, base: Path) -> Any:
    """Check one value and bring it to the type of its field."""
    match key:
        case "jobs":
            fits = isinstance(value, int) and not isinstance(value, bool) and value >= 1
            return _checked(fits, key, value, "a whole number from 1", origin)
        case "html":
            return _checked(isinstance(value, bool), key, value, "true or false", origin)
        case "published":
            return _day(value, origin)
        case "frames" | "decisions":
            return None if value is None else _path(key, value, origin, base)
        case "gazetteer":
            listed = [value] if isinstance(value, str | Path) else value
            _checked(isinstance(listed, list | tuple), key, value, "a file or a list of files", origin)
            return tuple(_path(key, item, origin, base) for item in listed)
        case "prefer":
            fits = isinstance(value, list | tuple) and bool(value) and all(name in PREFERENCES for name in value)
            return tuple(_checked(fits, key, value, f"a list of {', '.join(PREFERENCES)}", origin))
        case "publisher" | "url":
            return _checked(value is None or isinstance(value, str), key, value, "text", origin)
        case "graph":
            return _checked(isinstance(value, str) and bool(value), key, value, "a directory", origin)
        case _:
            return _checked(isinstance(value, str) and bool(value), key, value, "a name", origin)


def _checked(fits: bool, key: str, value: Any, expected: str, origin: str) -> Any:
    if not fits:
        raise ConfigError(f"{origin}: {key} = {value!r}; expected {expected}")
    return value


def _path(key: str, value: Any, origin: str, base: Path) -> Path:
    path: Path = base / _checked(isinstance(value, str | Path), key, value, "the path of a file", origin)
    if not path.is_file():
        raise ConfigError(f"{origin}: {key} = {str(value)!r}; there is no such file")
    return path


def _day(value: Any, origin: str) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{origin}: published = {value!r}; expected a day such as 2024-05-17") from error

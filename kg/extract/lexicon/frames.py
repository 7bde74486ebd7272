"""Reads the tables of the lexicon and indexes their rows by lemma; a wrong row is an error that names file and line.

``events/*.tsv`` hold one frame a row:

=============  =====================================================================================================
column         content
=============  =====================================================================================================
predicate      ``lemma.v``, ``.n`` or ``.a``; ``|`` between lemmas; a verb may carry a particle: ``sit down.v``
type           class of the ontology
roles          ``function|function=role; …``; functions: see :class:`kg.extract.clauses.Clause`
when           tests that must all hold: ``object``, ``object:actor``, ``object~word|@class``, ``light``; ``!`` denies
factuality     what the predicate itself says of the event, where it is not plainly told: planned, hypothetical, negated
example        a sentence in which the row fires
=============  =====================================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

from kg.errors import ConfigError
from kg.types import Factuality

_HERE = Path(__file__).parent
_ROLES = frozenset(
    {
        "initiator",
        "recipient",
        "participant",
        "host",
        "visitor",
        "signatory",
        "mediator",
        "party",
        "speaker",
        "addressee",
        "place",
        "topic",
    }
)
_KINDS: Mapping[str, frozenset[str]] = {
    "actor": frozenset({"person", "state", "organisation", "group"}),
    "person": frozenset({"person"}),
    "body": frozenset({"state", "organisation", "group"}),
    "state": frozenset({"state"}),
    "place": frozenset({"place", "state"}),
    "any": frozenset({"person", "state", "organisation", "group", "place"}),
    "joint": frozenset({"joint"}),  # two or more of them together
}
_COLUMNS = ("predicate", "type", "roles", "when", "factuality", "example")


@dataclass(frozen=True, slots=True)
class RoleMap:
    """Which grammatical functions fill a role."""

    functions: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class Test:
    """One condition on a clause.

    ``kinds``: one of the function's entities must be of these kinds. ``words``: its head lemma, or a word right before
    it, must be one of these. Neither: it must be filled. ``absent``: none of this may hold.
    """

    functions: tuple[str, ...]
    absent: bool = False
    kinds: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One row: a predicate that tells an event of a type."""

    id: str
    lemma: str
    part: str
    particle: str
    type: str
    roles: tuple[RoleMap, ...]
    tests: tuple[Test, ...]
    factuality: Factuality | None
    example: str
    line: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One class of events: its PLOVER root, and the family within which mentions may be the same event."""

    name: str
    plover: str | None
    family: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames by (lemma, part of speech), embedding words by the same key, event types and word classes."""

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    embedding: Mapping[tuple[str, str], str]
    types: Mapping[str, EventType]
    classes: Mapping[str, frozenset[str]]
    event_nouns: frozenset[str]

    @staticmethod
    def load(extra: Path | None = None) -> Lexicon:
        """Read the tables that come with kg and, after them, a user's own frames.

        Raises:
            ConfigError: A row is wrong; names file and line.
        """
        return _load(extra)


@lru_cache(maxsize=4)
def _load(extra: Path | None) -> Lexicon:
    types = {
        r["type"]: EventType(r["type"], r["plover"] or None, r["family"])
        for _, r in _rows(_HERE / "types.tsv", ("type", "plover", "family"))
    }
    classes = {
        r["class"]: frozenset(r["words"].split("|")) for _, r in _rows(_HERE / "classes.tsv", ("class", "words"))
    }
    embedding = {}
    for where, row in _rows(_HERE / "embedding.tsv", ("words", "effect", "example")):
        for lemma, part in _predicates(row["words"], where):
            embedding[lemma, part] = row["effect"]
    frames: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for path in [*sorted((_HERE / "events").glob("*.tsv")), *([extra] if extra else [])]:
        for frame in _read_frames(path, types, classes):
            frames[frame.lemma, frame.part].append(frame)
    ordered = {k: tuple(sorted(v, key=lambda f: (-bool(f.particle), -_narrowness(f)))) for k, v in frames.items()}
    nouns = frozenset(lemma for lemma, part in frames if part == "n")
    return Lexicon(ordered, embedding, types, classes, nouns)


def _narrowness(frame: Frame) -> int:
    """Order rows of one predicate: the more tests, the earlier; being done jointly tells most."""
    return sum(3 if "joint" in t.kinds else 1 for t in frame.tests)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path}: cannot be read ({error}); expected a UTF-8 table with the columns {', '.join(columns)}"
        ) from error
    seen_header = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not seen_header:
            if tuple(cells) != columns:
                raise ConfigError(f"{path}, line {number}: header is {cells}, expected {list(columns)}, parted by tabs")
            seen_header = True
            continue
        if len(cells) > len(columns):
            raise ConfigError(f"{path}, line {number}: {len(cells)} cells, expected at most {len(columns)}")
        yield (
            f"{path.name}, line {number}",
            dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True)),
        )


def _predicates(text: str, where: str) -> Iterator[tuple[str, str]]:
    words, dot, part = text.rpartition(".")
    if not dot or part not in {"v", "n", "a"} or not words:
        raise ConfigError(f"{where}: {text!r} is no predicate, expected words with .v, .n or .a at the end")
    for lemma in words.split("|"):
        yield lemma.strip().lower(), part


def _read_frames(path: Path, types: Mapping[str, EventType], classes: Mapping[str, frozenset[str]]) -> Iterator[Frame]:
    for where, row in _rows(path, _COLUMNS):
        if row["type"] not in types:
            raise ConfigError(f"{where}: {row['type']!r} is no event type, expected one of {', '.join(sorted(types))}")
        if row["factuality"] and row["factuality"] not in get_args(Factuality):
            raise ConfigError(
                f"{where}: {row['factuality']!r} is no factuality, expected one of {', '.join(get_args(Factuality))}"
            )
        roles = tuple(_role(part, where) for part in row["roles"].split(";") if part.strip())
        tests = tuple(_test(part.strip(), where, classes) for part in row["when"].split(";") if part.strip())
        for lemma, part in _predicates(row["predicate"], where):
            head, _, particle = lemma.partition(" ")
            ident = f"{path.stem}:{lemma.replace(' ', '-')}.{part}:{where.rsplit(' ', 1)[-1]}"
            factuality = row["factuality"] or None
            yield Frame(ident, head, part, particle, row["type"], roles, tests, factuality, row["example"], where)  # type: ignore[arg-type]


def _role(text: str, where: str) -> RoleMap:
    functions, equals, role = text.strip().partition("=")
    if not equals or role not in _ROLES:
        raise ConfigError(
            f"{where}: {text.strip()!r} is no role, expected function|function=role with one of "
            f"{', '.join(sorted(_ROLES))}"
        )
    return RoleMap(tuple(functions.split("|")), role)


def _test(text: str, where: str, classes: Mapping[str, frozenset[str]]) -> Test:
    absent, text = text.startswith("!"), text.removeprefix("!")
    if ":" in text:
        functions, _, kind = text.partition(":")
        if kind not in _KINDS:
            raise ConfigError(f"{where}: {kind!r} is no kind, expected one of {', '.join(_KINDS)}")
        return Test(tuple(functions.split("|")), absent, kinds=_KINDS[kind])
    functions, tilde, words = text.partition("~")
    found: set[str] = set()
    for word in words.split("|") if tilde else ():
        if word.startswith("@") and word[1:] not in classes:
            raise ConfigError(f"{where}: there is no class {word}, expected one of {', '.join(sorted(classes))}")
        found |= classes[word[1:]] if word.startswith("@") else {word}
    return Test(tuple(functions.split("|")), absent, words=frozenset(found))

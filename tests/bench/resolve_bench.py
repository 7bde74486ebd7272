"""How resolving scales: time, memory and B-cubed on collections whose truth is known.

A seeded grammar writes what articles say (no text is parsed): twenty articles a day report what happened in a world of
forty states, with the leader or the state named, now without the day, now without the place, in one of several
wordings, and with a look back at what the same people did before. Run as::

    python tests/bench/resolve_bench.py            # 1,000 and 10,000 articles
    python tests/bench/resolve_bench.py 100000

Each size is measured in a process of its own, so that one does not pay for the memory of another.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from time import process_time

from kg.ids import mint
from kg.resolve.resolver import resolve
from kg.score.clusters import b_cubed
from kg.types import Document, DocumentEntity, EventMention, Extraction, Mention, Role, Span, Temporal, TenureMention

SIZES = (1_000, 10_000)
SEED = 11
ARTICLES_A_DAY = 20
STATES = 40
FIRST_DAY = date(2031, 1, 1)
BACKGROUND = 2
"""Earlier happenings that an article recalls beside its own."""

_ONSETS, _NUCLEI = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"], ["a", "e", "i", "o", "u"]
_GOODS = ["grain", "copper", "timber", "salt", "wool", "cement", "tin", "rice", "paper", "glass"]
_PURPOSES = ["ports", "roads", "schools", "mines", "dams", "ferries", "harvests", "museums", "pipelines", "airfields"]
_PARTS = ["northern", "southern", "coastal", "upland", "eastern", "western", "inner", "outer", "upper", "lower"]
_CLASSES = (
    ("Meeting", ("met", "held talks with", "sat down with")),
    ("PhoneCall", ("telephoned", "spoke by telephone with")),
    ("Visit", ("visited", "travelled to see")),
    ("Pledging", ("pledged", "promised")),
    ("Request", ("asked for", "called for")),
    ("Signing", ("signed with", "put their names with")),
)
_TOPICAL = ("Pledging", "Request")
_PEERS = ("Meeting", "PhoneCall", "Signing")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that took place; ``who`` and ``whom`` are numbers of states."""

    number: int
    type: str
    wordings: tuple[str, ...]
    who: int
    whom: int
    day: date
    subject: str


def happenings(count: int, chance: random.Random) -> list[Happening]:
    """Let ``count`` things happen, evenly over the days."""
    made = []
    for number in range(count):
        type_, wordings = chance.choice(_CLASSES)
        who, whom = chance.sample(range(STATES), 2)
        day = FIRST_DAY + timedelta(days=number // ARTICLES_A_DAY * 2)
        subject = f"{chance.choice(_PARTS)} {chance.choice(_GOODS)} {chance.choice(_PURPOSES)}"
        made.append(Happening(number, type_, wordings, who, whom, day, subject))
    return made


def collection(size: int, *, seed: int = SEED) -> tuple[list[Extraction], dict[tuple[str, str], int]]:
    """Write ``size`` articles about half as many happenings; give also which happening each event mention tells."""
    chance = random.Random(seed)
    made = happenings(size // 2, chance)
    truth: dict[tuple[str, str], int] = {}
    articles = []
    for number in range(size):
        main = made[number // 2]
        earlier = [made[chance.randrange(main.number + 1)] for _ in range(BACKGROUND)]
        told = list(dict.fromkeys([main, *earlier]))
        article = _Article(f"article-{number:06}", main.day + timedelta(days=chance.randrange(2)), chance)
        for at, happening in enumerate(told):
            truth[article.id, f"e{at}"] = happening.number
            article.tell(happening, recalled=at > 0)
        articles.append(article.extraction())
    return articles, truth


class _Article:
    """Writes one article sentence by sentence."""

    def __init__(self, ident: str, published: date, chance: random.Random) -> None:
        self.id = ident
        self._published = published
        self._chance = chance
        self._text = ""
        self._sentences: list[Span] = []
        self._entities: dict[str, DocumentEntity] = {}
        self._mentions: list[Mention] = []
        self._events: list[EventMention] = []
        self._tenures: list[TenureMention] = []

    def tell(self, happening: Happening, *, recalled: bool) -> None:
        """Add a sentence about a happening; what is recalled always has its day."""
        start = len(self._text)
        wording = self._chance.choice(happening.wordings)
        who, whom = self._actor(happening.who), self._actor(happening.whom)
        self._write(" ")
        trigger = self._write(wording)
        self._write(" ")
        peers, visit = happening.type in _PEERS, happening.type == "Visit"
        first, second = ("participant",) * 2 if peers else ("visitor", "host") if visit else ("initiator", "recipient")
        roles = [self._role(first, who)]
        roles += [self._role(second, whom)]
        if happening.type in _TOPICAL:
            self._write(" over ")
            roles.append(Role("topic", self._write(happening.subject), happening.subject))
        if visit or self._chance.random() < 0.5:
            self._write(" in ")
            roles.append(self._role("place", self._entity("place", _town(happening.whom), happening.whom)))
        when = None
        if recalled or self._chance.random() < 0.7:
            self._write(" on ")
            words = happening.day.isoformat()
            when = Temporal(happening.day, happening.day, words, self._write(words))
        self._write(". ")
        sentence = Span(start, len(self._text) - 1)
        self._sentences.append(sentence)
        ident = f"e{len(self._events)}"
        self._events.append(
            EventMention(ident, happening.type, trigger, tuple(roles), "actual", when, None, sentence, 0.8, "bench")
        )

    def extraction(self) -> Extraction:
        """Give all that was told."""
        return Extraction(
            Document(self.id, self._text, publisher=f"outlet-{self._chance.randrange(30)}", published=self._published),
            sentences=tuple(self._sentences),
            entities=tuple(self._entities.values()),
            mentions=tuple(self._mentions),
            events=tuple(self._events),
            tenures=tuple(self._tenures),
        )

    def _write(self, words: str) -> Span:
        start = len(self._text)
        self._text += words
        return Span(start, len(self._text))

    def _actor(self, state: int) -> DocumentEntity:
        """Name a leader, with the office, or the state alone."""
        country = self._entity("state", _state(state), state)
        if self._chance.random() < 0.3:
            return country
        leader = self._entity("person", _leader(state), state)
        if not any(tenure.holder == leader.id for tenure in self._tenures):
            ident = f"t{len(self._tenures)}"
            self._tenures.append(TenureMention(ident, leader.id, "President", country.id, False, Span(0, 1), 0.9))
        return leader

    def _entity(self, kind: str, name: str, state: int) -> DocumentEntity:
        known = self._entities.get(name)
        if known is None:
            iri, country = mint(kind, name), None if kind == "state" else f"state-{state}"
            known = DocumentEntity(f"n{len(self._entities)}", kind, name, (), country, iri)  # type: ignore[arg-type]
            self._entities[name] = known
        return known

    def _role(self, role: str, entity: DocumentEntity) -> Role:
        span = self._write(entity.name)
        ident = f"m{len(self._mentions)}"
        self._mentions.append(Mention(ident, span, entity.name, entity.kind, entity.id))
        return Role(role, span, entity.name, entity.id)


def _word(number: int) -> str:
    """Spell a number in syllables, so that names look like names and differ in more than a letter."""
    spelled = ""
    for _ in range(3):
        number, onset = divmod(number * 7 + 3, len(_ONSETS))
        spelled += _ONSETS[onset] + _NUCLEI[(number + onset) % len(_NUCLEI)]
    return spelled.capitalize()


def _state(number: int) -> str:
    return f"{_word(number)}land"


def _town(number: int) -> str:
    return f"{_word(number + 100)}ville"


def _leader(number: int) -> str:
    return f"{_word(number + 200)} {_word(number + 300)}sen"


def measure(size: int) -> str:
    """Resolve a collection; give its line of the table."""
    extractions, truth = collection(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    resolution = resolve(extractions)
    seconds = process_time() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    found = {key: node.iri for node in resolution.nodes for key in node.mentions}
    precision, recall, f1 = b_cubed(truth, {key: found[key] for key in truth if key in found})
    figures = (1000 * seconds / size, memory, precision, recall, f1)
    return f"{size:9} {seconds:8.1f} " + " ".join(f"{figure:10.3f}" for figure in figures)


def say(line: str) -> None:
    """Write a line at once, before the next process writes its own."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(sizes: list[int]) -> None:
    """Measure each size in a process of its own."""
    columns = ("ms/article", "MB more", "B3 P", "B3 R", "B3 F1")
    say(f"{'articles':>9} {'seconds':>8} " + " ".join(f"{column:>10}" for column in columns))
    for size in sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        say(measure(int(sys.argv[2])))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))

"""The whole run: read, extract and link each article; resolve over all of them; write the graph directory."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.config import Config
from kg.errors import GraphError
from kg.files import replace_file
from kg.gazetteer import Gazetteer
from kg.graph import ontology
from kg.graph.build import to_quads
from kg.graph.explain import ExplainedFact, explain_facts, stated_by
from kg.graph.rules import materialise
from kg.graph.serialise import write_trig, write_turtle
from kg.graph.validate import validate
from kg.ids import article_iri
from kg.read.sources import open_sources
from kg.registry import load
from kg.resolve.decisions import Decision, Decisions, read_decisions, write_decisions
from kg.run.collect import Progress, collect, pack
from kg.run.directory import GraphDirectory, replacing
from kg.run.handle import Graph
from kg.run.manifest import Manifest, fingerprint, recorded
from kg.run.page import page_title
from kg.run.report import count, timed, write_report
from kg.run.shards import Plan
from kg.store.oxigraph import OxigraphStore
from kg.types import Document, Extraction, Report, Resolution, Skipped

Source = str | Path


def build(
    sources: Iterable[Source],
    *,
    out: Source = "output",
    config: Config | None = None,
    on_progress: Progress | None = None,
    **settings: Any,
) -> Graph:
    """Build a graph from articles, or add them to the graph that ``out`` holds.

    Articles of earlier runs stay; an article is read again only when it, or what reads it, has changed. Without
    sources the articles of ``out`` are merged anew, with the decisions of the day.

    Args:
        sources: Files, folders, globs, or ``-`` for JSON lines on standard input.
        out: The graph directory; the old graph stays until the new one is whole.
        config: Settings; by default those of :class:`Config`.
        on_progress: Called after each shard with articles read and articles to read.
        **settings: Single settings, by the names of :class:`Config`; they win over ``config``.

    Raises:
        InputError: A source cannot be read.
        ConfigError: A setting is unknown or wrong.
        GraphError: ``out`` holds something else than a graph.
    """
    run = Run((config or Config()).override(settings), on_progress)
    return run.write(Path(out), run.read(sources))


def extract(
    sources: Iterable[Source],
    *,
    config: Config | None = None,
    report: Report | None = None,
    on_progress: Progress | None = None,
    **settings: Any,
) -> list[Extraction]:
    """Read articles without merging them: the mention level alone, sorted by document id.

    What cannot be read is noted in ``report``. For the rest see :func:`build`.
    """
    run = Run((config or Config()).override(settings), on_progress, report or Report())
    documents = run.read(sources)
    with tempfile.TemporaryDirectory() as shards:
        return run.extract(documents.values(), run.plan(Path(shards)))


@dataclass(frozen=True, slots=True)
class Retraction:
    """What became of the facts that retracted articles stated: ``gone``, or ``kept`` on the word of others."""

    graph: Graph
    gone: tuple[ExplainedFact, ...]
    kept: tuple[ExplainedFact, ...]


def retract(articles: Collection[str], *, out: Source = "output", config: Config | None = None) -> Retraction:
    """Take articles, named by ids or IRIs, out of a graph, with every fact that only they supported.

    Raises:
        GraphError: An article is not in the graph.
    """
    known = recorded(GraphDirectory(Path(out)).extractions, "").documents()
    by_name = {name: name for name in known} | {article_iri(name): name for name in known}
    if unknown := sorted(set(articles) - by_name.keys()):
        raise GraphError(f"{out}: no article has the id {unknown[0]!r}; there are: {', '.join(sorted(known))}")
    leaving = {by_name[name] for name in articles}
    store = OxigraphStore.open(Path(out))
    stated = {fact.iri: fact for name in sorted(leaving) for fact in stated_by(store, article_iri(name))}
    graph = Run(config or Config()).write(Path(out), {}, without=leaving)
    left = {fact.iri: fact for fact in explain_facts(OxigraphStore.open(Path(out)), stated)}
    gone = tuple(fact for iri, fact in stated.items() if iri not in left)
    return Retraction(graph, gone, tuple(left.values()))


def decide(decision: Decision, *, out: Source = "output", config: Config | None = None) -> Graph:
    """Record that two nodes or tellings are, or are not, the same, and merge the articles anew.

    Raises:
        DecisionError: Earlier decisions say otherwise; nothing is recorded.
    """
    config = config or Config()
    path = config.decisions or GraphDirectory(Path(out)).decisions
    decided = {*(read_decisions(path) if path.exists() else ()), decision}
    Decisions.of(sorted(decided))
    replace_file(path, write_decisions(sorted(decided)).encode())
    return Run(config).write(Path(out), {})


@dataclass(slots=True)
class Run:
    """One run: its settings and what it has to report."""

    config: Config
    on_progress: Progress | None = None
    report: Report = field(default_factory=Report)

    def read(self, sources: Iterable[Source]) -> dict[str, Document]:
        """Give the articles of all sources by their ids."""
        documents: dict[str, Document] = {}
        config = self.config
        with timed(self.report, "read"):
            for item in open_sources(
                list(sources), published=config.published, publisher=config.publisher, url=config.url
            ):
                if isinstance(item, Skipped):
                    self.report.skipped.append(item)
                else:
                    documents[item.id] = item
        return documents

    def plan(self, directory: Path) -> Plan:
        """Say how the shards in ``directory`` are cut, named and run."""
        executor = load("executor", self.config.executor)(self.config.jobs)
        return Plan(directory, fingerprint(self.config), self.config, executor, dict(ontology.load().plover))

    def extract(self, documents: Iterable[Document], plan: Plan, *earlier: Manifest) -> list[Extraction]:
        """Give what the documents say, sorted by their ids; ``earlier`` runs may know some of it."""
        with timed(self.report, "extract"):
            return collect(documents, earlier, plan, report=self.report, on_progress=self.on_progress)

    def write(self, out: Path, documents: dict[str, Document], *, without: Collection[str] = ()) -> Graph:
        """Write the graph of ``documents`` and of what ``out`` holds, but for the articles ``without``."""
        old = GraphDirectory(out)
        with replacing(out) as work:
            plan = self.plan(work.extractions)
            known, interrupted = recorded(old.extractions, plan.mark), recorded(work.extractions, plan.mark)
            self.report.warnings += known.warnings
            wanted = {name: item for name, item in (known.documents() | documents).items() if name not in without}
            extractions = self.extract(wanted.values(), plan, known, interrupted)
            pack(extractions, plan)
            self.publish(self.resolve(extractions, old, work), work)
        return Graph(out)

    def resolve(self, extractions: list[Extraction], old: GraphDirectory, work: GraphDirectory) -> Resolution:
        """Merge the articles, as people have decided and the rules say."""
        chosen = self.config.decisions or old.decisions
        decided = read_decisions(chosen) if chosen.exists() else ()
        if decided:
            replace_file(work.decisions, write_decisions(decided).encode())
        with timed(self.report, "resolve"):
            merge = load("resolver", self.config.resolver)
            resolution: Resolution = merge(
                extractions,
                gazetteer=Gazetteer.load(self.config.gazetteer),
                decisions=decided,
                prefer=self.config.prefer,
            )
        count(self.report, extractions, resolution)
        return resolution

    def publish(self, resolution: Resolution, work: GraphDirectory) -> None:
        """Write the files of the graph directory."""
        with timed(self.report, "graph"):
            quads = materialise(to_quads(resolution))
            write_trig(quads, work.trig)
            write_turtle(quads, work.turtle)
            OxigraphStore.create(work.store, quads)
        with timed(self.report, "validate"):
            for found in validate(quads):
                kept = self.report.violations if found.severity == "violation" else self.report.warnings
                kept.append(str(found))
        if self.config.html:
            with timed(self.report, "page"):
                self._write_page(resolution, work)
        write_report(self.report, work.report)

    def _write_page(self, resolution: Resolution, work: GraphDirectory) -> None:
        from kg.view.page import write_page
        from kg.view.resolution import from_resolution

        texts = {document.id: document.text for document in resolution.documents}
        view_graph = from_resolution(resolution, texts)
        write_page(view_graph, work.page, title=page_title(view_graph))

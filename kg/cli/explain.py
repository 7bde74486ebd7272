"""``kg explain``: the facts about a term, the sentences that bear them, and why its tellings were joined."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import ConfigFile, GraphPlace, Quiet, open_graph

if TYPE_CHECKING:
    from kg.graph.explain import ExplainedFact, Testimony
    from kg.graph.merges import Joined


def run(
    term: Annotated[str, typer.Argument(help="An IRI, a label or the id of a fact.")],
    graph: GraphPlace = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Show every fact about a term with outlet, day, modality and the sentence, its words marked.

    Of what several tellings make up, show why they were joined; their names are those that kg split takes.

    Example: kg explain "Nairobi"
    """
    from kg.graph.explain import explain, nodes_named
    from kg.graph.merges import merges_of

    store = open_graph(graph, config)
    for fact in explain(store, term):
        print(_heading(fact))
        for testimony in fact.testimonies:
            print(_line(testimony))
    for joined in merges_of(store, nodes_named(store, term)):
        print(_reasons(joined))


def _heading(fact: ExplainedFact) -> str:
    standing = f"{fact.status}, confidence {fact.confidence:.2f}, {fact.outlets} outlet{'s'[: fact.outlets != 1]}"
    return f"{fact.subject} · {fact.predicate} · {fact.object}\n  {fact.iri} ({standing})"


def _reasons(joined: Joined) -> str:
    tellings = f"{_printable(joined.left)} and {_printable(joined.right)}"
    return f"{joined.label} · joined {tellings}\n  score {joined.score:.3f}: {_printable('; '.join(joined.features))}"


def _line(testimony: Testimony) -> str:
    named = testimony.outlet or testimony.document
    source = f", citing {testimony.attribution}" if testimony.attribution else ""
    return f"  - {named}, {testimony.day or 'no date'} [{testimony.modality}{source}]\n    {_marked(testimony)}"


def _marked(testimony: Testimony) -> str:
    """Mark the words that carry the claim, by type on a terminal, by brackets elsewhere; controls become spaces."""
    sentence, words = testimony.sentence, testimony.words
    if words is None:
        return _printable(sentence)
    left, right = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    before, within, after = sentence[: words.start], sentence[words.start : words.end], sentence[words.end :]
    return f"{_printable(before)}{left}{_printable(within)}{right}{_printable(after)}"


def _printable(text: str) -> str:
    """Keep an article from steering the terminal or breaking the line."""
    return "".join(character if character.isprintable() else " " for character in text)

"""``kg eval``: how good is what is extracted?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import PROBLEMS, ConfigFile, Executor, Frames, GazetteerFiles, Jobs, Model, Quiet, note, settings
from kg.cli.progress import progress

if TYPE_CHECKING:
    from kg.score.tally import Figures


def run(
    gold: Annotated[Path, typer.Argument(metavar="[GOLD]", help="A gold set.")] = Path("tests/gold"),
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="F1 values that must be reached; GOLD/floors.json by default.")
    ] = None,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Set the floors to today's figures.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, invented or read otherwise, with its sentence.")
    ] = False,
    merge: Annotated[
        bool, typer.Option("--merge", help="Print wrong merges and wrong splits of the stories, not only shares.")
    ] = False,
    jobs: Jobs = None,
    executor: Executor = None,
    model: Model = None,
    frames: Frames = None,
    gazetteer: GazetteerFiles = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Score extraction against annotated articles; exit 1 when a figure is below its floor.

    Example: kg eval tests/gold
    """
    chosen = settings(config, jobs=jobs, executor=executor, model=model, frames=frames, gazetteer=gazetteer or None)
    from kg.gazetteer import Gazetteer
    from kg.pipeline import extract
    from kg.registry import load
    from kg.score import evaluate, listing
    from kg.score.merge import merge_figures

    with progress("reading the gold set", quiet=quiet) as show:
        extractions = extract([gold / "texts"], config=chosen, on_progress=show)
    resolve = partial(load("resolver", chosen.resolver), gazetteer=Gazetteer.load(chosen.gazetteer))
    figures = evaluate.article_figures(gold, extractions, resolve)
    _print_figures("kind", figures)
    _print_figures("type of event", listing.type_figures(gold, extractions, resolve))
    for finding in listing.findings(gold, extractions, resolve) if errors else ():
        print(f"\n{finding}")
    merged: dict[str, float] = {}
    stories = gold / "stories"
    if (stories / "clusters.json").exists():
        told = extract([stories / "texts"], config=chosen)
        merging = merge_figures(stories, told, resolve)
        merged = merging.shares
        shares = (f"{kind:34} {value:6.3f}" for kind, value in merged.items())
        print("", *([merging] if merge else shares), sep="\n")
    f1 = {kind: each.f1 for kind, each in figures.items()} | merged
    place = floors or gold / "floors.json"
    if raise_floors:
        evaluate.raise_floors(evaluate.floors_for(figures, merged), place, gold)
    fallen = evaluate.below_floors(f1, place, gold) if place.exists() else []
    for line in fallen:
        note(f"kg: {line}")
    raise typer.Exit(PROBLEMS if fallen else 0)


def _print_figures(heading: str, figures: Mapping[str, Figures]) -> None:
    print(f"\n{heading:20} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6}")
    for kind, each in figures.items():
        measures = f"{each.precision:6.3f} {each.recall:6.3f} {each.f1:6.3f}"
        print(f"{kind:20} {measures} {each.gold:6} {each.predicted:6}")

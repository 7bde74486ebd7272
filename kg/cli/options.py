"""Options that several commands share, and what they mean."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from kg.config import Config
    from kg.protocols import Store

PROBLEMS = 1
"""Exit code: the work was done and found problems."""
USAGE = 2
"""Exit code: the command or its input cannot be used."""

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and errors only.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings as a TOML file.")]
GraphPlace = Annotated[
    str | None,
    typer.Option(
        "--graph", "-g", metavar="DIR|FILE|URL", help="A directory, an RDF file or a server; output by default."
    ),
]
GraphFolder = Annotated[
    str | None, typer.Option("--graph", "-g", metavar="DIR", help="The graph directory; output by default.")
]
OutFolder = Annotated[
    str | None, typer.Option("--out", "-o", metavar="DIR", help="The graph directory; output by default.")
]
Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, globs, or - for JSON lines on stdin.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="Day of publication of sources that say none (YYYY-MM-DD).")
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of sources that name none.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Address of a source that has none.")]
Jobs = Annotated[
    int | None, typer.Option(metavar="N", help="Worker processes; by default one a processor of this machine.")
]
Executor = Annotated[str | None, typer.Option(metavar="NAME", help="What runs the shards.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="spaCy model: a package or a folder.")]
Frames = Annotated[Path | None, typer.Option(metavar="FILE", help="Further rows of the lexicon.")]
GazetteerFiles = Annotated[list[Path] | None, typer.Option("--gazetteer", metavar="FILE", help="Further names.")]


def note(message: str, *, quiet: bool = False) -> None:
    """Tell the user something beside the results."""
    if not quiet:
        print(message, file=sys.stderr)


def settings(config_file: Path | None, **options: Any) -> Config:
    """Join the settings of the file with the options that were given; options win."""
    import os

    from kg.config import Config

    config = Config.load(config_file) if config_file else Config(jobs=os.cpu_count() or 1)
    given = {name: value for name, value in options.items() if value is not None}
    return config.override(given, origin="command line")


def open_graph(place: str | None, config_file: Path | None) -> Store:
    """Open the graph that the command, else the file of settings, names: a directory, an RDF file or a server.

    Raises:
        GraphError: There is no graph there.
    """
    place = place or settings(config_file).graph
    if place.startswith(("http://", "https://")):
        from kg.registry import load

        remote: Store = load("store", "remote")(place)
        return remote
    from kg.store.oxigraph import OxigraphStore

    return OxigraphStore.open(Path(place))

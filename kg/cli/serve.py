"""``kg serve``: the graph over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import ConfigFile, Quiet, note, settings
from kg.errors import ConfigError


def run(
    graph: Annotated[
        str | None, typer.Option("--graph", "-g", metavar="DIR|FILE", help="A graph; output by default.")
    ] = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Port; 0 takes a free one.")] = 7878,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="A longer query is stopped.")] = 30.0,
    max_rows: Annotated[int, typer.Option(metavar="N", min=1, help="A longer answer is refused.")] = 100_000,
    workers: Annotated[int | None, typer.Option(metavar="N", min=1, help="Queries at the same time.")] = None,
    update_token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take updates that bring the token in this file.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the query editor in the browser.")] = False,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Serve SPARQL 1.1 at /sparql, a query editor at /, the interactive page at /graph, JSON at /api; read-only.

    Example: kg serve --graph output --port 7878
    """
    place = graph or settings(config).graph
    if place.startswith(("http://", "https://")):
        raise ConfigError(f"{place}: a server is served already; expected a directory or an RDF file")
    import os

    from kg.serve.limits import Limits
    from kg.serve.server import read_token, serve

    def announce(url: str) -> None:
        print(url, flush=True)
        note("Ctrl-C stops it.", quiet=quiet)
        if show:
            typer.launch(url)

    limits = Limits(seconds=timeout, rows=max_rows, workers=workers or max(2, os.cpu_count() or 1))
    token = read_token(update_token_file) if update_token_file else None
    try:
        serve(Path(place), host=host, port=port, limits=limits, token=token, announce=announce)
    except KeyboardInterrupt:
        note("Stopped.", quiet=quiet)

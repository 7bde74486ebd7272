"""``kg gazetteer update``: newer leaders than those that come with kg."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import ConfigFile, GazetteerFiles, Quiet, note, settings


class Action(StrEnum):
    """What is done with the gazetteer."""

    update = "update"


def run(
    action: Annotated[Action, typer.Argument(help="update asks an endpoint for leaders and writes a table of them.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The table that is written.")] = Path(
        "leaders.csv"
    ),
    endpoint: Annotated[
        str | None, typer.Option(metavar="URL", help="A SPARQL endpoint that holds Wikidata; its own by default.")
    ] = None,
    since: Annotated[int, typer.Option(metavar="YEAR", help="First year of terms.")] = 2020,
    gazetteer: GazetteerFiles = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Write who has come to lead which state, as a table for --gazetteer.

    Example: kg gazetteer update --since 2024 -o leaders.csv
    """
    chosen = settings(config, gazetteer=gazetteer or None)
    import httpx

    from kg.files import replace_file
    from kg.gazetteer import Gazetteer
    from kg.gazetteer.update import ENDPOINT, leaders_table
    from kg.store.remote import RemoteStore
    from kg.version import __version__

    client = httpx.Client(timeout=120, headers={"user-agent": f"kg-diplomacy/{__version__}"})
    store = RemoteStore(endpoint or ENDPOINT, client=client)
    table = leaders_table(store.query, Gazetteer.load(chosen.gazetteer), since=since)
    replace_file(out, table.encode())
    note(f"{table.count(chr(10)) - 1} terms of office in {out}; use them with --gazetteer {out}", quiet=quiet)

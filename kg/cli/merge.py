"""``kg merge``: a person decides that two are the same."""

from __future__ import annotations

from kg.cli.decide import Left, Reason, Right, record
from kg.cli.options import ConfigFile, GraphFolder, Quiet


def run(
    left: Left,
    right: Right,
    reason: Reason,
    graph: GraphFolder = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Record that two nodes are the same, with the reason, and merge the articles anew.

    Example: kg merge person:a-berg person:anna-berg --reason "The ministry gives both names."
    """
    record((left, right), "same", reason, graph=graph, config_file=config, quiet=quiet)

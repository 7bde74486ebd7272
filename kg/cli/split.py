"""``kg split``: a person decides that two are not the same."""

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
    """Record that two nodes or tellings are not the same, with the reason, and merge anew.

    Example: kg split "daily-7#e3" "wire-2#e1" --reason "Two calls on one day."
    """
    record((left, right), "different", reason, graph=graph, config_file=config, quiet=quiet)

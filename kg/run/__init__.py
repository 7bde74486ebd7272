"""Runs: shards of articles, extractions on disk, workers, and the graph directory they end in."""

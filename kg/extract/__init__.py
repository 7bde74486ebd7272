"""Reads the text of articles: names, events, agreements, commitments, statements and tenures."""

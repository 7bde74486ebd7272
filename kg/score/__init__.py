"""Measures what is extracted against articles that people annotated."""

"""News articles in, a sourced and queryable graph of diplomacy out."""

__version__ = "0.1.0"

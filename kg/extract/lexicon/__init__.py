"""Frames and word classes as tables, readable and extendable without Python, and the reader that checks them."""

from kg.extract.lexicon.frames import EventType, Frame, Lexicon, RoleMap, Test

__all__ = ["EventType", "Frame", "Lexicon", "RoleMap", "Test"]

"""From the entities of one document to entities of the world: an IRI for each, known or not."""

from kg.link.linker import GazetteerLinker

__all__ = ["GazetteerLinker"]

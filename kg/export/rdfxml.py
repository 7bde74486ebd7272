"""RDF/XML: the default graph."""

from __future__ import annotations

from pathlib import Path

from kg.export.oxigraph import serialise
from kg.export.world import merged
from kg.export.xml import valid_xml
from kg.files import replace_file
from kg.protocols import Store
from kg.types import Literal


class RdfxmlExporter:
    """Writes the merged facts for programs that read no younger format."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        import pyoxigraph as ox

        world = [
            quad._replace(object=Literal(valid_xml(quad.object.value), quad.object.datatype, quad.object.language))
            if isinstance(quad.object, Literal)
            else quad
            for quad in merged(store)
        ]
        replace_file(out, serialise(world, ox.RdfFormat.RDF_XML))

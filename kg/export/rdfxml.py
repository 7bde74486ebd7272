"""RDF/XML: the default graph."""

from __future__ import annotations

from pathlib import Path

from kg.export.oxigraph import write_to
from kg.export.xml import valid_xml
from kg.protocols import Store
from kg.quads import sort_quads
from kg.types import Literal


class RdfxmlExporter:
    """Writes the merged facts for programs that read no younger format."""

    def export(self, store: Store, out: Path) -> None:
        """Write one file."""
        import pyoxigraph as ox

        world = (
            quad._replace(object=Literal(valid_xml(quad.object.value), quad.object.datatype, quad.object.language))
            if isinstance(quad.object, Literal)
            else quad
            for quad in sort_quads(store.quads(""))
        )
        write_to(out, world, ox.RdfFormat.RDF_XML)

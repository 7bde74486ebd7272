"""Where quads live and SPARQL is answered: Oxigraph inside the process, rdflib, or any SPARQL 1.1 endpoint."""

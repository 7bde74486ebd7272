"""The merged collection as a graph: quads, derived triples, validation and queries."""

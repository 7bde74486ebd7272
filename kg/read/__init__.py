"""Sources in, documents out: one module a format, and ``sources`` that chooses among them."""

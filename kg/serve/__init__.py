"""The graph over HTTP: a SPARQL 1.1 endpoint, a query editor, the interactive page and a few JSON routes.

One process answers requests; queries run in worker processes of their own, which can be killed. Nothing here is
imported by the other commands.
"""

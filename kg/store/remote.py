"""A store on a server: any endpoint that speaks the SPARQL 1.1 protocols over HTTP."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, QueryError
from kg.ids import n3
from kg.quads import from_nquads, line
from kg.sparql import refuse, with_values
from kg.store.journal import Journal
from kg.types import Answer, Literal, Quad, Term
from kg.vocab import XSD

if TYPE_CHECKING:
    import httpx

ACCEPTED = "application/sparql-results+json, application/n-triples;q=0.9"
BATCH = 10_000
"""Triples in one request: about 1.5 MB."""
ATTEMPTS = 4
BUSY = frozenset({429, 502, 503, 504})
_ALL = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


class RemoteStore:
    """Quads on a server.

    Args:
        query_url: Address of SPARQL queries, such as ``http://127.0.0.1:7878/query``.
        store_url: Address of the Graph Store Protocol, such as ``http://127.0.0.1:7878/store``; only loading needs it.
        pause: Seconds before the second attempt at a server that is busy or away; doubled before each further one.
        client: A client with a time-out, headers or credentials of its own.
        journal: A file that keeps which batches of a load were taken, so that the same load goes on after them when it
            was cut off; it is gone once the load is whole.
    """

    def __init__(
        self,
        query_url: str,
        *,
        store_url: str | None = None,
        pause: float = 0.5,
        client: httpx.Client | None = None,
        journal: Path | None = None,
    ) -> None:
        import httpx

        self._query_url = query_url
        self._store_url = store_url
        self._pause = pause
        self._client = client or httpx.Client(timeout=60)
        self._journal = Journal(journal)

    def load(self, nquads: bytes) -> None:
        """Add all quads of an N-Quads document, in batches of one graph each.

        Sending a batch twice adds nothing, so that a batch whose answer is lost is sent again.

        Raises:
            GraphError: There is no address to load to, or the server does not take the quads.
        """
        if self._store_url is None:
            raise GraphError(f"{self._query_url}: nothing can be loaded without the address of its graph store")
        try:
            loaded = from_nquads(nquads)
        except ValueError as error:
            raise GraphError(f"not N-Quads: {error}") from error
        by_graph: dict[str, list[Quad]] = defaultdict(list)
        for quad in loaded:
            by_graph[quad.graph].append(quad._replace(graph=""))
        for graph, quads in by_graph.items():
            for start in range(0, len(quads), BATCH):
                self._send_batch(graph, quads[start : start + BATCH])
        self._journal.end()

    def query(self, sparql: str, *, union: bool = False, bindings: Mapping[str, Term] | None = None) -> Answer:
        """Run a query over the default graph, or over all graphs as one.

        The second needs a server that knows Oxigraph's ``union-default-graph``, or whose default graph is the union.

        Raises:
            QueryError: The server refuses the query.
            GraphError: The server cannot be reached, or its answer cannot be read.
        """
        refuse(sparql, ("SERVICE",))
        form = {"query": with_values(sparql, bindings or {})}
        if union:
            form["union-default-graph"] = "true"
        response = self._send("POST", self._query_url, data=form, headers={"accept": ACCEPTED})
        if response.is_client_error:
            raise QueryError(f"{self._query_url} refuses the query: {_reason(response)}")
        return self._answer(response)

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield every quad, or those of one graph, in no order."""
        named = f"{{ GRAPH {n3(graph)} {{ ?s ?p ?o }} BIND({n3(graph)} AS ?g) }}" if graph else "{ ?s ?p ?o }"
        asked = _ALL if graph is None else f"SELECT ?s ?p ?o ?g WHERE {named}"
        for subject, predicate, value, name in self.query(asked).rows:
            yield Quad(str(subject), str(predicate), value or "", str(name or ""))

    def __len__(self) -> int:
        """Count the quads."""
        (count,) = self.query(_ALL.replace("?s ?p ?o ?g", "(COUNT(*) AS ?n)", 1)).rows[0]
        return int(count.value) if isinstance(count, Literal) else 0

    def _send_batch(self, graph: str, quads: list[Quad]) -> None:
        content = "".join(f"{line(quad)}\n" for quad in quads)
        if self._journal.has(str(self._store_url), graph, content):
            return
        address = {"graph": graph} if graph else {"default": ""}
        headers = {"content-type": "application/n-triples"}
        response = self._send("POST", str(self._store_url), params=address, content=content.encode(), headers=headers)
        if response.is_error:
            raise GraphError(f"{self._store_url} does not take {len(quads)} triples: {_reason(response)}")
        self._journal.add(str(self._store_url), graph, content)

    def _send(self, method: str, url: str, **request: Any) -> httpx.Response:
        """Send a request, again while the server is busy or cannot be reached."""
        import httpx

        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(self._pause * 2 ** (attempt - 1))
            try:
                response = self._client.request(method, url, **request)
            except httpx.TransportError as error:
                reason = str(error) or type(error).__name__
                continue
            if response.status_code not in BUSY:
                return response
            reason = _reason(response)
        raise GraphError(f"{url} cannot be reached after {ATTEMPTS} attempts: {reason}")

    def _answer(self, response: httpx.Response) -> Answer:
        if response.is_error:
            raise GraphError(f"{self._query_url}: {_reason(response)}")
        kind = response.headers.get("content-type", "").partition(";")[0]
        if kind == "application/n-triples":
            return Answer(triples=tuple(from_nquads(response.content)))
        try:
            return _results(response.json())
        except (ValueError, KeyError, TypeError) as error:
            expected = "SPARQL 1.1 results in JSON"
            raise GraphError(f"{self._query_url}: expected {expected}, got {kind or 'no content type'}") from error


def _results(found: Any) -> Answer:
    if "boolean" in found:
        return Answer(truth=bool(found["boolean"]))
    columns = tuple(str(name) for name in found["head"]["vars"])
    rows = found["results"]["bindings"]
    return Answer(columns, tuple(tuple(_term(row.get(column)) for column in columns) for row in rows))


def _term(found: Any) -> Term | None:
    if found is None:
        return None
    value = str(found["value"])
    if found["type"] in ("literal", "typed-literal"):
        datatype = str(found.get("datatype", "string")).removeprefix(XSD)
        language = str(found.get("xml:lang", ""))
        return Literal(value, language=language) if language else Literal(value, datatype)
    return f"_:{value}" if found["type"] == "bnode" else value


def _reason(response: httpx.Response) -> str:
    return (
        f"{response.status_code} {response.text.strip().splitlines()[0][:200] if response.text.strip() else ''}".strip()
    )

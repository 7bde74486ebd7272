"""The routes of the server."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from kg.graph.named import named
from kg.graph.query import with_defaults
from kg.ontologies import read
from kg.serve.description import describe
from kg.serve.evaluate import write
from kg.serve.guard import HEADERS, Guard
from kg.serve.media import TRIPLES, choose
from kg.serve.openapi import document
from kg.serve.pool import Busy, Pool, Task
from kg.serve.protocol import one_parameter, query_task, update_task
from kg.types import Answer
from kg.view.ontology import context_document, render
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from starlette.requests import Request

Endpoint = Callable[["Request"], Awaitable[Response]]
ASSETS = Path(__file__).parent / "assets"
RETRY = {"retry-after": "5"}
PAGE_POLICY = "frame-ancestors 'none'"
"""The interactive page brings its own policy, with the hashes of its scripts."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is served.

    Attributes:
        pool: Who runs queries.
        page: The interactive page of the graph, if it was written.
        token: What an update must bring; None takes no updates.
        hosts: Names that a request may give; empty takes all.
    """

    pool: Pool
    page: Path
    token: str | None = None
    hosts: Sequence[str] = ()

    def app(self) -> Starlette:
        """Put the routes together."""
        routes = [
            Route("/", _asset("editor.html"), methods=["GET"]),
            Route("/sparql", self.sparql, methods=["GET", "POST"]),
            Route("/update", self.update, methods=["POST"]),
            Route("/graph", self.graph, methods=["GET"]),
            Route("/ontology/", _ontology, methods=["GET"]),
            Route("/ontology/context.jsonld", _context, methods=["GET"]),
            Route("/ontology/dip.ttl", _turtle, methods=["GET"]),
            Route("/api", _asset("api.html"), methods=["GET"]),
            Route("/api/openapi.json", _openapi, methods=["GET"]),
            Route("/api/prefixes", _prefixes, methods=["GET"]),
            Route("/api/questions", _questions, methods=["GET"]),
            Route("/api/{lookup:str}", self.look_up, methods=["GET"]),
        ]
        app = Starlette(
            routes=routes,
            middleware=[Middleware(Guard, hosts=self.hosts)],
            exception_handlers={HTTPException: _refused, Busy: _busy, 500: _failed},
        )
        app.mount("/assets", StaticFiles(directory=ASSETS))
        return app

    async def sparql(self, request: Request) -> Response:
        """Answer a query; without one describe the service, or lead a browser to the editor."""
        task = await query_task(request, self.pool.limits.request)
        if task is not None:
            return await self._run(task)
        accept = request.headers.get("accept", "")
        media = choose(accept, (*TRIPLES, "text/html"))
        if media == "text/html":
            return RedirectResponse("/", 303)
        if media is None:
            raise HTTPException(406, f"the description can be had as {', '.join(TRIPLES)}")
        update = str(request.url_for("update")) if self.token else None
        triples = tuple(describe(str(request.url_for("sparql")), update))
        return Response(write(Answer(triples=triples), media), media_type=media)

    async def update(self, request: Request) -> Response:
        """Change the store, for who has the token."""
        if self.token is None:
            raise HTTPException(403, "this server is read-only; --update-token-file opens it to updates")
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(token.strip().encode(), self.token.encode()):
            raise HTTPException(401, "an update needs the token", {"www-authenticate": "Bearer"})
        reply = await self.pool.update(await update_task(request, self.pool.limits.request))
        return Response(reply.body, reply.status, media_type=reply.media)

    async def graph(self, request: Request) -> Response:
        """Give the interactive page."""
        if not self.page.is_file():
            raise HTTPException(404, "the graph has no page; `kg view` writes one")
        return FileResponse(self.page, headers={"content-security-policy": PAGE_POLICY}, media_type="text/html")

    async def look_up(self, request: Request) -> Response:
        """Answer one of the JSON routes."""
        lookup = request.path_params["lookup"]
        if lookup not in ("facts", "explain", "neighbours"):
            raise HTTPException(404, "there is nothing here; /api tells what there is")
        return await self._run({"task": lookup, "term": one_parameter(request, "term")})

    async def _run(self, task: Task) -> Response:
        reply = await self.pool.run(task)
        return Response(reply.body, reply.status, media_type=reply.media)


def _asset(name: str) -> Endpoint:
    async def page(request: Request) -> Response:
        return FileResponse(ASSETS / name)

    return page


async def _ontology(request: Request) -> Response:
    return HTMLResponse(render())


async def _context(request: Request) -> Response:
    return Response(context_document(), media_type="application/ld+json")


async def _turtle(request: Request) -> Response:
    return Response(read("dip.ttl"), media_type="text/turtle")


async def _openapi(request: Request) -> Response:
    return JSONResponse(document())


async def _prefixes(request: Request) -> Response:
    return JSONResponse(PREFIXES)


async def _questions(request: Request) -> Response:
    """Give the named questions as an editor shows them, with the defaults of their parameters filled in."""
    return JSONResponse([{**asdict(question), "sparql": with_defaults(question)} for question in named()])


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # Starlette calls it for these alone
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)


async def _busy(request: Request, error: Exception) -> Response:
    return PlainTextResponse("all workers are at work; try again later\n", 503, headers=RETRY)


async def _failed(request: Request, error: Exception) -> Response:
    """Say nothing of what went wrong inside; the log does."""
    return PlainTextResponse("the server failed\n", 500, headers=HEADERS)

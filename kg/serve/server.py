"""Starts the server: opens its socket and its workers, and runs until it is stopped."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from kg.errors import ConfigError
from kg.serve.limits import Limits

BACKLOG = 2048
"""Connections that wait to be taken."""
TOKEN_LENGTH = 16
FILES = 8192
"""Open files to ask for: one a connection."""


def serve(  # noqa: PLR0913 - the options of `kg serve`, by keyword
    place: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    limits: Limits | None = None,
    token: str | None = None,
    announce: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve a graph until the process is interrupted.

    Args:
        place: A graph directory, a store or an RDF file.
        host: Address to listen on.
        port: Port; 0 takes a free one.
        limits: Bounds on what is asked.
        token: What an update must bring; None takes no updates.
        announce: Called with the address of the server once it answers.

    Raises:
        ConfigError: The extra ``serve`` is not installed, or the address cannot be listened on.
        GraphError: There is no graph, or it cannot be opened.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise ConfigError("serving needs Starlette and uvicorn: pip install 'kg-diplomacy[serve]'") from error
    _allow_many_connections()
    with _listen(host, port) as listening:
        asyncio.run(_run(place, listening, host=host, limits=limits or Limits(), token=token, announce=announce))


def read_token(file: Path) -> str:
    """Read the token of updates from its file.

    Raises:
        ConfigError: The file cannot be read, or the token is too short or has spaces.
    """
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: the token cannot be read: {error}") from error
    if len(token) < TOKEN_LENGTH or not token.isascii() or len(token.split()) != 1:
        raise ConfigError(f"{file}: expected a token of at least {TOKEN_LENGTH} ASCII characters without spaces")
    return token


async def _run(  # noqa: PLR0913
    place: Path,
    listening: socket.socket,
    *,
    host: str,
    limits: Limits,
    token: str | None,
    announce: Callable[[str], None],
) -> None:
    import uvicorn

    from kg.serve.app import Site
    from kg.serve.guard import LOOPBACK
    from kg.serve.pool import Pool

    pool = Pool(place, limits)
    try:
        await pool.start()
        hosts = (*LOOPBACK, host) if host in LOOPBACK else ()
        site = Site(pool, place / "graph.html", token=token, hosts=hosts)
        config = uvicorn.Config(
            site.app(),
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=5,
        )
        name = f"[{host}]" if ":" in host else host
        announce(f"http://{name}:{listening.getsockname()[1]}/")
        await uvicorn.Server(config).serve(sockets=[listening])
    finally:
        await pool.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        raise ConfigError(f"{host}:{port}: cannot listen there: {error}") from error


def _allow_many_connections() -> None:
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))

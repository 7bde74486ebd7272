"""The SPARQL 1.1 Protocol: what an HTTP request asks for, or why it asks wrongly."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
FIELDS = 100
"""Most parameters of one request."""
BODY_TIME = 10.0
"""Seconds in which a body must have come."""

Parameters = list[tuple[str, str]]


async def query_task(request: Request, limit: int) -> dict[str, Any] | None:
    """Read a query: GET, POST of a form, or POST of the text itself; None where a GET brings none.

    Args:
        request: The request.
        limit: Most bytes of its body.

    Raises:
        HTTPException: 400, 408, 413 or 415 with the reason.
    """
    if request.method in ("GET", "HEAD"):
        parameters = _parameters(request.url.query)
        if not any(name == "query" for name, _ in parameters):
            return None
        return _query(request, _one(parameters, "query"), parameters)
    text, parameters = await _posted(request, limit, name="query")
    return _query(request, text, parameters)


async def update_task(request: Request, limit: int) -> dict[str, Any]:
    """Read an update: POST of a form or of the text itself.

    Raises:
        HTTPException: 400, 408, 413 or 415 with the reason.
    """
    text, parameters = await _posted(request, limit, name="update")
    default, named = _all(parameters, "using-graph-uri"), _all(parameters, "using-named-graph-uri")
    return {"task": "update", "sparql": text, "base": _base(request), "default": default, "named": named}


def one_parameter(request: Request, name: str) -> str:
    """Read a parameter of the address that must be there once.

    Raises:
        HTTPException: 400 with the reason.
    """
    return _one(_parameters(request.url.query), name)


def _query(request: Request, text: str, parameters: Parameters) -> dict[str, Any]:
    return {
        "task": "query",
        "sparql": text,
        "base": _base(request),
        "accept": ",".join(request.headers.getlist("accept")),
        "default": _all(parameters, "default-graph-uri"),
        "named": _all(parameters, "named-graph-uri"),
    }


def _base(request: Request) -> str:
    """Give the address of the endpoint, to which relative IRIs of a query are relative."""
    return str(request.url.replace(query="", fragment=""))


async def _posted(request: Request, limit: int, *, name: str) -> tuple[str, Parameters]:
    """Give the text of a query or update that was posted, and the other parameters."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (FORM, f"application/sparql-{name}"):
        raise HTTPException(415, f"expected a body of type {FORM} or application/sparql-{name}")
    body = _decoded(await _body(request, limit))
    if kind == FORM:
        parameters = _parameters(body)
        return _one(parameters, name), parameters
    if not body.strip():
        raise HTTPException(400, f"the body has no {name}")
    return body, _parameters(request.url.query)


async def _body(request: Request, limit: int) -> bytes:
    announced = request.headers.get("content-length", "0")
    if announced.isascii() and announced.isdigit() and int(announced) > limit:
        raise HTTPException(413, f"the body has {announced} bytes; at most {limit} are read")
    read = bytearray()
    try:
        async with asyncio.timeout(BODY_TIME):
            async for part in request.stream():
                read += part
                if len(read) > limit:
                    raise HTTPException(413, f"the body has more than {limit} bytes")
    except TimeoutError:
        raise HTTPException(408, f"the body did not come within {BODY_TIME:g} seconds") from None
    return bytes(read)


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the body is not UTF-8: {error.reason} at byte {error.start}") from None


def _parameters(text: str) -> Parameters:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
    except UnicodeDecodeError:
        raise HTTPException(400, "a parameter is not UTF-8") from None
    except ValueError:
        raise HTTPException(400, f"more than {FIELDS} parameters") from None


def _one(parameters: Parameters, name: str) -> str:
    values = _all(parameters, name)
    if len(values) != 1 or not values[0].strip():
        raise HTTPException(400, f"expected one parameter {name!r}, got {len([each for each in values if each])}")
    return values[0]


def _all(parameters: Iterable[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in parameters if key == name]

"""The OpenAPI description of the HTTP routes."""

from __future__ import annotations

from typing import Any

from kg import __version__
from kg.serve.media import RESULTS, TRIPLES

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "number"}
COUNT: Json = {"type": "integer"}
COMPLETE: Json = {"type": "boolean", "description": "False where the answer stopped at a limit."}
PROBLEMS = {
    "400": "The request is malformed, or the query does not parse, is refused or has too long an answer.",
    "404": "The graph does not know the term.",
    "405": "Not with this method.",
    "406": "The answer cannot be had in any type that the request accepts.",
    "413": "The body is too large.",
    "415": "The body is of a type that is not read.",
    "503": "No worker is free (with Retry-After), or the query took too long and was stopped.",
}


def document() -> Json:
    """Give the description as OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "kg", "version": __version__, "description": "A sourced graph of diplomacy, read-only."},
        "paths": {
            "/sparql": {"get": _query(), "post": _posted_query()},
            "/api/facts": {"get": _lookup("Facts about a node, with their standing.", _facts())},
            "/api/explain": {"get": _lookup("Facts about a node with the sentences that bear them.", _explained())},
            "/api/neighbours": {"get": _lookup("Nodes next to a node in the merged facts.", _neighbours())},
        },
    }


def _query() -> Json:
    text = {"name": "query", "in": "query", "required": False, "schema": TEXT}
    return {
        "summary": "Run a SPARQL 1.1 query; without one, describe the service.",
        "parameters": [text, _graphs("default-graph-uri"), _graphs("named-graph-uri")],
        "responses": _responses({media: {} for media in (*RESULTS, *TRIPLES)}, "400", "406", "503"),
    }


def _posted_query() -> Json:
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": TEXT, "default-graph-uri": _list(TEXT), "named-graph-uri": _list(TEXT)},
    }
    return {
        "summary": "Run a SPARQL 1.1 query.",
        "requestBody": {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {"schema": form},
                "application/sparql-query": {"schema": TEXT},
            },
        },
        "responses": _responses({media: {} for media in (*RESULTS, *TRIPLES)}, "400", "406", "413", "415", "503"),
    }


def _lookup(summary: str, schema: Json) -> Json:
    about = "An IRI, whole or with a prefix (person:anna-berg), the id of a fact, or a name."
    return {
        "summary": summary,
        "parameters": [{"name": "term", "in": "query", "required": True, "description": about, "schema": TEXT}],
        "responses": _responses({"application/json": {"schema": schema}}, "400", "404", "503"),
    }


def _responses(content: Json, *problems: str) -> Json:
    return {
        "200": {"description": "The answer.", "content": content},
        **{
            status: {"description": PROBLEMS[status], "content": {"text/plain": {"schema": TEXT}}}
            for status in (*problems, "405")
        },
    }


def _graphs(name: str) -> Json:
    return {"name": name, "in": "query", "required": False, "schema": _list(TEXT), "explode": True}


def _facts() -> Json:
    texts = ("fact", "subject", "subjectLabel", "property", "object", "objectLabel", "status")
    fact = _object({**dict.fromkeys(texts, TEXT), "confidence": NUMBER, "outlets": COUNT})
    return _object({"node": _node(), "complete": COMPLETE, "facts": _list(fact)})


def _explained() -> Json:
    texts = ("outlet", "day", "document", "modality", "attribution", "sentence")
    words = {**_object({"start": COUNT, "end": COUNT}), "type": ["object", "null"]}
    testimony = _object({**dict.fromkeys(texts, TEXT), "words": words})
    named = dict.fromkeys(("iri", "subject", "predicate", "object", "status"), TEXT)
    fact = _object({**named, "confidence": NUMBER, "outlets": COUNT, "testimonies": _list(testimony)})
    return _object({"node": _node(), "complete": COMPLETE, "facts": _list(fact)})


def _neighbours() -> Json:
    direction = {"type": "string", "enum": ["in", "out"]}
    texts = dict.fromkeys(("property", "node", "label", "kind"), TEXT)
    neighbour = _object({"direction": direction, **texts})
    return _object({"node": _node(), "complete": COMPLETE, "neighbours": _list(neighbour)})


def _node() -> Json:
    return _object({"iri": TEXT, "label": TEXT})


def _object(properties: Json) -> Json:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}

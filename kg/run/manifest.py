"""Which articles are read already: by what, and from what text.

A shard file is named after the fingerprint of what extracted it and holds each document whole. So an extraction is
taken over when the fingerprint is today's and the document says the same; nothing else has to be recorded.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.config import Config
from kg.errors import InputError
from kg.ids import short_hash
from kg.run.extractions import read_lines
from kg.types import Document, Extraction

READING_PACKAGES = ("kg.extract", "kg.link", "kg.gazetteer")
"""Whose code and tables decide what an article is found to say."""


@dataclass(slots=True)
class Manifest:
    """What earlier runs read: extractions that still hold, and documents to read again."""

    fresh: dict[str, Extraction] = field(default_factory=dict)
    stale: dict[str, Document] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def documents(self) -> dict[str, Document]:
        """Give all documents of earlier runs by their ids."""
        return {name: extraction.document for name, extraction in self.fresh.items()} | self.stale

    def holds(self, document: Document) -> bool:
        """Tell whether the document was read as it stands."""
        known = self.fresh.get(document.id)
        return known is not None and known.document == document


def recorded(directory: Path, mark: str) -> Manifest:
    """Read the shards of a directory; those whose name begins with ``mark`` still hold."""
    manifest = Manifest()
    for shard in sorted(directory.glob("*.jsonl")):
        _add_shard(manifest, shard, is_fresh=shard.name.startswith(f"{mark}-"))
    return manifest


def _add_shard(manifest: Manifest, shard: Path, *, is_fresh: bool) -> None:
    try:
        for extraction in read_lines(shard):
            name = extraction.document.id
            manifest.fresh.pop(name, None)
            manifest.stale.pop(name, None)
            if is_fresh:
                manifest.fresh[name] = extraction
            else:
                manifest.stale[name] = extraction.document
    except InputError as error:
        manifest.warnings.append(f"the rest of a damaged shard was left out: {error}")


def shard_name(mark: str, documents: Iterable[Document]) -> str:
    """Name the file of a shard by what read it and what it holds."""
    return f"{mark}-{short_hash(*(f'{document!r}' for document in documents))}.jsonl"


def fingerprint(config: Config) -> str:
    """Hash all that decides what an article is found to say: code, tables, model and the user's own rows.

    >>> fingerprint(Config()) == fingerprint(Config(jobs=4))
    True
    """
    own = [path.read_bytes() for path in (config.frames, *config.gazetteer) if path]
    return short_hash(
        config.extractor,
        config.linker,
        config.model,
        _model_version(config.model),
        *(_package_digest(name) for name in READING_PACKAGES),
        *(hashlib.sha256(content).hexdigest() for content in own),
    )


def _model_version(model: str) -> str:
    """Read the version from the ``meta.json`` of a model, without loading it; empty where there is none."""
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    folder = Path(spec.origin).parent if spec and spec.origin else Path(model)
    meta = folder / "meta.json"
    return str(json.loads(meta.read_text(encoding="utf-8")).get("version", "")) if meta.is_file() else ""


@cache
def _package_digest(name: str) -> str:
    """Hash the files of a package, code and tables alike."""
    spec = importlib.util.find_spec(name)
    digest = hashlib.sha256()
    for root in (spec.submodule_search_locations or []) if spec else []:
        for path in sorted(path for path in Path(root).rglob("*") if path.is_file()):
            if path.suffix != ".pyc":
                digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()

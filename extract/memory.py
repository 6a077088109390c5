"""Remembers, while one sentence is searched, what was found for its tokens.

Every entry of the lexicon that a word may trigger asks the same questions of the same parse: what a memory answers
is most of what they cost. It lasts as long as the search, since names are found later in Docs that are searched twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, cast

from spacy.tokens import Doc, Token

F = TypeVar("F", bound=Callable[..., Any])

_open: ContextVar[tuple[Doc, dict[tuple[Any, ...], Any]] | None] = ContextVar("open", default=None)


@contextmanager
def remembering(doc: Doc) -> Iterator[None]:
    """A time in which nothing of a Doc changes, so that what `remembered` functions give of its tokens is kept."""
    before = _open.set((doc, {}))
    try:
        yield
    finally:
        _open.reset(before)


def remembered(function: F) -> F:
    """A function of a token that is worked out once in the time of `remembering`; its results must not be changed."""

    @wraps(function)
    def asked(token: Token, *args: Any) -> Any:
        held = _open.get()
        if held is None or token.doc is not held[0]:
            return function(token, *args)
        key = (function, token.i, *args)
        kept = held[1]
        if key in kept:
            return kept[key]
        found = kept[key] = function(token, *args)
        return found

    return cast("F", asked)

"""Remembers what was found for the tokens of a sentence, which is searched twice: before and after it is named.

Every entry of the lexicon that a word may trigger asks the same questions of the same parse: what a memory answers
is most of what they cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, cast

from spacy.tokens import Doc, Token

from .units import Unit

F = TypeVar("F", bound=Callable[..., Any])
_Memory = dict[tuple[Any, ...], Any]

_open: ContextVar[tuple[Doc, _Memory, _Memory] | None] = ContextVar("open", default=None)


@contextmanager
def remembering(unit: Unit) -> Iterator[None]:
    """The time of one search, in which what `remembered` and `kept` functions give of the unit's tokens is kept."""
    before = _open.set((unit.doc, {}, unit.memory))
    try:
        yield
    finally:
        _open.reset(before)


def remembered(function: F) -> F:
    """A function of a token that is worked out once a search; its results must not be changed."""
    return _asking(function, 1)


def kept(function: F) -> F:
    """The same of one that looks at tags and tree alone, not at names: it is worked out once a sentence."""
    return _asking(function, 2)


def _asking(function: F, which: int) -> F:
    @wraps(function)
    def asked(token: Token, *args: Any) -> Any:
        held = _open.get()
        if held is None or token.doc is not held[0]:
            return function(token, *args)
        memory: _Memory = held[which]
        key = (function, token.i, *args)
        if key in memory:
            return memory[key]
        found = memory[key] = function(token, *args)
        return found

    return cast("F", asked)

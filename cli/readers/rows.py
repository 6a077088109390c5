"""Rows of a table, a few at a time, as articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ...extract.errors import InputError
from ..items import Item
from .formats import COMPRESSED
from .records import Options, article
from .source import Source

ROWS = 256
"""Rows that are held at a time."""

Fetch = Callable[[int], Sequence[Sequence[Any]]]


def articles(source: Source, options: Options, names: Sequence[str], fetch: Fetch) -> Iterator[Item]:
    """Each row's article; `fetch` gives so many more rows."""
    number = 0
    while rows := fetch(ROWS):
        for row in rows:
            number += 1
            record = dict(zip(names, row, strict=True))
            yield article(record, options, source.name, number, f"{source.input.id}:{number}")


def plain_file(source: Source) -> Path:
    """The path of an input that must be a file as it is. Raises InputError for a pipe or a compressed file."""
    path = source.input.path
    if path is None or not path.is_file():
        raise InputError("cannot be read from a pipe; give a file")
    if path.suffix.lower() in COMPRESSED:
        raise InputError("is compressed; unpack it")
    return path


def choose(tables: Sequence[str], wanted: str | None) -> str:
    """The table to read: the one asked for, the one named articles, or the only one. Raises InputError."""
    if wanted is not None:
        if wanted not in tables:
            raise InputError(f"has no table {wanted!r}; it has {', '.join(tables) or 'none'}")
        return wanted
    if "articles" in tables:
        return "articles"
    if len(tables) != 1:
        raise InputError(f"has the tables {', '.join(tables) or '(none)'}; name one with --table")
    return tables[0]


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'

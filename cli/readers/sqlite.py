"""A table or view of an SQLite database: one article a row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from ...extract.errors import InputError
from ..items import Item
from . import rows
from .records import Options
from .source import Source


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each row's article. The database is opened for reading only."""
    path = rows.plain_file(source)
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        base.text_factory = lambda data: data.decode("utf-8", "replace")
        try:
            listed = base.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
            tables = [name for (name,) in listed if not name.startswith("sqlite_")]
            cursor = base.execute(f"SELECT * FROM {rows.quoted(rows.choose(tables, options.table))}")
            names = [column[0] for column in cursor.description]
            yield from rows.articles(source, options, names, cursor.fetchmany)
        finally:
            base.close()
    except sqlite3.Error as error:
        raise InputError(f"cannot be read as SQLite ({error}); check the file") from error

"""A table or view of a DuckDB database: one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...extract.errors import InputError
from ..extras import need
from ..items import Item
from . import rows
from .records import Options
from .source import Source

SAFE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "threads": "1"}
"""Nothing is fetched from the network; one thread, since the work is elsewhere."""
_SMALL = {"memory_limit": "256MB"}


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each row's article. The database is opened for reading only, and cannot reach other files."""
    duckdb = need("duckdb", "duckdb", source.name)
    path = rows.plain_file(source)
    try:
        base = duckdb.connect(str(path), read_only=True, config={**SAFE, **_SMALL, "enable_external_access": "false"})
        try:
            tables = [name for (name,) in base.execute("SELECT table_name FROM information_schema.tables").fetchall()]
            table = rows.choose(tables, options.table)
            yield from stream(base, f"SELECT * FROM {rows.quoted(table)}", [], source, options)
        finally:
            base.close()
    except duckdb.Error as error:
        raise InputError(f"cannot be read as DuckDB ({_first(error)}); check the file") from error


def stream(base: Any, query: str, values: list[str], source: Source, options: Options) -> Iterator[Item]:
    """The articles of a query's rows."""
    cursor = base.execute(query, values)
    names = [column[0] for column in cursor.description]
    yield from rows.articles(source, options, names, cursor.fetchmany)


def _first(error: Exception) -> str:
    return str(error).partition("\n")[0]

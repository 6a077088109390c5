"""Parquet and DuckDB, through duckdb: rows are kept in a file beside the output, and become a table at the end."""

from __future__ import annotations

import glob
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ...extract.errors import DragomanError
from ...models import Article, Event
from ..extras import need
from . import rows
from .base import Options, Writer
from .columns import Kind
from .target import put, temporary

_TYPES: dict[Kind, str] = {
    "text": "VARCHAR", "list": "VARCHAR[]", "number": "DOUBLE", "integer": "INTEGER", "date": "DATE"
}  # fmt: skip
_CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "memory_limit": "1GB"}


class TableError(DragomanError):
    """duckdb could not write the table; the text says why."""

    exit_code = 1


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to a Parquet file or a DuckDB database. Raises ExtraError when duckdb is not installed."""
    duckdb = need("duckdb", "duckdb", options.format)
    if path is None:
        raise TableError(f"{options.format} needs a file: -o FILE")
    return _RowFile(path, options, duckdb)


class _RowFile(Writer):
    def __init__(self, path: Path, options: Options, duckdb: Any) -> None:
        self._path = path
        self._options = options
        self._duckdb = duckdb
        self._names = {name: _TYPES[kind] for name, kind in rows.kinds(options.dyads).items()}
        self._rows = temporary(path)
        self._file = self._rows.open("w", encoding="utf-8", errors="replace", newline="\n")

    def write(self, article: Article, events: Sequence[Event]) -> None:
        for event in events:
            for row in rows.of(event, self._options.dyads):
                plain = {name: rows.plain(value) for name, value in row.items()}
                self._file.write(json.dumps(plain, ensure_ascii=False) + "\n")

    def close(self) -> None:
        self._file.close()
        try:
            (self._parquet if self._options.format == "parquet" else self._database)()
        except self._duckdb.Error as error:
            reason = str(error).partition("\n")[0]
            raise TableError(f"{self._path}: cannot be written ({reason})") from error
        finally:
            self._rows.unlink(missing_ok=True)

    def abort(self) -> None:
        with suppress(OSError):
            self._file.close()
        self._rows.unlink(missing_ok=True)

    def _parquet(self) -> None:
        finished = temporary(self._path)
        try:
            with self._duckdb.connect(":memory:", config=_CONFIG) as base:
                base.execute(f"COPY ({self._query()}) TO {_string(finished)} (FORMAT parquet, COMPRESSION zstd)")
            put(finished, self._path)
        finally:
            finished.unlink(missing_ok=True)

    def _database(self) -> None:
        """Adds the rows to the database's table; a row of the same event replaces the older one."""
        table, key = ("dyads", "event_id, source_name, target_name") if self._options.dyads else ("events", "id")
        new = not self._path.exists()
        try:
            self._upsert(table, key)
        except self._duckdb.Error:
            if new:
                self._path.unlink(missing_ok=True)
            raise

    def _upsert(self, table: str, key: str) -> None:
        with self._duckdb.connect(str(self._path), config=_CONFIG) as base:
            base.execute("BEGIN")
            made = ", ".join(f'"{name}" {kind}' for name, kind in self._names.items())
            base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({made})")
            base.execute(f"CREATE TEMP TABLE fresh AS SELECT DISTINCT ON ({key}) * FROM ({self._query()})")
            first = key.partition(",")[0]
            base.execute(f"DELETE FROM {table} WHERE {first} IN (SELECT {first} FROM fresh)")
            base.execute(f"INSERT INTO {table} SELECT * FROM fresh")
            base.execute("COMMIT")

    def _query(self) -> str:
        kinds = ", ".join(f"{_string(name)}: {_string(kind)}" for name, kind in self._names.items())
        path = _string(glob.escape(str(self._rows)))
        settings = f"format = 'newline_delimited', maximum_object_size = 67108864, columns = {{{kinds}}}"
        return f"SELECT * FROM read_json({path}, {settings})"


def _string(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"

"""Parquet: one article a row."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...extract.errors import InputError
from ..extras import need
from ..items import Item
from . import rows
from .duckdb import SAFE
from .records import Options
from .source import Source

FEWEST = 20_000
"""Rows that are read at one go, at least."""
_NUMBER = "file_row_number"


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each row's article."""
    duckdb = need("duckdb", "duckdb", source.name)
    path = rows.plain_file(source)
    try:
        names, spans = _plan(duckdb, path)
        found = _fetched(duckdb, path, spans)
        yield from rows.articles(source, options, names, lambda _: next(found, ()))
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"cannot be read as Parquet ({reason}); check the file") from error


def _plan(duckdb: Any, path: Path) -> tuple[list[str], list[tuple[int, int]]]:
    """The columns of a file, and its rows in spans of whole row groups (first row, and the one behind the last)."""
    with duckdb.connect(":memory:", config=SAFE) as base:
        shown = base.execute("DESCRIBE SELECT * FROM read_parquet(?)", [_exactly(path)]).fetchall()
        sizes = base.execute(
            "SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(?) ORDER BY 1", [_exactly(path)]
        ).fetchall()
    names = [column[0] for column in shown]
    spans, start, end = [], 0, 0
    for _, size in sizes:
        end += size
        if end - start >= FEWEST and _NUMBER not in names:
            spans.append((start, end))
            start = end
    return names, [*spans, (start, end)] if end > start else spans


def _fetched(duckdb: Any, path: Path, spans: list[tuple[int, int]]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows, a few at a time. Each span has a connection of its own, since one keeps the pages it has unpacked."""
    for start, end in spans:
        with duckdb.connect(":memory:", config=SAFE) as base:
            if len(spans) == 1:
                cursor = base.execute("SELECT * FROM read_parquet(?)", [_exactly(path)])
            else:
                cursor = base.execute(
                    f"SELECT * EXCLUDE {_NUMBER} FROM read_parquet(?, {_NUMBER} = true)"
                    f" WHERE {_NUMBER} >= ? AND {_NUMBER} < ?",
                    [_exactly(path), start, end],
                )
            while found := cursor.fetchmany(rows.ROWS):
                yield found


def _exactly(path: Path) -> str:
    return glob.escape(str(path))

"""Parquet: one article a row."""

from __future__ import annotations

import glob
from collections.abc import Iterator

from ...extract.errors import InputError
from ..extras import need
from ..items import Item
from . import rows
from .duckdb import SAFE, stream
from .records import Options
from .source import Source


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each row's article."""
    duckdb = need("duckdb", "duckdb", source.name)
    path = rows.plain_file(source)
    try:
        base = duckdb.connect(":memory:", config=SAFE)
        try:
            yield from stream(base, "SELECT * FROM read_parquet(?)", [glob.escape(str(path))], source, options)
        finally:
            base.close()
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"cannot be read as Parquet ({reason}); check the file") from error

"""CSV and TSV with a header line: one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from ...extract.errors import InputError
from ..items import LONGEST_RAW, Item, Reject
from .records import Options, article
from .source import LONGEST_RECORD, Source


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each row's article. The separator is the one that the header line holds most of."""
    csv.field_size_limit(LONGEST_RECORD)
    with source.text(newline="") as stream:
        header = stream.readline(LONGEST_RECORD)
        separator = "\t" if source.input.format == "tsv" else max(",;\t|", key=header.count)
        names = _names(header, separator)
        rows = csv.reader(stream, delimiter=separator)
        number = 1
        while True:
            begins = 2 + rows.line_num
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield Reject(source.name, begins, f"is no CSV ({error})", "mend its quotes, or export the table again")
                continue
            if row is None:
                return
            number += 1
            if any(value.strip() for value in row):
                yield _row(names, row, source, options, begins)


def _names(header: str, separator: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([header], delimiter=separator), [])]
    except csv.Error as error:
        raise InputError(f"has no header line ({error}); give the columns' names in the first line") from error


def _row(names: list[str], row: list[str], source: Source, options: Options, line: int) -> Item:
    joined = "\x1f".join(row)
    if not joined.isascii() and any("\udc80" <= c <= "\udcff" for c in joined):
        cure = "name the file's encoding with --encoding"
        return Reject(source.name, line, "has bytes that are not UTF-8", cure, joined[:LONGEST_RAW])
    if len(row) > len(names):
        reason = f"has {len(row)} cells under {len(names)} headings"
        return Reject(source.name, line, reason, "quote the cells that hold the separator", joined[:LONGEST_RAW])
    record = dict(zip(names, row, strict=False))
    return article(record, options, source.name, line, f"{source.input.id}:{line}")

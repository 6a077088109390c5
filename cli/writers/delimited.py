"""CSV and TSV: one row an event, with cells that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...models import Article, Event
from ..shown import cell
from . import columns, rows
from .base import Options, Writer
from .target import Target


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _Delimited(Target(path), "\t" if options.format == "tsv" else ",", options.dyads)


class _Delimited(Writer):
    def __init__(self, target: Target, separator: str, dyads: bool) -> None:
        self._target = target
        self._separator = separator
        self._dyads = dyads
        self._rows([tuple(rows.kinds(dyads))])
        target.flush()

    def write(self, article: Article, events: Sequence[Event]) -> None:
        if events:
            found = (row for event in events for row in rows.of(event, self._dyads))
            self._rows([[_cell(value) for value in row.values()] for row in found])
            self._target.flush()

    def _rows(self, lines: Sequence[Sequence[Any]]) -> None:
        piece = io.StringIO()
        csv.writer(piece, delimiter=self._separator, lineterminator="\n").writerows(lines)
        self._target.write(piece.getvalue())

    def close(self) -> None:
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()


def _cell(value: Any) -> Any:
    value = columns.plain(value)
    return cell(value) if isinstance(value, str) else value

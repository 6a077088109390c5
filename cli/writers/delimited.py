"""CSV and TSV: one row an event, with cells that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...models import Article, Event
from ..shown import cell
from . import columns
from .base import Options, Writer
from .target import Target


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _Delimited(Target(path), "\t" if options.format == "tsv" else ",")


class _Delimited(Writer):
    def __init__(self, target: Target, separator: str) -> None:
        self._target = target
        self._separator = separator
        self._rows([columns.NAMES])
        target.flush()

    def write(self, article: Article, events: Sequence[Event]) -> None:
        if events:
            self._rows([[_cell(value) for value in columns.values(event).values()] for event in events])
            self._target.flush()

    def _rows(self, rows: Sequence[Sequence[Any]]) -> None:
        piece = io.StringIO()
        csv.writer(piece, delimiter=self._separator, lineterminator="\n").writerows(rows)
        self._target.write(piece.getvalue())

    def close(self) -> None:
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()


def _cell(value: Any) -> Any:
    value = columns.plain(value)
    return cell(value) if isinstance(value, str) else value

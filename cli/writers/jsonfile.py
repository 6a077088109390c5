"""JSON: an array of events, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...models import Article, Event
from ...models.serialise import dumps
from . import rows
from .base import Options, Writer
from .target import Target


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _Json(Target(path), options.dyads)


class _Json(Writer):
    def __init__(self, target: Target, dyads: bool) -> None:
        self._target = target
        self._dyads = dyads
        self._before = "["

    def write(self, article: Article, events: Sequence[Event]) -> None:
        for data in (data for event in events for data in rows.json_form(event, self._dyads)):
            self._target.write(f"{self._before}\n{dumps(data)}")
            self._before = ","
        self._target.flush()

    def close(self) -> None:
        self._target.write("[]\n" if self._before == "[" else "\n]\n")
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()

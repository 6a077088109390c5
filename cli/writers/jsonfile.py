"""JSON: an array of events, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...models import Article, Event, to_dict
from ...models.serialise import dumps
from .base import Options, Writer
from .target import Target


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _Json(Target(path))


class _Json(Writer):
    def __init__(self, target: Target) -> None:
        self._target = target
        self._before = "["

    def write(self, article: Article, events: Sequence[Event]) -> None:
        for event in events:
            self._target.write(f"{self._before}\n{dumps(to_dict(event))}")
            self._before = ","
        self._target.flush()

    def close(self) -> None:
        self._target.write("[]\n" if self._before == "[" else "\n]\n")
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()

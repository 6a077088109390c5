"""JSON Lines: one event a line, handed on as soon as its article is done; an interrupted file can be resumed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...models import Article, Event
from ...models.serialise import dumps
from . import rows
from .base import Options, Writer
from .journal import Journal
from .target import Target


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output, a device or a file."""
    if path is None or (path.exists() and not path.is_file()):
        return _Stream(Target(path), options.dyads)
    return _File(path, options)


def _lines(events: Sequence[Event], dyads: bool) -> str:
    return "".join(dumps(data) + "\n" for event in events for data in rows.json_form(event, dyads))


class _Stream(Writer):
    def __init__(self, target: Target, dyads: bool) -> None:
        self._target = target
        self._dyads = dyads

    def write(self, article: Article, events: Sequence[Event]) -> None:
        if events:
            self._target.write(_lines(events, self._dyads))
            self._target.flush()

    def close(self) -> None:
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()


class _File(Writer):
    """A file that grows line by line beside a journal of what is done for good."""

    def __init__(self, path: Path, options: Options) -> None:
        self._journal = Journal(path, options.job)
        self._dyads = options.dyads
        if options.resume:
            self.done, size, self.rejects_at = self._journal.resume()
            self._file = path.open("r+b" if path.exists() else "wb", buffering=0)
            self._file.truncate(size)
            self._file.seek(size)
        else:
            self._journal.begin()
            self._file = path.open("wb", buffering=0)
        self._size = self._file.tell()

    def write(self, article: Article, events: Sequence[Event]) -> None:
        rest = memoryview(_lines(events, self._dyads).encode("utf-8", "backslashreplace"))
        while rest:
            count = self._file.write(rest)
            self._size += count
            rest = rest[count:]

    def mark(self, done: int, rejects_at: int) -> None:
        self._journal.mark(done, self._size, rejects_at, self._file.fileno())

    def close(self) -> None:
        if not self._file.closed:
            self._file.close()
            self._journal.finish()

    def abort(self) -> None:
        self._file.close()
        self._journal.close()

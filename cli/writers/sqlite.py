"""SQLite: events and what belongs to them in tables, with a view of dyads; a second run updates what is there."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...extract.errors import DragomanError
from ...models import Actor, Article, Event, Source
from . import columns
from .base import Options, Writer

_COMMIT_SECONDS = 1.0
_FLAT = tuple(c for c in columns.COLUMNS if c.kind != "list" and not c.name.startswith("article_"))
_CHILDREN = ("parties", "sources", "evidence")


class DatabaseError(DragomanError):
    """The database cannot be written; the text says why."""

    exit_code = 1


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to a database file, new or of an earlier run."""
    if path is None:
        raise DatabaseError("a database needs a file: -o FILE")
    return _Sqlite(path, options)


class _Sqlite(Writer):
    def __init__(self, path: Path, options: Options) -> None:
        self._path = path
        self._job = options.job
        self._committed = time.monotonic()
        with self._errors():
            self._base = sqlite3.connect(path, isolation_level=None)
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.executescript((files(__package__) / "sqlite.sql").read_text(encoding="utf-8"))
            self._base.execute("BEGIN")
            if options.resume:
                row = self._base.execute("SELECT done, rejects FROM progress WHERE job = ?", (self._job,)).fetchone()
                self.done, self.rejects_at = row or (0, 0)

    def write(self, article: Article, events: Sequence[Event]) -> None:
        if not events:
            return
        with self._errors():
            self._put("articles", _article(events[0]))
            for event in events:
                for table in _CHILDREN:
                    self._base.execute(f"DELETE FROM {table} WHERE event_id = ?", (_clean(event.id),))
                self._put(
                    "events", {c.name: columns.plain(c.value(event)) for c in _FLAT} | {"article_id": event.article.id}
                )
                for row in _parties(event):
                    self._put("parties", row)
                for number, source in enumerate(event.attribution):
                    self._put("sources", _mention(event, number, source) | {"direct": int(source.direct)})
                for number, item in enumerate(event.evidence):
                    self._put("evidence", _evidence(event, number, item))

    def mark(self, done: int, rejects_at: int) -> None:
        if time.monotonic() - self._committed < _COMMIT_SECONDS:
            return
        with self._errors():
            self._put("progress", {"job": self._job, "done": done, "rejects": rejects_at})
            self._base.execute("COMMIT")
            self._base.execute("BEGIN")
        self._committed = time.monotonic()

    def close(self) -> None:
        with self._errors():
            self._base.execute("DELETE FROM progress WHERE job = ?", (self._job,))
            self._base.execute("COMMIT")
            self._base.close()

    def abort(self) -> None:
        """Keeps what is done up to the last mark, so that the run can be resumed."""
        self._base.close()

    def _put(self, table: str, row: dict[str, Any]) -> None:
        """Inserts a row, or replaces the one of the same key."""
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self._base.execute(
            f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", [_clean(v) for v in row.values()]
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise DatabaseError(f"{self._path}: cannot be written as a database of dragoman ({error})") from error


def _article(event: Event) -> dict[str, Any]:
    article = event.article
    return {
        "id": article.id,
        "title": article.title,
        "published": columns.plain(article.published),
        "source": article.source,
        "url": article.url,
    }


def _parties(event: Event) -> Iterator[dict[str, Any]]:
    for side, people in (("actor", event.actors), ("recipient", event.recipients)):
        for number, person in enumerate(people):
            yield _mention(event, number, person) | {"side": side}


def _mention(event: Event, number: int, who: Actor | Source) -> dict[str, Any]:
    return {
        "event_id": event.id,
        "position": number,
        "name": who.name,
        "code": who.code,
        "kind": who.kind,
        "role": who.role,
        "text": who.text,
        "text_start": who.start,
        "text_end": who.end,
        "field": who.field,
    }


def _evidence(event: Event, number: int, item: Any) -> dict[str, Any]:
    return {
        "event_id": event.id,
        "position": number,
        "field": item.field,
        "text": item.text,
        "text_start": item.start,
        "text_end": item.end,
        "trigger_text": item.trigger,
        "trigger_start": item.trigger_start,
        "trigger_end": item.trigger_end,
    }


def _clean(value: Any) -> Any:
    """A value that SQLite takes: no lone surrogates."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value

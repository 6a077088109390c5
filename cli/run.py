"""One run: articles from the readers, through the extraction, to a writer; bad records are told and kept."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from threading import Lock

from ..extract.errors import DragomanError
from ..models import Article, Event
from ..models.serialise import dumps
from . import work
from .items import Item, Reject
from .progress import Reporter
from .readers.source import Meter
from .signals import held
from .writers import Writer

LONGEST_SAMPLE = 100_000
"""Characters of articles that are kept, to say at the end why their sentences gave no event."""


class StrictError(DragomanError):
    """A bad record was met, and `--strict` says to stop there."""

    exit_code = 1


@dataclass
class Tally:
    """What a run has counted."""

    articles: int = 0
    events: int = 0
    empty: int = 0
    rejects: int = 0
    unresolved: int = 0
    undated: int = 0
    sampling: bool = False
    sample: list[Article] = field(default_factory=list)
    """The first articles; unless they are asked for, only as long as the run has found no event."""
    types: Counter[str] = field(default_factory=Counter)
    factuality: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article, events: list[Event]) -> None:
        """Counts an article and its events."""
        self.articles += 1
        self.events += len(events)
        self.empty += not events
        if self.events and not self.sampling:
            self.sample.clear()
        elif sum(len(a.text) for a in self.sample) < LONGEST_SAMPLE:
            self.sample.append(article)
        self.types.update(event.type for event in events)
        self.factuality.update(event.factuality for event in events)
        if article.published is None:
            waiting = sum(event.date is not None and event.date.start is None for event in events)
            self.unresolved += waiting
            self.undated += waiting > 0

    def lines(self) -> Iterator[str]:
        """The counts, for `--stats`."""
        yield f"articles: {self.articles}, without an event {self.empty}; events: {self.events}"
        yield f"by type: {_counts(self.types)}"
        yield f"by factuality: {_counts(self.factuality)}"


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common()) or "none"


class Rejects:
    """The file of `--rejects`: one JSON object a bad record (file, line, reason, cure, record)."""

    def __init__(self, path: Path | None, at: int = 0) -> None:
        self._file = None
        self.size = at
        if path is not None:
            self._file = path.open("r+b" if at and path.exists() else "wb", buffering=0)
            self.size = self._file.truncate(min(at, self._file.seek(0, 2)))
            self._file.seek(self.size)

    def add(self, bad: Reject) -> None:
        """Keeps a bad record."""
        if self._file is not None:
            entry = {"file": bad.where, "line": bad.line, "reason": bad.reason, "cure": bad.cure, "record": bad.raw}
            self.size += self._file.write(dumps(entry).encode("utf-8", "backslashreplace") + b"\n") or 0

    def __enter__(self) -> Rejects:
        return self

    def __exit__(self, *error: object) -> None:
        if self._file is not None:
            self._file.close()


class _Line:
    """Keeps bad records in their place among the articles that are being worked on.

    The extraction may take articles ahead of the one it hands back. A bad record is dealt with when all records before
    it are, so that a run that is interrupted has dealt with a beginning of its input, and with nothing else.
    """

    def __init__(self, items: Iterator[Item], deal: Callable[[Reject], None]) -> None:
        self._items = items
        self._deal = deal
        self._lock = Lock()
        self._waiting: deque[Reject | None] = deque()
        self.done = 0

    def articles(self) -> Iterator[Article]:
        """The articles, for the extraction to take."""
        for item in self._items:
            if isinstance(item, Article):
                with self._lock:
                    self._waiting.append(None)
                yield item
            else:
                with self._lock:
                    self._waiting.append(item)
                    self._settle()

    def finished(self) -> None:
        """Notes that the next article is done."""
        with self._lock:
            self._waiting.popleft()
            self.done += 1
            self._settle()

    def _settle(self) -> None:
        while self._waiting and self._waiting[0] is not None:
            bad = self._waiting.popleft()
            self.done += 1
            if bad is not None:
                self._deal(bad)


def run(
    items: Iterable[Item],
    how: work.Work,
    writer: Writer,
    reporter: Reporter,
    meter: Meter,
    rejects: Rejects,
    strict: bool = False,
    sampling: bool = False,
) -> Tally:
    """Reads, extracts and writes until the input ends. Raises StrictError, DragomanError and OSError."""
    tally = Tally(sampling=sampling)

    def deal(bad: Reject) -> None:
        tally.rejects += 1
        rejects.add(bad)
        if strict:
            raise StrictError(str(bad))
        reporter.reject(bad)

    line = _Line(islice(iter(items), writer.done, None), deal)
    line.done = writer.done
    for article, found in work.results(line.articles(), how):
        with held():
            if isinstance(found, Reject):
                deal(found)
            else:
                found = work.kept(found, how)
                tally.add(article, found)
                if found:
                    reporter.clear()
                writer.write(article, found)
            line.finished()
            writer.mark(line.done, rejects.size)
        reporter.progress(tally.articles, tally.events, meter.bytes)
    reporter.clear()
    return tally

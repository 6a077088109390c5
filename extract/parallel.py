"""Several processes at work on one stream of articles: outcomes come back in the order in which the articles came.

Each worker is a pool of one, so that it is known which batch a dead worker died of. That batch is done again, article
by article; an article that kills a second worker is given up, and only that one.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from ..models import Article
from .errors import ModelError
from .imports import slim_spacy
from .shards import Failure, Outcome, Settings, shard

if TYPE_CHECKING:
    from .pipeline import Extractor

FIRST, LARGEST = 4_000, 16_000
"""Characters of text in the first batches and in the largest."""
QUEUED = 2
"""Batches that a worker has at most, the one in work included; what is done and waits for its turn counts as well."""
_AHEAD = 4
"""Batches a worker that may be taken from the input before the oldest of them is handed back."""
_settings: Settings | None = None
"""Of a worker: what its extractor is made with."""


def outcomes(articles: Iterable[Article], settings: Settings, jobs: int) -> Iterator[tuple[Article, Outcome]]:
    """Each article with its events or the reason why it has none, in order, worked on by `jobs` processes.

    At most a few batches a worker are held at any time. Raises DragomanError when a worker cannot be made.
    """
    crew = Crew(settings, jobs)
    try:
        crew.load()
        yield from crew.run(articles)
    finally:
        crew.dismiss()


@dataclass(slots=True, eq=False)
class _Batch:
    articles: Sequence[Article]
    deaths: int = 0
    outcomes: list[Outcome] | None = None


@dataclass(slots=True, eq=False)
class _Worker:
    pool: ProcessPoolExecutor
    queue: deque[tuple[_Batch, Future[list[Outcome]]]] = field(default_factory=deque)


class Crew:
    """The workers and the batches under way, oldest first."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._workers = [_Worker(_pool(settings)) for _ in range(jobs)]
        self._line: deque[_Batch] = deque()
        self._waiting: deque[_Batch] = deque()
        self._loading: list[Future[None]] = []

    def summon(self) -> None:
        """Has every worker load the model and the word files."""
        self._loading = [worker.pool.submit(_load) for worker in self._workers]

    def is_ready(self) -> bool:
        """Whether all workers have loaded, or tried to."""
        return all(future.done() for future in self._loading)

    def load(self) -> None:
        """Waits for the first worker to load, which says whether the settings are right."""
        self.summon()
        first = self._workers[0]
        try:
            self._loading[0].result()
        except BrokenProcessPool:
            first.pool = _pool(self._settings)
            try:
                first.pool.submit(_load).result()
            except BrokenProcessPool as error:
                raise ModelError("worker processes die while they load the model: is there enough memory?") from error

    def run(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Outcome]]:
        source = _batches(articles, len(self._workers))
        more = True
        while more or self._line:
            while more and len(self._line) < _AHEAD * len(self._workers):
                batch = next(source, None)
                if batch is None:
                    more = False
                    break
                self._line.append(batch)
                self._waiting.append(batch)
                self._hand_out()
            while self._line and self._line[0].outcomes is not None:
                done = self._line.popleft()
                yield from zip(done.articles, done.outcomes or (), strict=True)
            if self._line:
                self._collect()

    def dismiss(self) -> None:
        """Ends the workers; what they have in hand is given up."""
        for worker in self._workers:
            processes = list((getattr(worker.pool, "_processes", None) or {}).values())
            worker.pool.shutdown(wait=False, cancel_futures=True)
            if worker.queue or not self.is_ready():
                for process in processes:
                    process.terminate()

    def _hand_out(self) -> None:
        while self._waiting:
            worker = min(self._workers, key=lambda w: len(w.queue))
            if len(worker.queue) >= QUEUED:
                return
            batch = self._waiting.popleft()
            try:
                worker.queue.append((batch, worker.pool.submit(_work, batch.articles)))
            except BrokenProcessPool:  # it died with nothing in hand
                self._waiting.appendleft(batch)
                worker.pool = _pool(self._settings)

    def _collect(self) -> None:
        """Waits until some worker is done with a batch, or dead, and gives out more."""
        oldest = [worker.queue[0][1] for worker in self._workers if worker.queue]
        wait(oldest, return_when=FIRST_COMPLETED)
        for worker in self._workers:
            while worker.queue and worker.queue[0][1].done():
                batch, future = worker.queue.popleft()
                if isinstance(future.exception(), BrokenProcessPool):
                    self._bury(worker, batch)
                else:
                    batch.outcomes = future.result()
        self._hand_out()

    def _bury(self, worker: _Worker, killer: _Batch) -> None:
        """Replaces a dead worker; the batch it died of is cut into single articles, or given up."""
        again = [batch for batch, _ in worker.queue]
        worker.queue.clear()
        worker.pool.shutdown(wait=False)
        worker.pool = _pool(self._settings)
        if killer.deaths and len(killer.articles) == 1:
            killer.outcomes = [Failure("killed the process that analysed it, twice")]
        else:
            pieces = [_Batch([article], killer.deaths + 1) for article in killer.articles]
            at = self._line.index(killer)
            self._line.remove(killer)
            for i, piece in enumerate(pieces):
                self._line.insert(at + i, piece)
            again = pieces + again
        self._waiting.extendleft(reversed(again))


def _batches(articles: Iterable[Article], jobs: int) -> Iterator[_Batch]:
    """Articles by size; the first batches are small, one for each worker."""
    held: list[Article] = []
    size, count = 0, 0
    for article in articles:
        held.append(article)
        size += len(article.text)
        if size >= min(FIRST << (count // jobs), LARGEST):
            yield _Batch(held)
            held, size, count = [], 0, count + 1
    if held:
        yield _Batch(held)


def _pool(settings: Settings) -> ProcessPoolExecutor:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # inherited: the workers have the cores between them
    return ProcessPoolExecutor(1, get_context("spawn"), _begin, (settings,))


def _begin(settings: Settings) -> None:
    """Makes a process a worker: it leaves signals of the terminal to its parent, and ends with it."""
    global _settings
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _settings = settings


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@cache
def _extractor() -> Extractor:
    assert _settings is not None
    return _settings.extractor()


def _load() -> None:
    slim_spacy()
    _extractor()


def _work(articles: Sequence[Article]) -> list[Outcome]:
    return shard(_extractor(), articles)

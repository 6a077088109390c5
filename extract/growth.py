"""A run that begins in its own process and takes on workers when it turns out long; they need seconds to load."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING

from ..models import Article
from .shards import Outcome, Settings, shard

if TYPE_CHECKING:
    from .parallel import Crew

ALONE = 3.0
"""Seconds of work after which a run is long: about what it takes to load a worker."""
_IDLE = 0.25
"""Share of its working time that a run may wait for input and still be worth more workers."""
_MEMORY = 500_000_000
"""Bytes that a worker may need."""


def cores() -> int:
    """Workers that this machine has cores, and half its memory, for."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(AttributeError, OSError, ValueError):  # not every system tells its memory
        count = min(count, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2 // _MEMORY)
    return max(1, count)


def growing(articles: Iterable[Article], settings: Settings, jobs: int) -> Iterator[tuple[Article, Outcome]]:
    """As `outcomes`, but this process begins, and goes on while the workers load; a short run never needs them.

    Nor does one whose input comes slower than it is worked on. Raises DragomanError when the settings are wrong.
    """
    from .nlp import batches

    extractor = settings.extractor()
    source = iter(articles)
    crew: Crew | None = None
    worked = waited = 0.0
    asked = perf_counter()
    try:
        for batch in batches(source):
            begun = perf_counter()
            waited += begun - asked
            found = shard(extractor, batch)
            worked += perf_counter() - begun
            yield from zip(batch, found, strict=True)
            if crew is None and worked > ALONE and waited < _IDLE * worked:
                crew = _summoned(settings, jobs)
            if crew is not None and crew.is_ready():
                break
            asked = perf_counter()
        if crew is not None:
            yield from crew.run(source)
    finally:
        if crew is not None:
            crew.dismiss()


def _summoned(settings: Settings, jobs: int) -> Crew:
    from .parallel import Crew  # which short runs need not import

    crew = Crew(settings, jobs)
    crew.summon()
    return crew

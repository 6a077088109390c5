"""From a shard of articles to a shard of events: the unit of work that any engine can run, by itself and again."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..models import Article, Event
from .errors import DragomanError

if TYPE_CHECKING:
    from .pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Settings:
    """What an Extractor is made with."""

    model: str | None = None
    types: tuple[str, ...] | None = None
    lexicon: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    gate: bool = True

    def extractor(self) -> Extractor:
        """Loads the model and the word files, for the rest of the process. Raises DragomanError."""
        with _uncollected():
            from .pipeline import Extractor

            return Extractor(self.model, self.types, self.lexicon, self.actors, self.gate)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spares the garbage collector what is made here and stays: a million small objects, all of them in use."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article gave no answer."""

    reason: str


Outcome = list[Event] | Failure


def shard(extractor: Extractor, articles: Sequence[Article]) -> list[Outcome]:
    """The events of each article, in order; an article that cannot be analysed costs only its own."""
    try:
        return list(extractor.shard(articles))
    except DragomanError as error:
        failure = Failure(str(error))
    except (ValueError, RecursionError, MemoryError) as error:
        failure = Failure(f"cannot be analysed ({type(error).__name__}: {error})")
    if len(articles) == 1:
        return [failure]
    return [shard(extractor, [article])[0] for article in articles]


def in_order(articles: Iterable[Article], extractor: Extractor) -> Iterator[tuple[Article, Outcome]]:
    """Each article with its outcome, in this process."""
    from .nlp import batches

    for batch in batches(articles):
        yield from zip(batch, shard(extractor, batch), strict=True)

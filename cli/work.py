"""The seam between the command line and the extraction: articles in, their events out, in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..extract.imports import slim_spacy
from ..models import Article, Event
from .items import Reject

if TYPE_CHECKING:
    from ..extract.shards import Outcome


@dataclass(frozen=True, slots=True)
class Work:
    """How events are extracted: model package, event types (None: the diplomatic ones), the user's word files.

    `jobs` is how many processes work from the start; None: one, and the machine's cores once the run turns out long.
    Events of a lower confidence than `min_confidence` are dropped.
    """

    model: str | None = None
    types: tuple[str, ...] | None = None
    lexicon: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    gate: bool = True
    jobs: int | None = None
    min_confidence: float = 0.0


Result = tuple[Article, list[Event] | Reject]


def results(articles: Iterable[Article], work: Work) -> Iterator[Result]:
    """Each article with its events, in the order given; an article that cannot be analysed comes with the reason.

    The model and the word files are loaded before the first article is taken. Raises DragomanError when they are
    missing or wrong.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported, see extract.blas
    from ..extract.shards import Failure

    for article, outcome in _outcomes(articles, work):
        yield article, failed(article, outcome.reason) if isinstance(outcome, Failure) else outcome


def _outcomes(articles: Iterable[Article], work: Work) -> Iterator[tuple[Article, Outcome]]:
    from ..extract.growth import cores, growing
    from ..extract.parallel import outcomes
    from ..extract.shards import Settings, in_order

    settings = Settings(work.model, work.types, work.lexicon, work.actors, work.gate)
    if work.jobs is not None and work.jobs > 1:
        return outcomes(articles, settings, work.jobs)
    slim_spacy()
    if work.jobs is None and (jobs := cores()) > 1:
        return growing(articles, settings, jobs)
    return in_order(articles, settings.extractor())


def kept(events: list[Event], work: Work) -> list[Event]:
    """The events that are sure enough; one without a confidence is."""
    return [event for event in events if event.confidence is None or event.confidence >= work.min_confidence]


def silence(articles: Sequence[Article], work: Work) -> str:
    """Why articles gave no event: how many sentences hold trigger words, and the main reasons that kept them out."""
    from ..extract.explain import explain
    from ..extract.explain.explanation import told
    from ..extract.pipeline import Extractor

    extractor = Extractor(work.model, work.types, work.lexicon, work.actors)
    return told([explain(extractor, article) for article in articles])


def failed(article: Article, reason: str) -> Reject:
    """The record of an article whose extraction failed."""
    return Reject(f"article {article.id}", None, " ".join(reason.split()), "please report it", article.text)

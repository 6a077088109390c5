"""A news article, as a reader hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article to be read for events.

    `text` and `title` are kept exactly as given: every offset of an event counts Unicode code points into them.
    `published` is the publication date, against which relative dates are resolved; None leaves them unresolved.
    `place` is the dateline's place, when the reader found one.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    place: str | None = None

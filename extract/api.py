"""The library's front door: the events of a text."""

from __future__ import annotations

import hashlib
from datetime import date as Day
from functools import cache
from typing import TYPE_CHECKING

from ..models import Article, Event

if TYPE_CHECKING:
    from .pipeline import Extractor


def events(text: str, date: Day | str | None = None, title: str | None = None) -> list[Event]:
    """The diplomatic events of one article, in the order of their first mention.

    `date` is its publication date (a date or YYYY-MM-DD; ValueError otherwise), against which relative dates are
    resolved. Offsets of the events count code points of `text` and `title`. Raises ModelError when the embedded model
    is missing.
    """
    published = Day.fromisoformat(date) if isinstance(date, str) else date
    return _extractor().events(article(text, published, title))


def article(text: str, published: Day | None = None, title: str | None = None) -> Article:
    """The article of a bare text, named after its content; lone surrogates become question marks, offsets stay."""
    text, title = _encodable(text), _encodable(title) if title is not None else None
    name = hashlib.sha256(f"{title or ''}\0{text}".encode()).hexdigest()[:16]
    return Article(name, text, title, published)


def _encodable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


@cache
def _extractor() -> Extractor:
    from .pipeline import Extractor

    return Extractor()

"""Saved web pages, through trafilatura: the article without what stands around it, with title, date and source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..extras import need
from ..items import Item, Reject
from .markup import decoded
from .records import Options, article
from .source import Source

_SETTINGS = {"include_comments": False, "include_tables": False, "with_metadata": True}


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of one page."""
    data = source.whole()
    yield page(data if source.encoding is None else decoded(data, source.encoding), source, source.input.id, None)


def page(
    html: str | bytes, source: Source, identity: str, line: int | None, known: dict[str, Any] | None = None
) -> Item:
    """The article of a page's HTML. `known` is what is known besides (url, date), where the page does not say."""
    trafilatura = need("trafilatura", "html", source.name)
    html = html if isinstance(html, str) else decoded(html)
    known = known or {}
    try:
        found = trafilatura.bare_extraction(html, url=known.get("url"), **_SETTINGS)
    except (ValueError, RecursionError, LookupError, AttributeError, TypeError, AssertionError):
        found = None
    if found is None or not (found.text or "").strip():
        return Reject(source.name, line, "holds no article", "give the page of an article", html[:1000])
    record = {
        "text": found.text,
        "title": found.title,
        "date": found.date or known.get("date"),
        "source": found.sitename or found.hostname,
        "url": found.url or known.get("url"),
    }
    return article(record, Options(), source.name, line, identity)

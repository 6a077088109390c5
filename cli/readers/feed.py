"""RSS and Atom files, through feedparser: one article an entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...extract.errors import InputError
from ..extras import need
from ..items import Item
from . import xml
from .markup import text_of
from .records import Options, article
from .source import Source


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each entry's article, or its summary where the feed carries no more."""
    feedparser = need("feedparser", "rss", source.name)
    data = source.whole()
    xml.refuse_entities(data)
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise InputError("is no feed; check the file")
    name = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        record = _record(entry) | {"source": _source(entry) or name}
        yield article(record, Options(), source.name, number, f"{source.input.id}:{number}")


def _record(entry: Any) -> dict[str, Any]:
    bodies = [part.get("value") or "" for part in entry.get("content") or ()]
    body = max([*bodies, entry.get("summary") or ""], key=len)
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "text": text_of(body),
        "id": entry.get("id") or entry.get("link"),
        "title": text_of(entry.get("title") or "") or None,
        "date": date(*stamp[:3]) if stamp else entry.get("published"),
        "url": entry.get("link"),
    }


def _source(entry: Any) -> Any:
    found = entry.get("source")
    return found.get("title") if isinstance(found, dict) else None

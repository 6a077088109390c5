"""WARC and WET archives, as CC-NEWS and Common Crawl ship them, through fastwarc."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...extract.errors import InputError
from ..extras import need
from ..items import Item, Reject
from .encoding import decode
from .html import page
from .records import Options, article
from .source import LONGEST_RECORD, Source

_PAGES = ("text/html", "application/xhtml")


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of each page; records that are no pages (requests, pictures, errors) are passed over.

    A page that gives no date takes the day on which it was fetched.
    """
    warc = need("fastwarc.warc", "warc", source.name)
    if not source.head().startswith(b"WARC/"):
        raise InputError("is no WARC archive; check the file")
    kinds = warc.WarcRecordType.response | warc.WarcRecordType.conversion
    stream = _Stream(source)
    for number, record in enumerate(warc.ArchiveIterator(stream, record_types=kinds, auto_decode="all"), 1):
        item = _item(record, source, number, record.record_type == warc.WarcRecordType.conversion)
        if item is not None:
            yield item
    if stream.error is not None:
        raise stream.error


class _Stream:
    """Bytes for fastwarc, which panics when reading fails: an error ends them, and is kept."""

    def __init__(self, source: Source) -> None:
        self._stream = source.open()
        self._at = 0
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except Exception as error:
            self.error = error
            data = b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _item(record: Any, source: Source, number: int, is_text: bool) -> Item | None:
    url = record.headers.get("WARC-Target-URI")
    identity = url or f"{source.input.id}:{number}"
    if not is_text and not _is_page(record):
        return None
    data = record.reader.read(LONGEST_RECORD + 1)
    if len(data) > LONGEST_RECORD:
        return Reject(source.name, number, f"a page of over {LONGEST_RECORD:,} bytes", "leave it out", identity)
    date = (record.headers.get("WARC-Date") or "")[:10] or None
    if is_text:
        known = {"text": decode(data, source.encoding or "utf-8", source.name), "url": url, "date": date}
        return article(known, Options(), source.name, number, identity)
    return page(data, source, identity, number, {"url": url, "date": date})


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or headers.status_code not in (200, "200", None):
        return False
    kind = (record.http_content_type or "").lower()
    return not kind or kind.startswith(_PAGES)

"""The format of an input whose suffix does not tell, by its first bytes."""

from __future__ import annotations

import json
import re

from .source import Source

_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*(?:\{|\]))")
_HTML = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"\s*<(?:\?xml|rss|feed|rdf:RDF|newsMessage|newsItem)\b")
_MAGIC = (("warc", b"WARC/", 0), ("parquet", b"PAR1", 0), ("sqlite", b"SQLite format 3\0", 0), ("duckdb", b"DUCK", 8))
_MARK = b"\xef\xbb\xbf"


def sniff(source: Source) -> str:
    """A format by name: JSON Lines when the first line is an object, text when nothing tells."""
    head = source.head().removeprefix(_MARK)
    first = head.lstrip().partition(b"\n")[0].rstrip()
    if first.startswith(b"{") and (_is_object(first) or (first != b"{" and _JSON.match(first))):
        return "jsonl"
    for name, start in (("json", _JSON), ("html", _HTML), ("newsml", _XML)):
        if start.match(head):
            return name
    return next((name for name, magic, at in _MAGIC if head[at:].startswith(magic)), "text")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False

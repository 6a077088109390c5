"""NewsML-G2, as news agencies deliver: one article a news item. An .xml file may also hold a feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from ...extract.errors import InputError
from ..items import Item
from . import feed, xml
from .records import Options, article
from .source import Source

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b")
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "li", "hl2", "block", "tr", "blockquote"})


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of each news item that holds text."""
    if _FEED.search(source.head()[:2000]):
        yield from feed.read(source, options)
        return
    found = 0
    for number, item in enumerate(xml.elements(source.whole(), "newsItem"), 1):
        found = number
        yield article(_record(item), Options(), source.name, number, f"{source.input.id}:{number}")
    if not found:
        raise InputError("holds no news item and no feed; name its format with --from")


def _record(item: Element) -> dict[str, Any]:
    links = (e.get("href") for e in item.iter() if xml.local(e) == "link")
    created = ("contentCreated", "firstCreated", "versionCreated")
    return {
        "text": _body(item),
        "id": item.get("guid"),
        "title": xml.text(xml.first(item, "headline")),
        "date": next(filter(None, (xml.text(xml.first(item, name)) for name in created)), None),
        "source": _provider(item),
        "url": next((link for link in links if link and link.startswith("http")), None),
        "place": xml.text(xml.first(item, "located", "name")),
    }


def _body(item: Element) -> str | None:
    content = xml.first(item, "contentSet")
    if content is None:
        return None
    inline = xml.first(content, "inlineXML")
    if inline is None:
        inline = xml.first(content, "inlineData")
        return "".join(inline.itertext()).strip() if inline is not None else None
    body = xml.first(inline, "body.content")
    if body is None:
        body = xml.first(inline, "body")
    return "\n\n".join(_paragraphs(inline if body is None else body)) or None


def _paragraphs(body: Element) -> Iterator[str]:
    """The text of each innermost block; text that stands in none comes as it is."""
    blocks = [e for e in body.iter() if xml.local(e) in _BLOCKS and not any(xml.local(c) in _BLOCKS for c in e)]
    for block in blocks or [body]:
        words = xml.text(block)
        if words:
            yield words


def _provider(item: Element) -> str | None:
    """The agency by name, or by its code without the scheme."""
    for name in ("copyrightHolder", "provider", "infoSource", "creditline"):
        found = xml.first(item, name)
        if found is not None:
            said = xml.text(xml.first(found, "name")) or found.get("literal")
            code = found.get("qcode") or ""
            if said or code:
                return said or code.rpartition(":")[2]
    return None

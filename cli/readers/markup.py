"""The text of a piece of HTML as feeds and agencies carry it: blocks become paragraphs, the tags go."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .encoding import detect

_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "section"}
    | {"article", "header", "footer", "hr", "pre", "figure", "figcaption"}
)
_SILENT = frozenset({"script", "style", "head", "noscript", "template"})
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\f\v]*\n\s*")


def text_of(html: str) -> str:
    """The text, its paragraphs parted by blank lines."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return _SPACE.sub("\n\n", "".join(collector.parts)).strip()


def decoded(html: bytes, encoding: str | None = None) -> str:
    """A page's text: by the encoding given, by its mark, by what it declares, else as it is most likely."""
    tried = encoding or _declared(html)
    if tried:
        try:
            return html.decode(tried)
        except (LookupError, UnicodeDecodeError):
            if encoding:
                raise
    return html.decode(detect(html[:100_000], "page"), "replace").removeprefix("\ufeff")


def _declared(html: bytes) -> str | None:
    found = _CHARSET.search(html[:4096])
    name = found[1].decode("ascii").lower() if found else None
    return "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(" ".join(data.split("\n")) if "\n" in data else data)

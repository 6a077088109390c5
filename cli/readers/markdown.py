"""Markdown: one article a file, its first heading the title, without the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..items import Item
from . import frontmatter
from .encoding import decode
from .records import Options
from .source import Source
from .text import one

_TITLE = re.compile(r"\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)")
_DROPPED = re.compile(
    r"<!--.*?(?:-->|\Z)|^(```|~~~).*?(?:^\1[^\n]*$|\Z)|!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)", re.DOTALL | re.MULTILINE
)
_LINK = re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])")
_LINE_MARKS = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)+", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1(?![\w*_])")


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of a Markdown file; its offsets count in the text without markup."""
    text = decode(source.whole(), source.encoding, source.name).removeprefix("\ufeff")
    fields, body = frontmatter.split(text)
    title = _TITLE.match(body)
    if title:
        fields.setdefault("title", plain(title[1]))
        body = body[title.end() :]
    yield from one(source, options, fields, plain(body))


def plain(text: str) -> str:
    """Markdown without its markup; bullets stay, since they part paragraphs."""
    text = _DROPPED.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _LINE_MARKS.sub("", text)
    return _EMPHASIS.sub(r"\2", text)

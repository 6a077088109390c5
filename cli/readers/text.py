"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from ..items import Item
from . import frontmatter
from .encoding import decode
from .records import FIELDS, Options, article
from .source import Source


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of a text file; a front-matter block gives its title, date, source and address."""
    text = decode(source.whole(), source.encoding, source.name).removeprefix("\ufeff")
    yield from one(source, options, *frontmatter.split(text))


def one(source: Source, options: Options, fields: dict[str, str], text: str) -> Iterator[Item]:
    """The article of a text and of what was said about it."""
    record = {key: value for key, value in fields.items() if key in FIELDS} | {"text": text}
    yield article(record, Options(), source.name, None, source.input.id)

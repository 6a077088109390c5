"""Makes an Article of a record's fields, whatever names they go by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...models import Article
from ..items import LONGEST_RAW, Item, Reject
from . import dateline, dates

LONGEST_TEXT = 1_000_000
"""Characters of one article; more is a dump of several, which must be split."""

FIELDS = ("text", "id", "title", "date", "source", "url", "place")
"""What a record may give; only the text must be there."""

_ALSO: dict[str, tuple[str, ...]] = {"date": ("date", "published")}
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Options:
    """How records are read: `fields` maps our field names to theirs (dots lead into nested objects)."""

    fields: Mapping[str, str] = field(default_factory=dict)
    table: str | None = None


def pick(record: Mapping[str, Any], name: str, options: Options) -> Any:
    """The value of one of our fields in a record; None when it is not there."""
    if name in options.fields:
        return _reach(record, options.fields[name])
    for key in _ALSO.get(name, (name,)):
        if key in record:
            return record[key]
    return None


def article(record: Mapping[str, Any], options: Options, where: str, line: int | None, identity: str) -> Item:
    """The article of a record, or what is wrong with it. `identity` is its id when the record has none."""

    def bad(reason: str, cure: str) -> Reject:
        return Reject(where, line, reason, cure, raw(record))

    text = pick(record, "text", options)
    wanted = options.fields.get("text", "text")
    if text is None:
        return bad(f"has no field {wanted!r}", "name the field that holds the text with --map text=NAME")
    if not isinstance(text, str):
        return bad(f"field {wanted!r} is not a string", "give the article as one string")
    if not text.strip():
        return bad("is empty", "give the article's text")
    if len(text) > LONGEST_TEXT:
        return bad(f"is longer than {LONGEST_TEXT:,} characters", "split it into articles")
    stamp = pick(record, "date", options)
    try:
        published = dates.parse(stamp)
    except ValueError as error:
        return bad(f"date {_short(stamp)} {error}", "write it as YYYY-MM-DD")
    made = Article(
        id=clean(_string(pick(record, "id", options)) or identity),
        text=clean(text),
        title=clean(_string(pick(record, "title", options))),
        published=published,
        source=clean(_string(pick(record, "source", options))),
        url=clean(_string(pick(record, "url", options))),
        place=clean(_string(pick(record, "place", options))),
    )
    return dateline.complete(made)


def clean(text: Any) -> Any:
    """The text without lone surrogates, which no encoding holds; U+FFFD takes their place, so offsets stay."""
    return _SURROGATES.sub("\ufffd", text) if isinstance(text, str) and not text.isascii() else text


def raw(record: Mapping[str, Any]) -> str:
    """The record as text, for `--rejects`."""
    from ...models.serialise import dumps

    try:
        return dumps({str(k): v if _is_plain(v) else str(v) for k, v in record.items()})[:LONGEST_RAW]
    except (ValueError, RecursionError, TypeError):
        return str(record)[:LONGEST_RAW]


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, (str, int, float, bool, list, dict))


def _reach(record: Mapping[str, Any], path: str) -> Any:
    if path in record:
        return record[path]
    found: Any = record
    for part in path.split("."):
        if isinstance(found, list) and part.isdigit():
            found = found[int(part)] if int(part) < len(found) else None
        else:
            found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _string(value: Any) -> str | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float, str)):
        return str(value).strip() or None
    return None


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."

"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..items import LONGEST_RAW, Item, Reject
from . import ninjs
from .records import Options, article
from .source import LONGEST_RECORD, Source


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each line's article; a line that is none is rejected and the next one read."""
    for number, line in source.lines():
        if line is None:
            cure = "split it into articles"
            yield Reject(source.name, number, f"a line of more than {LONGEST_RECORD:,} characters", cure)
        elif line.strip():
            yield _line(line, source, options, number)


def _line(line: str, source: Source, options: Options, number: int) -> Item:
    def bad(reason: str, cure: str) -> Reject:
        return Reject(source.name, number, reason, cure, line[:LONGEST_RAW])

    if any("\udc80" <= c <= "\udcff" for c in line) if not line.isascii() else False:
        return bad("has bytes that are not UTF-8", "name the file's encoding with --encoding")
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return bad(f"is not JSON ({error.msg} at column {error.colno})", "give one JSON object a line")
    except (RecursionError, ValueError):
        return bad("is nested too deeply or holds a number too long", "give one JSON object a line")
    if not isinstance(record, dict):
        return bad("is JSON but no object", 'give {"text": "..."} on each line')
    identity = f"{source.input.id}:{number}"
    if ninjs.is_ninjs(record) and not options.fields:
        record = ninjs.flat(record)
    return article(record, options, source.name, number, identity)

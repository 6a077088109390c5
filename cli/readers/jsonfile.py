"""JSON: an array of articles, read one by one, or a single article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import Any

from ..items import LONGEST_RAW, Item, Reject
from . import ninjs
from .records import Options, article
from .source import LONGEST_RECORD, Source

_CHUNK = 65_536
_BLANK = re.compile(r"[ \t\r\n\ufeff]+")
_DECODER = json.JSONDecoder()


def read(source: Source, options: Options) -> Iterator[Item]:
    """Each article of an array; what follows a broken one cannot be told apart and is given up."""
    with source.text() as stream:
        values = _Values(stream)
        try:
            for number, value in enumerate(values, 1):
                yield _item(value, source, options, number, values.line)
        except _Broken as error:
            yield Reject(source.name, values.line, str(error), "mend the JSON", values.rest)


def _item(value: Any, source: Source, options: Options, number: int, line: int) -> Item:
    if not isinstance(value, dict):
        return Reject(source.name, line, f"element {number} is no object", 'give {"text": "..."} for each article')
    if ninjs.is_ninjs(value) and not options.fields:
        value = ninjs.flat(value)
    return article(value, options, source.name, line, f"{source.input.id}:{number}")


class _Broken(Exception):
    """The JSON cannot be read on."""


class _Values:
    """The elements of a JSON array (or the values that stand one after the other), as the stream comes in."""

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream
        self._ended = False
        self._buffer = ""
        self._at = 0
        self.line = 1

    @property
    def rest(self) -> str:
        """What has come in and is not read yet."""
        return self._buffer[self._at : self._at + LONGEST_RAW]

    def __iter__(self) -> Iterator[Any]:
        inside = self._next() == "["
        if inside:
            self._pass(self._at + 1)
            if self._next() == "]":
                return
        while self._next():
            yield self._value()
            mark = self._next()
            if inside and mark == "]":
                return
            if inside and mark != ",":
                raise _Broken("is not JSON (a comma is missing)" if mark else "is not JSON (the array does not end)")
            if mark == ",":
                self._pass(self._at + 1)

    def _value(self) -> Any:
        """One value; the buffer at least doubles before each further try, so that the cost stays linear."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if self._ended:
                    raise _Broken(f"is not JSON ({error.msg})") from error
                if len(self._buffer) - self._at > LONGEST_RECORD:
                    raise _Broken(f"has a record of over {LONGEST_RECORD:,} characters") from error
                self._fill()
                continue
            except (RecursionError, ValueError) as error:
                raise _Broken("is nested too deeply or holds a number too long") from error
            if end == len(self._buffer) and not self._ended:
                self._fill()
                continue
            self._pass(end)
            return value

    def _next(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            found = _BLANK.match(self._buffer, self._at)
            self._pass(found.end() if found else self._at)
            if self._at < len(self._buffer) or self._ended:
                return self._buffer[self._at : self._at + 1]
            self._fill()

    def _pass(self, end: int) -> None:
        self.line += self._buffer.count("\n", self._at, end)
        self._at = end

    def _fill(self) -> None:
        """Reads as much again as is left, and lets go of what is read."""
        self._buffer = self._buffer[self._at :]
        self._at = 0
        more = self._stream.read(max(_CHUNK, len(self._buffer)))
        self._ended = not more
        self._buffer += more

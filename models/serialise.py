"""Records to plain data and back: the JSON form, whose keys are the records' fields in their order.

Dates become ISO 8601 strings and tuples lists; nothing else changes, so text comes back as it went in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

_UNSHOWN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_dict(record: Any) -> dict[str, Any]:
    """The JSON form of a record: nested dicts, lists, strings, numbers and None."""
    kind: Any = type(record)
    return {name: _plain(getattr(record, name)) for name in _names(kind)}


def from_dict(kind: type[Record], data: dict[str, Any]) -> Record:
    """The record of a JSON form. Missing keys take the field's default; unknown keys are ignored.

    Raises ValueError, with the path to what is wrong, when a value does not fit.
    """
    record: Record = _record(kind, data, kind.__name__)
    return record


def dumps(data: Any, indent: int | None = None) -> str:
    """JSON text that any encoding and any terminal takes: control characters and lone surrogates are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"))
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return to_dict(value) if is_dataclass(value) else value


def _record(kind: Any, data: Any, path: str) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{path}: expected an object, found {_kind(data)}")
    values = {name: read(data[name], f"{path}.{name}") for name, read in _readers(kind).items() if name in data}
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(f"{path}: {str(error).partition(' ')[2]}") from error


@cache
def _readers(kind: Any) -> dict[str, Callable[[Any, str], Any]]:
    hints = get_type_hints(kind)
    return {name: _reader(hints[name]) for name in _names(kind)}


def _reader(hint: Any) -> Callable[[Any, str], Any]:
    """A function that reads a value of one type, given its path for the message."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        read = _reader(next(part for part in inner if part is not NoneType))
        return lambda value, path: None if value is None else read(value, path)
    if origin is tuple:
        item = _reader(inner[0])
        return lambda value, path: tuple(item(v, f"{path}[{i}]") for i, v in enumerate(_expect(list, value, path)))
    if origin is Literal:
        return lambda value, path: _choice(inner, value, path)
    if is_dataclass(hint):
        return lambda value, path: _record(hint, value, path)
    if hint is date:
        return _date
    return lambda value, path: _expect(hint, value, path)


def _expect(kind: type, value: Any, path: str) -> Any:
    allowed = (int, float) if kind is float else kind
    if not isinstance(value, allowed) or (kind is not bool and isinstance(value, bool)):
        raise ValueError(f"{path}: expected {_NAMES.get(kind, kind.__name__)}, found {_kind(value)}")
    return value


def _choice(allowed: tuple[Any, ...], value: Any, path: str) -> Any:
    if value not in allowed:
        raise ValueError(f"{path}: {value!r} is none of {', '.join(map(str, allowed))}")
    return value


def _date(value: Any, path: str) -> date:
    try:
        return date.fromisoformat(_expect(str, value, path))
    except ValueError as error:
        raise ValueError(f"{path}: {value!r} is no date (YYYY-MM-DD)") from error


_NAMES: dict[type, str] = {str: "a string", int: "an integer", float: "a number", bool: "true or false", list: "a list"}


def _kind(value: Any) -> str:
    return "null" if value is None else _NAMES.get(type(value), "an object")

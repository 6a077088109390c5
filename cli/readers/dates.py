"""Reads a publication date, in the ways that databases and pages write one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:$|[T \d])")
_EARLIEST, _LATEST = 1600, 2200


def parse(value: Any) -> date | None:
    """The date that a value stands for; None for an empty one.

    Takes dates and datetimes, ISO 8601, YYYYMMDD, RFC 2822, seconds since 1970, and written dates of which only one
    reading is possible. Raises ValueError for anything else: 03/04/2023 is two dates.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value)
    if isinstance(value, str):
        return _text(value.strip()) if value.strip() else None
    raise ValueError("is no date")


def _number(value: float) -> date:
    text = str(int(value)) if value == value and abs(value) < 1e18 else ""
    if len(text) in (8, 14) and _ISO.match(text) and "16" <= text[:2] <= "21":
        return _text(text)
    seconds = value / 1000 if abs(value) >= 1e11 else value
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError("is no date") from error


def _text(text: str) -> date:
    iso = _ISO.match(text)
    if iso:
        return date(*map(int, iso.groups()))
    if len(text) > 60:
        raise ValueError("is no date")
    return _written(text)


def _written(text: str) -> date:
    """A written date: read with two fillings and both orders of day and month, which must all agree."""
    from dateutil import parser

    readings: set[date] = set()
    for filling in (datetime(2000, 1, 1), datetime(2001, 2, 2)):
        for dayfirst in (False, True):
            try:
                readings.add(parser.parse(text, default=filling, dayfirst=dayfirst).date())
            except (ValueError, OverflowError, TypeError, AttributeError, RecursionError) as error:
                raise ValueError("is no date") from error
    if len(readings) != 1:
        raise ValueError("is no full date")
    found: date = readings.pop()
    if not _EARLIEST <= found.year <= _LATEST:
        raise ValueError("is no date")
    return found

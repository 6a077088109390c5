"""A resolved expression (`Value`), and the calendar arithmetic that makes one; weeks run from Monday to Sunday."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...models.event import Granularity

NO_ANCHOR = "no publication date"
OTHER_EVENT = "relative to another event"
VAGUE = "no exact length"

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Value:
    """First and last day, inclusive, and the granularity of the expression; or none of them, and the reason why.

    Parts keep the granularity of the whole: "early March" is the days 1 to 10, granularity month.
    """

    start: date | None
    end: date | None
    granularity: Granularity | None
    reason: str | None = None


def unresolved(reason: str) -> Value:
    """A value without days."""
    return Value(None, None, None, reason)


def day(at: date) -> Value:
    """One day."""
    return Value(at, at, "day")


def days(first: date, last: date) -> Value:
    """Several days in a row; a single one when they are the same. Swapped ends are put right."""
    if first == last:
        return day(first)
    return Value(min(first, last), max(first, last), "range")


def week(at: date) -> Value:
    """The week that holds a day."""
    monday = at - at.weekday() * DAY
    return Value(monday, monday + 6 * DAY, "week")


def weekend(at: date) -> Value:
    """Saturday and Sunday of the week that holds a day."""
    saturday = at + (5 - at.weekday()) * DAY
    return Value(saturday, saturday + DAY, "weekend")


def months(year: int, month: int, count: int, granularity: Granularity) -> Value:
    """`count` whole months from one on; a month number beyond 1 to 12 runs over into other years."""
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return Value(first, date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]), granularity)


def month(year: int, number: int) -> Value:
    """A month; its number may run over."""
    return months(year, number, 1, "month")


def quarter(year: int, number: int) -> Value:
    """A quarter of a year; its number may run over."""
    return months(year, 3 * number - 2, 3, "quarter")


def half(year: int, number: int) -> Value:
    """A half of a year."""
    return months(year, 6 * number - 5, 6, "half")


def season(year: int, first_month: int) -> Value:
    """A season that begins in a month of a year: three whole months, as meteorologists count."""
    return months(year, first_month, 3, "season")


def year(number: int) -> Value:
    """A calendar year."""
    return months(number, 1, 12, "year")


def decade(number: int) -> Value:
    """The ten years from a round one: decade(1990) is the 1990s."""
    return months(number, 1, 120, "decade")


def unit(name: str, at: date, steps: int = 0) -> Value:
    """The whole unit (day, week, weekend, month, quarter, year, decade) that holds a day, or one `steps` further."""
    if name == "day":
        return day(at + steps * DAY)
    if name == "week":
        return week(at + 7 * steps * DAY)
    if name == "weekend":
        return weekend(at + 7 * steps * DAY)
    if name == "month":
        return month(at.year, at.month + steps)
    if name == "quarter":
        return quarter(at.year, (at.month + 2) // 3 + steps)
    if name == "decade":
        return decade(at.year // 10 * 10 + 10 * steps)
    return year(at.year + steps)


def shift(at: date, name: str, steps: int) -> date:
    """The day some days, weeks, months or years away; the last of the month when that month is shorter."""
    if name in ("day", "week"):
        return at + steps * (7 if name == "week" else 1) * DAY
    count = at.month - 1 + steps * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[name]
    there, number = at.year + count // 12, count % 12 + 1
    return date(there, number, min(at.day, calendar.monthrange(there, number)[1]))


def part(value: Value, name: str | None, today: date | None) -> Value:
    """Narrows a period to a part of it (see [parts] of the lexicon); the granularity stays the period's."""
    if not name or value.start is None or value.end is None or value.granularity == "day":
        return value
    if name in ("before", "after"):
        return _side(value, value.start, value.end, name, today)
    low, high = _share(name, value.granularity)
    if value.granularity in ("year", "decade"):
        count = 12 if value.granularity == "year" else 120
        first = 1 + round(low * count)
        return months(value.start.year, first, 1 + round(high * count) - first, value.granularity)
    length = (value.end - value.start).days + 1
    begin, end = value.start + round(low * length) * DAY, value.start + (round(high * length) - 1) * DAY
    return replace(value, start=begin, end=max(begin, end))


def _side(value: Value, start: date, end: date, name: str, today: date | None) -> Value:
    if today is None or not start <= today <= end:
        return value
    return replace(value, end=today) if name == "before" else replace(value, start=today)


_THIRDS = {"early": (0, 1 / 3), "start": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "end": (2 / 3, 1)}
_YEAR = _THIRDS | {"start": (0, 1 / 12), "end": (11 / 12, 1)}
_WEEK = {"early": (0, 3 / 7), "start": (0, 2 / 7), "mid": (1 / 7, 4 / 7), "late": (3 / 7, 1), "end": (4 / 7, 1)}


def _share(name: str, granularity: Granularity | None) -> tuple[float, float]:
    """Where a part of a period begins and ends, as shares of its length."""
    return (_YEAR if granularity in ("year", "decade") else _WEEK if granularity == "week" else _THIRDS)[name]

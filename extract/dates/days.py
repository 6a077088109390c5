"""Expressions of days of the calendar: ISO and numeric dates, days of a month, and spans of them.

A date without a year takes the one that makes it nearest, or the one that the tense asks for when it is far either way.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from . import spans
from .rule import Context, Rule, month, monthday, named, rule, weekday, word, year
from .spans import Value
from .words import load

NEAR_DAYS = 60
"""A day of the month this near is meant whatever the tense says: nobody leaves out the year of a far one then."""

_TO = r"(?:\s*[-–—]\s*| (?:to|through|thru|until|till) )"
_AND = r"(?:\s*(?:[-–—/&])\s*| (?:to|through|thru|until|till|and) )"
_WEEKDAY_BEFORE = r"(?:\s*,\s*| )\(?(?:the )?"
_FIRST = r"(?P<first>\d{1,2})"
_YEAR_AFTER = r"(?:,? (?:of )?{year})?"
_SOME_YEAR = r"(?: of)? (?P<which>this|last|next) year"


def _date(n: str) -> str:
    american = rf"{month(n + 'a')} (?:the )?{monthday(n + 'a')}" + _YEAR_AFTER.format(year=year(n + "a"))
    british = rf"{monthday(n + 'b')}(?: day)?(?: of)? {month(n + 'b')}" + _YEAR_AFTER.format(year=year(n + "b"))
    return rf"(?:{weekday(n)}{_WEEKDAY_BEFORE})?(?:{american}|{british})"


def _number(match: re.Match[str], name: str, n: str = "") -> int | None:
    for side in ("a", "b", ""):
        text = named(match, f"{name}{n}{side}")
        if text:
            return load().months[word(text)] if name == "month" else int(text)
    return None


def dated(year_number: int | None, month_number: int, day_number: int, context: Context) -> date:
    """A day of the month; without a year, the nearest or the one that the tense asks for."""
    if year_number is not None:
        return date(year_number, month_number, day_number)
    today = context.today
    around = [date(y, month_number, day_number) for y in _years(today.year, month_number, day_number)]
    earlier, later = max(d for d in around if d <= today), min(d for d in around if d >= today)
    nearest = earlier if today - earlier <= later - today else later
    if context.future is None or abs((nearest - today).days) <= NEAR_DAYS:
        return nearest
    return later if context.future else earlier


def _years(about: int, month_number: int, day_number: int) -> list[int]:
    span = 8 if (month_number, day_number) == (2, 29) else 1
    return [y for y in range(about - span, about + span + 1) if span == 1 or y % 4 == 0]


def _iso(match: re.Match[str], context: Context) -> Value | None:
    return spans.day(date(int(match["year"]), int(match["m"]), int(match["d"])))


def _numeric(match: re.Match[str], context: Context) -> Value | None:
    """American order unless it cannot be."""
    first, second, number = int(match["first"]), int(match["second"]), int(match["year"])
    number += 0 if number > 99 else 2000 if number < 50 else 1900
    if match["sep"] == "." or first > 12:
        first, second = second, first
    return spans.day(date(number, first, second))


def _single(match: re.Match[str], context: Context) -> Value | None:
    month_number, day_number = _number(match, "month", "1"), _number(match, "day", "1")
    assert month_number and day_number
    year_number = _number(match, "year", "1")
    which = named(match, "which")
    if year_number is None and which:
        year_number = context.today.year + steps_of(which)
    at = dated(year_number, month_number, day_number, context)
    if year_number is None and match["weekday1"] and abs((at - context.today).days) > NEAR_DAYS:
        at = _by_weekday(load().weekdays[word(match["weekday1"])], at, context.today)
    return spans.day(at)


def steps_of(which: str) -> int:
    """-1, 0 or 1 for last, this and next."""
    return {"last": -1, "this": 0, "next": 1}[which.lower()]


def _by_weekday(weekday_number: int, at: date, today: date) -> date:
    """The same day of the nearest year in which it is that weekday: "Friday, Oct. 23" tells its year."""
    around = [date(y, at.month, at.day) for y in _years(today.year, at.month, at.day)]
    true = [d for d in around if d.weekday() == weekday_number]
    return min(true, key=lambda d: abs(d - today)) if true else at


def _days_of_month(match: re.Match[str], context: Context) -> Value | None:
    """Such as "June 28-30, 2021", "5 and 6 June"."""
    month_number = load().months[word(match["month"])]
    first, last = int(match["day1"]), int(match["day2"])
    if first >= last:
        return None
    number = int(match["year"]) if match["year"] else None
    end = dated(number, month_number, last, context)
    return spans.days(end.replace(day=first), end)


def _two_dates(match: re.Match[str], context: Context) -> Value | None:
    """Such as "from 30 May to 2 June"; two days joined by "and" are one span only when they follow each other."""
    numbers = [_number(match, name, n) for n in "12" for name in ("year", "month", "day")]
    year1, month1, day1, year2, month2, day2 = numbers
    assert month1 and day1 and month2 and day2
    year1 = year1 or (year2 - (month1 > month2) if year2 else None)
    start = dated(year1, month1, day1, context)
    end = date(year2 or start.year + (month2 < month1), month2, day2)
    joined = match["link"].strip().lower() == "and" and not match["from"]
    if end < start or (joined and end - start != spans.DAY):
        return None
    return spans.days(start, end)


def _day_alone(match: re.Match[str], context: Context) -> Value | None:
    """Such as "on the 15th", "the 3rd of this month"."""
    step = steps_of(named(match, "which") or "this")
    first = spans.month(context.today.year, context.today.month + step).start
    assert first
    return spans.day(first.replace(day=int(match["day"])))


def deictic_day(kind: str, month_number: int, day_number: int, today: date) -> Value:
    """Such as "last Oct. 23", "next 5 June": strictly before or after now."""
    candidates = [date(y, month_number, day_number) for y in _years(today.year, month_number, day_number)]
    if kind == "last":
        return spans.day(max(d for d in candidates if d < today))
    if kind == "next":
        return spans.day(min(d for d in candidates if d > today))
    return spans.day(min(candidates, key=lambda d: abs((d - today).days)))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    begin = "(?:(?P<from>from|between) )?"
    end = rf"(?:,? {year()})?"
    return (
        rule("day", "number", r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?:T[\d:.]+Z?)?", _iso),
        rule("day", "number", rf"{_FIRST}(?P<sep>[/.])(?P<second>\d{{1,2}})(?P=sep){year()}", _numeric),
        rule("day", "number", rf"{_FIRST}(?P<sep>/)(?P<second>\d{{1,2}})/(?P<year>\d\d)", _numeric),
        rule("date", "month", _date("1"), _single),
        rule("date", "month", _date("1") + _SOME_YEAR, _single),
        rule("days", "month", rf"{begin}{month()} {monthday('1')}{_AND}{monthday('2')}{end}", _days_of_month),
        rule(
            "days",
            "month",
            rf"{begin}(?:the )?{monthday('1')}{_AND}(?:the )?{monthday('2')}(?: of)? {month()}{end}",
            _days_of_month,
        ),
        rule("days", "month", rf"{begin}{_date('1')}(?P<link>{_AND}){_date('2')}", _two_dates),
        rule("date", "unit", rf"the {monthday()} of (?P<which>this|last|next) month", _day_alone),
        rule("date", "number", rf"on the {monthday()}(?=\s*(?:[.,;)]|$))", _day_alone),
    )

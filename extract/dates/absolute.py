"""Expressions of the calendar: ISO and numeric dates, days of a month, months, years, decades, and spans of them.

A date without a year takes the one that makes it nearest, or the one that the tense asks for when it is far either way.
"""

from __future__ import annotations

import re
from datetime import date

from . import spans
from .rule import DEIXIS, PART, WORDS, Context, Rule, month, monthday, named, part_of, rule, weekday, word, year
from .spans import Value

NEAR_DAYS = 60
"""A day of the month this near is meant whatever the tense says: nobody leaves out the year of a far one then."""
NEAR_MONTHS = 1
"""The same for a month."""

_TO = r"(?:\s*[-–—]\s*| (?:to|through|thru|until|till) )"
_AND = r"(?:\s*(?:[-–—/&])\s*| (?:to|through|thru|until|till|and) )"
_WEEKDAY_BEFORE = r"(?:\s*,\s*| )\(?(?:the )?"
_YEAR_AFTER = r"(?:,? (?:of )?{year})?"


def _date(n: str) -> str:
    american = rf"{month(n + 'a')} (?:the )?{monthday(n + 'a')}" + _YEAR_AFTER.format(year=year(n + "a"))
    british = rf"{monthday(n + 'b')}(?: day)?(?: of)? {month(n + 'b')}" + _YEAR_AFTER.format(year=year(n + "b"))
    return rf"(?:{weekday(n)}{_WEEKDAY_BEFORE})?(?:{american}|{british})"


def _number(match: re.Match[str], name: str, n: str = "") -> int | None:
    for side in ("a", "b", ""):
        text = named(match, f"{name}{n}{side}")
        if text:
            return WORDS.months[word(text)] if name == "month" else int(text)
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
    if year_number is None and match["weekday1"]:
        year_number = _year_of_weekday(WORDS.weekdays[word(match["weekday1"])], month_number, day_number, context.today)
    return spans.day(dated(year_number, month_number, day_number, context))


def _year_of_weekday(weekday_number: int, month_number: int, day_number: int, today: date) -> int | None:
    """"Friday, Oct. 23" tells its year: the nearest one in which it is true."""
    around = [date(y, month_number, day_number) for y in _years(today.year, month_number, day_number)]
    true = [d for d in around if d.weekday() == weekday_number]
    return min(true, key=lambda d: abs(d - today)).year if true else None


def _days_of_month(match: re.Match[str], context: Context) -> Value | None:
    """"June 28-30, 2021", "5 and 6 June"."""
    month_number = WORDS.months[word(match["month"])]
    first, last = int(match["day1"]), int(match["day2"])
    if first >= last:
        return None
    number = int(match["year"]) if match["year"] else None
    end = dated(number, month_number, last, context)
    return spans.days(end.replace(day=first), end)


def _two_dates(match: re.Match[str], context: Context) -> Value | None:
    """"from 30 May to 2 June"; two days joined by "and" are one span only when they follow each other."""
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
    """"on the 15th", "the 3rd of this month"."""
    step = {"last": -1, "next": 1}.get((named(match, "which") or "this").lower(), 0)
    first = spans.month(context.today.year, context.today.month + step).start
    assert first
    return spans.day(first.replace(day=int(match["day"])))


def month_at(number: int, context: Context) -> Value:
    """A month without a year: the near one, otherwise the coming one with a future verb, the past one without."""
    today = context.today
    ahead = (number - today.month) % 12
    back = 12 - ahead
    if ahead == 0:
        return spans.month(today.year, number)
    is_later = ahead <= NEAR_MONTHS or (bool(context.future) and back > NEAR_MONTHS)
    return spans.month(today.year, today.month + (ahead if is_later else -back))


def _month(match: re.Match[str], context: Context) -> Value | None:
    number = WORDS.months[word(match["month"])]
    value = spans.month(int(match["year"]), number) if match["year"] else month_at(number, context)
    return spans.part(value, part_of(match), context.anchor)


def _deictic_month(match: re.Match[str], context: Context) -> Value | None:
    """"last May", "next June 5": strictly before or after now; the month just past is "last month", not "last May"."""
    today, number = context.today, WORDS.months[word(match["month"])]
    kind = WORDS.deixis[word(match["deixis"])]
    if match["day"]:
        return _deictic_day(kind, number, int(match["day"]), today)
    ahead = (number - today.month) % 12
    if kind == "last":
        value = spans.month(today.year, today.month - ((12 - ahead) if ahead < 11 else 13))
    elif kind == "next":
        value = spans.month(today.year, today.month + (ahead or 12))
    else:
        value = spans.month(today.year, number)
    return spans.part(value, part_of(match), today)


def _deictic_day(kind: str, month_number: int, day_number: int, today: date) -> Value:
    candidates = [date(y, month_number, day_number) for y in _years(today.year, month_number, day_number)]
    if kind == "last":
        return spans.day(max(d for d in candidates if d < today))
    if kind == "next":
        return spans.day(min(d for d in candidates if d > today))
    return spans.day(min(candidates, key=lambda d: abs((d - today).days)))


def _months(match: re.Match[str], context: Context) -> Value | None:
    """"from March to May 2014"; two months joined by "and" must follow each other or stand after "between"."""
    first, last = WORDS.months[word(match["month1"])], WORDS.months[word(match["month2"])]
    joined = match["link"].strip().lower() in ("and", "/") and not match["from"]
    length = (last - first) % 12 + 1
    if length == 1 or (joined and length != 2):
        return None
    if match["year"]:
        end = spans.month(int(match["year"]), last)
    else:
        end = month_at(last, context)
    assert end.start
    return spans.months(end.start.year, end.start.month - length + 1, length, "range")


def _year(match: re.Match[str], context: Context) -> Value | None:
    return spans.part(spans.year(int(match["year"])), part_of(match), context.anchor)


def _years_span(match: re.Match[str], context: Context) -> Value | None:
    first, last = int(match["year1"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    joined = match["link"].strip().lower() == "and" and not match["from"]
    if last <= first or (joined and last != first + 1):
        return None
    return spans.months(first, 1, 12 * (last - first + 1), "range")


_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"


def _spelt_year(match: re.Match[str], context: Context) -> Value | None:
    """"nineteen ninety-six", "January nineteen ninety-seven", "the year two thousand"."""
    century, month_name = named(match, "century"), named(match, "month")
    number = 100 * WORDS.numbers[century.lower()] if century else 2000
    number += sum(WORDS.numbers[text.lower()] for name in ("tens", "units", "teens") if (text := named(match, name)))
    return spans.month(number, WORDS.months[word(month_name)]) if month_name else spans.year(number)


def _decade(match: re.Match[str], context: Context) -> Value | None:
    text = match["decade"] or match["short"]
    number = int(text) if len(text) == 4 else int(text) + (1900 if int(text) >= 30 else 2000)
    return spans.part(spans.decade(number), part_of(match), context.anchor)


def _spelt_decade(match: re.Match[str], context: Context) -> Value | None:
    tens = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
    number = 1900 + (tens | {"eighties": 80, "nineties": 90})[match["tens"].lower()]
    return spans.part(spans.decade(number), part_of(match), context.anchor)


_YEARS_OF_MONTH = rf"(?:,? (?:of )?{year()})?"

RULES: tuple[Rule, ...] = (
    rule("day", r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?:T[\d:.]+Z?)?", _iso),
    rule("day", r"(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20)\d\d)", _numeric),
    rule("day", r"(?P<first>\d{1,2})(?P<sep>/)(?P<second>\d{1,2})/(?P<year>\d\d)", _numeric),
    rule("date", _date("1"), _single),
    rule(
        "days",
        rf"(?:(?P<from>from|between) )?{month()} {monthday('1')}{_AND}{monthday('2')}(?:,? {year()})?",
        _days_of_month,
    ),
    rule(
        "days",
        rf"(?:(?P<from>from|between) )?(?:the )?{monthday('1')}{_AND}(?:the )?{monthday('2')}(?: of)? {month()}(?:,? {year()})?",
        _days_of_month,
    ),
    rule("days", rf"(?:(?P<from>from|between) )?{_date('1')}(?P<link>{_AND}){_date('2')}", _two_dates),
    rule("date", rf"the {monthday()} of (?P<which>this|last|next) month", _day_alone),
    rule("date", rf"on the {monthday()}(?=\s*(?:[.,;)]|$))", _day_alone),
    rule("month", rf"{PART}?{month()}{_YEARS_OF_MONTH}", _month),
    rule("last month", rf"{PART}?{DEIXIS} {month()}(?: {monthday()})?", _deictic_month),
    rule(
        "months",
        rf"(?:(?P<from>from|between) )?{month('1')}(?P<link>{_AND}){month('2')}(?:,? (?:of )?{year()})?",
        _months,
    ),
    rule("year", rf"{PART}?(?:the year |fiscal )?{year()}", _year),
    rule(
        "years",
        rf"(?:(?P<from>from|between) )?{year('1')}(?P<link>{_AND})(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d/-])",
        _years_span,
    ),
    rule(
        "spelt year",
        rf"(?:{month()} )?(?P<century>nineteen|eighteen|seventeen|twenty)[ -](?:(?P<tens>{_TENS})(?:[ -](?P<units>{_UNITS}))?"
        rf"|(?P<teens>{_TEENS}))",
        _spelt_year,
    ),
    rule("spelt year", rf"(?:the year )?two thousand(?: and)?(?: (?P<units>{_UNITS}))", _spelt_year),
    rule("spelt year", r"the year two thousand", _spelt_year),
    rule("decade", rf"{PART}?(?:(?:the )?(?P<decade>(?:1[5-9]|20)\d0)|(?:the ['’]?|['’])(?P<short>[2-9]0))['’]?s", _decade),
    rule(
        "decade",
        rf"{PART}?the (?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        _spelt_decade,
    ),
)

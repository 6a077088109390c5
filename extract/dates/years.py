"""Expressions of months, years and decades of the calendar, and spans of them."""

from __future__ import annotations

import re
from functools import cache

from . import spans
from .days import deictic_day, steps_of
from .rule import Context, Rule, deixis, month, monthday, named, part, part_of, rule, word, year
from .spans import Value
from .words import load

NEAR_MONTHS = 1
"""A month this near is meant whatever the tense says."""

_AND = r"(?:\s*(?:[-–—/&])\s*| (?:to|through|thru|until|till|and) )"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


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
    number = load().months[word(match["month"])]
    if match["year"]:
        value = spans.month(int(match["year"]), number)
    elif match["which"]:
        value = spans.month(context.today.year + steps_of(match["which"]), number)
    else:
        value = month_at(number, context)
    return spans.part(value, part_of(match), context.anchor)


def _deictic_month(match: re.Match[str], context: Context) -> Value | None:
    """Strictly before or after now; the month just past is "last month", and hence not "last May"."""
    today, number = context.today, load().months[word(match["month"])]
    kind = load().deixis[word(match["deixis"])]
    if match["day"]:
        return deictic_day(kind, number, int(match["day"]), today)
    ahead = (number - today.month) % 12
    if kind == "last":
        value = spans.month(today.year, today.month - ((12 - ahead) if ahead < 11 else 13))
    elif kind == "next":
        value = spans.month(today.year, today.month + (ahead or 12))
    else:
        value = spans.month(today.year, number)
    return spans.part(value, part_of(match), today)


def _months(match: re.Match[str], context: Context) -> Value | None:
    """Such as "from March to May 2014"; two months joined by "and" must follow each other or stand after "between"."""
    first, last = load().months[word(match["month1"])], load().months[word(match["month2"])]
    joined = match["link"].strip().lower() in ("and", "/") and not match["from"]
    length = (last - first) % 12 + 1
    if length == 1 or (joined and length != 2):
        return None
    end = spans.month(int(match["year"]), last) if match["year"] else month_at(last, context)
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


def _spelt_year(match: re.Match[str], context: Context) -> Value | None:
    """Such as "nineteen ninety-six", "January nineteen ninety-seven", "the year two thousand"."""
    century, month_name = named(match, "century"), named(match, "month")
    number = 100 * load().numbers[century.lower()] if century else 2000
    number += sum(load().numbers[text.lower()] for name in ("tens", "units", "teens") if (text := named(match, name)))
    return spans.month(number, load().months[word(month_name)]) if month_name else spans.year(number)


def _decade(match: re.Match[str], context: Context) -> Value | None:
    text = match["decade"] or match["short"]
    number = int(text) if len(text) == 4 else int(text) + (1900 if int(text) >= 30 else 2000)
    return spans.part(spans.decade(number), part_of(match), context.anchor)


def _spelt_decade(match: re.Match[str], context: Context) -> Value | None:
    number = 1920 + 10 * _DECADES.index(match["tens"].lower())
    return spans.part(spans.decade(number), part_of(match), context.anchor)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    begin = "(?:(?P<from>from|between) )?"
    of_year = rf"(?:,? (?:of )?{year()})?"
    of_some_year = rf"(?:,? (?:of )?(?:{year()}|(?P<which>this|last|next) year))?"
    digits = r"(?:(?:the )?(?P<decade>(?:1[5-9]|20)\d0)|(?:the ['’]?|['’])(?P<short>[2-9]0))['’]?s"
    century = r"(?P<century>nineteen|eighteen|seventeen|twenty)"
    spelt = rf"{century}[ -](?:(?P<tens>{_TENS})(?:[ -](?P<units>{_UNITS}))?|(?P<teens>{_TEENS}))"
    last = r"(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d/-])"
    return (
        rule("month", "month", rf"{part()}?{month()}{of_some_year}", _month),
        rule("last month", "month", rf"{part()}?{deixis()} {month()}(?: {monthday()})?", _deictic_month),
        rule("months", "month", rf"{begin}{month('1')}(?P<link>{_AND}){month('2')}{of_year}", _months),
        rule("year", "number", rf"{part()}?(?:the year |fiscal )?{year()}", _year),
        rule("years", "number", rf"{begin}{year('1')}(?P<link>{_AND}){last}", _years_span),
        rule("spelt year", "spelt", rf"(?:{month()} )?{spelt}", _spelt_year),
        rule("spelt year", "spelt", rf"(?:the year )?two thousand(?: and)?(?: (?P<units>{_UNITS}))", _spelt_year),
        rule("spelt year", "spelt", r"the year two thousand", _spelt_year),
        rule("decade", "number", rf"{part()}?{digits}", _decade),
        rule("decade", "spelt", rf"{part()}?the (?P<tens>{'|'.join(_DECADES)})", _spelt_decade),
    )

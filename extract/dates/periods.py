"""Expressions of longer named periods and of named days: seasons, quarters, halves, holidays."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

from . import spans
from .days import NEAR_DAYS
from .rule import Context, Rule, deixis, named, part, part_of, rule, word, year
from .spans import DAY, Value
from .words import Holiday, alternatives, load

_OF_YEAR = rf"(?: of)?(?: {year()}| (?P<deixis>this|last|next) year| the year)?"
_STEPS = {"last": -1, "this": 0, "next": 1}


def _season(match: re.Match[str], context: Context) -> Value | None:
    """Such as "spring 2019", "the summer of 2018", "late autumn"; without a year by tense or the nearest."""
    first = load().seasons[word(match["season"])]
    number = named(match, "year")
    value = spans.season(int(number), first) if number else _by_tense(_seasons(first, context.today), context)
    return spans.part(value, part_of(match), context.anchor)


def _deictic_season(match: re.Match[str], context: Context) -> Value | None:
    """A last one is over, a next one has not begun, "this summer" is this year's, "this winter" the one around now."""
    today, first = context.today, load().seasons[word(match["season"])]
    candidates = _seasons(first, today)
    kind = load().deixis[word(match["deixis"])]
    if kind == "last":
        value = max((v for v in candidates if v.end and v.end < today), key=_start)
    elif kind == "next":
        value = min((v for v in candidates if v.start and v.start > today), key=_start)
    elif first == 12 and today.month < 6:
        value = spans.season(today.year - 1, first)
    else:
        value = spans.season(today.year, first)
    return spans.part(value, part_of(match), today)


def _start(value: Value) -> date:
    return value.start or date.min


def _seasons(first: int, today: date) -> list[Value]:
    return [spans.season(number, first) for number in range(today.year - 2, today.year + 3)]


def _by_tense(candidates: list[Value], context: Context) -> Value:
    """The period around today, else the one before or after it by tense, else the nearest."""
    today = context.today
    earlier = max((v for v in candidates if v.start and v.start <= today), key=_start)
    later = min((v for v in candidates if v.start and v.start > today), key=_start)
    assert earlier.end and later.start
    if earlier.end >= today:
        return earlier
    if context.future is None:
        return earlier if today - earlier.end <= later.start - today else later
    return later if context.future else earlier


def _quarter(match: re.Match[str], context: Context) -> Value | None:
    """Such as "the first quarter of 2018", "the third quarter", "the second half of last year"."""
    length = {"quarter": 4, "half": 2}[match["unit"].lower()]
    ordinal = word(match["ordinal"])
    number = load().ordinals.get(ordinal, length)
    if number > length:
        return None
    make = spans.quarter if length == 4 else spans.half
    if match["year"] or match["deixis"] or "the year" in match.group().lower():
        step = _STEPS[(match["deixis"] or "this").lower()]
        return make(int(match["year"]) if match["year"] else context.today.year + step, number)
    if length == 2 or ordinal not in load().ordinals:
        return None
    return _by_tense([make(context.today.year + step, number) for step in range(-2, 3)], context)


def _short_quarter(match: re.Match[str], context: Context) -> Value | None:
    """Such as "Q3 2018", "2018 Q3"."""
    return spans.quarter(int(match["year"]) if match["year"] else context.today.year, int(match["number"]))


def holiday(of: Holiday, year_number: int) -> date:
    """The day of a holiday in a year."""
    if of.easter is not None:
        return easter(year_number) + of.easter * DAY
    assert of.month
    if of.day:
        return date(year_number, of.month, of.day)
    weekday = MO.__class__(of.weekday)
    if of.nth:
        at = date(year_number, of.month, 1) + relativedelta(weekday=weekday(of.nth))
    else:
        at = date(year_number, of.month, 1) + relativedelta(day=31, weekday=weekday(-1))
    return at + of.plus * DAY


def _holiday(match: re.Match[str], context: Context) -> Value | None:
    """Such as "Christmas Day", "last Easter", "Thanksgiving 2018"; without a year as a day of the month is."""
    of = load().holidays[word(match["holiday"])]
    if match["year"]:
        at = holiday(of, int(match["year"]))
    else:
        at = _nearest(of, context, load().deixis[word(match["deixis"])] if match["deixis"] else None)
    return spans.week(at) if of.week else spans.day(at)


def _nearest(of: Holiday, context: Context, deixis: str | None) -> date:
    today = context.today
    candidates = [holiday(of, today.year + step) for step in (-1, 0, 1)]
    if deixis == "last":
        return max(d for d in candidates if d < today)
    if deixis == "next":
        return min(d for d in candidates if d > today)
    nearest = min(candidates, key=lambda d: abs(d - today))
    if context.future is None or abs((nearest - today).days) <= NEAR_DAYS:
        return nearest
    return min(d for d in candidates if d >= today) if context.future else max(d for d in candidates if d <= today)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    season = rf"(?P<season>{alternatives(load().seasons)})"
    ordinal = rf"(?P<ordinal>{alternatives(load().ordinals)}|last|final|latter)"
    name = rf"(?P<holiday>{alternatives(load().holidays)})"
    return (
        rule("season", "season", rf"{part()}?(?:the )?{season}(?: of)? {year()}", _season),
        rule("season", "season", rf"(?:in|during|by|until|since) {part()}?(?:the )?{season}", _season),
        rule("season", "season", rf"{part()}?{deixis()} {season}", _deictic_season),
        rule("quarter", "unit", rf"(?:the )?{ordinal}[ -](?P<unit>quarter|half){_OF_YEAR}", _quarter),
        rule("quarter", "number", rf"Q(?P<number>[1-4])(?: (?:of )?{year()})?", _short_quarter),
        rule("holiday", "holiday", rf"(?:{deixis()} )?{name}(?:,? {year()})?", _holiday),
    )

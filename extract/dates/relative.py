"""Expressions that count from the publication date or from another event: weekdays, today, this or last or next unit, ago.

Ways of counting: a bare weekday is the latest one up to and including today, or with a future verb the next one, today
included; "last" weekday lies before today, "next" weekday in the week after this one, "this" weekday in this week.
"""

from __future__ import annotations

import re
from datetime import date

from . import spans
from .rule import (
    DAYPART,
    DEIXIS,
    NUMBER,
    PART,
    UNIT,
    WORDS,
    Context,
    Rule,
    named,
    number_of,
    part_of,
    rule,
    weekday,
    word,
)
from .spans import DAY, OTHER_EVENT, VAGUE, Value, unresolved
from .words import alternatives

_DEICTIC_WEEKS = {"last": -1, "this": 0, "next": 1}
_LINK = r"(?:\s*[-–—/]\s*| (?:to|through|thru|until|till|and) )"
_AGAIN = r"(?:earlier|later|before|after|afterwards?|previously|prior|beforehand|on)"
_FORWARD = ("later", "after", "afterward", "afterwards", "on", "following", "next", "subsequent")


def weekday_at(number: int, context: Context) -> date:
    """A bare weekday, by tense."""
    today = context.today
    if context.future:
        return today + (number - today.weekday()) % 7 * DAY
    return today - (today.weekday() - number) % 7 * DAY


def _weekday(match: re.Match[str], context: Context) -> Value | None:
    return spans.day(weekday_at(WORDS.weekdays[word(match["weekday"])], context))


def _deictic_weekday(match: re.Match[str], context: Context) -> Value | None:
    today, number = context.today, WORDS.weekdays[word(match["weekday"])]
    kind = WORDS.deixis[word(match["deixis"])]
    if kind == "last":
        return spans.day(today - ((today.weekday() - number) % 7 or 7) * DAY)
    if kind == "next" and "coming" not in match["deixis"].lower():
        return spans.day(today + (7 + number - today.weekday()) * DAY)
    if kind == "next" or context.future or (context.future is None and number >= today.weekday()):
        return spans.day(today + (number - today.weekday()) % 7 * DAY)
    return spans.day(today - (today.weekday() - number) % 7 * DAY)


def _weekday_of_week(match: re.Match[str], context: Context) -> Value | None:
    """"Monday of last week", "last week Monday"."""
    week = spans.unit("week", context.today, _DEICTIC_WEEKS[WORDS.deixis[word(match["deixis"])]])
    assert week.start
    return spans.day(week.start + WORDS.weekdays[word(match["weekday"])] * DAY)


def _weekdays(match: re.Match[str], context: Context) -> Value | None:
    """"Sunday and Monday" (neighbours only), "from Monday to Wednesday"."""
    first, last = (WORDS.weekdays[word(match[f"weekday{n}"])] for n in "12")
    length = (last - first) % 7
    if not length or (match["link"].strip().lower() in ("and", "/") and not match["from"] and length != 1):
        return None
    if context.future:
        start = weekday_at(first, context)
        return spans.days(start, start + length * DAY)
    end = weekday_at(last, context)
    return spans.days(end - length * DAY, end)


def _named_day(match: re.Match[str], context: Context) -> Value | None:
    return spans.day(context.today + WORDS.days[word(match["day"])] * DAY)


def _overnight(match: re.Match[str], context: Context) -> Value | None:
    return spans.days(context.today - DAY, context.today)


def _daypart(match: re.Match[str], context: Context) -> Value | None:
    """"this morning", "last night"."""
    return spans.day(context.today - (WORDS.deixis[word(match["deixis"])] == "last") * DAY)


def _unit(match: re.Match[str], context: Context) -> Value | None:
    """"this week", "early next month", "later this year"."""
    steps = _DEICTIC_WEEKS[WORDS.deixis[word(match["deixis"])]]
    if match["unit"].lower() == "weekend":
        value = _deictic_weekend(match["deixis"], steps, context)
    else:
        value = spans.unit(match["unit"].lower(), context.today, steps)
    return spans.part(value, part_of(match), context.anchor)


def _deictic_weekend(deixis: str, steps: int, context: Context) -> Value:
    today = context.today
    if steps < 0:
        return spans.weekend(today - 7 * DAY)
    if steps > 0 and "coming" not in deixis.lower():
        return spans.weekend(today + 7 * DAY)
    return weekend_at(context) if context.future is False else spans.weekend(today)


def weekend_at(context: Context) -> Value:
    """A weekend by tense: the coming one, or the latest that has begun."""
    today = context.today
    is_over = context.future is False or (context.future is None and today.weekday() < 3)
    return spans.weekend(today if not is_over or today.weekday() >= 5 else today - 7 * DAY)


def _weekend(match: re.Match[str], context: Context) -> Value | None:
    return weekend_at(context)


def _part_of_unit(match: re.Match[str], context: Context) -> Value | None:
    """"the end of the year", "later in the month"."""
    return spans.part(spans.unit(match["unit"].lower(), context.today), part_of(match), context.anchor)


def _end_of_unit(match: re.Match[str], context: Context) -> Value | None:
    """"year-end", "month's end"."""
    return spans.part(spans.unit(match["unit"].lower(), context.today), "end", context.anchor)


def _whole_unit(match: re.Match[str], context: Context) -> Value | None:
    return spans.unit(match["unit"].lower(), context.today)


def _period(match: re.Match[str], context: Context) -> Value | None:
    """"the past two weeks", "the next 10 days", "the past year": so long up to today, or from today on."""
    number = number_of(match) if named(match, "number") or named(match, "vague") else 1
    if number is None:
        return unresolved(VAGUE)
    name, today = match["unit"].lower(), context.today
    if WORDS.deixis[word(match["deixis"])] == "next":
        return spans.days(today, spans.shift(today, name, number))
    return spans.days(spans.shift(today, name, -number), today)


def _ago(match: re.Match[str], context: Context) -> Value | None:
    """"three weeks ago", "half a year ago", "a year ago today"; a unit's name gives the granularity."""
    if match["half"]:
        return spans.month(context.today.year, context.today.month - 6)
    number = number_of(match)
    if number is None:
        return unresolved(VAGUE)
    at = spans.shift(context.today, match["unit"].lower(), -number)
    return spans.unit((match["exactly"] or match["unit"]).lower().replace("today", "day"), at)


def _ahead(match: re.Match[str], context: Context) -> Value | None:
    """"in three weeks", "two months from now"; a length of time when the verb does not look ahead."""
    if not context.future and not match["now"]:
        return None
    number = number_of(match)
    if number is None:
        return unresolved(VAGUE)
    name = match["unit"].lower()
    return spans.unit(name, spans.shift(context.today, name, number))


def _later(match: re.Match[str], context: Context) -> Value | None:
    """"two days later", "a year earlier": from the event that `base` dates."""
    number = number_of(match)
    if number is None or context.base is None:
        return unresolved(VAGUE if number is None else OTHER_EVENT)
    name = match["unit"].lower()
    steps = number if word(match["way"]) in _FORWARD else -number
    return spans.unit(name, spans.shift(context.base, name, steps))


def _next_to(match: re.Match[str], context: Context) -> Value | None:
    """"the following day", "the previous month", "the same year", "the day before"."""
    if context.base is None:
        return unresolved(OTHER_EVENT)
    way = word(match["way"])
    steps = 0 if way in ("same", "that", "that same") else 1 if way in _FORWARD else -1
    name = match["unit"].lower()
    return spans.unit("day" if name in WORDS.dayparts else name, context.base, steps)


_UNITS = r"(?P<unit>week|weekend|month|quarter|year|decade)"
_DAYPARTS = alternatives(WORDS.dayparts)
_TIME = rf"(?P<unit>day|week|month|year|{_DAYPARTS})"

RULES: tuple[Rule, ...] = (
    rule("weekday", rf"(?:(?:early|earlier|late|later|mid|{_DAYPARTS})(?: on| of)?(?:-| ))?{weekday()}{DAYPART}", _weekday),
    rule("last weekday", rf"{DEIXIS} {weekday()}{DAYPART}", _deictic_weekday),
    rule("weekday", rf"{weekday()}{DAYPART}(?: of)? {DEIXIS} week", _weekday_of_week),
    rule("weekday", rf"{DEIXIS} week(?: on|['’]s)? {weekday()}{DAYPART}", _weekday_of_week),
    rule(
        "weekdays",
        rf"(?:(?P<from>from|between) )?{weekday('1')}{DAYPART}(?P<link>{_LINK}){weekday('2')}{DAYPART}",
        _weekdays,
    ),
    rule("named day", rf"(?:(?:early|earlier|late|later)(?: on)? )?(?P<day>{alternatives(WORDS.days)}){DAYPART}", _named_day),
    rule("overnight", r"(?:overnight|in the overnight hours)", _overnight),
    rule("daypart", rf"(?:(?:early|earlier|late|later) )?{DEIXIS} (?:morning|afternoon|evening|night)", _daypart),
    rule("unit", rf"{PART}?{DEIXIS} {_UNITS}", _unit),
    rule("part", rf"{PART}(?:in )?the {_UNITS}", _part_of_unit),
    rule("part", r"(?:the )?(?P<unit>year|month|week|quarter|decade)(?:['’]s|-)(?: )?end", _end_of_unit),
    rule("part", r"(?P<part>mid)-?(?P<unit>week|month|year)", _part_of_unit),
    rule("weekend", r"the weekend", _weekend),
    rule("period", rf"the {DEIXIS} {UNIT}", _period),
    rule("period", rf"(?:the )?{DEIXIS} {NUMBER}(?: |-){UNIT}", _period),
    rule("ago", rf"(?:(?P<half>half a )|{NUMBER}(?:-| )){UNIT} ago(?: (?:this )?(?P<exactly>today|week|month))?", _ago),
    rule("ahead", rf"in (?:the )?{NUMBER}(?:-| ){UNIT}['’]?(?P<now> time)?", _ahead),
    rule("ahead", rf"{NUMBER}(?:-| ){UNIT} (?P<now>from (?:now|today)|hence|ahead)", _ahead),
    rule("later", rf"{NUMBER}(?:-| ){UNIT} (?P<way>{_AGAIN})", _later),
    rule("next to", rf"(?:the |that )(?P<way>next|following|subsequent|previous|preceding|prior|same) {_TIME}", _next_to),
    rule("next to", rf"the {_TIME} (?P<way>before|after)", _next_to),
    rule("next to", r"(?P<way>that) (?P<unit>day|week|month|year)", _next_to),
    rule("whole unit", r"the (?P<unit>day|week|month|year|quarter)", _whole_unit, weak=True),
)

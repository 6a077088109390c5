"""Expressions that count from the publication date or another event: weekdays, today, this or last or next unit, ago.

Ways of counting: a bare weekday is the latest one up to and including today, or with a future verb the next one, today
included; "last" weekday lies before today, "next" weekday in the week after this one, "this" weekday in this week.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from . import spans
from .rule import UNIT, Context, Rule, daypart, deixis, number, number_of, part, part_of, rule, weekday, word
from .spans import DAY, OTHER_EVENT, VAGUE, Value, unresolved
from .words import alternatives, load

_DEICTIC_WEEKS = {"last": -1, "this": 0, "next": 1}
_LINK = r"(?:\s*[-–—/]\s*| (?:to|through|thru|until|till|and) )"
_AGAIN = r"(?:earlier|later|before|after|afterwards?|previously|prior|beforehand|on)"
_FORWARD = ("later", "after", "afterward", "afterwards", "on", "following", "next", "subsequent")


def weekday_at(weekday_number: int, context: Context) -> date:
    """A bare weekday, by tense."""
    today = context.today
    if context.future:
        return today + (weekday_number - today.weekday()) % 7 * DAY
    return today - (today.weekday() - weekday_number) % 7 * DAY


def _weekday(match: re.Match[str], context: Context) -> Value | None:
    return spans.day(weekday_at(load().weekdays[word(match["weekday"])], context))


def _deictic_weekday(match: re.Match[str], context: Context) -> Value | None:
    today, weekday_number = context.today, load().weekdays[word(match["weekday"])]
    kind = load().deixis[word(match["deixis"])]
    if kind == "last":
        return spans.day(today - ((today.weekday() - weekday_number) % 7 or 7) * DAY)
    if kind == "next" and "coming" not in match["deixis"].lower():
        return spans.day(today + (7 + weekday_number - today.weekday()) * DAY)
    if kind == "next" or context.future or (context.future is None and weekday_number >= today.weekday()):
        return spans.day(today + (weekday_number - today.weekday()) % 7 * DAY)
    return spans.day(today - (today.weekday() - weekday_number) % 7 * DAY)


def _weekday_of_week(match: re.Match[str], context: Context) -> Value | None:
    """Such as "Monday of last week", "last week Monday"."""
    week = spans.unit("week", context.today, _DEICTIC_WEEKS[load().deixis[word(match["deixis"])]])
    assert week.start
    return spans.day(week.start + load().weekdays[word(match["weekday"])] * DAY)


def _weekdays(match: re.Match[str], context: Context) -> Value | None:
    """Such as "Sunday and Monday" (neighbours only), "from Monday to Wednesday"."""
    first, last = (load().weekdays[word(match[f"weekday{n}"])] for n in "12")
    length = (last - first) % 7
    if not length or (match["link"].strip().lower() in ("and", "/") and not match["from"] and length != 1):
        return None
    if context.future:
        start = weekday_at(first, context)
        return spans.days(start, start + length * DAY)
    end = weekday_at(last, context)
    return spans.days(end - length * DAY, end)


def _named_day(match: re.Match[str], context: Context) -> Value | None:
    return spans.day(context.today + load().days[word(match["day"])] * DAY)


def _overnight(match: re.Match[str], context: Context) -> Value | None:
    return spans.days(context.today - DAY, context.today)


def _daypart(match: re.Match[str], context: Context) -> Value | None:
    """Such as "this morning", "last night"."""
    return spans.day(context.today - (load().deixis[word(match["deixis"])] == "last") * DAY)


def _unit(match: re.Match[str], context: Context) -> Value | None:
    """Such as "this week", "early next month", "later this year"."""
    steps = _DEICTIC_WEEKS[load().deixis[word(match["deixis"])]]
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
    """Such as "the end of the year", "later in the month"."""
    return spans.part(spans.unit(match["unit"].lower(), context.today), part_of(match), context.anchor)


def _end_of_unit(match: re.Match[str], context: Context) -> Value | None:
    """Such as "year-end", "month's end"."""
    return spans.part(spans.unit(match["unit"].lower(), context.today), "end", context.anchor)


def _whole_unit(match: re.Match[str], context: Context) -> Value | None:
    return spans.unit(match["unit"].lower(), context.today)


def _period(match: re.Match[str], context: Context) -> Value | None:
    """Such as "the past two weeks", "the next 10 days", "the past year": so long up to today, or from today on."""
    has_number = "number" in match.re.groupindex
    is_one = not has_number and match.group().lower().endswith(match["unit"].lower())  # not: "the coming days"
    count = 1 if is_one else number_of(match)
    if count is None:
        return unresolved(VAGUE)
    name, today = match["unit"].lower(), context.today
    if load().deixis[word(match["deixis"])] == "next":
        return spans.days(today, spans.shift(today, name, count))
    return spans.days(spans.shift(today, name, -count), today)


def _ago(match: re.Match[str], context: Context) -> Value | None:
    """Such as "three weeks ago", "half a year ago", "a year ago today"; a unit's name gives the granularity."""
    if match["half"]:
        return spans.month(context.today.year, context.today.month - 6)
    count = number_of(match)
    if count is None:
        return unresolved(VAGUE)
    name = match["unit"].lower()
    at = spans.shift(context.today, name, -count)
    exactly = (match["exactly"] or name).lower()
    return spans.unit({"today": "day", "decade": "year"}.get(exactly, exactly), at)


def _ahead(match: re.Match[str], context: Context) -> Value | None:
    """Such as "in three weeks", "two months from now"; a length of time when the verb does not look ahead."""
    if not context.future and not match["now"]:
        return None
    count = number_of(match)
    if count is None:
        return unresolved(VAGUE)
    name = match["unit"].lower()
    return spans.unit(name, spans.shift(context.today, name, count))


def _later(match: re.Match[str], context: Context) -> Value | None:
    """Such as "two days later", "a year earlier": from the event that `base` dates."""
    count = number_of(match)
    if count is None or context.base is None:
        return unresolved(VAGUE if count is None else OTHER_EVENT)
    name = match["unit"].lower()
    steps = count if word(match["way"]) in _FORWARD else -count
    return spans.unit(name, spans.shift(context.base, name, steps))


def _next_to(match: re.Match[str], context: Context) -> Value | None:
    """Such as "the following day", "the previous month", "the same year", "the day before"."""
    if context.base is None:
        return unresolved(OTHER_EVENT)
    way = word(match["way"])
    steps = 0 if way in ("same", "that", "that same") else 1 if way in _FORWARD else -1
    name = match["unit"].lower()
    return spans.unit("day" if name in load().dayparts else name, context.base, steps)


_UNITS = r"(?P<unit>week|weekend|month|quarter|year|decade)"
_WHEN = r"(?:(?:early|earlier|late|later) )?"
_OTHER = r"(?P<way>next|following|subsequent|previous|preceding|prior|same)"


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (*_weekday_rules(), *_day_rules(), *_unit_rules(), *_count_rules())


def _weekday_rules() -> tuple[Rule, ...]:
    early = rf"(?:(?:early|earlier|late|later|mid|{alternatives(load().dayparts)})(?: on| of)?(?:-| ))?"
    first, last = weekday("1") + daypart(), weekday("2") + daypart()
    return (
        rule("weekday", "weekday", rf"{early}{weekday()}{daypart()}", _weekday),
        rule("last weekday", "weekday", rf"{deixis()} {weekday()}{daypart()}", _deictic_weekday),
        rule("weekday", "weekday", rf"{weekday()}{daypart()}(?: of)? {deixis()} week", _weekday_of_week),
        rule("weekday", "weekday", rf"{deixis()} week(?: on|['’]s)? {weekday()}{daypart()}", _weekday_of_week),
        rule("weekdays", "weekday", rf"(?:(?P<from>from|between) )?{first}(?P<link>{_LINK}){last}", _weekdays),
    )


def _day_rules() -> tuple[Rule, ...]:
    return (
        rule("named day", "day", rf"{_WHEN}(?P<day>{alternatives(load().days)}){daypart()}", _named_day),
        rule("overnight", "day", r"(?:overnight|in the overnight hours)", _overnight),
        rule("daypart", "daypart", rf"{_WHEN}{deixis()} (?:morning|afternoon|evening|night)", _daypart),
    )


def _unit_rules() -> tuple[Rule, ...]:
    return (
        rule("unit", "unit", rf"{part()}?{deixis()} {_UNITS}", _unit),
        rule("part", "unit", rf"{part()}(?:in )?the {_UNITS}", _part_of_unit),
        rule("part", "unit", r"(?:the )?(?P<unit>year|month|week|quarter|decade)(?:['’]s|-)(?: )?end", _end_of_unit),
        rule("part", "unit", r"(?P<part>mid)-?(?P<unit>week|month|year)", _part_of_unit),
        rule("weekend", "unit", r"the weekend", _weekend),
        rule("whole unit", "unit", r"the (?P<unit>day|week|month|year|quarter)", _whole_unit, weak=True),
    )


def _count_rules() -> tuple[Rule, ...]:
    length = rf"{number()}(?:-| ){UNIT}"
    time = rf"(?P<unit>day|week|month|year|{alternatives(load().dayparts)})"
    exactly = r"(?: (?:this )?(?P<exactly>today|week|month))?"
    return (
        rule("period", "unit", rf"the {deixis()} {UNIT}", _period),
        rule("period", "unit", rf"(?:the )?{deixis()} {length}", _period),
        rule("ago", "unit", rf"(?:(?P<half>half a )|{number()}(?:-| )){UNIT} ago{exactly}", _ago),
        rule("ahead", "unit", rf"in (?:the )?{length}['’]?(?P<now> time)?", _ahead),
        rule("ahead", "unit", rf"{length} (?P<now>from (?:now|today)|hence|ahead)", _ahead),
        rule("later", "unit", rf"{length} (?P<way>{_AGAIN})", _later),
        rule("next to", "unit", rf"(?:the |that ){_OTHER} {time}", _next_to),
        rule("next to", "unit", rf"the {time} (?P<way>before|after)", _next_to),
        rule("next to", "unit", r"(?P<way>that) (?P<unit>day|week|month|year)", _next_to),
    )

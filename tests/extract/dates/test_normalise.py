"""One expression against a publication date: text, direction, first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.dates import normalise

WEDNESDAY = date(2018, 3, 14)
PAST, AHEAD, UNKNOWN = False, True, None


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)


# published on Wednesday, 14 March 2018
ROWS = [
    # days of the week
    ("Wednesday", PAST, "2018-03-14"),
    ("Wednesday", AHEAD, "2018-03-14"),
    ("Tuesday", PAST, "2018-03-13"),
    ("Thursday", PAST, "2018-03-08"),
    ("Thursday", AHEAD, "2018-03-15"),
    ("Tuesday", AHEAD, "2018-03-20"),
    ("Tuesday", UNKNOWN, "2018-03-13"),
    ("Tuesday's", PAST, "2018-03-13"),
    ("on Tuesday", PAST, "2018-03-13"),
    ("since Monday", PAST, "2018-03-12"),
    ("by Friday", AHEAD, "2018-03-16"),
    ("until Friday", AHEAD, "2018-03-16"),
    ("Friday night", PAST, "2018-03-09"),
    ("late Monday", PAST, "2018-03-12"),
    ("earlier Monday", PAST, "2018-03-12"),
    ("early on Monday", PAST, "2018-03-12"),
    ("noon Monday", PAST, "2018-03-12"),
    ("the evening of Monday", PAST, "2018-03-12"),
    ("last Wednesday", PAST, "2018-03-07"),
    ("last Friday", PAST, "2018-03-09"),
    ("last Monday", PAST, "2018-03-12"),
    ("this past Sunday", PAST, "2018-03-11"),
    ("next Monday", AHEAD, "2018-03-19"),
    ("next Friday", AHEAD, "2018-03-23"),
    ("this coming Friday", AHEAD, "2018-03-16"),
    ("this Friday", AHEAD, "2018-03-16"),
    ("this Monday", PAST, "2018-03-12"),
    ("Monday of last week", PAST, "2018-03-05"),
    ("Thursday last week", PAST, "2018-03-08"),
    ("Tuesday next week", AHEAD, "2018-03-20"),
    ("Sunday and Monday", PAST, "2018-03-11..2018-03-12"),
    ("Monday and Tuesday", AHEAD, "2018-03-19..2018-03-20"),
    ("from Monday to Wednesday", PAST, "2018-03-12..2018-03-14"),
    ("Friday through Sunday", AHEAD, "2018-03-16..2018-03-18"),
    ("Saturday-Sunday", PAST, "2018-03-10..2018-03-11"),
    # days by name
    ("today", PAST, "2018-03-14"),
    ("tonight", AHEAD, "2018-03-14"),
    ("earlier today", PAST, "2018-03-14"),
    ("tomorrow", AHEAD, "2018-03-15"),
    ("yesterday", PAST, "2018-03-13"),
    ("yesterday evening", PAST, "2018-03-13"),
    ("late yesterday", PAST, "2018-03-13"),
    ("this morning", PAST, "2018-03-14"),
    ("last night", PAST, "2018-03-13"),
    ("overnight", PAST, "2018-03-13..2018-03-14"),
    ("the day before yesterday", PAST, "2018-03-12"),
    ("the day after tomorrow", AHEAD, "2018-03-16"),
    # this, last, next
    ("last week", PAST, "2018-03-05..2018-03-11"),
    ("this week", AHEAD, "2018-03-12..2018-03-18"),
    ("next week", AHEAD, "2018-03-19..2018-03-25"),
    ("the current week", PAST, "2018-03-12..2018-03-18"),
    ("early last week", PAST, "2018-03-05..2018-03-07"),
    ("late last week", PAST, "2018-03-08..2018-03-11"),
    ("earlier this week", PAST, "2018-03-12..2018-03-14"),
    ("later this week", AHEAD, "2018-03-14..2018-03-18"),
    ("the end of next week", AHEAD, "2018-03-23..2018-03-25"),
    ("last month", PAST, "2018-02-01..2018-02-28"),
    ("this month", PAST, "2018-03-01..2018-03-31"),
    ("next month", AHEAD, "2018-04-01..2018-04-30"),
    ("early next month", AHEAD, "2018-04-01..2018-04-10"),
    ("later this month", AHEAD, "2018-03-14..2018-03-31"),
    ("late last month", PAST, "2018-02-20..2018-02-28"),
    ("last year", PAST, "2017-01-01..2017-12-31"),
    ("the start of last year", PAST, "2017-01-01..2017-01-31"),
    ("late last year", PAST, "2017-09-01..2017-12-31"),
    ("this year", PAST, "2018-01-01..2018-12-31"),
    ("the current year", PAST, "2018-01-01..2018-12-31"),
    ("earlier this year", PAST, "2018-01-01..2018-03-14"),
    ("later in the year", AHEAD, "2018-03-14..2018-12-31"),
    ("next year", AHEAD, "2019-01-01..2019-12-31"),
    ("the end of the year", AHEAD, "2018-12-01..2018-12-31"),
    ("year-end", AHEAD, "2018-12-01..2018-12-31"),
    ("mid-week", AHEAD, "2018-03-13..2018-03-15"),
    ("last quarter", PAST, "2017-10-01..2017-12-31"),
    ("this decade", PAST, "2010-01-01..2019-12-31"),
    ("last weekend", PAST, "2018-03-10..2018-03-11"),
    ("this weekend", AHEAD, "2018-03-17..2018-03-18"),
    ("next weekend", AHEAD, "2018-03-24..2018-03-25"),
    ("over the weekend", PAST, "2018-03-10..2018-03-11"),
    ("the weekend", AHEAD, "2018-03-17..2018-03-18"),
    # so long ago, so long from now
    ("three days ago", PAST, "2018-03-11"),
    ("a week ago", PAST, "2018-03-05..2018-03-11"),
    ("two weeks ago", PAST, "2018-02-26..2018-03-04"),
    ("over two weeks ago", PAST, "2018-02-26..2018-03-04"),
    ("a month ago", PAST, "2018-02-01..2018-02-28"),
    ("half a year ago", PAST, "2017-09-01..2017-09-30"),
    ("a year ago", PAST, "2017-01-01..2017-12-31"),
    ("a year ago today", PAST, "2017-03-14"),
    ("a year ago this month", PAST, "2017-03-01..2017-03-31"),
    ("almost four years ago", PAST, "2014-01-01..2014-12-31"),
    ("14 years ago", PAST, "2004-01-01..2004-12-31"),
    ("twenty-five years ago", PAST, "1993-01-01..1993-12-31"),
    ("a decade ago", PAST, "2008-01-01..2008-12-31"),
    ("in three weeks", AHEAD, "2018-04-02..2018-04-08"),
    ("in 120 days", AHEAD, "2018-07-12"),
    ("two months from now", AHEAD, "2018-05-01..2018-05-31"),
    ("in ten days' time", AHEAD, "2018-03-24"),
    ("the past two weeks", PAST, "2018-02-28..2018-03-14"),
    ("for the last three months", PAST, "2017-12-14..2018-03-14"),
    ("the next 10 days", AHEAD, "2018-03-14..2018-03-24"),
    ("over the past year", PAST, "2017-03-14..2018-03-14"),
    # days of a month
    ("5 June 2014", PAST, "2014-06-05"),
    ("June 5, 2014", PAST, "2014-06-05"),
    ("June 5 2014", PAST, "2014-06-05"),
    ("5th of June, 2014", PAST, "2014-06-05"),
    ("June 5th", PAST, "2017-06-05"),
    ("June 5", AHEAD, "2018-06-05"),
    ("Sept. 11, 2001", PAST, "2001-09-11"),
    ("Aug. 7", PAST, "2017-08-07"),
    ("2 March", PAST, "2018-03-02"),
    ("March 25", PAST, "2018-03-25"),
    ("Jan. 14", AHEAD, "2018-01-14"),
    ("Nov. 25", PAST, "2017-11-25"),
    ("29 February", PAST, "2016-02-29"),
    ("Friday, Oct. 13", PAST, "2017-10-13"),
    ("Tuesday, 5 June", UNKNOWN, "2018-06-05"),
    ("Monday (March 12)", PAST, "2018-03-12"),
    ("Saturday January 14, 2006", PAST, "2006-01-14"),
    ("last Oct. 23", PAST, "2017-10-23"),
    ("5 May last year", PAST, "2017-05-05"),
    ("the 5th of this month", PAST, "2018-03-05"),
    ("June 28-30, 2021", AHEAD, "2021-06-28..2021-06-30"),
    ("June 28 to 30, 2021", AHEAD, "2021-06-28..2021-06-30"),
    ("5-6 June", AHEAD, "2018-06-05..2018-06-06"),
    ("5 and 6 June 2014", PAST, "2014-06-05..2014-06-06"),
    ("between 5 and 9 June 2014", PAST, "2014-06-05..2014-06-09"),
    ("from 30 May to 2 June", AHEAD, "2018-05-30..2018-06-02"),
    ("May 30 – June 2, 2014", PAST, "2014-05-30..2014-06-02"),
    ("from December 30 to January 2", PAST, "2017-12-30..2018-01-02"),
    ("from 28 December 2009 to 3 January 2010", PAST, "2009-12-28..2010-01-03"),
    ("2018-03-05", PAST, "2018-03-05"),
    ("8/9/2001", PAST, "2001-08-09"),
    ("25/12/2001", PAST, "2001-12-25"),
    ("3/7/18", PAST, "2018-03-07"),
    ("24.12.2001", PAST, "2001-12-24"),
    # months
    ("May 2014", PAST, "2014-05-01..2014-05-31"),
    ("May of 2014", PAST, "2014-05-01..2014-05-31"),
    ("May, 2014", PAST, "2014-05-01..2014-05-31"),
    ("early May 2014", PAST, "2014-05-01..2014-05-10"),
    ("mid-June", PAST, "2017-06-11..2017-06-20"),
    ("the end of June", AHEAD, "2018-06-21..2018-06-30"),
    ("the beginning of October", PAST, "2017-10-01..2017-10-10"),
    ("March", PAST, "2018-03-01..2018-03-31"),
    ("April", PAST, "2018-04-01..2018-04-30"),
    ("February", AHEAD, "2018-02-01..2018-02-28"),
    ("July", PAST, "2017-07-01..2017-07-31"),
    ("July", AHEAD, "2018-07-01..2018-07-31"),
    ("Dec.", PAST, "2017-12-01..2017-12-31"),
    ("last October", PAST, "2017-10-01..2017-10-31"),
    ("last February", PAST, "2017-02-01..2017-02-28"),
    ("next May", AHEAD, "2018-05-01..2018-05-31"),
    ("this July", AHEAD, "2018-07-01..2018-07-31"),
    ("November last year", PAST, "2017-11-01..2017-11-30"),
    ("July of this year", AHEAD, "2018-07-01..2018-07-31"),
    ("from March to May 2014", PAST, "2014-03-01..2014-05-31"),
    ("November and December 2013", PAST, "2013-11-01..2013-12-31"),
    ("December-January", PAST, "2017-12-01..2018-01-31"),
    # years and decades
    ("2014", PAST, "2014-01-01..2014-12-31"),
    ("in 1994", PAST, "1994-01-01..1994-12-31"),
    ("early 1991", PAST, "1991-01-01..1991-04-30"),
    ("mid-2004", PAST, "2004-05-01..2004-08-31"),
    ("late 2003", PAST, "2003-09-01..2003-12-31"),
    ("the end of 2003", PAST, "2003-12-01..2003-12-31"),
    ("1994 or later", PAST, "1994-01-01..1994-12-31"),
    ("2003-2005", PAST, "2003-01-01..2005-12-31"),
    ("between 1994 and 1997", PAST, "1994-01-01..1997-12-31"),
    ("from 2014 to 2016", PAST, "2014-01-01..2016-12-31"),
    ("nineteen ninety-six", PAST, "1996-01-01..1996-12-31"),
    ("January nineteen ninety-seven", PAST, "1997-01-01..1997-01-31"),
    ("the year two thousand", PAST, "2000-01-01..2000-12-31"),
    ("twenty fifteen", PAST, "2015-01-01..2015-12-31"),
    ("the 1990s", PAST, "1990-01-01..1999-12-31"),
    ("the late 1980s", PAST, "1986-09-01..1989-12-31"),
    ("the '80s", PAST, "1980-01-01..1989-12-31"),
    ("the nineties", PAST, "1990-01-01..1999-12-31"),
    # seasons, quarters, halves
    ("spring 2019", AHEAD, "2019-03-01..2019-05-31"),
    ("the summer of 2006", PAST, "2006-06-01..2006-08-31"),
    ("last summer", PAST, "2017-06-01..2017-08-31"),
    ("next autumn", AHEAD, "2018-09-01..2018-11-30"),
    ("this fall", AHEAD, "2018-09-01..2018-11-30"),
    ("last winter", PAST, "2017-12-01..2018-02-28"),
    ("in the summer", AHEAD, "2018-06-01..2018-08-31"),
    ("early this summer", AHEAD, "2018-06-01..2018-07-01"),
    ("the first quarter of 2018", PAST, "2018-01-01..2018-03-31"),
    ("the third quarter", PAST, "2017-07-01..2017-09-30"),
    ("Q3 2017", PAST, "2017-07-01..2017-09-30"),
    ("the second half of 2019", AHEAD, "2019-07-01..2019-12-31"),
    ("the first half of the year", AHEAD, "2018-01-01..2018-06-30"),
    # holidays
    ("Christmas Day", PAST, "2017-12-25"),
    ("Christmas", AHEAD, "2018-12-25"),
    ("New Year's Eve", PAST, "2017-12-31"),
    ("Thanksgiving Day", PAST, "2017-11-23"),
    ("Thanksgiving 2018", AHEAD, "2018-11-22"),
    ("Easter Sunday", AHEAD, "2018-04-01"),
    ("last Easter", PAST, "2017-04-16"),
    ("Good Friday", AHEAD, "2018-03-30"),
    ("Easter Monday", AHEAD, "2018-04-02"),
    ("Easter week", AHEAD, "2018-03-26..2018-04-01"),
    ("Memorial Day", AHEAD, "2018-05-28"),
    ("Labor Day", PAST, "2017-09-04"),
    ("Election Day", AHEAD, "2018-11-06"),
    ("Victory Day", PAST, "2018-05-09"),
    ("May Day", AHEAD, "2018-05-01"),
    ("Valentine’s Day", PAST, "2018-02-14"),
    ("Human Rights Day", PAST, "2017-12-10"),
]


@pytest.mark.parametrize(("text", "future", "days"), ROWS, ids=lambda value: str(value))
def test_an_expression_gets_its_days(text: str, future: bool | None, days: str) -> None:
    """Every kind of expression has its first and last day, by the codebook's rules."""
    value = normalise(text, WEDNESDAY, future)
    assert value is not None, text
    assert (value.start, value.end) == _days(days)
    assert value.reason is None


GRANULARITIES = [
    ("Friday", "day"),
    ("5-6 June", "range"),
    ("last week", "week"),
    ("the weekend", "weekend"),
    ("early March", "month"),
    ("the first quarter of 2018", "quarter"),
    ("last summer", "season"),
    ("the second half of 2019", "half"),
    ("late 2003", "year"),
    ("the 1990s", "decade"),
    ("six weeks ago", "week"),
    ("the past two weeks", "range"),
]


@pytest.mark.parametrize(("text", "granularity"), GRANULARITIES)
def test_granularity_is_that_of_the_expression(text: str, granularity: str) -> None:
    """A part of a period keeps the period's granularity."""
    value = normalise(text, WEDNESDAY)
    assert value is not None
    assert value.granularity == granularity


OTHER_DAYS = [
    (date(2005, 3, 13), "last week", PAST, "2005-02-28..2005-03-06"),  # a Sunday ends its week
    (date(2005, 3, 13), "the weekend", PAST, "2005-03-12..2005-03-13"),
    (date(2005, 3, 12), "last weekend", PAST, "2005-03-05..2005-03-06"),
    (date(2018, 1, 3), "last month", PAST, "2017-12-01..2017-12-31"),
    (date(2018, 1, 3), "December", PAST, "2017-12-01..2017-12-31"),
    (date(2018, 12, 20), "January", UNKNOWN, "2019-01-01..2019-01-31"),
    (date(2018, 1, 3), "Dec. 31", AHEAD, "2017-12-31"),
    (date(2018, 1, 3), "last quarter", PAST, "2017-10-01..2017-12-31"),
    (date(2018, 1, 3), "this winter", PAST, "2017-12-01..2018-02-28"),
    (date(2016, 2, 29), "a year ago today", PAST, "2015-02-28"),
    (date(2016, 3, 31), "a month ago", PAST, "2016-02-01..2016-02-29"),
    (date(2021, 12, 31), "tomorrow", AHEAD, "2022-01-01"),
    (date(2021, 1, 1), "Sunday", PAST, "2020-12-27"),
    (date(2000, 1, 6), "Jan. 14", PAST, "2000-01-14"),
]


@pytest.mark.parametrize(("anchor", "text", "future", "days"), OTHER_DAYS)
def test_ends_of_weeks_months_and_years(anchor: date, text: str, future: bool | None, days: str) -> None:
    """The calendar's edges hold."""
    value = normalise(text, anchor, future)
    assert value is not None
    assert (value.start, value.end) == _days(days)


WITHOUT_ANCHOR = [
    ("5 June 2014", "2014-06-05..2014-06-05"),
    ("June 28-30, 2021", "2021-06-28..2021-06-30"),
    ("May 2014", "2014-05-01..2014-05-31"),
    ("in 1994", "1994-01-01..1994-12-31"),
    ("the summer of 2006", "2006-06-01..2006-08-31"),
    ("Easter 2018", "2018-04-01..2018-04-01"),
    ("the 1990s", "1990-01-01..1999-12-31"),
    ("from 28 December 2009 to 3 January 2010", "2009-12-28..2010-01-03"),
]


@pytest.mark.parametrize(("text", "days"), WITHOUT_ANCHOR)
def test_absolute_expressions_need_no_publication_date(text: str, days: str) -> None:
    """A date with its year stands alone."""
    value = normalise(text, None)
    assert value is not None
    assert (value.start, value.end) == _days(days)


UNRESOLVED = [
    ("Friday", None, "no publication date"),
    ("June 5", None, "no publication date"),
    ("last week", None, "no publication date"),
    ("three days ago", None, "no publication date"),
    ("last summer", None, "no publication date"),
    ("the third quarter", None, "no publication date"),
    ("Christmas Day", None, "no publication date"),
    ("two days later", WEDNESDAY, "relative to another event"),
    ("a year earlier", WEDNESDAY, "relative to another event"),
    ("the following day", WEDNESDAY, "relative to another event"),
    ("the previous month", WEDNESDAY, "relative to another event"),
    ("the same day", WEDNESDAY, "relative to another event"),
    ("a few days ago", WEDNESDAY, "no exact length"),
    ("several years ago", WEDNESDAY, "no exact length"),
    ("the coming days", WEDNESDAY, "no exact length"),
    ("the past few weeks", WEDNESDAY, "no exact length"),
]


@pytest.mark.parametrize(("text", "anchor", "reason"), UNRESOLVED)
def test_what_cannot_be_resolved_has_a_reason(text: str, anchor: date | None, reason: str) -> None:
    """No days without grounds: the reason says what is missing."""
    value = normalise(text, anchor)
    assert value is not None
    assert (value.start, value.end, value.granularity, value.reason) == (None, None, None, reason)


NO_DATES = [
    "",
    "recently",
    "now",
    "currently",
    "in recent months",
    "Moscow",
    "31 June 2014",
    "two weeks",
    "9/11",
    "2,000",
    "99",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    """Vague words, lengths of time, impossible days and numbers are no dates."""
    assert normalise(text, WEDNESDAY) is None

"""The lexicon of date words: read as a whole, and wrong entries named."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.dates import words
from dragoman.extract.dates.periods import holiday
from dragoman.extract.errors import LexiconError

HOLIDAYS = [
    ("christmas day", 2018, date(2018, 12, 25)),
    ("easter sunday", 2024, date(2024, 3, 31)),
    ("good friday", 2024, date(2024, 3, 29)),
    ("thanksgiving", 1999, date(1999, 11, 25)),
    ("election day", 1998, date(1998, 11, 3)),
    ("memorial day", 2020, date(2020, 5, 25)),
    ("martin luther king day", 2021, date(2021, 1, 18)),
]


@pytest.mark.parametrize(("name", "year", "day"), HOLIDAYS)
def test_a_holiday_has_its_day_in_a_year(name: str, year: int, day: date) -> None:
    """Fixed days, days that follow Easter, and n-th weekdays of a month."""
    assert holiday(words.load().holidays[name], year) == day


def test_a_wrong_holiday_is_named() -> None:
    """The message names the file, the entry and what is allowed."""
    with pytest.raises(LexiconError, match=r"Moon Day.*'full moon' is none of MM-DD"):
        list(words.holidays([{"names": ["Moon Day"], "date": "full moon"}]))


def test_every_name_calls_for_its_rules() -> None:
    """The gate knows a word of every month, weekday, season and holiday."""
    table = words.load()
    for names in (table.months, table.weekdays, table.seasons, table.holidays, table.days):
        for name in names:
            assert table.classes.keys() & set(name.replace("'", " ").replace(".", " ").split()), name
